import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import { type AzureOptions, azureStorageConfig, parseAzureConfig } from '../../../src/repo/blob/azure/config.ts'
import { planCredentials } from '../../../src/repo/blob/azure/credential-plan.ts'
import { logIn, type TokenPlan } from '../../../src/repo/blob/azure/login.ts'
import { azurePlaceOf } from '../../../src/repo/blob/azure/place.ts'
import type { BackendContext } from '../../../src/repo/blob/backends.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { scriptedServer } from '../../support/scripted-server.ts'
import { tempDir } from '../../support/temp-dir.ts'

const CONTEXT: BackendContext = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }
const PRINCIPAL = { AZURE_CLIENT_ID: 'client', AZURE_TENANT_ID: 'tenant' }

const optionsOf = (more: Partial<AzureOptions> = {}) =>
  parseAzureConfig(azureStorageConfig({ container: 'backups', account: 'team1', ...more }))

afterEach(() => vi.unstubAllEnvs())

it('takes what the connection names before anything else, in the order of other programs', () => {
  const everything = {
    sasToken: 'sv=1',
    storageKey: 'key',
    tenantId: 'tenant',
    clientId: 'client',
    clientSecret: 'secret',
    clientCertificate: 'pem',
    federatedTokenFile: '/token',
  }
  const env = { ...PRINCIPAL, AZURE_STORAGE_KEY: 'other' }
  const taken: string[] = []
  const order = ['sasToken', 'storageKey', 'clientSecret', 'clientCertificate', 'federatedTokenFile'] as const
  for (const [i] of order.entries()) {
    const without = Object.fromEntries(order.slice(0, i).map((name) => [name, '']))
    const plans = planCredentials(optionsOf({ ...everything, ...without }), env, true)
    expect(plans).toHaveLength(1)
    taken.push(`${plans[0]?.kind}: ${plans[0]?.source}`)
  }
  expect(taken).toEqual([
    'sas: the SAS token of the connection (--sas-token, or AZURE_STORAGE_SAS_TOKEN when it was made)',
    'key: the storage key of the connection (--storage-key, or AZURE_STORAGE_KEY when it was made)',
    'secret: the client secret of the connection (--client-secret, or AZURE_CLIENT_SECRET when it was made)',
    'certificate: the client certificate of the connection (--client-cert, or AZURE_CLIENT_CERTIFICATE when it was made)',
    'token-file: the federated token file of the connection (--azure-federated-token-file, or AZURE_FEDERATED_TOKEN_FILE when it was made)',
  ])
})

it('takes from the environment what changes with every run first, and what stays for ever last', () => {
  const env: Record<string, string> = {
    ...PRINCIPAL,
    AZURE_FEDERATED_TOKEN_FILE: '/token',
    AZURE_CLIENT_CERTIFICATE_PATH: '/cert.pem',
    AZURE_CLIENT_CERTIFICATE: 'pem',
    AZURE_CLIENT_SECRET: 'secret',
    AZURE_STORAGE_SAS_TOKEN: '?sv=1',
    AZURE_STORAGE_KEY: 'key',
  }
  const kinds = [planCredentials(optionsOf(), env, true)[0]?.kind]
  for (const name of Object.keys(env).slice(2)) {
    kinds.push(planCredentials(optionsOf(), env, false)[0]?.kind)
    delete env[name]
  }
  expect(kinds).toEqual(['workflow', 'token-file', 'certificate-file', 'certificate', 'secret', 'sas', 'key'])
  expect(planCredentials(optionsOf(), env, false).map(({ kind }) => kind)).toEqual(['cli', 'managed'])
})

it('uses the application of the connection with the token of the workflow', () => {
  const [plan] = planCredentials(optionsOf({ tenantId: 't1', clientId: 'c1' }), { ...PRINCIPAL }, true)
  expect(plan).toMatchObject({
    kind: 'workflow',
    tenantId: 't1',
    clientId: 'c1',
    source: 'the OIDC token of this workflow with --client-id and --tenant-id',
  })
})

it('finds a container by account and domain, an emulator by its address, and says what it read', () => {
  const urlOf = (more: Partial<AzureOptions>, env = {}) => azurePlaceOf(optionsOf(more), env).accountUrl
  expect(urlOf({})).toBe('https://team1.blob.core.windows.net')
  expect(urlOf({ domain: 'blob.core.usgovcloudapi.net' })).toBe('https://team1.blob.core.usgovcloudapi.net')
  expect(urlOf({ domain: 'blob.localhost:10000', hasTls: false })).toBe('http://team1.blob.localhost:10000')
  expect(urlOf({ domain: '127.0.0.1:10000', hasTls: false })).toBe('http://127.0.0.1:10000/team1')
  expect(urlOf({ domain: 'localhost:10000' })).toBe('https://localhost:10000/team1')
  expect(urlOf({}, { AZURE_STORAGE_DOMAIN: 'http://127.0.0.1:10000/' })).toBe('http://127.0.0.1:10000/team1')
  expect(urlOf({ account: '' }, { AZURE_STORAGE_ACCOUNT: 'other' })).toBe('https://other.blob.core.windows.net')
  expect(
    azurePlaceOf(optionsOf({ account: '' }), { AZURE_STORAGE_ACCOUNT: 'other', AZURE_STORAGE_DOMAIN: 'blob.example.net' }).settings
      .endpoint,
  ).toBe('the storage account "other" (AZURE_STORAGE_ACCOUNT) and the domain "blob.example.net" (AZURE_STORAGE_DOMAIN)')
})

it('refuses a domain that is none, and names the variable', () => {
  const hint = expect.stringContaining('Write a host alone')
  for (const value of ['http://127.0.0.1:99999', 'my domain', 'http://127.0.0.1:21130/devstoreaccount1', 'http://', 'x.127.0.0.1']) {
    expect(() => azurePlaceOf(optionsOf({}), { AZURE_STORAGE_DOMAIN: value }), value).toThrow(
      expect.objectContaining({
        code: 'CAIRN_CONFIG_INVALID',
        message: 'The variable AZURE_STORAGE_DOMAIN is not a domain with or without a port.',
        hint,
      }),
    )
  }
  expect(() => azurePlaceOf(optionsOf({ domain: '1.2.3' }), {})).toThrow(expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID', hint }))
  expect(() => optionsOf({ domain: '127.0.0.1:99999' })).toThrow('storage.config.storageDomain')
})

it('says of what a connection holds that it is also in a variable', () => {
  const key = Buffer.alloc(32, 1).toString('base64')
  const sourceOf = (env: Record<string, string>) => planCredentials(optionsOf({ storageKey: key }), env, false)[0]?.source
  expect(sourceOf({ AZURE_STORAGE_KEY: key })).toBe('the storage key of the connection, the same as in AZURE_STORAGE_KEY')
  expect(sourceOf({ AZURE_STORAGE_KEY: 'other' })).toBe(
    'the storage key of the connection (--storage-key, or AZURE_STORAGE_KEY when it was made)',
  )
})

it('refuses connections whose names could lead elsewhere', () => {
  for (const wrong of [
    { container: 'a/../b' },
    { container: 'backups', storageAccount: 'team.example.org/x' },
    { container: 'backups', storageAccount: 'team1', storageDomain: 'blob.core.windows.net/other' },
    { container: 'backups', storageAccount: 'team1', storageDomain: 'user@evil.example' },
    { container: 'backups', storageAccount: 7 },
    { container: 'backups', doNotUseTLS: 'yes' },
    { container: 'backups', pointInTime: 'yesterday' },
  ]) {
    expect(() => parseAzureConfig({ type: 'azureBlob', config: wrong }), JSON.stringify(wrong)).toThrow(
      expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID' }),
    )
  }
})

it('writes a connection as other programs do, member after member', () => {
  const everything = {
    type: 'azureBlob',
    config: {
      container: 'backups',
      prefix: 'ci/',
      storageAccount: 'team1',
      storageKey: 'k',
      sasToken: 's',
      TenantID: 't',
      ClientID: 'c',
      ClientSecret: 'x',
      clientCertificate: 'p',
      azureFederatedTokenFile: '/f',
      storageDomain: 'blob.example.net',
      doNotUseTLS: true,
      maxUploadSpeedBytesPerSecond: 5,
      pointInTime: '2026-11-23T13:00:00Z',
    },
  }
  expect(JSON.stringify(azureStorageConfig(parseAzureConfig(everything)))).toBe(JSON.stringify(everything))
})

const CLI: TokenPlan = { kind: 'cli', source: 'the login of the Azure CLI' }
const MANAGED: TokenPlan = { kind: 'managed', clientId: undefined, source: 'the managed identity of this machine' }

/** Puts a program `az` on PATH, and nothing else but the shell. */
async function fakeCli(script: string): Promise<void> {
  const folder = await tempDir('az')
  await writeFile(join(folder, 'az'), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, 'az'), 0o755)
  vi.stubEnv('PATH', `${folder}:/bin:/usr/bin`)
}

it.skipIf(process.platform === 'win32')('takes the login of the Azure CLI', async () => {
  await fakeCli(`echo '{"accessToken":"token-of-az","expires_on":4102444800,"tokenType":"Bearer"}'`)
  const { credential, source } = await logIn([CLI, MANAGED], CONTEXT)
  expect(source).toBe('the login of the Azure CLI')
  expect(await credential.getToken('https://storage.azure.com/.default')).toMatchObject({ token: 'token-of-az' })
})

it.skipIf(process.platform === 'win32')('takes the identity of the machine when nobody is logged in with the Azure CLI', async () => {
  await fakeCli(`echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`)
  const machine = await scriptedServer(() => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      access_token: 'token-of-machine',
      expires_in: '3600',
      expires_on: '4102444800',
      resource: 'r',
      token_type: 'Bearer',
    }),
  }))
  vi.stubEnv('AZURE_POD_IDENTITY_AUTHORITY_HOST', `http://${machine.host}`)
  const { credential, source } = await logIn([CLI, MANAGED], CONTEXT)
  expect(source).toBe('the managed identity of this machine')
  expect(await credential.getToken('https://storage.azure.com/.default')).toMatchObject({ token: 'token-of-machine' })
  expect(machine.asked[0]?.headers['metadata']).toBe('true')
})

it.skipIf(process.platform === 'win32')('says what was tried when there is nothing, and what the workflow lacks', async () => {
  await fakeCli(`echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`)
  const machine = await scriptedServer(() => ({
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: '{"error":"invalid_request","error_description":"Identity not found"}',
  }))
  vi.stubEnv('AZURE_POD_IDENTITY_AUTHORITY_HOST', `http://${machine.host}`)
  await expect(logIn([CLI, MANAGED], { ...CONTEXT, env: PRINCIPAL })).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_MISSING',
    message: expect.stringMatching(/Azure CLI: .*az login.*; the managed identity of this machine: /),
    hint: expect.stringContaining('id-token: write'),
  })
})

it.skipIf(process.platform === 'win32')('calls it an outage when a login that worked is silent for once', async () => {
  await fakeCli(`echo '{"accessToken":"token-of-az","expires_on":4102444800,"tokenType":"Bearer"}'`)
  let isLate = false
  const clock = {
    ...systemClock,
    sleep: async (ms: number, signal?: AbortSignal) => (isLate ? undefined : await systemClock.sleep(ms, signal)),
  }
  const { credential } = await logIn([CLI], { ...CONTEXT, clock })
  isLate = true
  await expect(credential.getToken('https://storage.azure.com/.default')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
})

it('refuses a certificate that is none, without showing it', async () => {
  const plan: TokenPlan = { kind: 'certificate', tenantId: 't', clientId: 'c', pem: 'private words', source: 'AZURE_CLIENT_CERTIFICATE' }
  const refused = logIn([plan], CONTEXT)
  await expect(refused).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    message: expect.stringContaining('AZURE_CLIENT_CERTIFICATE'),
  })
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('private words') })
})

it('names the file of a token that is not there', async () => {
  const plan: TokenPlan = { kind: 'token-file', tenantId: 't', clientId: 'c', path: '/nowhere/token', source: 'AZURE_FEDERATED_TOKEN_FILE' }
  await expect(logIn([plan], CONTEXT)).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    message: expect.stringContaining('/nowhere/token'),
  })
})

it('gives up a login that does not come to its end within ten seconds', async () => {
  const clock = { ...systemClock, sleep: async () => undefined }
  const identityToken = () => new Promise<string>(() => undefined)
  const plan: TokenPlan = { kind: 'workflow', tenantId: 't', clientId: 'c', source: 'the OIDC token of this workflow' }
  await expect(logIn([plan], { ...CONTEXT, clock, identityToken })).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining('no answer in 9 seconds'),
  })
})

it('keeps what the service of identities is found to be, which the library would only quote', async () => {
  const identityToken = async () => {
    throw new CairnError('CAIRN_STORAGE_UNAVAILABLE', 'Cannot get an identity token of this workflow.')
  }
  const plan: TokenPlan = { kind: 'workflow', tenantId: 't', clientId: 'c', source: 'the OIDC token of this workflow' }
  await expect(logIn([plan], { ...CONTEXT, identityToken })).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNAVAILABLE',
    message: 'Cannot get an identity token of this workflow.',
  })
})
