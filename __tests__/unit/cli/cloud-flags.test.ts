/** What the flags of Azure and Google Cloud Storage become in a connection. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { azureStorage } from '../../../src/cli/azure-storage-flags.ts'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import type { CliContext } from '../../../src/cli/context.ts'
import { gcsStorage } from '../../../src/cli/gcs-storage-flags.ts'
import { parseCommandLine } from '../../../src/cli/program.ts'
import { tempDir } from '../../support/temp-dir.ts'

async function parsed(line: string, env: Readonly<Record<string, string>> = {}) {
  const command = await parseCommandLine(COMMANDS, line.split(' '), env, 'cairn')
  if (command.kind !== 'command') throw new Error('it asks for help')
  return command.input
}

/** The parts of a context that flags need. */
function contextIn(cwd: string) {
  const masked: string[] = []
  return { context: { cwd, mask: (secret: string) => void masked.push(secret) } as unknown as CliContext, masked }
}

it('reads all flags of Azure, and keeps its secrets out of every later line', async () => {
  const { context, masked } = contextIn('/work')
  const line =
    'repository connect azure --container c-1 --storage-account team1 --storage-key KEY --sas-token ?sv=1 --prefix ci/ --tenant-id t --client-id c --client-secret s --client-cert PEM --azure-federated-token-file /f --storage-domain blob.example.net --max-upload-speed 5 --point-in-time 2026-11-23T13:00:00Z'
  expect(JSON.stringify(azureStorage(context, await parsed(line)))).toBe(
    '{"type":"azureBlob","config":{"container":"c-1","prefix":"ci/","storageAccount":"team1","storageKey":"KEY","sasToken":"sv=1","TenantID":"t","ClientID":"c","ClientSecret":"s","clientCertificate":"PEM","azureFederatedTokenFile":"/f","storageDomain":"blob.example.net","maxUploadSpeedBytesPerSecond":5,"pointInTime":"2026-11-23T13:00:00Z"}}',
  )
  expect(masked).toEqual(['KEY', 'sv=1', 's', 'PEM'])
})

it('takes what is not given from the variables of kopia, and an emulator by its address', async () => {
  const { context } = contextIn('/work')
  const env = {
    AZURE_STORAGE_ACCOUNT: 'team1',
    AZURE_STORAGE_KEY: 'KEY',
    AZURE_STORAGE_DOMAIN: 'http://127.0.0.1:10000',
    AZURE_TENANT_ID: 't',
  }
  expect(azureStorage(context, await parsed('repository create azure --container backups', env)).config).toEqual({
    container: 'backups',
    storageAccount: 'team1',
    storageKey: 'KEY',
    TenantID: 't',
    storageDomain: '127.0.0.1:10000',
    doNotUseTLS: true,
  })
})

it('says which flag is missing or cannot be', async () => {
  const { context } = contextIn('/work')
  const usage = (message: string) => expect.objectContaining({ code: 'CAIRN_USAGE', message: expect.stringContaining(message) })
  const azure = async (flags: string) => azureStorage(context, await parsed(`repository connect azure ${flags}`))
  await expect(azure('--storage-account team1')).rejects.toThrow(usage('--container is missing'))
  await expect(azure('--container backups')).rejects.toThrow(usage('--storage-account is missing'))
  await expect(azure('--container backups --storage-account team1 --storage-domain http://h/path')).rejects.toThrow(
    usage('--storage-domain takes a host'),
  )
  const gcs = async (flags: string) => gcsStorage(context, await parsed(`repository connect gcs ${flags}`))
  await expect(gcs('--prefix x/')).rejects.toThrow(usage('--bucket is missing'))
  await expect(gcs('--bucket team --embed-credentials')).rejects.toThrow(usage('--embed-credentials needs --credentials-file'))
  await expect(gcs('--bucket team --credentials-file /nowhere/x.json')).rejects.toThrow(usage('/nowhere/x.json, does not exist'))
})

it('names the file of Google credentials, or puts its content into the connection', async () => {
  const dir = await tempDir()
  const { context, masked } = contextIn(dir)
  const account = {
    type: 'service_account',
    private_key: '-----BEGIN PRIVATE KEY-----\nMIIEvgIBADANBgkqhkiG9w0B\n-----END PRIVATE KEY-----\n',
  }
  await writeFile(join(dir, 'key.json'), JSON.stringify(account))
  const flags = '--bucket team --prefix ci/ --credentials-file key.json --read-only'
  expect(gcsStorage(context, await parsed(`repository connect gcs ${flags}`)).config).toEqual({
    bucket: 'team',
    prefix: 'ci/',
    credentialsFile: join(dir, 'key.json'),
    readOnly: true,
  })
  const embedded = gcsStorage(context, await parsed(`repository connect gcs ${flags} --embed-credentials`))
  expect(embedded.config).toEqual({ bucket: 'team', prefix: 'ci/', credentials: account, readOnly: true })
  expect(masked).toContain('MIIEvgIBADANBgkqhkiG9w0B')
  await writeFile(join(dir, 'key.json'), 'secret words')
  const broken = parsed(`repository connect gcs ${flags} --embed-credentials`).then((input) => gcsStorage(context, input))
  await expect(broken).rejects.toMatchObject({
    code: 'CAIRN_USAGE',
    message: 'The file of --credentials-file cannot be read: it is not JSON.',
  })
})
