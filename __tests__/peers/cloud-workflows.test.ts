/** The workflows of examples/azure.yml and examples/gcs.yml end to end under act, against the emulators. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Checkout, checkout, PASSWORD, resultOf, SECRETS, TIMEOUT } from '../support/act-checkout.ts'
import { AZURITE_ACCOUNT, AZURITE_KEY, startAzurite } from '../support/azurite.ts'
import { makeCertificate, startEntra } from '../support/entra.ts'
import { startFakeGcs } from '../support/fake-gcs.ts'
import { DIST } from '../support/fake-runner.ts'
import { scriptedServer } from '../support/scripted-server.ts'

const TENANT = '11111111-2222-3333-4444-555555555555'
const CLIENT = '66666666-7777-8888-9999-000000000000'
const TOKEN = 'header.payload-of-the-job.signature'

const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])

/** What GitHub gives to a job with `id-token: write`. */
async function gitHub(audience: string) {
  return await scriptedServer(({ path, headers }) => {
    const isAllowed = headers.authorization === 'Bearer key-of-the-job' && path.includes(`audience=${encodeURIComponent(audience)}`)
    return isAllowed ? { body: JSON.stringify({ value: TOKEN }), headers: { 'content-type': 'application/json' } } : { status: 401 }
  })
}

/** Somebody looks at the backup afterwards, with a connection of their own. */
function lookAt(shop: Checkout, connect: readonly string[], more: Readonly<Record<string, string>>): string[] {
  const home = join(shop.folder, 'home-of-somebody')
  mkdirSync(home)
  const env = { PATH: process.env['PATH'], HOME: home, KOPIA_PASSWORD: PASSWORD, ...more }
  const cairn = (...args: string[]) =>
    execFileSync(process.execPath, [join(DIST, 'cli/index.js'), ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  cairn('repository', 'connect', ...connect)
  cairn('snapshot', 'verify', '--verify-files-percent=100')
  expect(JSON.parse(cairn('doctor', '--json'))).toMatchObject({ isHealthy: true })
  const listed: { id: string }[] = JSON.parse(cairn('snapshot', 'list', '--all', '--json'))
  return listed.map(({ id }) => id)
}

it('backs up to Azure with the identity of the workflow, and without any key of its own', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const certificate = makeCertificate(shop.folder, context)
  const azurite = await startAzurite(context, certificate)
  onTestFinished(() => azurite.stop())
  execFileSync(process.execPath, ['--input-type=module', '-e', MAKE_CONTAINER, azurite.origin], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate.cert },
  })
  const entra = await startEntra(certificate, { tenantId: TENANT, clientId: CLIENT, assertion: TOKEN })
  onTestFinished(() => entra.stop())
  const github = await gitHub('api://AzureADTokenExchange')
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://${github.host}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'key-of-the-job',
    AZURE_AUTHORITY_HOST: entra.authority,
    AZURE_STORAGE_DOMAIN: azurite.host,
    NODE_EXTRA_CA_CERTS: certificate.cert,
  }
  const variables = {
    AZURE_CLIENT_ID: CLIENT,
    AZURE_TENANT_ID: TENANT,
    CAIRN_AZURE_REPOSITORY: `azblob://backups/shop?account=${AZURITE_ACCOUNT}`,
  }
  const flags = [...SECRETS, ...pairs('--env', environment), ...pairs('--var', variables)]
  const { exitCode, log } = await shop.act('push', 'examples/azure.yml', flags)
  expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') })
  expect(resultOf(log)['status']).toBe('created')
  expect(log).toContain(`${AZURITE_ACCOUNT} backups: the OIDC token of this workflow with AZURE_CLIENT_ID and AZURE_TENANT_ID.`)
  expect(log).not.toMatch(new RegExp(`payload-of-the-job|${PASSWORD}`))
  expect(entra.asked[0]).toMatchObject({
    client_id: CLIENT,
    client_assertion: TOKEN,
    scope: expect.stringContaining('https://storage.azure.com/.default'),
  })

  const container = ['--container', 'backups', '--prefix', 'shop/', '--storage-account', AZURITE_ACCOUNT, '--storage-domain', azurite.host]
  const env = { AZURE_STORAGE_KEY: AZURITE_KEY, NODE_EXTRA_CA_CERTS: certificate.cert }
  expect(lookAt(shop, ['azure', ...container], env)).toEqual([resultOf(log)['snapshot']])

  // Another application that nobody trusts.
  const stranger = await shop.act('push', 'examples/azure.yml', [...flags, '--var', 'AZURE_CLIENT_ID=somebody-else'])
  expect(stranger.log).toContain('CAIRN_CREDENTIALS_REFUSED')
  expect(stranger.log).toContain('AADSTS700213')
})

/** Azure has no way to make a container with a token alone that Azurite takes from a plain client, so its key does it. */
const MAKE_CONTAINER = `
import { ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob'
const credential = new StorageSharedKeyCredential('${AZURITE_ACCOUNT}', '${AZURITE_KEY}')
await new ContainerClient(process.argv[1] + '/${AZURITE_ACCOUNT}/backups', credential).create()
`

it('backs up to Google Cloud Storage', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const gcs = await startFakeGcs(context)
  onTestFinished(() => gcs.stop())
  await gcs.makeBucket('team-backups')
  const variables = { CAIRN_GCS_REPOSITORY: 'gs://team-backups/shop' }
  const flags = [...SECRETS, ...pairs('--env', { STORAGE_EMULATOR_HOST: gcs.origin }), ...pairs('--var', variables)]
  const { exitCode, log } = await shop.act('push', 'examples/gcs.yml', flags)
  expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') })
  expect(resultOf(log)['status']).toBe('created')
  expect(log).toContain('team-backups: none, as for every emulator (STORAGE_EMULATOR_HOST).')
  expect(log).not.toContain('DeprecationWarning')
  const bucket = ['gcs', '--bucket', 'team-backups', '--prefix', 'shop/']
  expect(lookAt(shop, bucket, { STORAGE_EMULATOR_HOST: gcs.origin })).toEqual([resultOf(log)['snapshot']])
})
