/** How the SDK of Azure is told which agents make its connections. */
import type { ClientSecretCredentialOptions } from '@azure/identity'
import { newPipeline, type Pipeline, type StoragePipelineOptions } from '@azure/storage-blob'
import type { BackendContext } from '../backends.ts'
import { systemCodeAlong } from '../cloud-call.ts'
import { isOfProxy } from '../cloud-errors.ts'
import { agentsFor } from '../proxy.ts'

/** Given so that the SDK reads no variable itself. Nobody asks there: the SDK leaves a request alone that has an agent. */
const proxyOptions = { host: 'http://proxy.invalid', port: 1 }

/** What requests to the store go through. */
export async function pipelineFor(
  credential: Parameters<typeof newPipeline>[0],
  options: StoragePipelineOptions,
  { env }: Pick<BackendContext, 'env'>,
): Promise<Pipeline> {
  const agents = await agentsFor(env)
  if (agents === undefined) return newPipeline(credential, options)
  const pipeline = newPipeline(credential, { ...options, proxyOptions })
  pipeline.factories.push({
    create: (next) => ({
      async sendRequest(request) {
        request.agent = agents(new URL(request.url))
        return await next.sendRequest(request)
      },
    }),
  })
  return pipeline
}

/** Options of a login, and what a proxy did to it last: the library of logins tells that only sometimes. */
export interface LoginAgents {
  readonly options: Pick<ClientSecretCredentialOptions, 'proxyOptions' | 'additionalPolicies'>
  readonly proxyFailure: () => string | undefined
}

/** What requests of a login go through. */
export async function loginAgents({ env }: Pick<BackendContext, 'env'>): Promise<LoginAgents> {
  const agents = await agentsFor(env)
  if (agents === undefined) return { options: {}, proxyFailure: () => undefined }
  let failure: string | undefined
  const policy: NonNullable<ClientSecretCredentialOptions['additionalPolicies']>[number]['policy'] = {
    name: 'cairnAgent',
    async sendRequest(request, next) {
      request.agent = agents(new URL(request.url))
      failure = undefined
      try {
        return await next(request)
      } catch (error) {
        if (error instanceof Error && isOfProxy(systemCodeAlong(error))) failure = error.message
        throw error
      }
    },
  }
  return { options: { proxyOptions, additionalPolicies: [{ policy, position: 'perRetry' }] }, proxyFailure: () => failure }
}
