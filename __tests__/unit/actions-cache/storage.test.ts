import { afterEach, beforeEach, expect, test } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { headKey } from '../../../src/repo/blob/actions-cache/entry-names.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { cacheClients } from '../../support/actions-cache.ts'
import { FakeActionsCache } from '../../support/fake-actions-cache.ts'
import { FakeClock } from '../../support/fake-clock.ts'

const clients = cacheClients()
let service: FakeActionsCache
let clock: FakeClock
beforeEach(async () => {
  service = await FakeActionsCache.start()
  clock = new FakeClock()
})
afterEach(() => service.stop())

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const MINUTE = 60_000

async function ids(storage: BlobStorage): Promise<string[]> {
  const found: string[] = []
  for await (const { id } of storage.listBlobs('')) found.push(id)
  return found.sort()
}

test('uploads what was put as one segment and one head; the next run fetches the head alone until a pack is read', async () => {
  const first = await clients.open(service, { clock })
  await first.putBlob('kopia.repository', [utf8('{"uniqueID":"one"}')])
  await first.putBlob('s1', [utf8('marker')])
  for (const id of ['p1', 'q1', 'xn0_1']) await first.putBlob(id, [utf8(`content of ${id}`)])
  expect(service.keys()).toEqual([])
  await first.flush()
  expect(service.transfersFrom(0)).toEqual([
    expect.stringMatching(/^save cairn\/backups\/segment\/[0-9a-f]{64}$/),
    `save cairn/backups/head/${clock.nowMs()}-71-1`,
  ])
  await first.deleteBlob('s1')
  await first.flush()
  const start = service.log.length
  expect(service.transfersFrom(0)).toHaveLength(2)

  const second = await clients.open(service, { clock })
  expect(await ids(second)).toEqual(['kopia.repository', 'p1', 'q1', 'xn0_1'])
  expect(text(await second.getBlob('xn0_1'))).toBe('content of xn0_1')
  expect(text(await second.getBlob('q1'))).toBe('content of q1')
  expect(service.transfersFrom(start)).toEqual([expect.stringContaining('restore cairn/backups/head/')])
  expect(text(await second.getBlob('p1', { offset: 8, length: 2 }))).toBe('of')
  expect(text(await second.getBlob('p1'))).toBe('content of p1')
  expect(service.transfersFrom(start)).toHaveLength(2)
})

test('gives packs while they are uploaded', async () => {
  const storage = await clients.open(service, { clock })
  await storage.putBlob('p1', [utf8('content of p1')])
  const reads: Promise<Uint8Array>[] = []
  let isDone = false
  const flushed = storage.flush().finally(() => {
    isDone = true
  })
  while (!isDone) {
    if (reads.length < 500) reads.push(storage.getBlob('p1'))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await flushed
  expect(new Set((await Promise.all(reads)).map(text))).toEqual(new Set(['content of p1']))
})

test('puts a flush off that may wait, for 45 minutes', async () => {
  const storage = await clients.open(service, { clock })
  await storage.putBlob('xn1', [utf8('x')])
  await storage.flush({ mayWait: true })
  clock.advance(44 * MINUTE)
  await storage.flush({ mayWait: true })
  expect(service.keys()).toEqual([])
  clock.advance(MINUTE)
  await storage.flush({ mayWait: true })
  expect(service.keys('head')).toHaveLength(1)
})

test.each([
  [503, undefined, 'CAIRN_STORAGE_UNAVAILABLE'],
  [429, 30, 'CAIRN_STORAGE_UNAVAILABLE'],
  [401, undefined, 'CAIRN_CREDENTIALS_REFUSED'],
  [403, undefined, 'CAIRN_STORAGE_FORBIDDEN'],
  [404, undefined, 'CAIRN_STORAGE_ENDPOINT'],
] as const)('never takes a service that answers %i for an empty one', async (status, retryAfterSeconds, code) => {
  const storage = await clients.open(service, { clock })
  service.fault = { on: 'questions', status, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  const error = { code, ...(retryAfterSeconds !== undefined && { retryAfterMs: retryAfterSeconds * 1000 }) }
  await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject(error)
  service.fault = undefined
  expect(await storage.statBlob('kopia.repository')).toBeUndefined()
  expect(service.transfersFrom(0)).toEqual([])
})

test('says that nobody is there when the service cannot be reached', async () => {
  const storage = await clients.open(service, { env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }, isReadOnly: true })
  await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_UNREACHABLE' })
})

test('refuses to work where the job may not read, or is no action', async () => {
  for (const mode of ['none', 'write-only']) {
    const opening = clients.open(service, { env: { ACTIONS_CACHE_MODE: mode } })
    await expect(opening).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN', message: expect.stringContaining(mode) })
  }
  const opening = clients.open(service, { env: { ACTIONS_RUNTIME_TOKEN: '' } })
  await expect(opening).rejects.toMatchObject({ code: 'CAIRN_CREDENTIALS_MISSING', hint: expect.stringContaining('actions only') })
})

test('says that it cannot create a blob only if it is absent, nor keep one', async () => {
  const storage = await clients.open(service, { clock })
  await expect(storage.putBlob('cairn.lease', [], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
  const retention = { retentionMode: 'COMPLIANCE', retentionPeriodNs: 1n }
  await expect(storage.putBlob('p1', [], { retention })).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})

test('stops a transfer that takes longer than its size allows, and can begin it again', async () => {
  const limits: number[] = []
  let stuck = () => {}
  const held = new Promise<void>((resolve) => {
    stuck = resolve
  })
  const onLimit = (ms: number) => {
    limits.push(ms)
    // Later transfers have time enough.
    return limits.length === 1 ? held : new Promise<void>(() => {})
  }
  const storage = await clients.open(service, { clock, onLimit })
  await storage.putBlob('p1', [new Uint8Array(3 * 1024 * 1024)])
  service.hold = stuck
  const error = { code: 'CAIRN_STORAGE_UNAVAILABLE', message: expect.stringMatching(/saving cairn\/backups\/segment\/.* took longer than/) }
  await expect(storage.flush()).rejects.toMatchObject(error)
  expect(limits).toEqual([10 * MINUTE + 4000])
  service.hold = undefined
  // The key of what was broken off stays reserved, as on GitHub: the same bytes go up under another one.
  await storage.flush()
  expect(service.keys('segment')).toHaveLength(1)
  const other = await clients.open(service, { clock })
  expect((await other.getBlob('p1')).length).toBe(3 * 1024 * 1024)
})

test('warns of a damaged head once, and asks for it again in the next run only', async () => {
  const writer = await clients.open(service, { clock })
  await writer.putBlob('p1', [utf8('pack')])
  await writer.flush()
  const said: string[] = []
  const log = { ...nullLogger, warning: (message: string) => void said.push(message) }
  const storage = await clients.open(service, { clock, log })
  const addDamagedHead = () => {
    clock.advance(11 * MINUTE)
    const key = headKey('backups', clock.nowMs(), { id: '72', attempt: '1' })
    const segment = [...service.entries.values()].find((entry) => entry.key.includes('/segment/'))
    if (segment === undefined) throw new Error('there is no segment')
    const id = 1000 + service.entries.size
    service.entries.set(id, { ...segment, id, key })
    return key
  }
  const fetches = (key: string) => service.log.filter((line) => line === `restore ${key}`).length
  const early = addDamagedHead()
  expect(await ids(storage)).toEqual(['p1'])
  const late = addDamagedHead()
  for (let look = 0; look < 3; look++) {
    clock.advance(11 * MINUTE)
    expect(await ids(storage)).toEqual(['p1'])
  }
  // Each once more, because it may have been damaged on the way.
  expect([fetches(early), fetches(late)]).toEqual([2, 2])
  expect(said).toEqual([expect.stringContaining(early), expect.stringContaining(late)])
  expect(await ids(await clients.open(service, { clock, log }))).toEqual(['p1'])
  expect([fetches(early), fetches(late)]).toEqual([4, 4])
  expect(said).toHaveLength(4)
})
