/** How the SDK is told which agent makes its connections. */
import type { Agent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'

/** The member by which the SDK takes an agent. */
export function handlerAgent(agent: Agent, hasTls: boolean) {
  // Whatever makes connections will do; the type only knows one kind.
  return hasTls ? { httpsAgent: agent as HttpsAgent } : { httpAgent: agent }
}
