/** Where the credentials of an S3 store come from: the first source that has any (docs/backends/s3.md, "Credentials"). */
import { CairnError, cancelled, isCairnError, messageOf } from '../../../errors.ts'
import type { BackendContext } from '../backends.ts'
import { heldWords } from '../credential-source.ts'
import { endpointIn } from '../endpoint.ts'
import { inTime, LoginTimeout } from '../login-time.ts'
import { unlessAborted } from '../unless-aborted.ts'
import type { S3Options } from './config.ts'
import { type RoleRequest, roleWithKeys, roleWithToken, type S3Keys } from './sts.ts'
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
    return { words, canRefresh: true, keys: roleWithToken(roleOf(options, context, words), token) }
  }
  if (roleArn !== '') {
    const words = 'the role of the connection'
    const base = isStatic ? keys : variablesOf(context)
    if (base === undefined) {
      throw new CairnError('CAIRN_CREDENTIALS_MISSING', `The connection names the role ${roleArn}, but no keys to ask for it with.`, {
        hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or connect again with --access-key and --secret-access-key.',
      })
    }
    return { words, canRefresh: true, keys: roleWithKeys(roleOf(options, context, words), base) }
  }
  if (!isStatic) return undefined
  const current = variablesOf(context)
  const isSame = current?.accessKeyId === accessKeyId && current.secretAccessKey === secretAccessKey
  const words = heldWords('the keys', '--access-key', 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY', isSame)
  return { words, canRefresh: false, keys: async () => keys }
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
    return { words, canRefresh: true, keys: roleWithToken(roleOfEnvironment(roleArn, context, words), token) }
  }
  if (identityToken === undefined) return undefined
  const words = 'AWS_ROLE_ARN and the identity of this workflow (OIDC)'
  const token = async () => await workflowToken(identityToken)
  return { words, canRefresh: true, keys: roleWithToken(roleOfEnvironment(roleArn, context, words), token) }
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

/** The same; what is secret never appears in any output, and a cancelled run does not wait. */
function masking(source: S3Credentials, { mask, signal }: BackendContext): S3Credentials {
  return {
    ...source,
    keys: async (isFresh) => {
      const keys = await (signal === undefined ? source.keys(isFresh) : unlessCancelled(source.keys(isFresh), signal))
      mask?.(keys.secretAccessKey)
      if (keys.sessionToken !== undefined) mask?.(keys.sessionToken)
      return keys
    },
  }
}

async function unlessCancelled(keys: Promise<S3Keys>, signal: AbortSignal): Promise<S3Keys> {
  try {
    return await unlessAborted(keys, signal)
  } catch (error) {
    throw signal.aborted ? cancelled() : error
  }
}

function roleOf(options: S3Options, context: BackendContext, words: string): RoleRequest {
  const { roleArn, sessionName, roleDurationNs, roleEndpoint, roleRegion } = options
  const ofEnvironment = roleOfEnvironment(roleArn, context, words)
  return {
    ...ofEnvironment,
    sessionName: sessionName || ofEnvironment.sessionName,
    durationSeconds: Number(roleDurationNs / 1_000_000_000n),
    ...(roleRegion !== '' && { region: roleRegion, regionOrigin: 'the connection' }),
    ...(roleEndpoint !== '' && { endpoint: { url: roleEndpoint, origin: 'the connection' } }),
  }
}

function roleOfEnvironment(roleArn: string, { env, signal }: BackendContext, words: string): RoleRequest {
  const regionOrigin = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find((name) => env[name])
  return {
    roleArn,
    words,
    env,
    signal,
    sessionName: env['AWS_ROLE_SESSION_NAME'] || 'cairn',
    durationSeconds: 0,
    region: (regionOrigin && env[regionOrigin]) || 'us-east-1',
    regionOrigin: regionOrigin ?? 'AWS_REGION is not set',
    endpoint: endpointIn(env, ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL']),
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
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].some((name) => isSet(context, name)) ? 'only one is set' : 'not set'
}

function noCredentials(options: S3Options, context: BackendContext, cause: unknown): CairnError {
  if (isSet(context, 'AWS_PROFILE')) return failedProfile(options, context, cause)
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

/** A profile that is named is what the user has to look at, not the places that were looked at after it. */
function failedProfile(options: S3Options, context: BackendContext, cause: unknown): CairnError {
  const profile = context.env['AWS_PROFILE'] ?? ''
  const reason = messageOf(cause).replace(/\.$/, '')
  const ofKeys = variablesOf(context) === undefined ? '' : ' The keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY count only without it.'
  return new CairnError(
    'CAIRN_CREDENTIALS_MISSING',
    `The profile "${profile}" (AWS_PROFILE) gave no credentials for the bucket ${options.bucket}: ${reason}.`,
    {
      hint: `Check it in ~/.aws/config and ~/.aws/credentials, log in with "aws sso login --profile ${profile}" if it is one of IAM Identity Center, or unset AWS_PROFILE.${ofKeys}`,
      cause,
    },
  )
}
