import { generateKeyPairSync } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import type { BackendContext } from '../../../src/repo/blob/backends.ts'
import { gcsStorageConfig, parseGcsConfig } from '../../../src/repo/blob/gcs/config.ts'
import { type GcsCredential, planCredentials } from '../../../src/repo/blob/gcs/credential-plan.ts'
import { logIn } from '../../../src/repo/blob/gcs/login.ts'
import { proxyFor } from '../../../src/repo/blob/proxy.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'
import { tempDir } from '../../support/temp-dir.ts'

const CONTEXT: BackendContext = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }
const OPTIONS = parseGcsConfig(gcsStorageConfig({ bucket: 'team-backups' }))
const SCOPE = 'https://www.googleapis.com/auth/devstorage.full_control'
const PROVIDER = 'projects/123/locations/global/workloadIdentityPools/github/providers/github'
const identityToken = async (audience: string) => `workflow-token-for ${audience}`

afterEach(() => vi.unstubAllEnvs())

const json = (value: unknown): Answer => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
/** A host that gives tokens to everybody. */
const tokens = () =>
  scriptedServer(({ path }) =>
    path.includes(':generateAccessToken')
      ? json({ accessToken: 'token-of-account', expireTime: '2100-01-01T00:00:00Z' })
      : json({
          access_token: 'token',
          issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          token_type: 'Bearer',
          expires_in: 3600,
        }),
  )
const tokenOf = async ({ client }: Awaited<ReturnType<typeof logIn>>) => (await client?.getAccessToken())?.token
const parameters = ({ body }: AskedRequest) => Object.fromEntries(new URLSearchParams(body))

it('takes an emulator first, then what the connection names, then the workflow, then the variable of Google', () => {
  const env: Record<string, string> = {
    STORAGE_EMULATOR_HOST: '127.0.0.1:4443',
    GOOGLE_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
    GOOGLE_APPLICATION_CREDENTIALS: '/adc.json',
  }
  const options = { ...OPTIONS, credentials: { type: 'service_account' }, credentialsFile: '/file.json' }
  const surroundings = { env, identityToken, homeDirectory: '/home/me', platform: 'linux' }
  const sources = [planCredentials(options, surroundings)]
  delete env['STORAGE_EMULATOR_HOST']
  sources.push(planCredentials(options, surroundings), planCredentials({ ...options, credentials: undefined }, surroundings))
  sources.push(planCredentials(OPTIONS, surroundings), planCredentials(OPTIONS, { ...surroundings, identityToken: undefined }))
  delete env['GOOGLE_APPLICATION_CREDENTIALS']
  delete env['GOOGLE_WORKLOAD_IDENTITY_PROVIDER']
  sources.push(planCredentials(OPTIONS, surroundings))
  expect(sources.map((plans) => plans.map(({ kind, source }) => `${kind}: ${source}`))).toEqual([
    ['none: none, as for every emulator (STORAGE_EMULATOR_HOST)'],
    ['json: the credentials inside the connection (--embed-credentials)'],
    ['file: the file of the connection (--credentials-file)'],
    ['workflow: the OIDC token of this workflow with GOOGLE_WORKLOAD_IDENTITY_PROVIDER'],
    ['file: GOOGLE_APPLICATION_CREDENTIALS'],
    ['file: the login of gcloud (gcloud auth application-default login)', 'machine: the service account of this machine (metadata server)'],
  ])
  expect(sources.at(-1)?.[0]).toMatchObject({ path: '/home/me/.config/gcloud/application_default_credentials.json' })
})

it('exchanges the token of the workflow for one of Google', async () => {
  const google = await tokens()
  const hosts = { tokens: `http://${google.host}`, accounts: `http://${google.host}` }
  const plan: GcsCredential = { kind: 'workflow', provider: PROVIDER, serviceAccount: undefined, source: 'the OIDC token of this workflow' }
  expect(await tokenOf(await logIn([plan], SCOPE, { ...CONTEXT, identityToken }, hosts))).toBe('token')
  expect(google.asked).toHaveLength(1)
  expect(google.asked[0]?.path).toBe('/v1/token')
  expect(google.asked.map(parameters)[0]).toMatchObject({
    audience: `//iam.googleapis.com/${PROVIDER}`,
    subject_token: `workflow-token-for https://iam.googleapis.com/${PROVIDER}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    scope: SCOPE,
  })
})

it('takes the place of a service account where one is named', async () => {
  const google = await tokens()
  const hosts = { tokens: `http://${google.host}`, accounts: `http://${google.host}` }
  const provider = `https://iam.googleapis.com/${PROVIDER}`
  const plan: GcsCredential = {
    kind: 'workflow',
    provider,
    serviceAccount: 'ci@team.iam.gserviceaccount.com',
    source: 'the OIDC token of this workflow',
  }
  expect(await tokenOf(await logIn([plan], SCOPE, { ...CONTEXT, identityToken }, hosts))).toBe('token-of-account')
  expect(google.asked[1]).toMatchObject({
    path: '/v1/projects/-/serviceAccounts/ci%40team.iam.gserviceaccount.com:generateAccessToken',
    headers: { authorization: 'Bearer token' },
  })
  expect(JSON.parse(google.asked[1]?.body ?? '')).toMatchObject({ scope: [SCOPE] })
})

it('reads what google-github-actions/auth leaves in GOOGLE_APPLICATION_CREDENTIALS', async () => {
  const google = await scriptedServer(({ path }) =>
    path.startsWith('/oidc')
      ? json({ value: 'workflow-token' })
      : json({ access_token: 'token', issued_token_type: 'x', token_type: 'Bearer', expires_in: 3600 }),
  )
  const path = await credentialsFile({
    type: 'external_account',
    audience: `//iam.googleapis.com/${PROVIDER}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `http://${google.host}/v1/token`,
    credential_source: {
      url: `http://${google.host}/oidc?audience=x`,
      headers: { Authorization: 'Bearer request-token' },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
  })
  const plans = planCredentials(OPTIONS, { ...CONTEXT, env: { GOOGLE_APPLICATION_CREDENTIALS: path } })
  expect(await tokenOf(await logIn(plans, SCOPE, CONTEXT))).toBe('token')
  expect(google.asked[0]?.headers.authorization).toBe('Bearer request-token')
  expect(google.asked.map(parameters)[1]).toMatchObject({ subject_token: 'workflow-token' })
})

it('signs in with the key of a service account, inside the connection or in a file, through the proxy of the environment', async () => {
  const asked: string[] = []
  const proxy = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (first) => {
      asked.push(first.toString('latin1').split('\r\n')[0] ?? '')
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const account = { type: 'service_account', client_email: 'ci@team', private_key: privateKey }
  const inside: GcsCredential = { kind: 'json', json: account, source: 'the credentials inside the connection' }
  const file: GcsCredential = {
    kind: 'file',
    path: await credentialsFile(account),
    mayBeAbsent: false,
    source: 'the file of the connection',
  }
  // The proxy lets nobody through, so that the host of Google is never asked.
  const refusals = [inside, file].map((plan) => logIn([plan], SCOPE, CONTEXT).catch((error: unknown) => error))
  const [first, second] = await Promise.all(refusals)
  expect(first).toMatchObject({ message: expect.stringContaining(inside.source) })
  expect(second).toMatchObject({ message: expect.stringContaining(file.source) })
  expect(asked.length).toBeGreaterThanOrEqual(2)
  for (const line of asked) expect(line).toMatch(/^CONNECT [a-z0-9]+\.googleapis\.com:443 /)
})

it('says that a login is refused, with the words of Google and where it came from', async () => {
  const google = await scriptedServer(() => ({
    ...json({ error: 'invalid_target', error_description: 'The target service indicated by the audience is invalid.' }),
    status: 400,
  }))
  const hosts = { tokens: `http://${google.host}`, accounts: `http://${google.host}` }
  const plan: GcsCredential = { kind: 'workflow', provider: PROVIDER, serviceAccount: undefined, source: 'the OIDC token of this workflow' }
  await expect(logIn([plan], SCOPE, { ...CONTEXT, identityToken }, hosts)).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    message: expect.stringMatching(/the OIDC token of this workflow: .*invalid_target/),
  })
})

it('says that nobody gives tokens there', async () => {
  const hosts = { tokens: 'http://127.0.0.1:9', accounts: 'http://127.0.0.1:9' }
  const plan: GcsCredential = { kind: 'workflow', provider: PROVIDER, serviceAccount: undefined, source: 'the OIDC token of this workflow' }
  await expect(logIn([plan], SCOPE, { ...CONTEXT, identityToken }, hosts)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE' })
})

it('names the variable whose file is not there, and shows nothing of one that is not JSON', async () => {
  const absent = planCredentials(OPTIONS, { ...CONTEXT, env: { GOOGLE_APPLICATION_CREDENTIALS: '/nowhere/adc.json' } })
  await expect(logIn(absent, SCOPE, CONTEXT)).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_MISSING',
    message: 'Cannot log in to Google Cloud with GOOGLE_APPLICATION_CREDENTIALS: /nowhere/adc.json cannot be read (ENOENT).',
  })
  const path = join(await tempDir(), 'adc.json')
  await writeFile(path, 'secret-words-of-a-key')
  const broken = logIn([{ kind: 'file', path, mayBeAbsent: false, source: 'GOOGLE_APPLICATION_CREDENTIALS' }], SCOPE, CONTEXT)
  await expect(broken).rejects.toMatchObject({ code: 'CAIRN_CREDENTIALS_REFUSED', message: expect.stringContaining('not in JSON form') })
  await expect(broken).rejects.not.toHaveProperty('cause')
})

it('refuses a file that holds no usable key, naming it and its variable, and takes none for a host that is away', async () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'
  for (const content of [
    { type: 'service_account' },
    [1],
    null,
    { type: 'weird' },
    { type: 'service_account', client_email: 'ci@team', private_key: key },
  ]) {
    const path = await credentialsFile(content)
    const refused = logIn([{ kind: 'file', path, mayBeAbsent: false, source: 'GOOGLE_APPLICATION_CREDENTIALS' }], SCOPE, CONTEXT)
    await expect(refused, JSON.stringify(content)).rejects.toMatchObject({
      code: 'CAIRN_CREDENTIALS_REFUSED',
      message: expect.stringContaining(`with GOOGLE_APPLICATION_CREDENTIALS (${path}): `),
    })
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringMatching(/DECODER|OSSL|MIIE|properties of null/) })
  }
})

it('asks the machine last, and says what was tried when it has no account either', async () => {
  const home = await tempDir()
  await mkdir(join(home, '.config'))
  const surroundings = { ...CONTEXT, homeDirectory: home, env: { GOOGLE_WORKLOAD_IDENTITY_PROVIDER: PROVIDER } }
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none')
  await expect(logIn(planCredentials(OPTIONS, surroundings), SCOPE, surroundings)).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_MISSING',
    message: expect.stringMatching(/Tried the login of gcloud .*; the service account of this machine/),
    hint: expect.stringContaining('id-token: write'),
  })
  const machine = await scriptedServer(() => ({
    headers: { 'content-type': 'application/json', 'metadata-flavor': 'Google' },
    body: '{"access_token":"token-of-machine","expires_in":3600,"token_type":"Bearer"}',
  }))
  vi.stubEnv('METADATA_SERVER_DETECTION', 'assume-present')
  vi.stubEnv('GCE_METADATA_HOST', machine.host)
  const login = await logIn(planCredentials(OPTIONS, surroundings), SCOPE, surroundings)
  expect(login.source).toBe('the service account of this machine (metadata server)')
  expect(await tokenOf(login)).toBe('token-of-machine')
})

it('gives up a login that does not come to its end within ten seconds', async () => {
  const clock = { ...systemClock, sleep: async () => undefined }
  const plan: GcsCredential = { kind: 'workflow', provider: PROVIDER, serviceAccount: undefined, source: 'the OIDC token of this workflow' }
  await expect(
    logIn([plan], SCOPE, { ...CONTEXT, clock, identityToken: () => new Promise<string>(() => undefined) }),
  ).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining('no answer in 9 seconds'),
  })
})

it('writes a connection as other programs do, member after member', () => {
  const everything = {
    type: 'gcs',
    config: {
      bucket: 'team-backups',
      prefix: 'ci/',
      credentialsFile: '/file.json',
      credentials: { type: 'service_account' },
      readOnly: true,
      maxDownloadSpeedBytesPerSecond: 5.5,
      pointInTime: '2026-11-23T13:00:00Z',
    },
  }
  expect(JSON.stringify(gcsStorageConfig(parseGcsConfig(everything)))).toBe(JSON.stringify(everything))
})

it('refuses connections whose names could lead elsewhere', () => {
  for (const wrong of [
    { bucket: 'a/b' },
    { bucket: 'Team' },
    { bucket: 'team', credentials: 'x' },
    { bucket: 'team', readOnly: 1 },
    { bucket: 'team', pointInTime: 'x' },
  ]) {
    expect(() => parseGcsConfig({ type: 'gcs', config: wrong }), JSON.stringify(wrong)).toThrow(
      expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID' }),
    )
  }
})

it('goes through the proxy of the environment, except to hosts that are exempt', () => {
  const storage = 'https://storage.googleapis.com'
  const env = { HTTPS_PROXY: 'http://proxy:3128' }
  expect(proxyFor(storage, env)?.url.href).toBe('http://proxy:3128/')
  expect(proxyFor('http://127.0.0.1:4443', env)).toBeUndefined()
  expect(proxyFor(storage, {})).toBeUndefined()
  for (const NO_PROXY of ['*', 'storage.googleapis.com', '.googleapis.com', '*.googleapis.com', 'x, googleapis.com:443']) {
    expect(proxyFor(storage, { ...env, NO_PROXY }), NO_PROXY).toBeUndefined()
  }
  for (const NO_PROXY of ['', 'apis.com', 'googleapis.com:80']) expect(proxyFor(storage, { ...env, NO_PROXY }), NO_PROXY).toBeDefined()
})

async function credentialsFile(content: unknown): Promise<string> {
  const path = join(await tempDir(), 'credentials.json')
  await writeFile(path, JSON.stringify(content))
  return path
}
