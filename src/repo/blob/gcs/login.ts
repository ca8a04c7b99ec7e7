/** Credentials of a plan -> a client of Google's library that has a token. */
import { type AuthClient, Compute, GoogleAuth, gaxios, gcpMetadata, IdentityPoolClient } from 'google-auth-library'
import { CairnError, messageOf } from '../../../errors.ts'
import type { BackendContext } from '../backends.ts'
import { systemCodeAlong } from '../cloud-call.ts'
import { isOfNetwork, isOfProxy, PROXY_HINT, plainReason } from '../cloud-errors.ts'
import { inTime, LoginTimeout, sharedLimit } from '../login-time.ts'
import { agentsFor } from '../proxy.ts'
import { slimError } from '../slim-error.ts'
import type { GcsCredential } from './credential-plan.ts'

/** Where tokens of a workflow are exchanged. */
export interface GoogleHosts {
  readonly tokens: string
  readonly accounts: string
}

const GOOGLE: GoogleHosts = { tokens: 'https://sts.googleapis.com', accounts: 'https://iamcredentials.googleapis.com' }

export interface Login {
  readonly source: string
  /** Undefined for an emulator, which takes no tokens. */
  readonly client: AuthClient | undefined
}

/**
 * Logs in with the first candidate that is there, so that a login that cannot work is known before any other work.
 *
 * Errors: CAIRN_CREDENTIALS_MISSING when none is there, CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE, CAIRN_STORAGE_UNAVAILABLE,
 * CAIRN_CANCELLED.
 */
export async function logIn(plans: readonly GcsCredential[], scope: string, context: BackendContext, hosts = GOOGLE): Promise<Login> {
  const reasons: string[] = []
  const remainingMs = sharedLimit(context)
  for (const plan of plans) {
    if (plan.kind === 'none') return { source: plan.source, client: undefined }
    try {
      return { source: plan.source, client: await inTime(remainingMs(), context, () => clientOf(plan, scope, context, hosts)) }
    } catch (error) {
      const explained = explain(plan, error)
      if (explained.code !== 'CAIRN_CREDENTIALS_MISSING' || plans.length === 1) throw explained
      reasons.push(explained.message)
    }
  }
  throw missing(`Tried ${reasons.join('; ')}.`, context)
}

async function clientOf(plan: Exclude<GcsCredential, { kind: 'none' }>, scope: string, context: BackendContext, hosts: GoogleHosts) {
  const client = await unprovenClient(plan, scope, context, hosts)
  const agents = await agentsFor(context.env)
  if (agents !== undefined) connectThrough(client, agents)
  await client.getAccessToken()
  return client
}

type Agents = NonNullable<Awaited<ReturnType<typeof agentsFor>>>

/** Parts of the library's clients that ask hosts; it takes no agent for some of them. */
const ASKING = ['transporter', 'stsCredential', 'sourceClient']

/** Makes all requests of a client use these agents: the library has its own reading of the variables about proxies. */
function connectThrough(part: object, agents: Agents): void {
  for (const [name, asking] of Object.entries(part)) {
    if (!ASKING.includes(name) || typeof asking !== 'object' || asking === null) continue
    if (name === 'transporter') Object.assign(asking, { defaults: { agent: agents } })
    else connectThrough(asking, agents)
  }
}

async function unprovenClient(
  plan: Exclude<GcsCredential, { kind: 'none' }>,
  scope: string,
  context: BackendContext,
  hosts: GoogleHosts,
): Promise<AuthClient> {
  switch (plan.kind) {
    case 'json':
      // The library reads every member itself and refuses what it cannot use.
      return new GoogleAuth({ scopes: [scope] }).fromJSON(plan.json as Parameters<GoogleAuth['fromJSON']>[0])
    case 'file':
      return await new GoogleAuth({ scopes: [scope], keyFilename: plan.path }).getClient()
    case 'workflow':
      return workflowClient(plan, scope, context, hosts)
    case 'machine':
      // Asked first whether there is such a server at all, which takes three seconds at most.
      if (!(await gcpMetadata.isAvailable())) {
        throw new CairnError('CAIRN_CREDENTIALS_MISSING', `${plan.source}: there is no such server`)
      }
      return new Compute({ scopes: [scope] })
  }
}

/** Exchanges the token of the workflow, each time a new one is needed. */
function workflowClient(
  { provider, serviceAccount }: Extract<GcsCredential, { kind: 'workflow' }>,
  scope: string,
  { identityToken }: BackendContext,
  hosts: GoogleHosts,
): AuthClient {
  const name = provider.replace(/^(?:https:)?\/\/iam\.googleapis\.com\//, '')
  const client = new IdentityPoolClient({
    type: 'external_account',
    audience: `//iam.googleapis.com/${name}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${hosts.tokens}/v1/token`,
    ...(serviceAccount !== undefined && {
      service_account_impersonation_url: `${hosts.accounts}/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
    }),
    subject_token_supplier: {
      async getSubjectToken() {
        if (identityToken === undefined) throw new CairnError('CAIRN_CREDENTIALS_MISSING', 'This workflow has no OIDC token.')
        return await identityToken(`https://iam.googleapis.com/${name}`)
      },
    },
  })
  client.scopes = [scope]
  return client
}

function explain(plan: GcsCredential, error: unknown): CairnError {
  if (error instanceof CairnError) return error
  const systemCode = systemCodeAlong(error)
  const cause = slimError(error, messageOf(error))
  if (
    plan.kind === 'file' &&
    (systemCode === 'ENOENT' || systemCode === 'EACCES' || systemCode === 'EISDIR' || /not a file/.test(messageOf(error)))
  ) {
    if (plan.mayBeAbsent && systemCode === 'ENOENT') return new CairnError('CAIRN_CREDENTIALS_MISSING', `${plan.source}: there is none`)
    const reason = systemCode === undefined ? 'it is no file' : systemCode
    return new CairnError(
      'CAIRN_CREDENTIALS_MISSING',
      `Cannot log in to Google Cloud with ${plan.source}: ${plan.path} cannot be read (${reason}).`,
      { hint: 'Check the path, and that the step which makes the file has run.', cause },
    )
  }
  const status = error instanceof gaxios.GaxiosError ? error.response?.status : undefined
  const reason = wordsOf(error, systemCode)
  if (status !== undefined && (status === 429 || status >= 500)) {
    return new CairnError('CAIRN_STORAGE_UNAVAILABLE', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
      hint: 'Run again later. What was saved before is intact.',
      cause,
    })
  }
  if (plan.kind === 'machine') return new CairnError('CAIRN_CREDENTIALS_MISSING', `${plan.source}: ${reason}`, { cause })
  if (status === undefined && isOfProxy(systemCode)) return unreachable(plan, reason, cause, PROXY_HINT)
  if (error instanceof LoginTimeout || (status === undefined && isOfNetwork(systemCode))) return unreachable(plan, reason, cause)
  const file = plan.kind === 'file' ? ` (${plan.path})` : ''
  return new CairnError('CAIRN_CREDENTIALS_REFUSED', `Cannot log in to Google Cloud with ${plan.source}${file}: ${reason}.`, {
    hint:
      plan.kind === 'workflow'
        ? 'Check the provider, and that its conditions and the service account admit this repository (docs/backends/gcs.md).'
        : 'Check that they are valid, have not expired, and that the service account still exists.',
    // It would be shown with --verbose, and quotes what could not be read.
    ...(error instanceof SyntaxError ? {} : { cause }),
  })
}

function wordsOf(error: unknown, systemCode: string | undefined): string {
  // Its message quotes what it could not read, which may be a key.
  if (error instanceof SyntaxError) return 'they are not in JSON form'
  // What the library trips over when it is JSON of some other kind.
  if (error instanceof TypeError) return 'they are no credentials of Google'
  if (systemCode?.startsWith('ERR_OSSL_') === true) return 'the private key in them cannot be read'
  const [line = ''] = messageOf(error).trim().split(/\r?\n/)
  return plainReason(line).slice(0, 400)
}

function unreachable(plan: GcsCredential, reason: string, cause: unknown, hint = REACH_HINT): CairnError {
  return new CairnError('CAIRN_STORAGE_UNREACHABLE', `Cannot log in to Google Cloud with ${plan.source}: ${reason}.`, {
    hint,
    ...(cause !== undefined && { cause }),
  })
}

const REACH_HINT = 'Check that this machine may reach the hosts of Google that give tokens: oauth2, sts and iamcredentials.googleapis.com.'

function missing(tried: string, { env, identityToken }: BackendContext): CairnError {
  const hasProvider = (env['GOOGLE_WORKLOAD_IDENTITY_PROVIDER'] ?? '') !== ''
  return new CairnError('CAIRN_CREDENTIALS_MISSING', `There are no credentials for Google Cloud. ${tried}`, {
    hint:
      hasProvider && identityToken === undefined
        ? 'GOOGLE_WORKLOAD_IDENTITY_PROVIDER is set, but there is no OIDC token to go with it: in a workflow add "permissions: id-token: write".'
        : 'In a workflow run google-github-actions/auth before, or set GOOGLE_WORKLOAD_IDENTITY_PROVIDER with "permissions: id-token: write". Elsewhere run "gcloud auth application-default login", or name a file in GOOGLE_APPLICATION_CREDENTIALS.',
  })
}
