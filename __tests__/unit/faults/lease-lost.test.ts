/** A run of maintenance that stands still for so long that another client takes over, at any call to the storage. */
import { beforeAll, expect, test } from 'vitest'
import { isCairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import { LEASE_BLOB_ID, takeLease } from '../../../src/maintenance/lease.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { faultSeed, sampleOf } from '../../support/fault-loop.ts'
import { FaultWorld } from '../../support/fault-world.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import type { MapStorage } from '../../support/map-storage.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'
import { seededRandom } from '../../support/test-repository.ts'

/** Packs that are being erased side by side when the run falls asleep. */
const IN_FLIGHT = 8
const SAMPLE = 16

let world: FaultWorld

beforeAll(async () => {
  const folder = await makeTempDir('lease')
  world = await FaultWorld.create(folder, Date.now())
  return () => removeDir(folder)
}, 120_000)

interface Sleeping {
  readonly storage: BlobStorage
  readonly calls: FaultyStorage['calls']
  readonly erasedAfter: () => string[]
  /** False when another of its calls gave a sign of life before the other client could take over. */
  readonly wasTakenOver: () => boolean
}

/** The same storage, which sleeps at call number `at` until another client holds the lease. */
function sleeping(map: MapStorage, at: number): Sleeping {
  let calls = 0
  let wasTakenOver = false
  let erasedAtSleep = 0
  const counted = new FaultyStorage(map)
  const erased = () => counted.calls.filter(({ method, id }) => method === 'deleteBlob' && /^[pq]/.test(id)).map(({ id }) => id)
  const call = async <R>(work: () => R): Promise<Awaited<R>> => {
    if (++calls === at) {
      world.clock.advance(8 * 86_400_000)
      const { clock, format } = world
      const options = { storage: map, format, clock, random: seededRandom(`thief ${at}`), log: nullLogger, longestStepMs: 0 }
      wasTakenOver = await takeLease({ ...options, identity: { userName: 'another', host: 'client' } }).then(
        () => true,
        (error: unknown) => {
          if (!isCairnError(error, 'CAIRN_MAINTENANCE_BUSY')) throw error
          return false
        },
      )
      erasedAtSleep = erased().length
    }
    return await work()
  }
  const storage: BlobStorage = {
    displayName: map.displayName,
    getBlob: (id, options) => call(() => counted.getBlob(id, options)),
    statBlob: (id) => call(() => counted.statBlob(id)),
    putBlob: (id, parts, options) => call(() => counted.putBlob(id, parts, options)),
    deleteBlob: (id) => call(() => counted.deleteBlob(id)),
    async *listBlobs(prefix, signal) {
      await call(() => undefined)
      yield* counted.listBlobs(prefix, signal)
    },
    close: () => map.close(),
  }
  return { storage, calls: counted.calls, erasedAfter: () => erased().slice(erasedAtSleep), wasTakenOver: () => wasTakenOver }
}

test('erases no pack any more, leaves the lease to the other, and loses nothing', async () => {
  const whole = sleeping(world.map(), 0)
  await world.maintain(whole.storage, 'none')
  const first = whole.calls.findIndex(({ method, id }) => method === 'putBlob' && id === LEASE_BLOB_ID) + 2
  const numbers = Array.from({ length: whole.calls.length - first }, (_, i) => i + first)
  const firstErased = whole.calls.findIndex(({ method, id }) => method === 'deleteBlob' && /^[pq]/.test(id)) + 1
  expect(firstErased).toBeGreaterThan(first + 10)
  let takenOver = 0
  for (const at of sampleOf(numbers, SAMPLE, faultSeed())) {
    world.clock.setMs(Date.now())
    const map = world.map()
    const run = sleeping(map, at)
    const outcome = await world.maintain(run.storage, 'none').then(
      () => 'done',
      (error: unknown) => error,
    )
    const where = `asleep at call ${at} of ${whole.calls.length}`
    if (!run.wasTakenOver()) {
      expect(outcome, where).toBe('done')
      expect([where, ...(await world.check(map))]).toEqual([where])
      continue
    }
    takenOver++
    expect(run.erasedAfter().length, where).toBeLessThanOrEqual(at < firstErased ? 0 : IN_FLIGHT)
    if (outcome !== 'done') expect(isCairnError(outcome, 'CAIRN_MAINTENANCE_LEASE_LOST'), `${where}: ${String(outcome)}`).toBe(true)
    // Whoever took it still has it.
    expect(map.blobs.has(LEASE_BLOB_ID), where).toBe(true)
    expect([where, ...(await world.check(map))]).toEqual([where])
  }
  expect(takenOver).toBeGreaterThan(SAMPLE / 2)
})
