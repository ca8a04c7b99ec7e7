import { beforeEach, describe, expect, test } from 'vitest'
import { CairnError, isCairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import { LEASE_BLOB_ID, type Lease, takeLease } from '../../../src/maintenance/lease.ts'
import { retrying } from '../../../src/repo/blob/retrying.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { seededRandom, testFormat } from '../../support/test-repository.ts'

const MINUTE_MS = 60_000
const format = testFormat()
let clock: FakeClock
let storage: MapStorage

beforeEach(() => {
  clock = new FakeClock()
  storage = new MapStorage({ clock })
})

async function take(name: string, changes: { storage?: BlobStorage; clock?: FakeClock; longestStepMs?: number } = {}): Promise<Lease> {
  return await takeLease({
    storage,
    clock,
    format: await format,
    identity: { userName: name, host: 'runner' },
    random: seededRandom(name),
    log: nullLogger,
    longestStepMs: 0,
    ...changes,
  })
}

const codeOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'fulfilled' ? 'held' : isCairnError(outcome.reason) ? outcome.reason.code : String(outcome.reason)

describe('the lease', () => {
  test('turns a second client away and names the first', async () => {
    await take('first')
    await expect(take('second')).rejects.toMatchObject({
      code: 'CAIRN_MAINTENANCE_BUSY',
      message: 'Maintenance is already being done by first@runner.',
      hint: expect.stringContaining('15 minutes'),
    })
  })

  test('can be taken again as soon as it was given back', async () => {
    const lease = await take('first')
    await lease.release()
    expect([...storage.blobs.keys()]).toEqual([])
    expect((await take('second')).isProtected).toBe(true)
  })

  test('tells nobody without the password who holds it', async () => {
    await take('first')
    expect(Buffer.from(storage.blobs.get(LEASE_BLOB_ID)?.bytes ?? []).toString('latin1')).not.toContain('runner')
  })

  test('never takes the age of a dead lease for that of the one that has just replaced it', async () => {
    await take('dead')
    clock.advance(16 * MINUTE_MS)
    let isFirst = true
    const between: BlobStorage = {
      displayName: storage.displayName,
      getBlob: (id, options) => storage.getBlob(id, options),
      statBlob: async (id) => {
        const seen = await storage.statBlob(id)
        if (isFirst && id === LEASE_BLOB_ID) {
          isFirst = false
          await take('heir')
        }
        return seen
      },
      putBlob: (id, parts, options) => storage.putBlob(id, parts, options),
      deleteBlob: (id) => storage.deleteBlob(id),
      listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
      close: () => storage.close(),
    }
    await expect(take('late', { storage: between })).rejects.toMatchObject({
      code: 'CAIRN_MAINTENANCE_BUSY',
      message: expect.stringContaining('heir@runner'),
    })
  })

  test('expires after 15 minutes without a sign of life, not earlier', async () => {
    await take('first')
    clock.advance(15 * MINUTE_MS - 1)
    await expect(take('second')).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
    clock.advance(1)
    expect((await take('second')).isProtected).toBe(true)
    expect([...storage.blobs.keys()]).toEqual([LEASE_BLOB_ID])
  })

  test('lasts twice as long as the longest step when that is longer', async () => {
    await take('first', { longestStepMs: 60 * MINUTE_MS })
    clock.advance(119 * MINUTE_MS)
    await expect(take('second')).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
    clock.advance(MINUTE_MS)
    expect((await take('second')).isProtected).toBe(true)
  })

  test('is kept for as long as its holder shows itself', async () => {
    const lease = await take('first')
    for (let i = 0; i < 20; i++) {
      clock.advance(5 * MINUTE_MS)
      await lease.keep()
    }
    await expect(take('second')).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
  })

  test('is written anew only when a quarter of its life is over', async () => {
    const counting = new FaultyStorage(storage)
    const lease = await take('first', { storage: counting })
    for (let i = 0; i < 100; i++) await lease.keep()
    expect(counting.count('putBlob')).toBe(1)
    clock.advance(4 * MINUTE_MS)
    for (let i = 0; i < 100; i++) await lease.keep()
    expect(counting.count('putBlob')).toBe(2)
  })

  test('goes by the clock of the storage, whatever the clock of the client says', async () => {
    await take('first')
    const ahead = new FakeClock(clock.nowMs() + 24 * 60 * MINUTE_MS)
    await expect(take('second', { clock: ahead })).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
  })

  test('tells a holder that stood still for too long that another took over, before anything is erased', async () => {
    const lease = await take('first')
    clock.advance(20 * MINUTE_MS)
    await take('second')
    await expect(lease.confirm()).rejects.toMatchObject({
      code: 'CAIRN_MAINTENANCE_LEASE_LOST',
      message: expect.stringContaining('second@runner'),
    })
    await expect(lease.keep()).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_LEASE_LOST' })
    await lease.release()
    expect(storage.blobs.has(LEASE_BLOB_ID)).toBe(true)
  })

  test('is taken over by one of several clients that find it expired at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => take(`${name}${round}`)))
      expect(outcomes.map(codeOf).sort()).toEqual(['CAIRN_MAINTENANCE_BUSY', 'CAIRN_MAINTENANCE_BUSY', 'CAIRN_MAINTENANCE_BUSY', 'held'])
      clock.advance(15 * MINUTE_MS)
    }
  })

  test('is left to the client that was first to take it over, also by one whose first attempt failed for a moment', async () => {
    await take('first')
    clock.advance(15 * MINUTE_MS)
    const faulty: FaultyStorage = new FaultyStorage(storage, [
      {
        method: 'putBlob',
        prefix: `${LEASE_BLOB_ID}.break-`,
        error: () => {
          void storage.putBlob(faulty.calls.at(-1)?.id ?? '', [utf8('break')])
          return new CairnError('CAIRN_STORAGE_UNAVAILABLE', 'The storage is away for a moment.')
        },
      },
    ])
    const slow = retrying(faulty, { clock: { ...systemClock, sleep: async () => {} }, random: seededRandom('pauses') })
    await expect(take('second', { storage: slow })).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
    expect(faulty.failures).toBe(1)
  })

  test('can be taken over although whoever was about to do so died in the middle', async () => {
    await take('first')
    clock.advance(15 * MINUTE_MS)
    const dying = new FaultyStorage(storage, [{ method: 'deleteBlob', prefix: LEASE_BLOB_ID, call: 2, sticky: true }])
    await expect(take('second', { storage: dying })).rejects.toThrow()
    await expect(take('third')).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
    clock.advance(15 * MINUTE_MS)
    await expect(take('third')).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
    expect((await take('fourth')).isProtected).toBe(true)
  })

  test('that cannot be read is respected until it is old', async () => {
    await storage.putBlob(LEASE_BLOB_ID, [new Uint8Array(5000)])
    await expect(take('first')).rejects.toMatchObject({ message: 'Maintenance is already being done by another client.' })
    clock.advance(15 * MINUTE_MS)
    expect((await take('first')).isProtected).toBe(true)
  })

  test('does without protection where the storage cannot create a blob only if it is absent', async () => {
    const error = () => new CairnError('CAIRN_NOT_SUPPORTED', 'No.')
    const lease = await take('first', { storage: new FaultyStorage(storage, [{ method: 'putBlob', sticky: true, error }]) })
    expect(lease.isProtected).toBe(false)
    await lease.keep()
    await lease.confirm()
    await lease.release()
  })
})
