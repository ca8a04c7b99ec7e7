import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import type { BackendContext } from '../../../src/repo/blob/backends.ts'
import { ambientChain } from '../../../src/repo/blob/s3/ambient-chain.ts'
import { parseS3Config, s3StorageConfig } from '../../../src/repo/blob/s3/config.ts'
import { USUAL_PATIENCE } from '../../../src/repo/blob/s3/connection.ts'
import { type AmbientChain, s3Credentials } from '../../../src/repo/blob/s3/credentials.ts'
import { openS3With } from '../../../src/repo/blob/s3/open.ts'
import { type RoleRequest, roleWithToken } from '../../../src/repo/blob/s3/sts.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'
import { tempDir } from '../../support/temp-dir.ts'

const CONTEXT: BackendContext = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }
const OPTIONS = parseS3Config(s3StorageConfig({ bucket: 'backups' }))
const NOBODY: AmbientChain = async () => {
  throw new Error('Could not load credentials from any providers')
}

function roleAnswer(keyId: string, expires = '2040-01-01T00:00:00Z'): string {
  const credentials = `<Credentials><AccessKeyId>${keyId}</AccessKeyId><SecretAccessKey>secret-of-${keyId}</SecretAccessKey><SessionToken>session-of-${keyId}</SessionToken><Expiration>${expires}</Expiration></Credentials>`
  const kind = (action: string) => `<${action}Response><${action}Result>${credentials}</${action}Result></${action}Response>`
  return kind('AssumeRoleWithWebIdentity')
}

/** A service of roles that knows one token. */
async function roles(token: string) {
  let count = 0
  return await scriptedServer(({ body }) => {
    const asked = new URLSearchParams(body)
    if (asked.get('Action') === 'AssumeRole') {
      return { body: roleAnswer('FROMKEYS').replaceAll('AssumeRoleWithWebIdentity', 'AssumeRole') }
    }
    if (asked.get('WebIdentityToken') !== token) {
      return {
        status: 400,
        body: '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>No OpenIDConnect provider found.</Message></Error></ErrorResponse>',
      }
    }
    return { body: roleAnswer(`ROLE${++count}`) }
  })
}

const parameters = ({ body }: AskedRequest) => Object.fromEntries(new URLSearchParams(body))

it('asks for a role with the identity of the workflow before it looks at keys', async () => {
  const sts = await roles('jwt-of-the-job')
  const masked: string[] = []
  const audiences: string[] = []
  const { words, keys, canRefresh } = await s3Credentials(
    OPTIONS,
    {
      ...CONTEXT,
      env: {
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/backup',
        AWS_ENDPOINT_URL_STS: `http://${sts.host}`,
        AWS_ACCESS_KEY_ID: 'OLD',
        AWS_SECRET_ACCESS_KEY: 'old-secret',
      },
      mask: (secret) => void masked.push(secret),
      identityToken: async (audience) => {
        audiences.push(audience)
        return 'jwt-of-the-job'
      },
    },
    NOBODY,
  )
  expect(await keys()).toEqual({
    accessKeyId: 'ROLE1',
    secretAccessKey: 'secret-of-ROLE1',
    sessionToken: 'session-of-ROLE1',
    expiration: new Date('2040-01-01T00:00:00Z'),
  })
  expect(words).toBe('AWS_ROLE_ARN and the identity of this workflow (OIDC)')
  expect(canRefresh).toBe(true)
  expect(audiences).toEqual(['sts.amazonaws.com'])
  expect(masked).toEqual(['secret-of-ROLE1', 'session-of-ROLE1'])
  expect(sts.asked.map(parameters)).toMatchObject([{ RoleArn: 'arn:aws:iam::123456789012:role/backup', RoleSessionName: 'cairn' }])
  expect(sts.asked[0]?.headers.authorization).toBeUndefined()
})

it('reads the token file of a login step each time it asks', async () => {
  const sts = await roles('fresh-token')
  const file = join(await tempDir(), 'token')
  const env = { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ENDPOINT_URL_STS: `http://${sts.host}` }
  const { words, keys } = await s3Credentials(OPTIONS, { ...CONTEXT, env }, NOBODY)
  await expect(keys()).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_MISSING',
    message: expect.stringContaining('AWS_WEB_IDENTITY_TOKEN_FILE'),
  })
  await writeFile(file, 'old-token')
  await expect(keys()).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    message: expect.stringMatching(/arn:aws:iam::1:role\/x.*AWS_WEB_IDENTITY_TOKEN_FILE.*No OpenIDConnect provider found/),
  })
  await writeFile(file, 'fresh-token\n')
  expect((await keys()).accessKeyId).toBe('ROLE1')
  expect(words).toContain('AWS_WEB_IDENTITY_TOKEN_FILE')
})

it('takes the role and the token that the connection names before those of the environment', async () => {
  const sts = await roles('token-of-the-connection')
  const connection = {
    ...OPTIONS,
    roleArn: 'arn:aws:iam::1:role/connection',
    webIdentityToken: 'token-of-the-connection',
    roleEndpoint: `http://${sts.host}`,
    sessionName: 'nightly',
    roleDurationNs: 1_800_000_000_000n,
  }
  const env = { AWS_ROLE_ARN: 'arn:aws:iam::1:role/other', AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' }
  const { keys } = await s3Credentials(connection, { ...CONTEXT, env }, NOBODY)
  expect((await keys()).accessKeyId).toBe('ROLE1')
  expect(sts.asked.map(parameters)).toMatchObject([
    { RoleArn: 'arn:aws:iam::1:role/connection', RoleSessionName: 'nightly', DurationSeconds: '1800' },
  ])
})

it('asks for a role with keys when the connection names a role and no token', async () => {
  const sts = await roles('')
  const connection = {
    ...OPTIONS,
    roleArn: 'arn:aws:iam::1:role/x',
    roleEndpoint: `http://${sts.host}`,
    accessKeyId: 'KEY',
    secretAccessKey: 's',
  }
  const { keys, words } = await s3Credentials(connection, CONTEXT, NOBODY)
  expect((await keys()).accessKeyId).toBe('FROMKEYS')
  expect(words).toBe('the role of the connection')
  expect(sts.asked[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=KEY\//)
  await expect(s3Credentials({ ...connection, accessKeyId: '' }, CONTEXT, NOBODY)).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_MISSING',
  })
})

it('takes keys of the connection, then variables, then what the machine has', async () => {
  const env = { AWS_ACCESS_KEY_ID: 'FROMENV', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' }
  const ambient: AmbientChain = async () => ({ accessKeyId: 'MACHINE', secretAccessKey: 'd', $source: { CREDENTIALS_IMDS: '0' } })
  const ofConnection = await s3Credentials({ ...OPTIONS, accessKeyId: 'FLAG', secretAccessKey: 'x' }, { ...CONTEXT, env }, ambient)
  expect(await ofConnection.keys()).toEqual({ accessKeyId: 'FLAG', secretAccessKey: 'x' })
  expect(ofConnection).toMatchObject({
    words: 'the keys of the connection (--access-key, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY when it was made)',
    canRefresh: false,
  })

  const same = await s3Credentials({ ...OPTIONS, accessKeyId: 'FROMENV', secretAccessKey: 'b' }, { ...CONTEXT, env }, ambient)
  expect(same.words).toBe('the keys of the connection, the same as in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')

  const ofVariables = await s3Credentials(OPTIONS, { ...CONTEXT, env }, ambient)
  expect(await ofVariables.keys()).toEqual({ accessKeyId: 'FROMENV', secretAccessKey: 'b', sessionToken: 'c' })
  expect(ofVariables.words).toBe('the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')

  const ofProfile = await s3Credentials(OPTIONS, { ...CONTEXT, env: { ...env, AWS_PROFILE: 'team' } }, async () => ({
    ...(await ambient(false)),
    $source: { CREDENTIALS_PROFILE: 'n' },
  }))
  expect((await ofProfile.keys()).accessKeyId).toBe('MACHINE')
  expect(ofProfile.words).toBe('the profile that AWS_PROFILE names')

  const chained = async ($source: object) =>
    (await s3Credentials(OPTIONS, CONTEXT, async () => ({ ...(await ambient(false)), $source }))).words
  expect(await chained({})).toBe('the role of this machine (instance metadata)')
  expect(await chained({ CREDENTIALS_PROFILE: 'n' })).toBe('the default profile of the AWS configuration files')
  expect(await chained({ CREDENTIALS_HTTP: 'z' })).toContain('AWS_CONTAINER_CREDENTIALS_FULL_URI')
})

it('asks the machine anew when its keys are no longer taken', async () => {
  const asked: boolean[] = []
  const ambient: AmbientChain = async (isFresh) => {
    asked.push(isFresh)
    return { accessKeyId: isFresh ? 'NEW' : 'OLD', secretAccessKey: 'x' }
  }
  const { keys, canRefresh } = await s3Credentials(OPTIONS, CONTEXT, ambient)
  expect([(await keys()).accessKeyId, (await keys(true)).accessKeyId, canRefresh]).toEqual(['OLD', 'NEW', true])
  expect(asked).toEqual([false, false, true])
})

it('does not wait long for new keys in the middle of a run, and asks anew after that', async () => {
  const asked: boolean[] = []
  let isSilent = false
  const clock = { ...systemClock, sleep: () => (isSilent ? Promise.resolve() : new Promise<void>(() => {})) }
  const ambient: AmbientChain = async (isFresh) => {
    asked.push(isFresh)
    return isSilent ? await new Promise(() => {}) : { accessKeyId: 'KEY', secretAccessKey: 'x', $source: { CREDENTIALS_PROCESS: 'v' } }
  }
  const { keys } = await s3Credentials(OPTIONS, { ...CONTEXT, clock }, ambient)
  isSilent = true
  await expect(keys()).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNAVAILABLE',
    message: 'Cannot get new credentials from the default profile of the AWS configuration files: no answer in 8 seconds.',
  })
  isSilent = false
  expect((await keys()).accessKeyId).toBe('KEY')
  await keys()
  expect(asked).toEqual([false, false, true, false])
})

it('ends at once when the run is cancelled while the machine looks for keys', async () => {
  const stop = new AbortController()
  const ambient: AmbientChain = () => new Promise(() => stop.abort())
  await expect(s3Credentials(OPTIONS, { ...CONTEXT, signal: stop.signal }, ambient)).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
})

it('names every place it looked at when there are no credentials, and does not wait long for any', async () => {
  const env = { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', AWS_ACCESS_KEY_ID: 'A' }
  const error: CairnError = await s3Credentials(OPTIONS, { ...CONTEXT, env }, NOBODY).catch((thrown) => thrown)
  expect(error.code).toBe('CAIRN_CREDENTIALS_MISSING')
  for (const word of [
    'AWS_ROLE_ARN (set, but this is no workflow with "id-token: write")',
    'AWS_WEB_IDENTITY_TOKEN_FILE (not set)',
    'AWS_PROFILE (not set)',
    'AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (only one is set)',
    '~/.aws/credentials',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'metadata service',
  ]) {
    expect(error.message).toContain(word)
  }
  expect(error.hint).toContain('id-token: write')

  const named = { AWS_PROFILE: 'nobody', AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' }
  await expect(s3Credentials(OPTIONS, { ...CONTEXT, env: named }, NOBODY)).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_MISSING',
    message:
      'The profile "nobody" (AWS_PROFILE) gave no credentials for the bucket backups: Could not load credentials from any providers.',
    hint: expect.stringContaining('count only without it'),
  })

  const waits: number[] = []
  const clock = { ...systemClock, sleep: async (ms: number) => void waits.push(ms) }
  const silent: AmbientChain = () => new Promise(() => {})
  await expect(s3Credentials(OPTIONS, { ...CONTEXT, clock }, silent)).rejects.toMatchObject({ code: 'CAIRN_CREDENTIALS_MISSING' })
  expect(Math.max(...waits)).toBeLessThan(10_000)
})

it('says why a profile gives no credentials, and prints no warning of the SDK', async () => {
  const folder = await tempDir()
  const config = join(folder, 'config')
  await writeFile(
    config,
    `[profile failing]
credential_process = sh -c "echo vault is sealed >&2; exit 1" hunter2
[profile sso]
sso_start_url = https://team.awsapps.com/start
sso_region = us-east-1
sso_account_id = 123456789012
sso_role_name = backup
`,
  )
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => void vi.unstubAllEnvs())
  for (const [profile, words] of [
    ['absent', 'Could not resolve credentials using profile: [absent] in configuration/credentials file(s)'],
    ['failing', 'its credential_process failed: vault is sealed'],
    ['sso', 'The SSO session associated with this profile is invalid'],
  ] as const) {
    const env = {
      AWS_PROFILE: profile,
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: 'A',
      AWS_SECRET_ACCESS_KEY: 'B',
    }
    // What the SDK looks at is the environment of the process.
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const error: CairnError = await s3Credentials(OPTIONS, { ...CONTEXT, env }, ambientChain('us-east-1')).catch((thrown) => thrown)
    expect(error.code).toBe('CAIRN_CREDENTIALS_MISSING')
    expect(error.message).toContain(`The profile "${profile}" (AWS_PROFILE) gave no credentials for the bucket backups: ${words}`)
    expect(error.message).not.toContain('hunter2')
  }
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})

it('names the host and the variable of a service of roles that nobody answers at', async () => {
  const env = { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1' }
  const { keys } = await s3Credentials(OPTIONS, { ...CONTEXT, env, identityToken: async () => 'jwt' }, NOBODY)
  await expect(keys()).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining('Cannot get credentials for the role arn:aws:iam::1:role/x from 127.0.0.1:1: '),
    hint: 'Check the endpoint "127.0.0.1:1" (AWS_ENDPOINT_URL_STS) for a typo, and that this machine may reach it.',
  })
})

it('finds a service of roles that never answers missing, and one that answered before away for a moment', async () => {
  let isThere = false
  const sts = await scriptedServer(() => (isThere ? { body: roleAnswer('ROLE1') } : { fault: 'silence' }))
  const request: RoleRequest = {
    roleArn: 'arn:aws:iam::1:role/x',
    sessionName: 'cairn',
    durationSeconds: 0,
    region: 'us-east-1',
    regionOrigin: 'AWS_REGION',
    endpoint: { url: `http://${sts.host}`, origin: 'AWS_ENDPOINT_URL_STS' },
    words: 'AWS_ROLE_ARN',
    env: {},
  }
  const keys = roleWithToken(request, async () => 'jwt', { connectMs: 100, answerMs: 100 })
  await expect(keys()).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining('there was no answer in 0.1 seconds'),
  })
  expect(sts.asked).toHaveLength(2)
  isThere = true
  await keys()
  isThere = false
  await expect(keys()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

it('passes on that the service of identities is away', async () => {
  const identityToken = async () => {
    throw new CairnError('CAIRN_STORAGE_UNAVAILABLE', 'Cannot get an identity token of this workflow.')
  }
  const { keys } = await s3Credentials(OPTIONS, { ...CONTEXT, env: { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x' }, identityToken }, NOBODY)
  await expect(keys()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

it('says that the job may not ask GitHub for an identity', async () => {
  const context = {
    ...CONTEXT,
    env: { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x' },
    identityToken: async () => {
      throw new Error('it answered with status 403')
    },
  }
  const { keys } = await s3Credentials(OPTIONS, context, NOBODY)
  await expect(keys()).rejects.toMatchObject({ code: 'CAIRN_CREDENTIALS_MISSING', hint: expect.stringContaining('id-token: write') })
})

it('asks for new keys once when the store says that they have expired', async () => {
  const sts = await roles('jwt')
  const used: string[] = []
  let accepted = 'ROLE1'
  const server = await scriptedServer(({ headers, path }) => {
    const key = /Credential=([^/]+)/.exec(String(headers.authorization))?.[1] ?? ''
    used.push(key)
    if (key !== accepted)
      return { status: 400, body: '<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>' }
    return path.includes('.storageconfig') ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' } : { body: 'here' }
  })
  const lines: string[] = []
  const storage = await openS3With(
    s3StorageConfig({ bucket: 'backups', endpoint: server.host, hasTls: false }),
    {
      ...CONTEXT,
      env: { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', AWS_ENDPOINT_URL_STS: `http://${sts.host}` },
      identityToken: async () => 'jwt',
      log: { ...nullLogger, info: (line) => void lines.push(line) },
    },
    USUAL_PATIENCE,
  )
  onTestFinished(() => storage.close())
  await storage.prepareWrites?.()
  accepted = 'ROLE2'
  expect(await storage.getBlob('p1')).toHaveLength(4)
  expect(used).toEqual(['ROLE1', 'ROLE1', 'ROLE2'])
  accepted = 'NOBODY'
  await expect(storage.getBlob('p1')).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    hint: expect.stringContaining('AWS_ROLE_ARN and the identity of this workflow'),
  })
  expect(used.slice(3)).toEqual(['ROLE2', 'ROLE3'])
  expect(lines).toEqual([`Credentials for S3: ${server.host} backups: AWS_ROLE_ARN and the identity of this workflow (OIDC).`])
})

it('names the variable of a service of roles that is no URL', async () => {
  const env = { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', AWS_ENDPOINT_URL_STS: '127.0.0.1:21100' }
  await expect(s3Credentials(OPTIONS, { ...CONTEXT, env, identityToken: async () => 'jwt' }, NOBODY)).rejects.toMatchObject({
    code: 'CAIRN_CONFIG_INVALID',
    message: 'The variable AWS_ENDPOINT_URL_STS is not the URL of a host.',
  })
})
