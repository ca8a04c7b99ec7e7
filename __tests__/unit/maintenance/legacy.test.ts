import { beforeEach, describe, expect, test } from 'vitest'
import {
  chooseBlobs,
  compactLegacyIndexes,
  type LegacyCare,
  type LegacyCompaction,
} from '../../../src/repo/content/index/legacy-compaction.ts'
import { HOUR_MS, LEGACY, World } from './world.ts'

const MiB = 2 ** 20
const SMALL_BLOBS: LegacyCompaction = { all: false, maxSmallBlobs: 8, isPatient: true }
const blob = (id: string, length: number) => ({ id, length, timestampMs: 0 })
const many = (count: number, length: number) => Array.from({ length: count }, (_, i) => blob(`n${length}-${i}`, length))

describe('which index blobs are put together', () => {
  test('none when there are few', () => {
    expect(chooseBlobs(many(7, 1000), SMALL_BLOBS, 20 * MiB)).toEqual([])
  })

  test('the very small ones when most are', () => {
    const small = many(8, 1000)
    expect(chooseBlobs([...small, ...many(2, 2 * MiB)], SMALL_BLOBS, 20 * MiB)).toEqual(small)
  })

  test('all that are no larger than a pack when there are many of them', () => {
    const medium = many(9, 2 * MiB)
    const small = many(3, 1000)
    expect(chooseBlobs([...small, ...medium, ...many(1, 30 * MiB)], SMALL_BLOBS, 20 * MiB)).toEqual([...small, ...medium])
  })

  test('every one when deleted entries are to be dropped', () => {
    const all = [...many(3, 1000), ...many(1, 30 * MiB)]
    expect(chooseBlobs(all, { ...SMALL_BLOBS, all: true, maxSmallBlobs: 0 }, 20 * MiB)).toEqual(all)
  })
})

describe('in time', () => {
  let world: World
  let care: LegacyCare

  beforeEach(async () => {
    world = await World.create(LEGACY)
    const { storage, contents } = (await world.open()).care
    care = { storage, keys: contents.codec, manager: contents.indexBlobs, indexVersion: 1, maxPackSizeBytes: 20 * MiB }
    for (let i = 0; i < 9; i++) {
      await world.begin(0, [i])
      await world.commit(0)
    }
  })

  test('inputs stay for an hour, the log for another', async () => {
    const before = world.countBlobs('n')
    expect(await compactLegacyIndexes(care, SMALL_BLOBS)).toBe(true)
    expect([world.countBlobs('n'), world.countBlobs('m'), world.countBlobs('l')]).toEqual([before + 1, 1, 0])
    expect((await care.manager.loadActive()).blobs).toHaveLength(1)
    world.clock.advance(HOUR_MS - 1)
    // A second compaction brings the next look at what can go.
    for (let i = 10; i < 18; i++) {
      await world.begin(0, [i])
      await world.commit(0)
    }
    const grown = world.countBlobs('n')
    await compactLegacyIndexes(care, SMALL_BLOBS)
    expect([world.countBlobs('n'), world.countBlobs('m'), world.countBlobs('l')]).toEqual([grown + 1, 2, 0])
    world.clock.advance(1)
    for (let i = 20; i < 28; i++) {
      await world.begin(0, [i])
      await world.commit(0)
    }
    await compactLegacyIndexes(care, SMALL_BLOBS)
    expect([world.countBlobs('m'), world.countBlobs('l')]).toEqual([3, 1])
    expect(world.countBlobs('n')).toBeLessThan(grown + 1)
    world.clock.advance(HOUR_MS)
    for (let i = 30; i < 38; i++) {
      await world.begin(0, [i])
      await world.commit(0)
    }
    await compactLegacyIndexes(care, SMALL_BLOBS)
    expect(world.countBlobs('m')).toBeLessThan(4)
    expect(await world.check()).toEqual([])
    await world.close()
  })

  test('without patience everything that was replaced goes at once', async () => {
    await compactLegacyIndexes(care, { all: true, maxSmallBlobs: 0, isPatient: false })
    expect([world.countBlobs('n'), world.countBlobs('m'), world.countBlobs('l')]).toEqual([1, 0, 0])
    expect(await world.check()).toEqual([])
    await world.close()
  })

  test('inputs whose output was lost are kept, and count again', async () => {
    const before = [...world.storage.blobs.keys()].filter((id) => id.startsWith('n'))
    await compactLegacyIndexes(care, SMALL_BLOBS)
    const output = [...world.storage.blobs.keys()].find((id) => id.startsWith('n') && !before.includes(id)) ?? ''
    world.storage.blobs.delete(output)
    world.clock.advance(3 * HOUR_MS)
    await compactLegacyIndexes(care, SMALL_BLOBS)
    for (const id of before) expect(world.storage.blobs.has(id)).toBe(true)
    expect(await world.check()).toEqual([])
    await world.close()
  })

  test('deleted entries are dropped only after all index blobs were merged: an older live one must not come back', async () => {
    const repository = await world.open()
    const [content] = [...repository.care.contents.entries({ prefix: '' })]
    world.clock.advance(1000)
    repository.care.contents.markDeleted(content?.id ?? '')
    await repository.flush()
    await repository.close()
    world.clock.advance(1000)
    const dropDeletedBeforeSeconds = Math.floor(world.clock.nowMs() / 1000)
    await compactLegacyIndexes(care, { all: true, maxSmallBlobs: 0, isPatient: true, dropDeletedBeforeSeconds })
    const later = await world.open()
    expect(later.care.contents.index.get(content?.id ?? '')).toBeUndefined()
    await later.close()
  })
})
