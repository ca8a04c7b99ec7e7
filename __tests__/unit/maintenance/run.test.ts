import { describe, expect, test } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { dueMaintenance, scheduleAhead } from '../../../src/maintenance/due.ts'
import {
  DEFAULT_PARAMETERS,
  decodeParameters,
  encodeParameters,
  loadParameters,
  saveParameters,
} from '../../../src/maintenance/parameters.ts'
import { planMaintenance } from '../../../src/maintenance/plan.ts'
import { type MaintenanceOptions, runMaintenance } from '../../../src/maintenance/run.ts'
import { loadSchedule } from '../../../src/maintenance/schedule.ts'
import { splitLogs } from '../../../src/maintenance/steps/cleanup-logs.ts'
import { MAINTENANCE_BLOB_ID } from '../../../src/repo/format/index.ts'
import type { OpenedRepository } from '../../../src/repo/repository.ts'
import { EMPTY_STATS } from '../../../src/snapshot/stats.ts'
import { saveSnapshot } from '../../../src/snapshot/store.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestRepository, TEST_IDENTITY } from '../../support/test-repository.ts'
import { type LEGACY, World } from './world.ts'

const OWNER = `${TEST_IDENTITY.userName}@${TEST_IDENTITY.host}`
const HOUR_NS = 3_600_000_000_000n

async function withWorld(work: (world: World, repository: OpenedRepository) => Promise<void>, format?: typeof LEGACY): Promise<void> {
  const world = await World.create(format)
  const repository = await world.open()
  try {
    await work(world, repository)
  } finally {
    await repository.close()
    await world.close()
  }
}

const run = (repository: OpenedRepository, options: Partial<MaintenanceOptions> = {}) =>
  runMaintenance(repository, { mode: 'full', log: nullLogger, ...options })

describe('who maintains', () => {
  test('only the owner does, unless forced', async () => {
    await withWorld(async (_, repository) => {
      await saveParameters(repository, { ...DEFAULT_PARAMETERS, owner: 'somebody@else' })
      await expect(run(repository)).rejects.toMatchObject({
        code: 'CAIRN_MAINTENANCE_NOT_OWNER',
        message: 'maintenance must be run by designated user: somebody@else',
      })
      expect(await dueMaintenance(repository)).toBeUndefined()
      expect(await run(repository, { isForced: true })).toBe('full')
    })
  })

  test('what was read of the schedule a moment ago is not read again, and older news do not count', async () => {
    const world = await World.create()
    const counted = new FaultyStorage(world.storage)
    const repository = await openTestRepository({ storage: counted, format: world.format, clock: world.clock })
    const reads = () => counted.calls.filter(({ method, id }) => method === 'getBlob' && id === MAINTENANCE_BLOB_ID).length
    await saveParameters(repository, { ...DEFAULT_PARAMETERS, owner: OWNER })
    const ahead = scheduleAhead(repository)
    expect(await ahead.take()).toBeUndefined()
    expect(await run(repository)).toBe('full')
    counted.calls.length = 0
    const fresh = scheduleAhead(repository)
    expect(await dueMaintenance(repository, fresh)).toBeUndefined()
    expect(reads()).toBe(1)
    world.clock.advance(61_000)
    expect(await fresh.take()).toBeUndefined()
    await saveParameters(repository, { ...DEFAULT_PARAMETERS, owner: 'somebody@else' })
    counted.calls.length = 0
    expect(await scheduleAhead(repository).take()).toBeUndefined()
    expect(reads()).toBe(0)
    await repository.close()
    await world.close()
  })

  test('a repository without parameters has no owner', async () => {
    const clock = new FakeClock()
    const world = await World.create()
    const repository = await openTestRepository({ storage: new MapStorage({ clock }), format: world.format, clock })
    expect(await loadParameters(repository)).toEqual(DEFAULT_PARAMETERS)
    expect(await dueMaintenance(repository)).toBeUndefined()
    await repository.close()
  })

  test('nobody does who opened the repository for reading', async () => {
    await withWorld(async (world) => {
      const reader = await openTestRepository({ storage: world.storage, format: world.format, clock: world.clock, readonly: true })
      await expect(run(reader)).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_READONLY' })
      expect(await dueMaintenance(reader)).toBeUndefined()
      await reader.close()
    })
  })
})

describe('when', () => {
  test('full when it is due, then quick after an hour, then nothing until the next', async () => {
    await withWorld(async (world, repository) => {
      expect(await run(repository, { mode: 'auto' })).toBe('full')
      expect(await run(repository, { mode: 'auto' })).toBeUndefined()
      await world.advance(60)
      expect(await dueMaintenance(repository)).toBe('quick')
      expect(await run(repository, { mode: 'auto' })).toBe('quick')
      expect(await run(repository, { mode: 'auto' })).toBeUndefined()
      await world.advance(23 * 60)
      expect(await run(repository, { mode: 'auto' })).toBe('full')
    })
  })

  test('never by itself when both cycles are disabled', async () => {
    await withWorld(async (_, repository) => {
      const off = { isEnabled: false, intervalNs: HOUR_NS }
      await saveParameters(repository, { ...DEFAULT_PARAMETERS, owner: OWNER, quick: off, full: off })
      expect(await run(repository, { mode: 'auto' })).toBeUndefined()
      expect(await run(repository, { mode: 'quick' })).toBe('quick')
    })
  })

  test('not at all when the clocks differ by more than five minutes, and the next run is not put off by that', async () => {
    await withWorld(async (world) => {
      for (const offsetMs of [300_001, -300_001, 86_400_000]) {
        const clock = new FakeClock(world.clock.nowMs() + offsetMs)
        const skewed = await openTestRepository({ storage: world.storage, format: world.format, clock })
        await expect(run(skewed)).rejects.toMatchObject({ code: 'CAIRN_CLOCK_SKEW' })
        await skewed.close()
      }
      expect(world.storage.blobs.has(MAINTENANCE_BLOB_ID)).toBe(false)
      const clock = new FakeClock(world.clock.nowMs() + 300_000)
      const close = await openTestRepository({ storage: world.storage, format: world.format, clock })
      expect(await run(close)).toBe('full')
      await close.close()
    })
  })

  test('only one of two that start at the same moment does it', async () => {
    await withWorld(async (world, first) => {
      const second = await world.open()
      const outcomes = await Promise.allSettled([run(first), run(second)])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await loadSchedule(first.care))?.runs['snapshot-gc']).toHaveLength(1)
      await second.close()
    })
  })
})

describe('what is recorded', () => {
  test('each step of a full run with its numbers, in the words of kopia', async () => {
    await withWorld(async (world, repository) => {
      await world.begin(0, [1, 2])
      await world.commit(0)
      await run(repository)
      const runs = (await loadSchedule(repository.care))?.runs ?? {}
      expect(Object.keys(runs).sort()).toEqual([
        'advance-epoch',
        'cleanup-epoch-markers',
        'cleanup-logs',
        'compact-single-epoch',
        'delete-superseded-epoch-indexes',
        'full-rewrite-contents',
        'generate-epoch-range-index',
        'snapshot-gc',
      ])
      expect(runs['snapshot-gc']?.[0]).toMatchObject({
        success: true,
        extra: [{ kind: 'snapshotGCStats', data: { inUseContentCount: 3, inUseSystemContentCount: 2, unreferencedContentCount: 0 } }],
      })
    })
  })

  test('a step that fails, with its error; what follows is not done', async () => {
    await withWorld(async (world) => {
      const storage = new FaultyStorage(world.storage, [{ method: 'listBlobs', prefix: '_log_' }])
      const repository = await world.open(storage)
      await expect(run(repository)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
      const runs = (await loadSchedule(repository.care))?.runs ?? {}
      expect(runs['cleanup-logs']?.[0]).toMatchObject({ success: false, error: 'Scripted failure of listBlobs _log_.' })
      expect([...world.storage.blobs.keys()].filter((id) => id.startsWith('cairn.'))).toEqual([])
      await repository.close()
    })
  })

  test('the schedule of the next runs before the first step, so that a crash does not bring the run back at once', async () => {
    await withWorld(async (world) => {
      const storage = new FaultyStorage(world.storage, [{ method: 'putBlob', prefix: MAINTENANCE_BLOB_ID, call: 2, sticky: true }])
      const repository = await world.open(storage)
      await run(repository)
      expect((await loadSchedule(repository.care))?.nextFullNs).toBe(world.clock.nowNs() + 24n * HOUR_NS)
      await repository.close()
    })
  })
})

describe('what is left alone', () => {
  test('everything, while one snapshot cannot be read in full', async () => {
    await withWorld(async (world) => {
      await world.begin(0, [1])
      await world.commit(0)
      await world.deleteSnapshot(0)
      const repository = await world.open()
      const source = { userName: 'builder', host: 'ci', path: '/damaged' }
      const objectId = `k${'0'.repeat(32)}`
      const rootEntry = { name: 'root', type: 'd' as const, mode: 0o755, size: 0, mtimeNs: 1n, uid: 0, gid: 0, objectId }
      const times = { startTimeNs: 1n, endTimeNs: 2n }
      await saveSnapshot(repository, { id: '', source, description: '', ...times, stats: EMPTY_STATS, rootEntry, tags: {}, pins: [] })
      await repository.flush()
      await world.advance(48 * 60)
      const deletedBefore = [...repository.care.contents.entries()].filter(({ isDeleted }) => isDeleted).length
      await expect(run(repository)).rejects.toMatchObject({
        code: 'CAIRN_MAINTENANCE_UNREADABLE',
        message: expect.stringContaining('of builder@ci:/damaged cannot be read in full, so nothing is erased'),
      })
      expect([...repository.care.contents.entries()].filter(({ isDeleted }) => isDeleted).length).toBe(deletedBefore)
      expect((await loadSchedule(repository.care))?.runs['snapshot-gc']?.[0]?.success).toBe(false)
      await repository.close()
    })
  })

  test('everything, while manifests are damaged that the caller is willing to do without', async () => {
    await withWorld(async (world) => {
      const damaged = world.storage.snapshot()
      for (const [id, { bytes, timestampMs }] of damaged.blobs) {
        if (id.startsWith('q')) damaged.blobs.set(id, { bytes: bytes.map((byte, at) => (at < 4096 ? byte ^ 1 : byte)), timestampMs })
      }
      const repository = await openTestRepository({ storage: damaged, format: world.format, clock: world.clock, tolerates: 'manifests' })
      await expect(run(repository, { isForced: true })).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_UNREADABLE' })
      await repository.close()
    })
  })

  test('blobs of other programs', async () => {
    await withWorld(async (world, repository) => {
      const foreign = ['zz-custom', 'cairn.note', 'kopia.other']
      for (const id of foreign) await world.storage.putBlob(id, [new Uint8Array(3)])
      await world.advance(60 * 24 * 40)
      await run(repository, { safety: 'none' })
      for (const id of foreign) expect(world.storage.blobs.has(id)).toBe(true)
    })
  })

  test('packs of a session that is still marked, for 96 hours', async () => {
    await withWorld(async (world) => {
      await world.begin(0, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      const packs = world.countBlobs('p')
      expect(packs).toBeGreaterThan(0)
      // Not a graceful end: the marker stays.
      const before = world.countBlobs('s')
      world.clock.advance(95 * 3_600_000)
      await world.maintain('full')
      expect([world.countBlobs('p'), world.countBlobs('s')]).toEqual([packs, before])
      world.clock.advance(2 * 3_600_000)
      await world.maintain('full')
      expect([world.countBlobs('p'), world.countBlobs('s')]).toEqual([0, 0])
    })
  })
})

test('manifests are put together when there are sixteen contents of them, and deleted ones stay deleted', async () => {
  await withWorld(async (world) => {
    for (let i = 0; i < 15; i++) {
      await world.begin(0, [i])
      await world.commit(0)
    }
    await world.deleteSnapshot(3)
    const live = async () => {
      const repository = await world.open()
      const count = [...repository.care.contents.entries({ prefix: 'm' })].filter(({ isDeleted }) => !isDeleted).length
      await repository.close()
      return count
    }
    expect(await live()).toBe(17)
    await world.maintain('quick')
    expect(await live()).toBe(1)
    expect(await world.check()).toEqual([])
  })
})

test('logs are removed from the first one on that is beyond a limit', () => {
  const logs = [1, 2, 3, 4].map((day) => ({ id: `_log_${day}`, length: 10, timestampMs: day * 86_400_000 }))
  const nowMs = 5 * 86_400_000
  const kept = (limits: { maxTotalBytes?: number; maxCount?: number; maxAgeNs?: bigint }) =>
    splitLogs(logs, { maxTotalBytes: 0, maxCount: 0, maxAgeNs: 0n, ...limits }, nowMs).kept.map(({ id }) => id)
  expect(kept({})).toEqual(['_log_4', '_log_3', '_log_2', '_log_1'])
  expect(kept({ maxCount: 2 })).toEqual(['_log_4', '_log_3'])
  expect(kept({ maxTotalBytes: 35 })).toEqual(['_log_4', '_log_3', '_log_2'])
  expect(kept({ maxAgeNs: 48n * HOUR_NS })).toEqual(['_log_4', '_log_3'])
})

describe('parameters', () => {
  test('are written as kopia writes them, and read back', () => {
    const json =
      '{"owner":"builder@ci-runner","quick":{"enabled":true,"interval":3600000000000},"full":{"enabled":true,"interval":86400000000000},' +
      '"logRetention":{"maxTotalSize":1073741824,"maxCount":10000,"maxAge":2592000000000000},"extendObjectLocks":false,"listParallelism":0}'
    expect(encodeParameters(decodeParameters(json, 'x'))).toBe(json)
    expect(decodeParameters(json, 'x')).toEqual({ ...DEFAULT_PARAMETERS, owner: 'builder@ci-runner' })
  })

  test('of a wrong type are damage', () => {
    for (const json of ['', '[]', '{"owner":1}', '{"quick":1}', '{"full":{"interval":"1h"}}', '{"logRetention":{"maxCount":1.5}}']) {
      expect(() => decodeParameters(json, 'abc')).toThrow(expect.objectContaining({ code: 'CAIRN_MANIFEST_DAMAGED' }))
    }
  })
})

test('quick maintenance without epochs moves metadata only', () => {
  const tasks = (mode: 'quick' | 'full', hasEpochs: boolean) =>
    planMaintenance({ mode, hasEpochs, parameters: DEFAULT_PARAMETERS }).map(({ task }) => task)
  expect(tasks('quick', true)).toEqual([undefined, 'compact-single-epoch', 'advance-epoch'])
  expect(tasks('quick', false)).toEqual([
    undefined,
    'quick-rewrite-contents',
    'full-delete-blobs',
    'quick-delete-blobs',
    'index-compaction',
    'cleanup-logs',
  ])
  expect(tasks('full', false)).not.toContain('compact-single-epoch')
})
