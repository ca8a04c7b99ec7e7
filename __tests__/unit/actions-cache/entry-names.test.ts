import { expect, test } from 'vitest'
import { headKey, headPrefix, newerHeads, olderHeads, segmentKey, timeOfHead } from '../../../src/repo/blob/actions-cache/entry-names.ts'

const RUN = { id: '7123456789', attempt: '2' }
const T = Date.UTC(2026, 10, 23, 13, 14, 15, 678)

test('writes keys in lower case, without commas and far below the longest key', () => {
  const keys = [headKey('Shop.Backups', T, RUN), segmentKey('x'.repeat(100), new Uint8Array(32).fill(255))]
  expect(keys[0]).toBe(`cairn/shop.backups/head/${T}-7123456789-2`)
  for (const key of keys) expect(key).toMatch(/^[a-z0-9./_-]{1,512}$/)
})

test('reads the time of a head from its key, and takes nothing else for a head of this name', () => {
  expect(timeOfHead('shop', headKey('shop', T, RUN))).toBe(T)
  for (const key of [
    headKey('shop2', T, RUN),
    `${headPrefix('shop')}${T}`,
    `${headKey('shop', T, RUN)}/x`,
    segmentKey('shop', new Uint8Array(32)),
  ]) {
    expect(timeOfHead('shop', key)).toBeUndefined()
  }
})

test('covers exactly the heads before and after a moment with beginnings of keys, later ones first', () => {
  const times = [T - 86_400_000 * 50, T - 86_400_000, T - 61_000, T - 1, T, T + 1, T + 999, T + 3_600_000, T + 86_400_000]
  const keys = times.map((time) => headKey('shop', time, RUN))
  const newer = newerHeads('shop', T, T + 86_400_000 * 2)
  const older = olderHeads('shop', T, T - 86_400_000 * 60)
  const matched = (prefixes: readonly string[]) => prefixes.flatMap((prefix) => keys.filter((key) => key.startsWith(prefix)).reverse())
  expect(matched(newer)).toEqual(keys.slice(5).reverse())
  expect(matched(older)).toEqual(keys.slice(0, 4).reverse())
  expect(newer.length + older.length).toBeLessThan(130)
})

test('leaves out beginnings that lie before or behind the time that counts', () => {
  expect(newerHeads('shop', T, T)).toEqual([])
  expect(olderHeads('shop', T, T)).toEqual([])
})
