/** Where the credentials of an S3 store come from: the first source that has any (docs/backends/s3.md, "Credentials"). */
import { CairnError, isCairnError, messageOf } from '../../../errors.ts'
import type { BackendContext } from '../backends.ts'
import { inTime, LoginTimeout } from '../login-time.ts'
import type { S3Options } from './config.ts'
import { assumeRoleWithKeys, assumeRoleWithToken, type RoleRequest, type S3Keys } from './sts.ts'
import { readTokenFile } from './token-file.ts'

export interface S3Credentials {
  /** For messages: `the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`. */
  readonly words: string
  /** Whether asking again may give other keys. */
  readonly canRefresh: boolean
  /** With `isFresh`, what is remembered counts for nothing: the store does not take it any more. */
  readonly keys: (isFresh?: boolean) => Promise<S3Keys>
}

/** What the SDK finds by itself: profiles, containers, machines. */
export type AmbientChain = (isFresh: boolean) => Promise<S3Keys & { readonly $source?: object }>

/** No place of the chain is worth a longer wait. */
const CHAIN_TIMEOUT_MS = 8000
const AUDIENCE = 'sts.amazonaws.com'

/** The first source that has credentials. Errors: CAIRN_CREDENTIALS_MISSING, naming every place; those of roles. */
export async function s3Credentials(options: S3Options, context: BackendContext, ambient: AmbientChain): Promise<S3Credentials> {
  const source = ofConnection(options, context) ?? ofWorkload(context) ?? (isSet(context, 'AWS_PROFILE') ? undefined : ofVariables(context))
  if (source !== undefined) return masking(source, context)
  return await ofChain(options, context, ambient)
}

/** Keys or a role that the connection itself names. */
function ofConnection(options: S3Options, context: BackendContext): S3Credentials | undefined {
  const { accessKeyId, secretAccessKey, sessionToken, roleArn, webIdentityToken, webIdentityTokenFile } = options
  const isStatic = accessKeyId !== '' && secretAccessKey !== ''
  const keys: S3Keys = { accessKeyId, secretAccessKey, ...(sessionToken !== '' && { sessionToken }) }
  if (roleArn !== '' && (webIdentityToken !== '' || webIdentityTokenFile !== '')) {
    const words = 'the role and the identity token of the connection'
    const token = async () => (webIdentityTokenFile === '' ? webIdentityToken : await readTokenFile(webIdentityTokenFile, 'the connection'))
    return { words, canRefresh: true, keys: () => assumeRoleWithToken(roleOf(options, context, words), token) }
  }
  if (roleArn !== '') {
    const words = 'the role of the connection'
    const base = isStatic ? keys : variablesOf(context)
    if (base === undefined) {
      throw new CairnError('CAIRN_CREDENTIALS_MISSING', `The connection names the role ${roleArn}, but no keys to ask for it with.`, {
        hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or connect again with --access-key and --secret-access-key.',
      })
    }
    return { words, canRefresh: true, keys: () => assumeRoleWithKeys(roleOf(options, context, words), base) }
  }
  return isStatic ? { words: 'the keys of the connection (--access-key)', canRefresh: false, keys: async () => keys } : undefined
}

/** The identity of the workload that runs, as a role. */
function ofWorkload(context: BackendContext): S3Credentials | undefined {
  const { env, identityToken } = context
  const roleArn = env['AWS_ROLE_ARN'] ?? ''
  if (roleArn === '') return undefined
  const file = env['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? ''
  if (file !== '') {
    const words = 'AWS_ROLE_ARN and the token of AWS_WEB_IDENTITY_TOKEN_FILE'
    const token = () => readTokenFile(file, 'AWS_WEB_IDENTITY_TOKEN_FILE')
    return { words, canRefresh: true, keys: () => assumeRoleWithToken(roleOfEnvironment(roleArn, context, words), token) }
  }
  if (identityToken === undefined) return undefined
  const words = 'AWS_ROLE_ARN and the identity of this workflow (OIDC)'
  const token = async () => await workflowToken(identityToken)
  return { words, canRefresh: true, keys: () => assumeRoleWithToken(roleOfEnvironment(roleArn, context, words), token) }
}

async function workflowToken(identityToken: (audience: string) => Promise<string>): Promise<string> {
  try {
    return await identityToken(AUDIENCE)
  } catch (cause) {
    if (isCairnError(cause)) throw cause
    throw new CairnError('CAIRN_CREDENTIALS_MISSING', `GitHub gave no identity token for AWS_ROLE_ARN: ${messageOf(cause)}.`, {
      hint: 'The job needs "permissions: id-token: write".',
      cause,
    })
  }
}

function ofVariables(context: BackendContext): S3Credentials | undefined {
  const keys = variablesOf(context)
  const words = 'the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
  return keys === undefined ? undefined : { words, canRefresh: false, keys: async () => keys }
}

function variablesOf({ env }: BackendContext): S3Keys | undefined {
  const [accessKeyId, secretAccessKey, sessionToken] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY'], env['AWS_SESSION_TOKEN']]
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } : undefined
}

async function ofChain(options: S3Options, context: BackendContext, ambient: AmbientChain): Promise<S3Credentials> {
  const ask = inTimeOf(context, ambient)
  try {
    const { $source } = await ask(false)
    const words = chainWords(context, $source)
    const keys = async (isFresh = false) => {
      try {
        return await ask(isFresh)
      } catch (error) {
        throw explainLate(error, words)
      }
    }
    return masking({ words, canRefresh: true, keys }, context)
  } catch (cause) {
    if (isCairnError(cause, 'CAIRN_CANCELLED')) throw cause
    throw noCredentials(options, context, cause)
  }
}

/** The same chain with a limit of time for each answer, in the middle of a run as at its start. */
function inTimeOf(context: BackendContext, ambient: AmbientChain): AmbientChain {
  let isStuck = false
  return async (isFresh) => {
    try {
      // Whoever waits for a question that is stuck gets no answer either.
      const keys = await inTime(CHAIN_TIMEOUT_MS, context, () => ambient(isFresh || isStuck))
      isStuck = false
      return keys
    } catch (error) {
      isStuck = error instanceof LoginTimeout
      throw error
    }
  }
}

/** A place that gave keys before and is silent now may answer again. */
function explainLate(error: unknown, words: string): unknown {
  if (!(error instanceof LoginTimeout)) return error
  return new CairnError('CAIRN_STORAGE_UNAVAILABLE', `Cannot get new credentials from ${words}: ${error.message}.`, {
    hint: 'Run again later. What was saved before is intact.',
    cause: error,
  })
}

/** The same; what is secret never appears in any output. */
function masking(source: S3Credentials, { mask }: BackendContext): S3Credentials {
  return {
    ...source,
    keys: async (isFresh) => {
      const keys = await source.keys(isFresh)
      mask?.(keys.secretAccessKey)
      if (keys.sessionToken !== undefined) mask?.(keys.sessionToken)
      return keys
    },
  }
}

function roleOf(options: S3Options, context: BackendContext, words: string): RoleRequest {
  const { roleArn, sessionName, roleDurationNs, roleEndpoint, roleRegion } = options
  const durationSeconds = Number(roleDurationNs / 1_000_000_000n)
  const { region, endpoint, ...rest } = roleOfEnvironment(roleArn, context, words)
  return {
    ...rest,
    sessionName: sessionName || rest.sessionName,
    durationSeconds,
    region: roleRegion || region,
    endpoint: roleEndpoint || endpoint,
  }
}

function roleOfEnvironment(roleArn: string, { env }: BackendContext, words: string): RoleRequest {
  return {
    roleArn,
    words,
    env,
    sessionName: env['AWS_ROLE_SESSION_NAME'] || 'cairn',
    durationSeconds: 0,
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1',
    endpoint: env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL'] || undefined,
  }
}

function chainWords(context: BackendContext, source: object | undefined): string {
  const kinds = Object.keys(source ?? {})
  if (kinds.includes('CREDENTIALS_HTTP')) return 'the role of this container (AWS_CONTAINER_CREDENTIALS_FULL_URI or _RELATIVE_URI)'
  // The SDK names every kind of profile, and nothing else.
  if (kinds.some((kind) => /PROFILE|SSO|PROCESS/.test(kind))) {
    return isSet(context, 'AWS_PROFILE') ? 'the profile that AWS_PROFILE names' : 'the default profile of the AWS configuration files'
  }
  return 'the role of this machine (instance metadata)'
}

function isSet({ env }: BackendContext, name: string): boolean {
  return (env[name] ?? '') !== ''
}

function keysState(context: BackendContext): string {
  if (variablesOf(context) !== undefined) return 'set, but AWS_PROFILE comes first'
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].some((name) => isSet(context, name)) ? 'only one is set' : 'not set'
}

function noCredentials(options: S3Options, context: BackendContext, cause: unknown): CairnError {
  const state = (name: string) => `${name} (${isSet(context, name) ? 'set' : 'not set'})`
  const places = [
    `AWS_ROLE_ARN (${isSet(context, 'AWS_ROLE_ARN') ? 'set, but this is no workflow with "id-token: write"' : 'not set'})`,
    state('AWS_WEB_IDENTITY_TOKEN_FILE'),
    state('AWS_PROFILE'),
    `AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (${keysState(context)})`,
    'the files ~/.aws/config and ~/.aws/credentials',
    `the container (AWS_CONTAINER_CREDENTIALS_FULL_URI ${isSet(context, 'AWS_CONTAINER_CREDENTIALS_FULL_URI') ? 'is set' : 'is not set'})`,
    'the metadata service of the machine',
  ]
  return new CairnError(
    'CAIRN_CREDENTIALS_MISSING',
    `There are no credentials for the bucket ${options.bucket}. These places were looked at: ${places.join(', ')}.`,
    {
      hint: 'In a workflow, give the job "permissions: id-token: write" and set AWS_ROLE_ARN, or log in to AWS in an earlier step: see docs/backends/s3.md.',
      cause,
    },
  )
}
