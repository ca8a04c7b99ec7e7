/** Temporary credentials of a role: asked for with the identity of a workload, or with other keys. */
import type { AssumeRoleCommandInput, Credentials, STSClientConfig } from '@aws-sdk/client-sts'
import { CairnError, isCairnError, messageOf } from '../../../errors.ts'
import { type CloudFailure, cloudError } from '../cloud-errors.ts'
import { agentFor } from '../proxy.ts'
import { readFailure, type S3Failure, slimS3Error } from './failure.ts'
import { handlerAgent } from './handler-agent.ts'

/** What S3 requests are signed with; with `expiration`, the SDK asks for new ones in time. */
export interface S3Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly expiration?: Date
}

export interface RoleRequest {
  readonly roleArn: string
  readonly sessionName: string
  /** 0 means as long as the role allows by default. */
  readonly durationSeconds: number
  readonly region: string
  /** What named the region, such as `AWS_REGION`. */
  readonly regionOrigin: string
  /** URL, and what named it; undefined means the usual one of the region. */
  readonly endpoint: { readonly url: string; readonly origin: string } | undefined
  /** Where role and identity came from, such as `AWS_ROLE_ARN and the identity of this workflow`. */
  readonly words: string
  /** Names a proxy, perhaps. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal | undefined
}

export interface RolePatience {
  readonly connectMs: number
  readonly answerMs: number
}

/** Two calls at most end before the store counts as silent. */
const USUAL_PATIENCE: RolePatience = { connectMs: 2000, answerMs: 3500 }

type Ask = (sts: typeof import('@aws-sdk/client-sts'), config: STSClientConfig) => Promise<Credentials | undefined>

/**
 * Asks with a token that proves who runs, each time keys are needed.
 *
 * Errors: CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE when the service never answered, CAIRN_STORAGE_UNAVAILABLE, CAIRN_CANCELLED, those
 * of `token`.
 */
export function roleWithToken(
  request: RoleRequest,
  token: () => Promise<string>,
  patience: RolePatience = USUAL_PATIENCE,
): () => Promise<S3Keys> {
  return asking(request, patience, async (sts, config) => {
    const input = { ...inputOf(request), WebIdentityToken: await token() }
    const client = new sts.STSClient({ ...config, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } })
    try {
      return (await client.send(new sts.AssumeRoleWithWebIdentityCommand(input), sendOptions(request))).Credentials
    } finally {
      client.destroy()
    }
  })
}

/** The same with other keys. */
export function roleWithKeys(request: RoleRequest, keys: S3Keys): () => Promise<S3Keys> {
  return asking(request, USUAL_PATIENCE, async (sts, config) => {
    const client = new sts.STSClient({ ...config, credentials: keys })
    try {
      return (await client.send(new sts.AssumeRoleCommand(inputOf(request)), sendOptions(request))).Credentials
    } finally {
      client.destroy()
    }
  })
}

function asking(request: RoleRequest, patience: RolePatience, ask: Ask): () => Promise<S3Keys> {
  let hasAnswered = false
  return async () => {
    try {
      const credentials = await ask(await import('@aws-sdk/client-sts'), await clientConfig(request, patience))
      hasAnswered = true
      return keysOf(credentials, request)
    } catch (error) {
      if (isCairnError(error)) throw error
      const failure = readFailure(error)
      if (failure.status !== undefined) hasAnswered = true
      throw roleError(error, failure, request, hasAnswered)
    }
  }
}

function sendOptions({ signal }: RoleRequest) {
  return signal === undefined ? {} : { abortSignal: signal }
}

function urlOf({ region, endpoint }: RoleRequest): string {
  return endpoint?.url ?? `https://sts.${region}.amazonaws.com`
}

async function clientConfig(request: RoleRequest, { connectMs, answerMs }: RolePatience): Promise<STSClientConfig> {
  const { region, endpoint, env } = request
  const origin = urlOf(request)
  const agent = handlerAgent(await agentFor(origin, env), origin.startsWith('https:'))
  return {
    region,
    ...(endpoint === undefined ? {} : { endpoint: endpoint.url }),
    maxAttempts: 2,
    requestHandler: { ...agent, connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  }
}

function inputOf({ roleArn, sessionName, durationSeconds }: RoleRequest): AssumeRoleCommandInput {
  return { RoleArn: roleArn, RoleSessionName: sessionName, ...(durationSeconds > 0 && { DurationSeconds: durationSeconds }) }
}

function keysOf(credentials: Credentials | undefined, { words }: RoleRequest): S3Keys {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {}
  if (!AccessKeyId || !SecretAccessKey) throw refused(`AWS gave no keys for the role (${words}).`, undefined)
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken && { sessionToken: SessionToken }),
    ...(Expiration !== undefined && { expiration: Expiration }),
  }
}

function roleError(error: unknown, failure: S3Failure, request: RoleRequest, hasAnswered: boolean): CairnError {
  const { roleArn, words, region, regionOrigin, endpoint } = request
  if (failure.status !== undefined && failure.status < 500 && failure.status !== 429 && failure.meaning !== 'wrong-endpoint') {
    return refused(`AWS gave no credentials for the role ${roleArn} (${words}): ${messageOf(error)}.`, slimS3Error(error, failure))
  }
  const host = URL.canParse(urlOf(request)) ? new URL(urlOf(request)).host : urlOf(request)
  return cloudError({
    ...failure,
    what: `get credentials for the role ${roleArn} from ${host}`,
    ...(failure.status === undefined && withoutAnswer(failure, hasAnswered)),
    credentials: words,
    settings: {
      bucket: 'the bucket',
      endpoint: endpoint === undefined ? `the region "${region}" (${regionOrigin})` : `the endpoint "${host}" (${endpoint.origin})`,
    },
    cause: slimS3Error(error, failure),
  })
}

/** A service that answered before is away for a moment; silence of one that never did means that nobody is there. */
function withoutAnswer({ systemCode }: S3Failure, hasAnswered: boolean): Partial<CloudFailure> {
  if (hasAnswered) return { meaning: 'transient' }
  return systemCode === 'ETIMEDOUT' || systemCode === 'EAI_AGAIN' ? { meaning: 'unreachable' } : {}
}

function refused(message: string, cause: unknown): CairnError {
  return new CairnError('CAIRN_CREDENTIALS_REFUSED', message.replace(/\.\.$/, '.'), {
    hint: "Check the role's name, and that its trust policy allows this repository and branch: see docs/backends/s3.md.",
    ...(cause === undefined ? {} : { cause }),
  })
}
