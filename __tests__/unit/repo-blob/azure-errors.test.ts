/** Each way in which Azure can fail is told apart from the others, and names what was read. */
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import type { CairnError } from '../../../src/errors.ts'
import { azureStorageConfig } from '../../../src/repo/blob/azure/config.ts'
import { readFailure } from '../../../src/repo/blob/azure/failure.ts'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { SlimError } from '../../../src/repo/blob/slim-error.ts'
import { hurriedClock } from '../../support/hurried-clock.ts'
import { recordingLogger } from '../../support/recording-logger.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'

const KEY = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')
const ENV = { AZURE_STORAGE_KEY: KEY }

async function failure(domain: string, env: Readonly<Record<string, string>> = ENV) {
  const clock = hurriedClock()
  const log = recordingLogger()
  const config = azureStorageConfig({ container: 'backups', account: 'teambackups', domain, hasTls: false })
  const error: CairnError = await openStorage(config, { mode: 'existing', clock, platform: 'linux', log, backend: { env } }).then(
    () => Promise.reject(new Error('it opened')),
    (thrown) => thrown,
  )
  return { error, lines: log.lines, waitedMs: clock.waitedMs() }
}

async function failureOf(answer: (request: AskedRequest) => Answer, env?: Readonly<Record<string, string>>) {
  const server = await scriptedServer(answer)
  return { asked: server.asked, ...(await failure(server.host, env)) }
}

const said = (status: number, code: string, message = 'Words of the store.\nRequestId:1'): Answer => ({
  status,
  headers: { 'x-ms-error-code': code, 'x-ms-request-id': '1', 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
})

it('says that a key is not the right one, and which variable it came from', async () => {
  for (const answer of [
    said(403, 'AuthenticationFailed'),
    said(401, 'NoAuthenticationInformation'),
    said(400, 'InvalidAuthenticationInfo'),
  ]) {
    const { error, waitedMs, asked } = await failureOf(() => answer)
    expect(error).toMatchObject({ code: 'CAIRN_CREDENTIALS_REFUSED', hint: expect.stringContaining('AZURE_STORAGE_KEY') })
    expect(error.message).not.toContain(KEY)
    expect(waitedMs).toBe(0)
    expect(asked).toHaveLength(1)
  }
})

it('says that a login is known but not allowed to do this', async () => {
  for (const code of ['AuthorizationPermissionMismatch', 'AuthorizationFailure', 'AuthorizationSourceIPMismatch', 'AccountIsDisabled']) {
    const { error } = await failureOf(() => said(403, code))
    expect(error, code).toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN', hint: expect.stringContaining('AZURE_STORAGE_KEY') })
  }
})

it('names the container that does not exist', async () => {
  const { error } = await failureOf(() => said(404, 'ContainerNotFound'))
  expect(error).toMatchObject({ code: 'CAIRN_BUCKET_MISSING', hint: expect.stringContaining('the container "backups"') })
})

it('says that there is no repository where the container holds none', async () => {
  const { error } = await failureOf(({ path }) => (path.includes('comp=list') ? NO_BLOBS : said(404, 'BlobNotFound')))
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_EMPTY' })
})

const NO_BLOBS: Answer = {
  headers: { 'x-ms-request-id': '1', 'content-type': 'application/xml' },
  body: '<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Blobs/><NextMarker/></EnumerationResults>',
}

it('says that somebody else answers at the endpoint', async () => {
  const page = { headers: { 'content-type': 'text/html' }, body: '<html>Not here</html>' }
  for (const status of [200, 301, 400, 404]) {
    const { error, waitedMs } = await failureOf(() => ({ status, ...page }))
    expect(waitedMs).toBe(0)
    expect(error, String(status)).toMatchObject({
      code: 'CAIRN_STORAGE_ENDPOINT',
      hint: expect.stringContaining('the storage account "teambackups"'),
    })
  }
})

it('takes a success that does not say how long the blob is for that of somebody else', () => {
  const error = new RangeError("File download response doesn't contain valid content length header")
  expect(readFailure(error, 0)).toMatchObject({ meaning: 'wrong-endpoint', reason: 'the answer is none of Azure Blob Storage' })
})

it('says that nobody is there, at once', async () => {
  const { error, waitedMs } = await failure(await closedPort())
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', hint: expect.stringContaining('--storage-domain') })
  expect(waitedMs).toBe(0)
})

it('gives up a store that never answers within ten seconds', async () => {
  const { error, waitedMs } = await failureOf(() => ({ fault: 'silence' }))
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', message: expect.stringContaining('no answer in 9 seconds') })
  expect(waitedMs).toBeLessThan(10_000)
})

it('says that the clock of this machine is wrong', async () => {
  const detail = 'Server failed.</Message><AuthenticationErrorDetail>Request date header too old</AuthenticationErrorDetail><Message>'
  const { error } = await failureOf(() => said(403, 'AuthenticationFailed', detail))
  expect(error).toMatchObject({ code: 'CAIRN_CLOCK_SKEW' })
})

it('waits as long as a busy store asks for, and goes on where it was', async () => {
  let calls = 0
  const { error, waitedMs } = await failureOf(() => {
    const busy = said(503, 'ServerBusy')
    return ++calls <= 2 ? { ...busy, headers: { ...busy.headers, 'retry-after': '7' } } : said(404, 'ContainerNotFound')
  })
  expect(error).toMatchObject({ code: 'CAIRN_BUCKET_MISSING' })
  expect(waitedMs).toBe(14_000)
  expect(calls).toBe(3)
})

it('says where the credentials come from, and never what they are', async () => {
  const sas = 'sv=2024-01-01&sig=c2VjcmV0LXNpZ25hdHVyZQ%3D%3D&se=2026-11-24'
  const { error, lines } = await failureOf(
    () => said(403, 'AuthenticationFailed', 'Signature not valid in the specified time frame: sig=abc&se=1'),
    {
      AZURE_STORAGE_SAS_TOKEN: `?${sas}`,
    },
  )
  expect(lines.join('\n')).toMatch(/^info Credentials for Azure: .* backups: AZURE_STORAGE_SAS_TOKEN\.$/m)
  expect(error).toMatchObject({ code: 'CAIRN_CREDENTIALS_REFUSED', hint: expect.stringContaining('AZURE_STORAGE_SAS_TOKEN') })
  for (const text of [...lines, error.message, error.hint ?? '']) expect(text).not.toMatch(/c2VjcmV0|sig=abc/)
})

it('refuses a key that is no key before it asks anybody', async () => {
  const { error, asked } = await failureOf(() => ({}), { AZURE_STORAGE_KEY: 'not a key' })
  expect(error).toMatchObject({ code: 'CAIRN_CREDENTIALS_REFUSED', hint: expect.stringContaining('AZURE_STORAGE_KEY') })
  expect(asked).toEqual([])
})

it('needs to know the storage account', async () => {
  const config = azureStorageConfig({ container: 'backups' })
  await expect(
    openStorage(config, { mode: 'existing', clock: hurriedClock(), platform: 'linux', backend: { env: ENV } }),
  ).rejects.toMatchObject({
    code: 'CAIRN_CONFIG_INVALID',
    hint: expect.stringContaining('AZURE_STORAGE_ACCOUNT'),
  })
})

async function closedPort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
}

it('keeps of the cause its words, and nothing of the request', async () => {
  const { error } = await failureOf(() => said(403, 'AuthorizationPermissionMismatch'))
  expect(error.cause).toBeInstanceOf(SlimError)
  expect(error.cause).toMatchObject({ message: expect.stringContaining('Words of the store') })
  expect(Object.keys(error.cause as object)).toEqual(['name'])
})
