import { expect, test } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { type ListedEntry, planCleanUp } from '../../../src/repo/blob/actions-cache/clean-up.ts'
import { MAX_SEGMENTS, planCompaction } from '../../../src/repo/blob/actions-cache/compaction.ts'
import { deleteSuperseded } from '../../../src/repo/blob/actions-cache/delete-superseded.ts'
import { headKey } from '../../../src/repo/blob/actions-cache/entry-names.ts'
import type { RestApi } from '../../../src/repo/blob/actions-cache/rest.ts'
import type { BlobRow, CacheView, Segment } from '../../../src/repo/blob/actions-cache/view.ts'
import { FakeClock } from '../../support/fake-clock.ts'

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

const DAY = 24
const WEEK_MS = 7 * DAY * HOUR
const entry = (key: string, hoursAgo = 300, ref = MAIN): ListedEntry => ({ id: 1, key, ref, createdMs: NOW - hoursAgo * HOUR, bytes: 1000 })
const keysOf = (entries: readonly ListedEntry[]) => entries.map(({ key }) => key)

test('deletes superseded heads, and the segments that only they need when they were in effect more than a week ago', () => {
  const heads = [ancestor(0, 'de'), ancestor(6 * DAY, 'cd'), ancestor(8 * DAY, 'bc'), ancestor(10 * DAY, 'ab')]
  const entries = [...heads.map(({ key }) => key), ...[...'abcde'].map(segment)].map((key) => entry(key))
  // The head of eight days ago was in effect until six days ago, so "b" is needed.
  expect(keysOf(planCleanUp('shop', MAIN, entries, heads, NOW, WEEK_MS))).toEqual([at(8 * DAY), at(10 * DAY), segment('a')])
  const later = NOW + 2 * DAY * HOUR
  expect(keysOf(planCleanUp('shop', MAIN, entries, heads, later, WEEK_MS))).toEqual([at(8 * DAY), at(10 * DAY), segment('a'), segment('b')])
})

test('keeps for a week what compaction replaced, for branches that began before, and for a day when room is short', () => {
  const heads = [ancestor(1, 'd'), ancestor(2, 'd'), ancestor(30, 'd'), ancestor(50, 'abc')]
  const entries = [...'abc'].map((letter) => entry(segment(letter)))
  expect(planCleanUp('shop', MAIN, entries, heads, NOW, WEEK_MS)).toEqual([])
  expect(keysOf(planCleanUp('shop', MAIN, entries, heads, NOW, DAY * HOUR))).toEqual([...'abc'].map(segment))
})

test('keeps what was in effect within a day, what is young, unknown, of another branch or another name', () => {
  const heads = [ancestor(0, 'd'), ancestor(1, 'c'), ancestor(2, 'b'), ancestor(200, 'a')]
  const other = headKey('other', NOW - 200 * HOUR, { id: '1', attempt: '1' })
  const entries = [at(2), at(200), segment('a'), segment('f'), at(250), other, 'npm-cache'].map((key) => entry(key))
  expect(planCleanUp('shop', MAIN, entries, heads, NOW, WEEK_MS)).toEqual([])
  const later = NOW + 8 * DAY * HOUR
  expect(keysOf(planCleanUp('shop', MAIN, entries, heads, later, WEEK_MS))).toEqual([at(2), at(200), segment('a')])
  expect(planCleanUp('shop', MAIN, [entry(segment('a'), 1 - 8 * DAY)], heads, later, WEEK_MS)).toEqual([])
  expect(planCleanUp('shop', MAIN, [entry(segment('a'), 300, 'refs/pull/7/merge')], heads, later, WEEK_MS)).toEqual([])
})

/** What is deleted, and what is said, where GitHub lists these entries. */
async function deletions(listed: readonly ListedEntry[], limitBytes = 1e9): Promise<{ keys: string[]; notices: string[] }> {
  const keys: string[] = []
  const notices: string[] = []
  const rest: RestApi = {
    ref: MAIN,
    list: async (prefix, branch) => {
      if (branch === undefined && listed.length > 10) return 'GitHub answered 502'
      return listed.filter(({ key, ref }) => key.startsWith(prefix) && (branch === undefined || ref === branch))
    },
    delete: async (id) => {
      keys.push(listed[id]?.key ?? '')
      return undefined
    },
  }
  const log = { ...nullLogger, notice: (message: string) => void notices.push(message) }
  const heads = [ancestor(1, 'd'), ancestor(2, 'd'), ancestor(200, 'd'), ancestor(250, 'ab')]
  await deleteSuperseded({ name: 'shop', limitBytes, clock: new FakeClock(NOW), log, rest }, heads, undefined)
  return { keys, notices }
}

const numbered = (entries: readonly ListedEntry[]) => entries.map((one, id) => ({ ...one, id }))
const OWN = [entry(at(250)), entry(segment('a'), 300), entry(segment('b'), 260), entry(segment('d'), 200)]
const FEATURE = 'refs/heads/feature'

test('keeps segments that are older than a head of another branch which GitHub still has', async () => {
  expect((await deletions(numbered(OWN))).keys).toEqual([at(250), segment('a'), segment('b')])
  const strange = headKey('shop', NOW - 280 * HOUR, { id: '7', attempt: '1' })
  expect(await deletions(numbered([...OWN, entry(strange, 280, FEATURE)]))).toEqual({ keys: [at(250), segment('b')], notices: [] })
  const younger = headKey('shop', NOW - 100 * HOUR, { id: '7', attempt: '1' })
  expect((await deletions(numbered([...OWN, entry(younger, 100, FEATURE)]))).keys).toEqual([at(250)])
  const ofOtherName = headKey('shop2', NOW - 100 * HOUR, { id: '7', attempt: '1' })
  expect((await deletions(numbered([...OWN, entry(ofOtherName, 100, FEATURE)]))).keys).toHaveLength(3)
})

test('deletes no segment where the heads of other branches cannot be listed', async () => {
  const many = Array.from({ length: 10 }, () => entry('npm-cache', 1, FEATURE))
  expect((await deletions(numbered([...OWN, ...many]))).keys).toEqual([at(250)])
})

test('deletes segments that other branches may need when room is short, and says so', async () => {
  const younger = headKey('shop', NOW - 100 * HOUR, { id: '7', attempt: '1' })
  const { keys, notices } = await deletions(numbered([...OWN, entry(younger, 100, FEATURE)]), 5000)
  expect(keys).toEqual([at(250), segment('a'), segment('b')])
  expect(notices).toEqual([expect.stringMatching(/Actions cache shop take up .*80 % of the limit.* deletes 2 segments .* more than a day/)])
})
