import { describe, expect, it } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { Logger } from '../../../src/log.ts'
import { nullLogger } from '../../../src/log.ts'
import { logging } from '../../../src/repo/blob/logging.ts'
import { readOnly } from '../../../src/repo/blob/readonly.ts'
import { retrying } from '../../../src/repo/blob/retrying.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { type Fault, FaultyStorage, type StorageMethod } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'

const BUSY = 'CAIRN_STORAGE_UNAVAILABLE'

/** `retrying` over a storage that holds `x1` to `x4`, with the longest possible pauses. */
async function retryingOver(...faults: Fault[]) {
  const clock = new FakeClock()
  const map = new MapStorage({ clock })
  for (const id of ['x1', 'x2', 'x3', 'x4']) await map.putBlob(id, [utf8(id)])
  const faulty = new FaultyStorage(map, faults)
  const storage = retrying(faulty, { clock, attempts: 4, random: (length) => new Uint8Array(length).fill(255) })
  return { clock, map, faulty, storage }
}

const CALLS: [StorageMethod, (storage: BlobStorage) => Promise<unknown>][] = [
  ['getBlob', (storage) => storage.getBlob('x1')],
  ['statBlob', (storage) => storage.statBlob('x1')],
  ['putBlob', (storage) => storage.putBlob('x1', [utf8('x1')])],
  ['deleteBlob', (storage) => storage.deleteBlob('x9')],
  ['listBlobs', (storage) => ids(storage)],
]

describe('what not every storage has', () => {
  it('is passed on by decorators exactly when the storage has it', async () => {
    let prepared = 0
    const plain = new MapStorage()
    const far: BlobStorage = Object.assign(new MapStorage(), { prepareWrites: async () => void prepared++ })
    const clock = new FakeClock()
    const decorate = (storage: BlobStorage) => retrying(logging(storage, nullLogger, clock), { clock })
    await decorate(far).prepareWrites?.()
    expect(prepared).toBe(1)
    expect(decorate(plain).prepareWrites).toBeUndefined()
  })
})

describe('retrying', () => {
  it.each(CALLS)('makes %s again when the storage was away for a moment', async (method, call) => {
    const { storage, faulty, clock } = await retryingOver({ method, error: BUSY }, { method, error: BUSY, call: 2, when: 'after' })
    await call(storage)
    expect(faulty.count(method)).toBe(3)
    expect(clock.sleeps).toEqual([100, 200])
  })

  it.each(CALLS)('gives up %s after the last attempt with the error of the storage', async (method, call) => {
    const { storage, faulty, clock } = await retryingOver({ method, error: BUSY, sticky: true })
    await expect(call(storage)).rejects.toMatchObject({ code: BUSY })
    expect(faulty.count(method)).toBe(4)
    expect(clock.sleeps).toEqual([100, 200, 400])
  })

  it.each([
    'CAIRN_STORAGE_FULL',
    'CAIRN_STORAGE_FORBIDDEN',
    'CAIRN_STORAGE_IO',
    'CAIRN_BLOB_NOT_FOUND',
    'CAIRN_BLOB_RANGE',
    'CAIRN_CANCELLED',
  ] as const)('does not try again after %s', async (error) => {
    for (const [method, call] of CALLS) {
      const { storage, faulty } = await retryingOver({ method, error })
      await expect(call(storage)).rejects.toMatchObject({ code: error })
      expect(faulty.count(method)).toBe(1)
    }
  })

  it('gives each blob once when a listing broke off in the middle', async () => {
    const { storage } = await retryingOver({ method: 'listBlobs', when: 'half', error: BUSY })
    expect(await ids(storage)).toEqual(['x4', 'x3', 'x2', 'x1'])
  })

  it('knows its own blob when a create failed after it had taken effect', async () => {
    const { storage } = await retryingOver({ method: 'putBlob', when: 'after', error: BUSY })
    await expect(storage.putBlob('new', [utf8('mine')], { onlyIfAbsent: true })).resolves.toMatchObject({ id: 'new', length: 4 })
  })

  it('does not take the blob of another creator for its own', async () => {
    const { storage, map } = await retryingOver({
      method: 'putBlob',
      error: () => {
        map.blobs.set('new', { bytes: utf8('hers'), timestampMs: 0 })
        return new CairnError(BUSY, 'away for a moment')
      },
    })
    await expect(storage.putBlob('new', [utf8('mine')], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_BLOB_EXISTS' })
  })

  it('stops waiting when the run is cancelled', async () => {
    const stop = new AbortController()
    const clock = new FakeClock()
    clock.sleep = async (_ms, signal) => {
      stop.abort()
      throw signal?.reason
    }
    const storage = retrying(new FaultyStorage(new MapStorage(), [{ method: 'getBlob', error: BUSY, sticky: true }]), { clock })
    await expect(storage.getBlob('x1', { signal: stop.signal })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })

  it.each(['statBlob', 'deleteBlob', 'prepareWrites'] as const)('ends the pauses of %s, which is given no signal', async (method) => {
    const stop = new AbortController()
    const clock = new FakeClock()
    clock.sleep = async (_ms, signal) => {
      stop.abort()
      throw signal?.reason
    }
    const away = async () => {
      throw new CairnError(BUSY, 'Come back later.', { retryAfterMs: 40_000 })
    }
    const storage = retrying(Object.assign(new MapStorage(), { [method]: away }), { clock, signal: stop.signal })
    await expect(storage[method]?.('x1')).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })

  it('does not wait for what is under way when the run is cancelled', async () => {
    const stop = new AbortController()
    const silent = Object.assign(new MapStorage(), { statBlob: () => new Promise<undefined>(() => stop.abort()) })
    const storage = retrying(silent, { clock: new FakeClock(), signal: stop.signal })
    await expect(storage.statBlob('x1')).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })

  it('goes on tidying up after a cancel, without the long pauses that a store asks for', async () => {
    const stop = new AbortController()
    stop.abort()
    const { map, clock } = await retryingOver()
    const faulty = new FaultyStorage(map, [{ method: 'deleteBlob', status: 503, retryAfterSeconds: 40 }])
    const storage = retrying(faulty, { clock, signal: stop.signal, random: (length) => new Uint8Array(length).fill(255) })
    await storage.deleteBlob('x1')
    expect(map.blobs.has('x1')).toBe(false)
    expect(clock.sleeps).toEqual([100])
  })

  it('spreads the pauses and never waits longer than the limit', async () => {
    const clock = new FakeClock()
    const faulty = new FaultyStorage(new MapStorage(), [{ method: 'getBlob', error: BUSY, sticky: true }])
    const storage = retrying(faulty, { clock, attempts: 12, maxDelayMs: 1000, random: (length) => new Uint8Array(length) })
    await expect(storage.getBlob('x1')).rejects.toMatchObject({ code: BUSY })
    expect(clock.sleeps).toEqual([50, 100, 200, 400, 500, 500, 500, 500, 500, 500, 500])
  })
})

describe('readOnly', () => {
  it('refuses to write and passes on the rest', async () => {
    const map = new MapStorage()
    await map.putBlob('x1', [utf8('abc')])
    const storage = readOnly(map)
    await expect(storage.putBlob('x2', [])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    await expect(storage.deleteBlob('x1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    expect(await storage.getBlob('x1', { offset: 1 })).toEqual(utf8('bc'))
    expect(await storage.statBlob('x1')).toMatchObject({ length: 3 })
    expect(await ids(storage)).toEqual(['x1'])
  })
})

describe('logging', () => {
  it('writes one line for each call, never what is in a blob', async () => {
    const lines: string[] = []
    const log: Logger = { ...nullLogger, debug: (line) => lines.push(line) }
    const storage = logging(new MapStorage(), log, new FakeClock())
    await storage.putBlob('x1', [utf8('secret')])
    await storage.getBlob('x1', { offset: 2 })
    await storage.statBlob('x2')
    await ids(storage)
    await storage.deleteBlob('x1')
    await expect(storage.getBlob('x1')).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
    expect(lines).toEqual([
      'storage: put x1: 6 bytes, 0 ms',
      'storage: get x1 from 2: 4 bytes, 0 ms',
      'storage: stat x2: absent, 0 ms',
      'storage: list everything: 1 blobs, 0 ms',
      'storage: delete x1: done, 0 ms',
      'storage: get x1: failed: Blob x1 is not in memory., 0 ms',
    ])
  })
})

describe('the faulty storage of the tests', () => {
  it('leaves half a blob when a put fails half done, and counts calls', async () => {
    const map = new MapStorage()
    const storage = new FaultyStorage(map, [{ method: 'putBlob', prefix: 'p', call: 2, when: 'half' }])
    await storage.putBlob('p1', [utf8('abcdef')])
    await storage.putBlob('x1', [utf8('abcdef')])
    await expect(storage.putBlob('p2', [utf8('abc'), utf8('def')])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    expect(await map.getBlob('p2')).toEqual(utf8('abc'))
    expect([storage.count('putBlob'), storage.count('putBlob', 'p'), storage.failures]).toEqual([3, 2, 1])
    storage.addFault({ method: 'putBlob', sticky: true })
    await expect(storage.putBlob('p3', [])).rejects.toThrow()
    storage.heal()
    await storage.putBlob('p3', [])
  })
})

async function ids(storage: BlobStorage): Promise<string[]> {
  const found: string[] = []
  for await (const blob of storage.listBlobs('')) found.push(blob.id)
  return found
}
