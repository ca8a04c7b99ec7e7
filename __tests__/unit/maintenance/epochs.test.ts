import { describe, expect, test } from 'vitest'
import { epochToCompact, rangeToCompact, replacementCutoffMs } from '../../../src/repo/content/epoch-maintenance.ts'
import type { EpochState } from '../../../src/repo/content/epoch-state.ts'
import { HOUR_MS, World } from './world.ts'

const state = (writeEpoch: number, compacted: readonly number[] = [], firstUncovered = 0): EpochState => ({
  writeEpoch,
  watermarkSeconds: 0,
  ranges: [],
  firstUncovered,
  compactedEpochs: new Map(compacted.map((epoch) => [epoch, []])),
})

describe('the epoch to compact', () => {
  test('is the oldest settled one that nothing covers', () => {
    expect(epochToCompact(state(1))).toBeUndefined()
    expect(epochToCompact(state(2))).toBe(0)
    expect(epochToCompact(state(2, [0]))).toBeUndefined()
    expect(epochToCompact(state(9, [0, 1, 3]))).toBe(2)
    expect(epochToCompact(state(9, [0, 1, 3, 7], 7))).toBeUndefined()
    expect(epochToCompact(state(9, [3], 5))).toBe(5)
  })
})

describe('the range to compact', () => {
  test('is everything settled after the last range, when there is enough of it', () => {
    expect(rangeToCompact(state(0), 7)).toBeUndefined()
    expect(rangeToCompact(state(8), 7)).toBeUndefined()
    expect(rangeToCompact(state(9), 7)).toEqual({ first: 0, last: 7 })
    expect(rangeToCompact(state(16, [], 8), 7)).toBeUndefined()
    expect(rangeToCompact(state(17, [], 8), 7)).toEqual({ first: 8, last: 15 })
  })
})

test('what was replaced goes by the newest index blob of the last epochs, not by the clock here', async () => {
  const world = await World.create()
  const { epochs } = world.format.content
  const blobs = [
    { id: 'xn3_aa-s1-c1', length: 1, timestampMs: 9_000_000_000 },
    { id: 'xn4_bb-s1-c1', length: 1, timestampMs: 5_000_000_000 },
    { id: 'xn5_cc-s1-c1', length: 1, timestampMs: 6_000_000_000 },
  ]
  const listing = { markers: [], watermarks: [], compactedEpochs: [], compactedRanges: [] }
  const survey = { listing, state: state(5), uncompacted: blobs, blobs, watermarkSeconds: 0 }
  expect(replacementCutoffMs(survey, epochs)).toBe(6_000_000_000 - HOUR_MS)
  expect(replacementCutoffMs({ ...survey, uncompacted: [] }, epochs)).toBeUndefined()
})

test('epochs begin, are put together, gathered in ranges and cleaned up, and every content stays what it was', async () => {
  const world = await World.create()
  const facts = async () => {
    const repository = await world.open()
    // Manifests are put together on the way.
    const kept = [...repository.care.contents.entries()].filter(({ id }) => !id.startsWith('m'))
    const entries = kept.map(({ id, isDeleted }) => `${id} ${isDeleted}`)
    await repository.close()
    return entries
  }
  for (let day = 0; day < 12; day++) {
    await world.begin(0, [day, day + 1])
    await world.commit(0)
    await world.advance(90)
    await world.begin(0, [day + 20])
    await world.commit(0)
    const before = await facts()
    await world.maintain('quick')
    expect(await facts()).toEqual(before)
  }
  expect(world.countBlobs('xe')).toBeGreaterThan(3)
  expect(world.countBlobs('xs')).toBeGreaterThan(2)
  const uncompacted = world.countBlobs('xn')
  await world.advance(90)
  await world.maintain('full')
  expect(world.countBlobs('xr')).toBe(1)
  expect(world.countBlobs('xn')).toBeLessThan(uncompacted)
  // The markers of the present epoch and of the one before are left.
  expect(world.countBlobs('xe')).toBe(2)
  expect(await world.check()).toEqual([])
  await world.close()
})

test('a set of index blobs is removed only when its replacement is old enough for everybody to have seen it', async () => {
  const world = await World.create()
  for (let i = 0; i < 8; i++) {
    await world.begin(0, [i])
    await world.commit(0)
    await world.advance(40)
    await world.maintain('quick')
  }
  const compacted = world.countBlobs('xs')
  expect(compacted).toBeGreaterThan(0)
  const uncompacted = world.countBlobs('xn')
  // The newest index blob is about as old as the newest replacement.
  const young = [...world.storage.blobs].filter(([id]) => id.startsWith('xs'))
  for (const [id, blob] of young) world.storage.blobs.set(id, { ...blob, timestampMs: world.clock.nowMs() })
  await world.maintain('full')
  expect(world.countBlobs('xn')).toBeGreaterThanOrEqual(uncompacted)
  expect(await world.check()).toEqual([])
  await world.close()
})
