import { setMaxListeners } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import type { BackendContext } from '../../../src/repo/blob/backends.ts'
import { type S3FlagOptions, s3StorageConfig } from '../../../src/repo/blob/s3/config.ts'
import { openS3With } from '../../../src/repo/blob/s3/open.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { type Answer, type AskedRequest, type ScriptedServer, scriptedServer } from '../../support/scripted-server.ts'

const CONTEXT: BackendContext = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }
const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' }
const MISSING: Answer = { status: 404, body: '<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>' }
const MODIFIED = { 'last-modified': 'Mon, 23 Nov 2026 12:00:00 GMT' }

function failure(status: number, code: string, message = 'Words of the store.', headers: Record<string, string> = {}): Answer {
  return { status, headers, body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>` }
}

/** A store whose answers come from `script`; no storage classes unless the script has them. */
async function store(
  script: (request: AskedRequest) => Answer | undefined,
  options: Partial<S3FlagOptions> & { readonly context?: Partial<BackendContext> } = {},
): Promise<{ readonly storage: BlobStorage; readonly server: ScriptedServer; readonly requests: () => AskedRequest[] }> {
  const { context, ...rest } = options
  const server = await scriptedServer((request) => script(request) ?? (request.path.includes('.storageconfig') ? MISSING : { status: 500 }))
  const config = s3StorageConfig({ bucket: 'backups', endpoint: server.host, hasTls: false, ...KEYS, ...rest })
  const storage = await openS3With(config, { ...CONTEXT, ...context }, { idleMs: 300, firstAnswerMs: 5000 })
  onTestFinished(() => storage.close())
  await storage.prepareWrites?.()
  return { storage, server, requests: () => server.asked.filter(({ path }) => !path.includes('.storageconfig')) }
}

const only = (answer: Answer) => (request: AskedRequest) => (request.path.includes('.storageconfig') ? undefined : answer)

it('puts a blob in one request, under the prefix, with a checksum and a signature over its bytes', async () => {
  const { storage, requests } = await store(only({ headers: { ...MODIFIED, etag: '"x"' } }), { prefix: 'shop/' })
  await storage.putBlob('p12', [utf8('ab'), utf8('cde')], { needsTime: false })
  const [request, ...more] = requests()
  expect(more).toEqual([])
  expect(request).toMatchObject({ method: 'PUT', body: 'abcde' })
  expect(request?.path).toMatch(/^\/backups\/shop\/p12(\?|$)/)
  expect(request?.headers).toMatchObject({
    'content-length': '5',
    // MD5 of "abcde".
    'content-md5': 'q1a02StAcTrMWviZhdS3hg==',
    'content-type': 'application/x-kopia',
    // SHA-256 of "abcde".
    'x-amz-content-sha256': '36bbe50ed96841d10443bcb670d6554f0a34b761be67ec9c4a8ad2c0c44ca42c',
  })
  expect(request?.headers['transfer-encoding']).toBeUndefined()
  expect(request?.headers['if-none-match']).toBeUndefined()
})

it('asks for the time of a blob it has put, except where nobody needs it', async () => {
  const { storage, requests } = await store(only({ headers: { ...MODIFIED, 'content-length': '0' } }))
  expect(await storage.putBlob('xe1', [])).toEqual({ id: 'xe1', length: 0, timestampMs: Date.UTC(2026, 10, 23, 12) })
  expect(requests().map(({ method }) => method)).toEqual(['PUT', 'HEAD'])
})

it('creates only what is absent, and tells a lost race from one that is not decided', async () => {
  const lost = await store(only(failure(412, 'PreconditionFailed')))
  await expect(lost.storage.putBlob('cairn.lease', [utf8('x')], { onlyIfAbsent: true })).rejects.toMatchObject({
    code: 'CAIRN_BLOB_EXISTS',
  })
  expect(lost.requests()[0]?.headers['if-none-match']).toBe('*')

  let isThere = true
  const both = await store(({ method, path }) => {
    if (path.includes('.storageconfig')) return undefined
    if (method === 'PUT') return failure(409, 'ConditionalRequestConflict')
    return isThere ? { headers: MODIFIED } : { status: 404 }
  })
  await expect(both.storage.putBlob('cairn.lease', [], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_BLOB_EXISTS' })
  isThere = false
  await expect(both.storage.putBlob('cairn.lease', [], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })

  const simple = await store(only(failure(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented.')))
  await expect(simple.storage.putBlob('cairn.lease', [], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})

it('sends for how long a blob is kept, and can keep it for longer', async () => {
  const clock = { ...systemClock, nowMs: () => Date.UTC(2026, 0, 1) }
  const { storage, requests } = await store(only({ headers: MODIFIED }), { context: { clock } })
  const retention = { retentionMode: 'COMPLIANCE', retentionPeriodNs: 86_400_000_000_000n }
  await storage.putBlob('p1', [utf8('x')], { retention, needsTime: false })
  await storage.extendRetention?.('p1', { ...retention, retentionMode: 'GOVERNANCE' })
  const [put, extend] = requests()
  expect(put?.headers).toMatchObject({
    'x-amz-object-lock-mode': 'COMPLIANCE',
    'x-amz-object-lock-retain-until-date': '2026-01-02T00:00:00Z',
  })
  expect(extend?.path).toContain('retention')
  expect(extend?.body).toContain('<Mode>GOVERNANCE</Mode><RetainUntilDate>2026-01-02T00:00:00Z</RetainUntilDate>')
  const wrong = storage.putBlob('p1', [], { retention: { ...retention, retentionMode: 'Locked' } })
  await expect(wrong).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})

it('chooses the storage class that the bucket names for the beginning of a name', async () => {
  const classes = {
    blobOptions: [
      { prefix: 'p', storageClass: 'STANDARD_IA' },
      { prefix: 'q', storageClass: 'GLACIER_IR' },
    ],
  }
  const { storage, requests } = await store(({ path }) =>
    path.includes('.storageconfig') ? { body: JSON.stringify(classes) } : { headers: MODIFIED },
  )
  for (const id of ['p1', 'q1', 'xn0_1']) await storage.putBlob(id, [], { needsTime: false })
  expect(requests().map(({ headers }) => headers['x-amz-storage-class'])).toEqual(['STANDARD_IA', 'GLACIER_IR', undefined])
  await expect(store(() => ({ body: '{"blobOptions":7}' }))).rejects.toMatchObject({
    code: 'CAIRN_CONFIG_INVALID',
    message: expect.stringContaining('.storageconfig'),
  })
})

it('asks for the storage classes once, when the first blob is put or when it is told to prepare', async () => {
  let isAway = true
  const server = await scriptedServer(({ path }) => {
    if (!path.includes('.storageconfig')) return { headers: MODIFIED }
    return isAway ? failure(503, 'SlowDown') : MISSING
  })
  const config = s3StorageConfig({ bucket: 'backups', endpoint: server.host, hasTls: false, ...KEYS })
  const storage = await openS3With(config, CONTEXT, { idleMs: 300, firstAnswerMs: 5000 })
  onTestFinished(() => storage.close())
  expect(server.asked).toEqual([])
  await expect(storage.prepareWrites?.()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  isAway = false
  server.asked.length = 0
  await storage.putBlob('p1', [], { needsTime: false })
  await storage.putBlob('p2', [], { needsTime: false })
  await storage.prepareWrites?.()
  expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT'])
})

it('refuses an answer that is not the range it asked for', async () => {
  const answers: readonly (readonly [Answer, string])[] = [
    [{ status: 200, body: '0123456789' }, 'CAIRN_STORAGE_UNFIT'],
    [{ status: 206, headers: { 'content-range': 'bytes 4-7/10' }, body: '4567' }, 'CAIRN_STORAGE_UNFIT'],
    [{ status: 206, headers: { 'content-range': 'bytes 3-6/10' }, body: '345' }, 'CAIRN_STORAGE_UNAVAILABLE'],
    [{ status: 206, headers: { 'content-range': 'bytes 3-6/10' }, body: '34567' }, 'CAIRN_STORAGE_UNFIT'],
    [{ status: 206, headers: { 'content-range': 'bytes 3-6/*' }, body: '3456' }, 'CAIRN_STORAGE_UNFIT'],
    [{ status: 206, headers: { 'content-range': 'bytes 3-4/5' }, body: '34' }, 'CAIRN_BLOB_RANGE'],
    [{ status: 206, headers: { 'content-range': 'bytes 3-6/10' }, body: '3456', fault: 'reset after half' }, 'CAIRN_STORAGE_UNAVAILABLE'],
  ]
  for (const [answer, code] of answers) {
    const { storage } = await store(only(answer))
    await expect(storage.getBlob('p1', { offset: 3, length: 4 }), JSON.stringify(answer)).rejects.toMatchObject({ code })
  }
  const { storage, requests } = await store(only({ status: 206, headers: { 'content-range': 'bytes 3-6/10' }, body: '3456' }))
  expect(new TextDecoder().decode(await storage.getBlob('p1', { offset: 3, length: 4 }))).toBe('3456')
  expect(requests()[0]?.headers['range']).toBe('bytes=3-6')
})

it('notices that a whole blob was cut off or is too long for memory', async () => {
  const cut = await store(only({ body: '0123456789', fault: 'reset after half' }))
  await expect(cut.storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  const endless = await store(only({ headers: { 'content-length': String(2 ** 40) }, fault: 'reset after half', body: 'x' }))
  await expect(endless.storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_BLOB_RANGE' })
})

it('takes what the store says about waiting', async () => {
  const { storage } = await store(only(failure(503, 'SlowDown', 'Please reduce your request rate.', { 'retry-after': '7' })))
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE', retryAfterMs: 7000 })
  const times = { date: 'Mon, 23 Nov 2026 12:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 12:00:05 GMT' }
  const dated = await store(only(failure(503, 'SlowDown', 'Please reduce your request rate.', times)))
  await expect(dated.storage.getBlob('p1')).rejects.toMatchObject({ retryAfterMs: 5000 })
})

it('asks once: trying again is for others', async () => {
  const { storage, requests } = await store(only(failure(500, 'InternalError')))
  await expect(storage.getBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNAVAILABLE' })
  expect(requests()).toHaveLength(1)
})

it('gives up a request on which nothing moves', async () => {
  const silent = await store(only({ fault: 'silence' }))
  const { storage } = silent
  const calls = [storage.getBlob('p1'), storage.putBlob('p1', [utf8('x')]), storage.statBlob('p1'), storage.deleteBlob('p1')]
  for (const outcome of await Promise.allSettled(calls)) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { code: 'CAIRN_STORAGE_UNAVAILABLE', message: expect.stringContaining('nothing moved on the connection for 0.3 seconds') },
    })
  }
})

it('waits only a short time for the first answer of a store', async () => {
  const { host } = await scriptedServer(() => ({ fault: 'silence' }))
  const config = s3StorageConfig({ bucket: 'backups', endpoint: host, hasTls: false, ...KEYS })
  const storage = await openS3With(config, CONTEXT, { idleMs: 60_000, firstAnswerMs: 150 })
  onTestFinished(() => storage.close())
  await expect(storage.getBlob('kopia.repository')).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_UNREACHABLE',
    message: expect.stringContaining('there was no answer in 0.15 seconds'),
  })
})

it('stops in the middle of a transfer when it is aborted', async () => {
  const { storage, requests } = await store(only({ fault: 'silence' }))
  for (const call of [
    (signal: AbortSignal) => storage.getBlob('p1', { signal }),
    (signal: AbortSignal) => storage.putBlob('p1', [utf8('x')], { signal }),
  ]) {
    const before = requests().length
    const stop = new AbortController()
    const running = call(stop.signal)
    running.catch(() => {})
    while (requests().length === before) await new Promise((resolve) => setImmediate(resolve))
    stop.abort()
    await expect(running).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  }
})

const PAGE = (keys: readonly string[], next?: string) => ({
  body: `<?xml version="1.0"?><ListBucketResult><Name>backups</Name><EncodingType>url</EncodingType><IsTruncated>${next !== undefined}</IsTruncated>${
    next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
  }${keys.map((key) => `<Contents><Key>${key}</Key><Size>3</Size><LastModified>2026-11-23T12:00:00.250Z</LastModified></Contents>`).join('')}<CommonPrefixes><Prefix>shop/other/</Prefix></CommonPrefixes></ListBucketResult>`,
})

it('lists page after page, and leaves out what is no blob', async () => {
  const { storage, requests } = await store(
    ({ path }) => {
      if (path.includes('.storageconfig')) return undefined
      return path.includes('continuation-token=two%2F')
        ? PAGE(['shop/p3', 'shop/a%2Bb', 'shop/gr%C3%BCn'])
        : PAGE(['shop/p1', 'shop/.storageconfig'], 'two/')
    },
    { prefix: 'shop/' },
  )
  const found = []
  for await (const blob of storage.listBlobs('')) found.push(blob)
  const timestampMs = Date.UTC(2026, 10, 23, 12)
  const timestampNs = BigInt(timestampMs + 250) * 1_000_000n
  expect(found).toEqual(['p1', 'p3', 'a+b'].map((id) => ({ id, length: 3, timestampMs, timestampNs })))
  expect(requests().map(({ path }) => new URL(path, 'http://x').searchParams.get('prefix'))).toEqual(['shop/', 'shop/'])
})

it('refuses a listing that never ends', async () => {
  const { storage } = await store(({ path }) => (path.includes('.storageconfig') ? undefined : PAGE(['p1'], 'again')))
  await expect(async () => {
    for await (const { id } of storage.listBlobs('')) expect(id).toBe('p1')
  }).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNFIT' })
})

it('finds the region of the bucket when nobody gave one, and says which one it is when somebody gave another', async () => {
  const answer = (request: AskedRequest): Answer => {
    if (/Credential=[^/]+\/\d+\/eu-west-1\//.test(String(request.headers.authorization)))
      return request.path.includes('config') ? MISSING : { body: 'here' }
    return {
      status: 400,
      body: '<Error><Code>AuthorizationHeaderMalformed</Code><Message>The region is wrong.</Message><Region>eu-west-1</Region></Error>',
    }
  }
  const { storage, server } = await store(answer)
  expect(new TextDecoder().decode(await storage.getBlob('p1'))).toBe('here')
  // The first request found it, all further ones knew it.
  expect(server.asked).toHaveLength(3)
  const wrong = store(answer, { context: { env: { AWS_REGION: 'us-east-2' } } })
  await expect(wrong).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_REGION',
    hint: expect.stringMatching(/"us-east-2" \(AWS_REGION\).*"eu-west-1"/),
  })
})

it('keeps requests with their signatures out of its errors', async () => {
  const { storage } = await store(only(failure(403, 'AccessDenied')), { sessionToken: 'token-of-the-session' })
  const error = await storage.getBlob('p1').catch((thrown: unknown) => thrown)
  const { inspect } = await import('node:util')
  expect(inspect(error, { depth: 20 })).not.toMatch(/token-of-the-session|Signature=|not-a-secret/)
})

it('shows a bucket that keeps versions as it was, and refuses one that does not', async () => {
  const version = (key: string, id: string, time: string, size = 3) =>
    `<Version><Key>${key}</Key><VersionId>${id}</VersionId><LastModified>2026-11-23T${time}.000Z</LastModified><Size>${size}</Size></Version>`
  const mark = (key: string, time: string) =>
    `<DeleteMarker><Key>${key}</Key><VersionId>d</VersionId><LastModified>2026-11-23T${time}.000Z</LastModified></DeleteMarker>`
  const pages = [
    `<ListVersionsResult><IsTruncated>true</IsTruncated><NextKeyMarker>shop/p2</NextKeyMarker><NextVersionIdMarker>v3</NextVersionIdMarker>${
      version('shop/p1', 'v1', '12:30:00') +
      version('shop/p1', 'v0', '11:00:00') +
      mark('shop/p2', '13:00:00') +
      version('shop/p2', 'v3', '12:59:00')
    }</ListVersionsResult>`,
    `<ListVersionsResult><IsTruncated>false</IsTruncated>${
      version('shop/p2', 'v2', '10:00:00', 5) +
      mark('shop/p3', '11:30:00') +
      version('shop/p3', 'v4', '10:00:00') +
      version('shop/new', 'v5', '12:45:00')
    }</ListVersionsResult>`,
  ]
  let status = 'Enabled'
  const script = ({ path }: AskedRequest): Answer | undefined => {
    const query = new URL(path, 'http://x').searchParams
    if (query.has('versioning')) return { body: `<VersioningConfiguration><Status>${status}</Status></VersioningConfiguration>` }
    if (query.has('versions'))
      return { body: query.get('key-marker') === 'shop/p2' && query.get('version-id-marker') === 'v3' ? pages[1] : pages[0] }
    return query.get('versionId') === 'v2' ? { status: 206, headers: { 'content-range': 'bytes 1-3/5' }, body: 'old' } : undefined
  }
  const past = { prefix: 'shop/', pointInTime: '2026-11-23T12:00:00Z' }
  const { storage } = await store(script, past)
  const seen = []
  for await (const { id, length } of storage.listBlobs('')) seen.push(`${id} ${length}`)
  expect(seen).toEqual(['p1 3', 'p2 5'])
  expect(await storage.statBlob('p3')).toBeUndefined()
  expect(new TextDecoder().decode(await storage.getBlob('p2', { offset: 1, length: 3 }))).toBe('old')
  await expect(storage.putBlob('p9', [])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
  status = 'Suspended'
  await expect(store(script, past)).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})

it('lets whoever is cancelled leave the queue at once, and loses no turn by that', async () => {
  let isSilent = true
  const { storage } = await store(({ path }) => {
    if (path.includes('.storageconfig')) return undefined
    return isSilent ? { fault: 'silence' } : { body: 'here' }
  })
  let ended = 0
  const running = Array.from({ length: 32 }, () => storage.getBlob('p1').catch(() => void ended++))
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  const waiting = Array.from({ length: 32 }, () => storage.getBlob('p2', { signal: stop.signal }))
  stop.abort()
  for (const { reason } of (await Promise.allSettled(waiting)) as PromiseRejectedResult[]) expect(reason.code).toBe('CAIRN_CANCELLED')
  expect(ended).toBe(0)
  await Promise.all(running)
  isSilent = false
  expect(await storage.getBlob('p3')).toHaveLength(4)
})
