/** Each way in which an S3 store can fail is told apart from the others, and names what was read. */

import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { CairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import type { BackendContext } from '../../../src/repo/blob/backends.ts'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { parseS3Config, type S3FlagOptions, s3StorageConfig } from '../../../src/repo/blob/s3/config.ts'
import { S3Connection, USUAL_PATIENCE } from '../../../src/repo/blob/s3/connection.ts'
import { placeOf } from '../../../src/repo/blob/s3/place.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'

const ENV = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret' }

/** The error of opening the store as a command does; pauses between tries take no time, but are counted. */
async function failure(options: Partial<S3FlagOptions>, env: BackendContext['env'] = ENV) {
  let pausedMs = 0
  const clock = {
    ...systemClock,
    sleep: async (ms: number, signal?: AbortSignal) => {
      // Limits of time are real; they are longer than anything here.
      if (ms > 6000) return await systemClock.sleep(ms, signal)
      pausedMs += ms
    },
  }
  const start = performance.now()
  const config = s3StorageConfig({ bucket: 'backups', hasTls: false, ...options })
  const error: CairnError = await openStorage(config, {
    mode: 'existing',
    clock,
    platform: 'linux',
    log: nullLogger,
    backend: { env },
  }).then(
    () => Promise.reject(new Error('it opened')),
    (thrown) => thrown,
  )
  return { error, tookMs: performance.now() - start + pausedMs }
}

async function failureOf(answer: (request: AskedRequest) => Answer, env?: BackendContext['env']) {
  const server = await scriptedServer(answer)
  return { host: server.host, ...(await failure({ endpoint: server.host }, env)) }
}

const xml = (status: number, code: string, more = ''): Answer => ({
  status,
  body: `<Error><Code>${code}</Code><Message>Words of the store.</Message>${more}</Error>`,
})
const MISSING = xml(404, 'NoSuchKey')
const KEY_WORDS = 'the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'

it('says that credentials are not known, and which variables they came from', async () => {
  for (const answer of [xml(403, 'InvalidAccessKeyId'), xml(403, 'SignatureDoesNotMatch'), { status: 401 }, xml(400, 'ExpiredToken')]) {
    const { error, tookMs } = await failureOf(() => answer)
    expect(error, JSON.stringify(answer)).toMatchObject({ code: 'CAIRN_CREDENTIALS_REFUSED', hint: expect.stringContaining(KEY_WORDS) })
    expect(error.message).not.toMatch(/AKIDEXAMPLE|not-a-secret/)
    expect(tookMs).toBeLessThan(10_000)
  }
})

it('says that credentials are not allowed to do something', async () => {
  const { error, tookMs } = await failureOf(() => xml(403, 'AccessDenied'))
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN', hint: expect.stringContaining(KEY_WORDS) })
  expect(error.message).toContain('it answered 403 AccessDenied: Words of the store')
  expect(tookMs).toBeLessThan(10_000)
})

it('finds out why, where an answer to HEAD cannot say it', async () => {
  const { error } = await failureOf(({ method, path }) =>
    path.includes('.storageconfig') ? MISSING : method === 'HEAD' ? { status: 403 } : xml(403, 'InvalidAccessKeyId'),
  )
  expect(error.code).toBe('CAIRN_CREDENTIALS_REFUSED')
})

it('says that there is no such bucket', async () => {
  const { error, tookMs } = await failureOf(() => xml(404, 'NoSuchBucket'))
  expect(error).toMatchObject({
    code: 'CAIRN_BUCKET_MISSING',
    hint: expect.stringContaining('the bucket "backups" (--bucket or the location)'),
  })
  expect(tookMs).toBeLessThan(10_000)
})

it('says that the region is wrong, which one it is and what named it', async () => {
  const answer = { ...xml(301, 'PermanentRedirect'), headers: { 'x-amz-bucket-region': 'eu-central-1' } }
  for (const [env, origin] of [
    [{ ...ENV, AWS_REGION: 'us-east-1' }, '(AWS_REGION)'],
    [{ ...ENV, AWS_DEFAULT_REGION: 'us-east-1' }, '(AWS_DEFAULT_REGION)'],
  ] as const) {
    const { error, tookMs } = await failureOf(() => answer, env)
    expect(error).toMatchObject({ code: 'CAIRN_STORAGE_REGION', hint: expect.stringContaining(origin) })
    expect(error.hint).toContain('"eu-central-1"')
    expect(tookMs).toBeLessThan(10_000)
  }
})

it('says that the endpoint is no S3 store, and what named it', async () => {
  const page = '<!doctype html><html><body>Welcome<br></body></html>'
  for (const answer of [{ status: 200, body: page }, { status: 404, body: page }, { status: 405, body: 'no' }, { status: 404 }]) {
    const { error, host, tookMs } = await failureOf(() => answer)
    expect(error, JSON.stringify(answer)).toMatchObject({
      code: 'CAIRN_STORAGE_ENDPOINT',
      hint: expect.stringContaining(`the endpoint "${host}" (--endpoint or "endpoint=" in the location)`),
    })
    expect(tookMs).toBeLessThan(10_000)
  }
  const login = { status: 302, headers: { location: 'https://login.example/' } }
  const console = xml(400, 'InvalidArgument').body?.replace('Words of the store.', 'S3 API Requests must be made to API port.') ?? ''
  for (const answer of [login, { ...login, body: page }, { status: 400, body: console }]) {
    const { error } = await failureOf(() => answer)
    expect(error, JSON.stringify(answer)).toMatchObject({ code: 'CAIRN_STORAGE_ENDPOINT', hint: expect.stringContaining('the endpoint') })
  }
  const { host } = await scriptedServer(() => ({ status: 405, body: 'no' }))
  const ofVariable = await failure({}, { ...ENV, AWS_ENDPOINT_URL_S3: `http://${host}` })
  expect(ofVariable.error).toMatchObject({ code: 'CAIRN_STORAGE_ENDPOINT', hint: expect.stringContaining('(AWS_ENDPOINT_URL_S3)') })
})

it('says that the endpoint does not speak TLS, or nothing else', async () => {
  const { host } = await scriptedServer(() => ({ status: 200 }))
  expect((await failure({ endpoint: host, hasTls: true })).error).toMatchObject({
    code: 'CAIRN_STORAGE_ENDPOINT',
    message: expect.stringMatching(/: the TLS handshake failed \([a-z ]+\)\.$/),
    hint: expect.stringContaining('whether it speaks TLS'),
  })
  const { error } = await failureOf(() => ({ status: 400, body: 'Client sent an HTTP request to an HTTPS server.' }))
  expect(error.code).toBe('CAIRN_STORAGE_ENDPOINT')
})

it('trusts the certificate that it is told to trust, or any when it is told so, and else says which flag names one', async () => {
  const read = (name: string) => readFileSync(new URL(`../../fixtures/tls/${name}`, import.meta.url), 'utf8')
  const cert = read('certificate.pem')
  const { host } = await scriptedServer(() => xml(403, 'AccessDenied'), { key: read('key.pem'), cert })
  const options = { endpoint: host, hasTls: true }
  const { error } = await failure(options)
  expect(error).toMatchObject({ code: 'CAIRN_STORAGE_ENDPOINT', hint: expect.stringContaining('--root-ca-pem-path') })
  for (const trust of [{ rootCa: new TextEncoder().encode(cert) }, { verifiesTls: false }]) {
    expect((await failure({ ...options, ...trust })).error.code).toBe('CAIRN_STORAGE_FORBIDDEN')
  }
  const noCertificate = await failure({ ...options, rootCa: new TextEncoder().encode(read('key.pem')) })
  expect(noCertificate.error).toMatchObject({ code: 'CAIRN_CONFIG_INVALID', message: expect.stringContaining('PEM') })
})

it('goes through the proxy of the environment, and still checks the certificate of the store', async () => {
  const read = (name: string) => readFileSync(new URL(`../../fixtures/tls/${name}`, import.meta.url), 'utf8')
  const cert = read('certificate.pem')
  const server = await scriptedServer(() => xml(403, 'AccessDenied'), { key: read('key.pem'), cert })
  // Only the proxy knows this host.
  const host = server.host.replace('127.0.0.1', 'store.test')
  const passed: string[] = []
  const proxy = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (chunk) => {
      const target = /^CONNECT (\S+) /.exec(chunk.toString())?.[1] ?? ''
      passed.push(target)
      const onward = connect(Number(target.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        onward.pipe(socket).pipe(onward)
      })
      onward.on('error', () => socket.destroy())
      socket.on('close', () => onward.destroy())
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const { port } = proxy.address() as AddressInfo
  const env = { ...ENV, HTTPS_PROXY: `http://127.0.0.1:${port}` }
  const options = { endpoint: host, hasTls: true }
  expect((await failure({ ...options, rootCa: new TextEncoder().encode(cert) }, env)).error.code).toBe('CAIRN_STORAGE_FORBIDDEN')
  expect(passed).toEqual([host])
  expect((await failure(options, env)).error.code).toBe('CAIRN_STORAGE_ENDPOINT')
  expect((await failure(options, { ...env, NO_PROXY: '.test' })).error.code).toBe('CAIRN_STORAGE_UNREACHABLE')
  expect(passed).toEqual([host, host])
})

it('says that nobody is there, at once', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  for (const endpoint of [`127.0.0.1:${port}`, 'store.invalid']) {
    const { error, tookMs } = await failure({ endpoint })
    expect(error).toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE', hint: expect.stringContaining(`the endpoint "${endpoint}"`) })
    expect(tookMs).toBeLessThan(10_000)
  }
})

it('names the region where AWS has no host of that name, and what it was read from', () => {
  const hintOf = (region: string, env: Record<string, string>, endpoint?: string) => {
    const options = parseS3Config(s3StorageConfig({ bucket: 'backups', region, ...(endpoint !== undefined && { endpoint }) }))
    const connection = new S3Connection({
      place: placeOf(options, env),
      credentials: { words: 'nobody', canRefresh: false, keys: async () => ({ accessKeyId: 'A', secretAccessKey: 'B' }) },
      agent: new Agent(),
      patience: USUAL_PATIENCE,
    })
    onTestFinished(() => connection.close())
    const host = 'backups.s3.eu-centrl-1.amazonaws.com'
    return connection.error('read blob x', Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })).hint
  }
  expect(hintOf('eu-centrl-1', {})).toContain('the region "eu-centrl-1" (--region or "region=" in the location)')
  expect(hintOf('', { AWS_REGION: 'eu-centrl-1' })).toContain('the region "eu-centrl-1" (AWS_REGION)')
  expect(hintOf('eu-centrl-1', {}, 'store.example')).not.toContain('the region')
  expect(hintOf('', {})).not.toContain('the region')
})

it('takes a store that falls silent after it has answered for an outage, and tries again', async () => {
  let answers = 1
  const server = await scriptedServer(({ path }) => {
    if (answers-- > 0)
      return path.includes('.storageconfig') ? MISSING : { status: 206, headers: { 'content-range': 'bytes 0-5/6' }, body: 'format' }
    return { fault: 'reset' }
  })
  const clock = { ...systemClock, sleep: async () => {} }
  const config = s3StorageConfig({ bucket: 'backups', endpoint: server.host, hasTls: false })
  const storage = await openStorage(config, { mode: 'existing', clock, platform: 'linux', readonly: true, backend: { env: ENV } })
  onTestFinished(() => storage.close())
  const before = server.asked.length
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  expect(server.asked.length - before).toBeGreaterThanOrEqual(6)
})

it('says that the clocks differ', async () => {
  const { error } = await failureOf(() => xml(403, 'RequestTimeTooSkewed'))
  expect(error).toMatchObject({ code: 'CAIRN_CLOCK_SKEW', hint: 'Set the clock of this machine.' })
})

it('says what is wrong with the role of a workflow', async () => {
  const sts = await scriptedServer(() => ({
    status: 403,
    body: '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error></ErrorResponse>',
  }))
  const config = s3StorageConfig({ bucket: 'backups', endpoint: 'store.invalid', hasTls: false })
  const opening = openStorage(config, {
    mode: 'existing',
    clock: systemClock,
    platform: 'linux',
    backend: {
      env: { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', AWS_ENDPOINT_URL_STS: `http://${sts.host}` },
      identityToken: async () => 'jwt',
    },
  })
  await expect(opening).rejects.toMatchObject({
    code: 'CAIRN_CREDENTIALS_REFUSED',
    message: expect.stringMatching(/arn:aws:iam::1:role\/x.*AWS_ROLE_ARN.*Not authorized/),
    hint: expect.stringContaining('trust policy'),
  })
})

const silentHost = async () => await scriptedServer(() => ({ fault: 'silence' }))

it('ends at once when the run is cancelled while a store that asks for long pauses is being opened', async () => {
  const server = await scriptedServer(() => ({
    status: 503,
    headers: { 'retry-after': '40' },
    body: '<Error><Code>SlowDown</Code></Error>',
  }))
  await expectCancelled(server.host, {}, () => server.asked.length > 0)
})

it('ends at once when the run is cancelled while nobody answers, be it the store or who gives the keys', async () => {
  const [store, sts] = [await silentHost(), await silentHost()]
  await expectCancelled(store.host, {}, () => store.asked.length > 0)
  await expectCancelled(store.host, { AWS_ENDPOINT_URL_STS: `http://${sts.host}` }, () => sts.asked.length > 0)
  expect(store.asked).toHaveLength(1)
})

/** Opens a store, and cancels when `isAsked`. */
async function expectCancelled(host: string, more: Record<string, string>, isAsked: () => boolean): Promise<void> {
  const stop = new AbortController()
  const role = Object.keys(more).length === 0 ? {} : { AWS_ROLE_ARN: 'arn:aws:iam::1:role/x', ...more }
  const opening = openStorage(s3StorageConfig({ bucket: 'backups', endpoint: host, hasTls: false, region: 'us-east-1' }), {
    mode: 'existing',
    clock: systemClock,
    platform: 'linux',
    backend: {
      env: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', ...role },
      identityToken: async () => 'jwt',
      signal: stop.signal,
    },
  })
  opening.catch(() => undefined)
  await vi.waitFor(() => expect(isAsked()).toBe(true), { timeout: 3000 })
  const start = systemClock.monotonicMs()
  stop.abort()
  await expect(opening).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  expect(systemClock.monotonicMs() - start).toBeLessThan(1000)
}
