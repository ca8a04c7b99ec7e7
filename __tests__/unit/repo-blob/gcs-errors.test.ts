/** Each way in which Google Cloud Storage can fail is told apart from the others, and names what was read. */
import { expect, it } from 'vitest'
import type { CairnError } from '../../../src/errors.ts'
import { gcsStorageConfig } from '../../../src/repo/blob/gcs/config.ts'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { SlimError } from '../../../src/repo/blob/slim-error.ts'
import { hurriedClock } from '../../support/hurried-clock.ts'
import { recordingLogger } from '../../support/recording-logger.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'

async function failure(host: string) {
  const clock = hurriedClock()
  const log = recordingLogger()
  const config = gcsStorageConfig({ bucket: 'team-backups', prefix: 'ci/' })
  const backend = { env: { STORAGE_EMULATOR_HOST: host } }
  const error: CairnError = await openStorage(config, { mode: 'existing', clock, platform: 'linux', log, backend }).then(
    () => Promise.reject(new Error('it opened')),
    (thrown) => thrown,
  )
  return { error, lines: log.lines, waitedMs: clock.waitedMs() }
}

async function failureOf(answer: (request: AskedRequest) => Answer) {
  const server = await scriptedServer(answer)
  return { asked: server.asked, ...(await failure(server.host)) }
}

const said = (code: number, reason: string, message = 'Words of the store.'): Answer => ({
  status: code,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify({ error: { code, message, errors: [{ message, domain: 'global', reason }] } }),
})
const NO_OBJECT: Answer = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: 'No such object: team-backups/ci/x',
}

it('says that a token is not valid', async () => {
  const { error, waitedMs, asked } = await failureOf(() => said(401, 'authError', 'Invalid Credentials'))
  expect(error).toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    message: expect.stringContaining('it answered 401 authError: Invalid Credentials'),
  })
  expect(waitedMs).toBe(0)
  expect(asked).toHaveLength(1)
})

it('says that a login is known but not allowed to do this', async () => {
  for (const reason of ['forbidden', 'insufficientPermissions']) {
    const { error } = await failureOf(() => said(403, reason, 'x does not have storage.objects.get access'))
    expect(error, reason).toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN', message: expect.stringContaining('storage.objects.get') })
  }
})

it('names the bucket that does not exist, whether the store says it or only that nothing is there', async () => {
  for (const answer of [said(404, 'notFound', 'The specified bucket does not exist.'), said(404, 'notFound', 'Not Found')]) {
    const { error } = await failureOf(() => answer)
    expect(error).toMatchObject({ code: 'CAIRN_BUCKET_MISSING', hint: expect.stringContaining('the bucket "team-backups"') })
  }
})

it('says that there is no repository where the bucket holds none', async () => {
  const { error } = await failureOf(({ path }) =>
    path.includes('/o?') ? { body: '{"kind":"storage#objects"}' } : said(404, 'notFound', 'No such object: x'),
  )
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_EMPTY' })
})

it('says that somebody else answers at the endpoint', async () => {
  const page = { headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html>Not here</html>' }
  for (const status of [200, 302, 404]) {
    const { error } = await failureOf(({ path }) => (path.includes('alt=media') && status === 200 ? NO_OBJECT : { status, ...page }))
    expect(error, String(status)).toMatchObject({ code: 'CAIRN_STORAGE_ENDPOINT', hint: expect.stringContaining('STORAGE_EMULATOR_HOST') })
  }
  const { error } = await failureOf(() => ({ status: 200, ...page }))
  expect(error, 'for everything').toMatchObject({ code: 'CAIRN_STORAGE_ENDPOINT', hint: expect.stringContaining('STORAGE_EMULATOR_HOST') })
})

it('says in one line that somebody does not speak TLS', async () => {
  const { host } = await scriptedServer(() => ({}))
  const { error } = await failure(`https://${host}`)
  expect(error).toMatchObject({
    code: 'CAIRN_STORAGE_ENDPOINT',
    message: expect.stringMatching(/: the TLS handshake failed \([a-z ]+\)\.$/),
  })
})

it('says that nobody is there, at once', async () => {
  // Nobody listens on the port of discarding.
  const { error, waitedMs } = await failure('127.0.0.1:9')
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', hint: expect.stringContaining('127.0.0.1:9') })
  expect(waitedMs).toBe(0)
})

it('gives up a store that never answers within ten seconds', async () => {
  const { error, waitedMs } = await failureOf(() => ({ fault: 'silence' }))
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', message: expect.stringContaining('no answer in 9 seconds') })
  expect(waitedMs).toBeLessThan(10_000)
})

it('waits as long as a busy store asks for, also when it says it with another number', async () => {
  for (const busy of [said(429, 'rateLimitExceeded'), said(403, 'userRateLimitExceeded'), said(503, 'backendError')]) {
    let calls = 0
    const { error, waitedMs } = await failureOf(() =>
      ++calls <= 2
        ? { ...busy, headers: { ...busy.headers, 'retry-after': '7' } }
        : said(404, 'notFound', 'The specified bucket does not exist.'),
    )
    expect(error).toMatchObject({ code: 'CAIRN_BUCKET_MISSING' })
    expect(waitedMs).toBe(14_000)
  }
})

it('says that an emulator is used, which takes no credentials', async () => {
  const { lines, asked } = await failureOf(() => said(401, 'authError'))
  expect(lines.join('\n')).toMatch(/^info Credentials for GCS: .* team-backups: none, as for every emulator \(STORAGE_EMULATOR_HOST\)\.$/m)
  expect(asked[0]?.headers.authorization).toBeUndefined()
})

it('keeps of the cause its words, and nothing of the request', async () => {
  const { error } = await failureOf(() => said(403, 'forbidden'))
  expect(error.cause).toBeInstanceOf(SlimError)
  expect(error.cause).toMatchObject({ message: expect.stringContaining('Words of the store') })
  expect(Object.keys(error.cause as object)).toEqual(['name'])
})
