/** Connections to a cloud store, through the proxy that the variables everybody reads name. */
import { type AgentOptions, Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent, type AgentOptions as TlsAgentOptions } from 'node:https'

type Environment = Readonly<Record<string, string | undefined>>

/** URL of the proxy for an `https:` origin; undefined for a direct way, which is also the only one without TLS. */
export function proxyFor(origin: string, env: Environment): string | undefined {
  const { protocol, hostname, port } = new URL(origin)
  const proxy = env['https_proxy'] || env['HTTPS_PROXY'] || env['all_proxy'] || env['ALL_PROXY'] || ''
  if (protocol !== 'https:' || proxy === '') return undefined
  const exempt = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter((rule) => rule !== '')
  return exempt.some((rule) => matches(rule, hostname, port || '443')) ? undefined : proxy
}

/** `*`, a host, or the end of one, each perhaps with a port. */
function matches(rule: string, hostname: string, port: string): boolean {
  const [, name = '', itsPort] = /^(.*?)(?::(\d+))?$/.exec(rule.toLowerCase()) ?? []
  if (itsPort !== undefined && itsPort !== port) return false
  const end = name.replace(/^\*?\./, '')
  return name === '*' || hostname === end || hostname.endsWith(`.${end}`)
}

/** Keeps connections to `origin` for the next request. */
export async function agentFor(
  origin: string,
  env: Environment,
  tls: Pick<TlsAgentOptions, 'ca' | 'rejectUnauthorized'> = {},
  sockets: Pick<AgentOptions, 'maxFreeSockets'> = {},
): Promise<HttpAgent> {
  const proxy = proxyFor(origin, env)
  if (proxy === undefined) {
    return origin.startsWith('https:')
      ? new HttpsAgent({ keepAlive: true, ...tls, ...sockets })
      : new HttpAgent({ keepAlive: true, ...sockets })
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  const agent = new HttpsProxyAgent(proxy, { keepAlive: true, ...sockets })
  // What it is made with is for the proxy; what stands here is for the store behind it.
  Object.assign(agent.options, tls)
  return agent
}
