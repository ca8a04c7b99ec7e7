import { describe, expect, test } from 'vitest'
import { mayDeletePacks, mayRewrite, SAFETY, safeDropTimeNs, wasLastRewriteFull } from '../../../src/maintenance/safety.ts'
import type { MaintenanceRun } from '../../../src/repo/format/index.ts'

const HOUR_NS = 3_600_000_000_000n
const NOW_NS = 1000n * HOUR_NS
const { full, none } = SAFETY

/** A run that ended `hoursAgo` and took six minutes. */
function ended(hoursAgo: number, success = true): MaintenanceRun {
  const endNs = NOW_NS - BigInt(hoursAgo * 10) * (HOUR_NS / 10n)
  return { startNs: endNs - HOUR_NS / 10n, endNs, success, error: '', extra: [] }
}

describe('marks are final', () => {
  test('never after a single search for unused contents', () => {
    expect(safeDropTimeNs({ 'snapshot-gc': [ended(0)] }, full, NOW_NS)).toBeUndefined()
    expect(safeDropTimeNs({}, full, NOW_NS)).toBeUndefined()
  })

  test('when they are an hour older than the latest search that another followed more than four hours later', () => {
    // The newest began 0.1 h before it ended, so 2.9 h is too short and 9.9 h is the first that counts.
    const runs = { 'snapshot-gc': [ended(0), ended(2.9), ended(9.9), ended(29)] }
    expect(safeDropTimeNs(runs, full, NOW_NS)).toBe((ended(9.9).startNs ?? 0n) - HOUR_NS)
  })

  test('whatever the order in the history', () => {
    const runs = { 'snapshot-gc': [ended(29), ended(9.9), ended(0), ended(2.9)] }
    expect(safeDropTimeNs(runs, full, NOW_NS)).toBe((ended(9.9).startNs ?? 0n) - HOUR_NS)
  })

  test('not by a search that ended exactly four hours before', () => {
    const runs = { 'snapshot-gc': [ended(0), ended(4.1)] }
    expect(safeDropTimeNs(runs, full, NOW_NS)).toBeUndefined()
    expect(safeDropTimeNs({ 'snapshot-gc': [ended(0), ended(4.2)] }, full, NOW_NS)).toBeDefined()
  })

  test('not by searches that failed', () => {
    expect(safeDropTimeNs({ 'snapshot-gc': [ended(0), ended(10, false)] }, full, NOW_NS)).toBeUndefined()
    expect(safeDropTimeNs({ 'snapshot-gc': [ended(0, false), ended(10)] }, full, NOW_NS)).toBeUndefined()
  })

  test('at once without margins', () => {
    expect(safeDropTimeNs({}, none, NOW_NS)).toBe(NOW_NS)
  })
})

describe('contents may be moved', () => {
  test('the first time, and again when packs have been erased since', () => {
    expect(mayRewrite({}, full, 'full')).toBe(true)
    expect(mayRewrite({ 'full-rewrite-contents': [ended(3)] }, full, 'full')).toBe(false)
    expect(mayRewrite({ 'full-rewrite-contents': [ended(3)], 'full-delete-blobs': [ended(4)] }, full, 'full')).toBe(false)
    expect(mayRewrite({ 'full-rewrite-contents': [ended(3)], 'full-delete-blobs': [ended(2)] }, full, 'full')).toBe(true)
    expect(mayRewrite({ 'full-rewrite-contents': [ended(3)], 'quick-delete-blobs': [ended(2)] }, full, 'full')).toBe(true)
  })

  test('by a full run although a quick one has just moved metadata, but not the other way round', () => {
    const runs = { 'quick-rewrite-contents': [ended(1)] }
    expect(mayRewrite(runs, full, 'full')).toBe(true)
    expect(mayRewrite(runs, full, 'quick')).toBe(false)
  })

  test('always without margins', () => {
    expect(mayRewrite({ 'full-rewrite-contents': [ended(0)] }, none, 'full')).toBe(true)
  })
})

describe('packs may be erased', () => {
  test('an hour after contents were last moved', () => {
    expect(mayDeletePacks({}, full, NOW_NS)).toBe(true)
    expect(mayDeletePacks({ 'full-rewrite-contents': [ended(0.9)] }, full, NOW_NS)).toBe(false)
    expect(mayDeletePacks({ 'quick-rewrite-contents': [ended(0.9)] }, full, NOW_NS)).toBe(false)
    expect(mayDeletePacks({ 'full-rewrite-contents': [ended(1)] }, full, NOW_NS)).toBe(true)
    expect(mayDeletePacks({ 'full-rewrite-contents': [ended(0)] }, none, NOW_NS)).toBe(true)
  })

  test('of all kinds when all kinds were moved last', () => {
    expect(wasLastRewriteFull({})).toBe(true)
    expect(wasLastRewriteFull({ 'full-rewrite-contents': [ended(2)], 'quick-rewrite-contents': [ended(1)] })).toBe(false)
    expect(wasLastRewriteFull({ 'full-rewrite-contents': [ended(1)], 'quick-rewrite-contents': [ended(2)] })).toBe(true)
  })
})
