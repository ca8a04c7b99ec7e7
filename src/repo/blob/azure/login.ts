/** Credentials of a plan -> tokens of Microsoft Entra ID, with the library that talks to it loaded only for those that need it. */
import type { TokenCredential } from '@azure/identity'
import { CairnError, cancelled, messageOf } from '../../../errors.ts'
import type { BackendContext } from '../backends.ts'
import { systemCodeAlong } from '../cloud-call.ts'
import { PROXY_HINT, plainReason } from '../cloud-errors.ts'
import { inTime, LOGIN_MS, LoginTimeout, sharedLimit } from '../login-time.ts'
import { slimError } from '../slim-error.ts'
import { type LoginAgents, loginAgents } from './agents.ts'
import type { AzureCredential } from './credential-plan.ts'

/** What a service principal of Entra ID accepts tokens of workflows for. */
const WORKFLOW_AUDIENCE = 'api://AzureADTokenExchange'
export const STORAGE_SCOPE = 'https://storage.azure.com/.default'

export type TokenPlan = Exclude<AzureCredential, { readonly kind: 'sas' | 'key' }>

export interface Login {
  readonly source: string
  readonly credential: TokenCredential
}

/**
 * Logs in with the first candidate that is there, so that a login that cannot work is known before any other work.
 *
 * Errors: CAIRN_CREDENTIALS_MISSING when none is there, CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE, CAIRN_CANCELLED, those of the
 * identity of the workflow.
 */
export async function logIn(plans: readonly TokenPlan[], context: BackendContext): Promise<Login> {
  const reasons: string[] = []
  const remainingMs = sharedLimit(context)
  const agents = await loginAgents(context)
  for (const plan of plans) {
    const credential = explained(plan, await credentialOf(plan, context, agents), { ...context, ...agents }, remainingMs())
    try {
      await credential.getToken(STORAGE_SCOPE, context.signal === undefined ? {} : { abortSignal: context.signal })
      return { source: plan.source, credential }
    } catch (error) {
      if (!(error instanceof CairnError) || error.code !== 'CAIRN_CREDENTIALS_MISSING') throw error
      reasons.push(error.message)
    }
  }
  throw missing(reasons, context)
}

async function credentialOf(plan: TokenPlan, context: BackendContext, agents: LoginAgents): Promise<TokenCredential> {
  const library = await import('@azure/identity')
  // Whoever names an authority runs a cloud that the public list of authorities does not know.
  const isOwnAuthority = (context.env['AZURE_AUTHORITY_HOST'] ?? '') !== ''
  const options = {
    retryOptions: { maxRetries: 1, retryDelayInMs: 500 },
    disableInstanceDiscovery: isOwnAuthority,
    ...agents.options,
  }
  try {
    switch (plan.kind) {
      case 'secret':
        return new library.ClientSecretCredential(plan.tenantId, plan.clientId, plan.secret, options)
      case 'certificate':
        return new library.ClientCertificateCredential(plan.tenantId, plan.clientId, { certificate: plan.pem }, options)
      case 'certificate-file':
        return new library.ClientCertificateCredential(plan.tenantId, plan.clientId, { certificatePath: plan.path }, options)
      case 'token-file':
        return new library.WorkloadIdentityCredential({
          tenantId: plan.tenantId,
          clientId: plan.clientId,
          tokenFilePath: plan.path,
          ...options,
        })
      case 'workflow':
        return keepingFailure(
          async () => {
            if (context.identityToken === undefined) throw new CairnError('CAIRN_CREDENTIALS_MISSING', 'This workflow has no OIDC token.')
            return await context.identityToken(WORKFLOW_AUDIENCE)
          },
          (assertion) => new library.ClientAssertionCredential(plan.tenantId, plan.clientId, assertion, options),
        )
      case 'cli':
        return new library.AzureCliCredential({ processTimeoutInMs: LOGIN_MS })
      case 'managed': {
        // Asked first whether there is such a service at all, which takes a second at most.
        const probing = { ...options, sendProbeRequest: true, ...(plan.clientId !== undefined && { clientId: plan.clientId }) }
        return new library.ManagedIdentityCredential(probing)
      }
    }
  } catch (cause) {
    throw refused(plan, messageOf(cause), cause)
  }
}

/** A credential made with `assertion`; of what that throws the library hands on the words alone. */
function keepingFailure(assertion: () => Promise<string>, make: (assertion: () => Promise<string>) => TokenCredential): TokenCredential {
  let failure: unknown
  const credential = make(async () => {
    try {
      return await assertion()
    } catch (error) {
      failure = error
      throw error
    }
  })
  return {
    async getToken(scopes, options) {
      failure = undefined
      try {
        return await credential.getToken(scopes, options)
      } catch (error) {
        throw failure instanceof CairnError ? failure : error
      }
    },
  }
}

type LoginContext = BackendContext & Pick<LoginAgents, 'proxyFailure'>

/** The same credential with a limit of time, and with errors that name where it came from. */
function explained(plan: TokenPlan, credential: TokenCredential, context: LoginContext, firstLimitMs: number): TokenCredential {
  let hasWorked = false
  return {
    async getToken(scopes, options) {
      try {
        const token = await inTime(hasWorked ? LOGIN_MS : firstLimitMs, context, () => credential.getToken(scopes, options))
        hasWorked = true
        return token
      } catch (error) {
        throw explain(plan, error, context, hasWorked)
      }
    },
  }
}

function explain(plan: TokenPlan, error: unknown, context: LoginContext, hasWorked: boolean): unknown {
  if (error instanceof CairnError) return error
  if (context.signal?.aborted === true || (error instanceof Error && error.name === 'AbortError')) {
    return cancelled()
  }
  const ofProxy = context.proxyFailure()
  const reason = ofProxy ?? wordsOf(error)
  const cause = slimError(error, messageOf(error))
  const status = statusOf(error)
  const isSilent = error instanceof LoginTimeout
  // A host that gave a token before is away for a moment.
  if (
    (status !== undefined && (status === 429 || status >= 500)) ||
    (hasWorked && (isSilent || ofProxy !== undefined || systemCodeAlong(error) !== undefined))
  ) {
    return new CairnError('CAIRN_STORAGE_UNAVAILABLE', `Cannot log in to Azure with ${plan.source}: ${reason}.`, {
      hint: 'Run again later. What was saved before is intact.',
      cause,
    })
  }
  if (plan.kind === 'cli' || plan.kind === 'managed') {
    return new CairnError('CAIRN_CREDENTIALS_MISSING', `${plan.source}: ${reason}`, { cause })
  }
  if (ofProxy !== undefined) return unreachable(plan, reason, cause, PROXY_HINT)
  if (isSilent) return unreachable(plan, reason, cause)
  const systemCode = systemCodeAlong(error)
  if (systemCode === 'ENOENT' || systemCode === 'EACCES' || systemCode === 'EISDIR') return refused(plan, reason, cause)
  if (systemCode !== undefined || /network_error|ENOTFOUND|ECONNREFUSED/.test(reason)) return unreachable(plan, reason, cause)
  return refused(plan, reason, cause)
}

/** The first line says it; the rest are numbers for tracing. */
function wordsOf(error: unknown): string {
  const [line = ''] = messageOf(error).trim().split(/\r?\n/)
  return plainReason(line).slice(0, 400)
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined
}

function refused(plan: TokenPlan, reason: string, cause: unknown): CairnError {
  return new CairnError('CAIRN_CREDENTIALS_REFUSED', `Cannot log in to Azure with ${plan.source}: ${reason}.`, {
    hint:
      plan.kind === 'workflow'
        ? 'Check AZURE_CLIENT_ID and AZURE_TENANT_ID, and that a federated credential of the application names this repository and its branch, environment or event (docs/backends/azure.md).'
        : 'Check that they are valid, have not expired, and belong to this tenant and application.',
    cause,
  })
}

function unreachable(plan: TokenPlan, reason: string, cause: unknown, hint = REACH_HINT): CairnError {
  return new CairnError('CAIRN_STORAGE_UNREACHABLE', `Cannot log in to Azure with ${plan.source}: ${reason}.`, {
    hint,
    ...(cause !== undefined && { cause }),
  })
}

const REACH_HINT = 'Check that this machine may reach login.microsoftonline.com, or the host in AZURE_AUTHORITY_HOST.'

function missing(reasons: readonly string[], { env, identityToken }: BackendContext): CairnError {
  const hasPrincipal = (env['AZURE_CLIENT_ID'] ?? '') !== '' && (env['AZURE_TENANT_ID'] ?? '') !== ''
  return new CairnError('CAIRN_CREDENTIALS_MISSING', `There are no credentials for Azure. Tried ${reasons.join('; ')}.`, {
    hint:
      hasPrincipal && identityToken === undefined
        ? 'AZURE_CLIENT_ID and AZURE_TENANT_ID are set, but there is no OIDC token to go with them: in a workflow add "permissions: id-token: write".'
        : 'In a workflow set AZURE_CLIENT_ID and AZURE_TENANT_ID with "permissions: id-token: write", or run azure/login before. Elsewhere run az login, or set AZURE_STORAGE_SAS_TOKEN or AZURE_STORAGE_KEY.',
  })
}
