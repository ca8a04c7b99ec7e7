import { expect, test } from 'vitest'
import { planCleanUp } from '../../../src/repo/blob/actions-cache/clean-up.ts'
import { MAX_SEGMENTS, planCompaction } from '../../../src/repo/blob/actions-cache/compaction.ts'
import { headKey } from '../../../src/repo/blob/actions-cache/entry-names.ts'
import type { BlobRow, CacheView, Segment } from '../../../src/repo/blob/actions-cache/view.ts'

const MiB = 1024 * 1024

/** Segments of `length` bytes of which `live` belong to blobs. */
function view(segments: readonly { readonly length: number; readonly live: number }[]): CacheView {
  const made = segments.map(({ length, live }, index) => {
    const segment: Segment = { key: `s${index}`, length, sha256: '', writtenMs: index, run: '1-1' }
    const row: BlobRow = {
      id: `p${index}`,
      length: live,
      stampMs: 1,
      writtenNs: 1n,
      place: { segment: segment.key, offset: 8 },
      bytes: undefined,
    }
    return { segment, row }
  })
  return {
    segments: new Map(made.map(({ segment }) => [segment.key, segment])),
    blobs: new Map(made.filter(({ row }) => row.length > 0).map(({ row }) => [row.id, row])),
    deleted: new Map(),
  }
}

const full = (count: number, length = MiB) => Array.from({ length: count }, () => ({ length, live: length - 8 }))

test('leaves few and full segments alone', () => {
  expect(planCompaction(view(full(MAX_SEGMENTS - 1)), true)).toEqual([])
  expect(planCompaction(view([]), true)).toEqual([])
})

test('gathers the smallest when there are too many, and never the large one for that', () => {
  const many = view([{ length: 4000 * MiB, live: 4000 * MiB }, ...full(MAX_SEGMENTS)])
  const chosen = planCompaction(many, true)
  expect(chosen).not.toContain('s0')
  expect(many.segments.size - chosen.length + 1).toBeLessThanOrEqual(MAX_SEGMENTS / 2)
})

test('writes segments anew that are mostly dead, when less than half of everything lives', () => {
  const half = view([
    { length: 100, live: 90 },
    { length: 100, live: 10 },
    { length: 100, live: 20 },
  ])
  expect(planCompaction(half, false)).toEqual(['s1', 's2'])
  const more = view([
    { length: 100, live: 90 },
    { length: 100, live: 10 },
    { length: 100, live: 80 },
  ])
  expect(planCompaction(more, false)).toEqual([])
})

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 23)
const MAIN = 'refs/heads/main'
const at = (hoursAgo: number) => headKey('shop', NOW - hoursAgo * HOUR, { id: '1', attempt: '1' })
const segment = (letter: string) => `cairn/shop/segment/${letter.repeat(64)}`
const ancestor = (hoursAgo: number, letters: string) => ({ key: at(hoursAgo), segments: [...letters].map(segment), snapshots: [] })

test('deletes superseded heads and the segments that only they need', () => {
  const heads = [ancestor(0, 'de'), ancestor(30, 'cd'), ancestor(60, 'bc'), ancestor(90, 'ab')]
  const keys = [...heads.map(({ key }) => key), ...[...'abcde'].map(segment)]
  const entries = keys.map((key, id) => ({ id, key, ref: MAIN, createdMs: NOW - 80 * HOUR }))
  expect(planCleanUp('shop', MAIN, entries, heads, NOW).map(({ key }) => key)).toEqual([at(60), at(90), segment('a'), segment('b')])
})

test('keeps what was in effect within a day, what is young, unknown, of another branch or another name', () => {
  const heads = [ancestor(0, 'd'), ancestor(1, 'c'), ancestor(2, 'b'), ancestor(200, 'a')]
  const entry = (key: string, hoursAgo = 300, ref = MAIN) => ({ id: 1, key, ref, createdMs: NOW - hoursAgo * HOUR })
  const entries = [
    entry(at(2)),
    entry(at(200)),
    entry(segment('a')),
    entry(segment('f')),
    entry(at(250)),
    entry(headKey('other', NOW - 200 * HOUR, { id: '1', attempt: '1' })),
    entry('npm-cache'),
  ]
  expect(planCleanUp('shop', MAIN, entries, heads, NOW)).toEqual([])
  const late = planCleanUp('shop', MAIN, entries, heads, NOW + 30 * HOUR).map(({ key }) => key)
  expect(late).toEqual([at(2), at(200), segment('a')].filter((key) => late.includes(key)))
  expect(late).toContain(segment('a'))
  expect(planCleanUp('shop', MAIN, [entry(segment('a'), 300, 'refs/pull/7/merge')], heads, NOW + 30 * HOUR)).toEqual([])
})
