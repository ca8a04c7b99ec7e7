/** Temporary credentials of a role: asked for with the identity of a workload, or with other keys. */
import type { AssumeRoleCommandInput, Credentials, STSClientConfig } from '@aws-sdk/client-sts'
import { CairnError, isCairnError, messageOf } from '../../../errors.ts'
import { cloudError } from '../cloud-errors.ts'
import { agentFor } from '../proxy.ts'
import { readFailure, slimS3Error } from './failure.ts'
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
  /** URL; undefined means the usual one of the region. */
  readonly endpoint: string | undefined
  /** Where role and identity came from, such as `AWS_ROLE_ARN and the identity of this workflow`. */
  readonly words: string
  /** Names a proxy, perhaps. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Asks with a token that proves who runs. Errors: CAIRN_CREDENTIALS_REFUSED, CAIRN_STORAGE_UNREACHABLE, CAIRN_STORAGE_UNAVAILABLE. */
export async function assumeRoleWithToken(request: RoleRequest, token: () => Promise<string>): Promise<S3Keys> {
  const sts = await import('@aws-sdk/client-sts')
  const webIdentityToken = await token()
  const client = new sts.STSClient({ ...(await clientConfig(request)), credentials: { accessKeyId: 'none', secretAccessKey: 'none' } })
  try {
    const command = new sts.AssumeRoleWithWebIdentityCommand({ ...inputOf(request), WebIdentityToken: webIdentityToken })
    return keysOf((await client.send(command)).Credentials, request)
  } catch (error) {
    throw roleError(error, request)
  } finally {
    client.destroy()
  }
}

/** The same with other keys. */
export async function assumeRoleWithKeys(request: RoleRequest, keys: S3Keys): Promise<S3Keys> {
  const sts = await import('@aws-sdk/client-sts')
  const client = new sts.STSClient({ ...(await clientConfig(request)), credentials: keys })
  try {
    return keysOf((await client.send(new sts.AssumeRoleCommand(inputOf(request)))).Credentials, request)
  } catch (error) {
    throw roleError(error, request)
  } finally {
    client.destroy()
  }
}

/** Two calls at most end before the store counts as silent. */
const CONNECT_TIMEOUT_MS = 2000
const ANSWER_TIMEOUT_MS = 3500

async function clientConfig({ region, endpoint, env }: RoleRequest): Promise<STSClientConfig> {
  const origin = endpoint ?? `https://sts.${region}.amazonaws.com`
  const agent = handlerAgent(await agentFor(origin, env), origin.startsWith('https:'))
  return {
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 2,
    requestHandler: { ...agent, connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: ANSWER_TIMEOUT_MS, throwOnRequestTimeout: true },
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

function roleError(error: unknown, request: RoleRequest): CairnError {
  if (isCairnError(error)) return error
  const failure = readFailure(error)
  if (failure.status !== undefined && failure.status < 500 && failure.status !== 429 && failure.meaning !== 'wrong-endpoint') {
    return refused(
      `AWS gave no credentials for the role ${request.roleArn} (${request.words}): ${messageOf(error)}.`,
      slimS3Error(error, failure),
    )
  }
  return cloudError({
    ...failure,
    what: `get credentials for the role ${request.roleArn}`,
    credentials: request.words,
    settings: {
      bucket: 'the bucket',
      endpoint:
        request.endpoint === undefined ? `the region "${request.region}"` : `the endpoint ${request.endpoint} (AWS_ENDPOINT_URL_STS)`,
    },
    cause: slimS3Error(error, failure),
  })
}

function refused(message: string, cause: unknown): CairnError {
  return new CairnError('CAIRN_CREDENTIALS_REFUSED', message.replace(/\.\.$/, '.'), {
    hint: "Check the role's name, and that its trust policy allows this repository and branch: see docs/backends/s3.md.",
    ...(cause === undefined ? {} : { cause }),
  })
}
