import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import type { CliContext } from '../../../src/cli/context.ts'
import { parseCommandLine } from '../../../src/cli/program.ts'
import { storageOfFlags } from '../../../src/cli/storage-flags.ts'
import { testContext } from '../../support/command-context.ts'
import { tempDir } from '../../support/temp-dir.ts'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

/** The storage that the flags of `repository connect s3` name, as JSON, and what was hidden from output. */
async function storage(flags: readonly string[], env: Record<string, string> = {}) {
  const cwd = join(await tempDir(), 'work')
  mkdirSync(cwd)
  writeFileSync(join(cwd, 'ca.pem'), PEM)
  const parsed = await parseCommandLine(COMMANDS, ['repository', 'connect', 's3', ...flags], env, 'cairn')
  if (parsed.kind !== 'command') throw new Error('it asks for help')
  const masked: string[] = []
  const context = { ...testContext(cwd), mask: (secret: string) => void masked.push(secret) }
  // The flags need nothing else of the command line.
  return { json: JSON.stringify(await storageOfFlags('s3', context as unknown as CliContext, parsed.input)), masked }
}

it('writes what kopia writes for the same flags, byte for byte', async () => {
  const { json } = await storage([
    '--bucket=lock',
    '--region=us-east-1',
    '--endpoint=127.0.0.1:9719',
    '--disable-tls',
    '--access-key=AKAK',
    '--secret-access-key=SKSKSKSK',
    '--max-upload-speed=1000000',
    '--max-download-speed=2000000.5',
    '--point-in-time=2026-11-23T16:45:00.120+02:00',
    '--root-ca-pem-path=ca.pem',
    '--disable-tls-verification',
  ])
  // Made by `kopia repository connect s3` with these flags; the certificate is another one.
  expect(json).toBe(
    `{"type":"s3","config":{"bucket":"lock","endpoint":"127.0.0.1:9719","doNotUseTLS":true,"doNotVerifyTLS":true,"rootCA":"${Buffer.from(PEM).toString('base64')}","accessKeyID":"AKAK","secretAccessKey":"SKSKSKSK","sessionToken":"","roleARN":"","sessionName":"","duration":"0s","roleEndpoint":"","roleRegion":"","region":"us-east-1","maxUploadSpeedBytesPerSecond":1000000,"maxDownloadSpeedBytesPerSecond":2000000.5,"pointInTime":"2026-11-23T16:45:00.12+02:00"}}`,
  )
})

it('takes keys from the variables that kopia reads, keeps them and hides them; without any it keeps none', async () => {
  const env = {
    AWS_ACCESS_KEY_ID: 'A',
    AWS_SECRET_ACCESS_KEY: 'the-secret',
    AWS_SESSION_TOKEN: 'the-token',
    ROOT_CA_PEM_BASE64: 'TUlJQg==',
  }
  const { json, masked } = await storage(['--bucket=b-1', '--prefix=shop/'], env)
  expect(JSON.parse(json).config).toMatchObject({
    accessKeyID: 'A',
    secretAccessKey: 'the-secret',
    sessionToken: 'the-token',
    rootCA: 'TUlJQg==',
  })
  expect(masked).toEqual(['the-secret', 'the-token'])
  const without = JSON.parse((await storage(['--bucket=b-1'])).json)
  expect(without.config).toMatchObject({ endpoint: 's3.amazonaws.com', accessKeyID: '', secretAccessKey: '', sessionToken: '' })
})

it('writes times as kopia writes them', async () => {
  for (const [given, written] of [
    ['2026-11-23T14:45:00+00:00', '2026-11-23T14:45:00Z'],
    ['2026-11-23T14:45:00.000Z', '2026-11-23T14:45:00Z'],
  ] as const) {
    expect(JSON.parse((await storage(['--bucket=b-1', '--point-in-time', given])).json).config.pointInTime).toBe(written)
  }
})

it('refuses what cannot be meant, and says what to give instead', async () => {
  for (const [flags, words] of [
    [[], '--bucket'],
    [['--bucket=b-1', '--endpoint=https://s3.example'], '--endpoint takes a host'],
    [['--bucket=b-1', '--access-key=A'], '--secret-access-key'],
    [['--bucket=b-1', '--secret-access-key=S'], '--access-key'],
    [['--bucket=b-1', '--point-in-time=yesterday'], '--point-in-time'],
    [['--bucket=b-1', '--root-ca-pem-path=none.pem'], '--root-ca-pem-path'],
    [['--bucket=b-1', '--root-ca-pem-base64=?'], '--root-ca-pem-base64'],
    [['--bucket=b-1', '--root-ca-pem-base64=TUlJQg==', '--root-ca-pem-path=ca.pem'], 'Only one'],
    [['--bucket=b-1', '--max-upload-speed=-1'], '--max-upload-speed'],
  ] as const) {
    await expect(storage(flags), flags.join(' ')).rejects.toMatchObject({ code: 'CAIRN_USAGE', message: expect.stringContaining(words) })
  }
})
