/** Which entries nobody needs any more, as a plan (docs/backends/actions-cache.md, "Cleaning up"). */
import { isSegmentKey, timeOfHead } from './entry-names.ts'
import type { Ancestor } from './head.ts'

/** A job may still work with what was in effect so long ago. */
const GRACE_MS = 24 * 3_600_000
const HEADS_KEPT = 2

export interface ListedEntry {
  readonly id: number
  readonly key: string
  /** The branch it belongs to, such as `refs/heads/main`. */
  readonly ref: string
  readonly createdMs: number
}

/**
 * The entries to delete; `heads` are those that the newest one knows, itself included.
 *
 * Kept are the two newest heads, every head that was in effect within a day, every head that is not known, all segments that a kept known head
 * names, whatever is younger than a day, and whatever belongs to another branch or another name.
 */
export function planCleanUp(
  name: string,
  ref: string,
  entries: readonly ListedEntry[],
  heads: readonly Ancestor[],
  nowMs: number,
): ListedEntry[] {
  const known = heads.toSorted((a, b) => (a.key < b.key ? 1 : -1))
  const timeOf = ({ key }: { readonly key: string }) => timeOfHead(name, key) ?? Number.POSITIVE_INFINITY
  const earliestMs = nowMs - GRACE_MS
  // A head is in effect until the next one is written.
  const kept = known.filter((head, index) => {
    const next = known[index - 1]
    return index < HEADS_KEPT || timeOf(head) >= earliestMs || (next !== undefined && timeOf(next) >= earliestMs)
  })
  const keptKeys = new Set(kept.map(({ key }) => key))
  const knownKeys = new Set(known.map(({ key }) => key))
  const needed = new Set(kept.flatMap(({ segments }) => [...segments]))
  // Segments that no known head ever named may belong to a head of another job.
  const named = new Set(known.flatMap(({ segments }) => [...segments]))
  return entries.filter((entry) => {
    if (entry.ref !== ref || entry.createdMs >= earliestMs) return false
    if (timeOfHead(name, entry.key) !== undefined) return knownKeys.has(entry.key) && !keptKeys.has(entry.key)
    return isSegmentKey(entry.key) && named.has(entry.key) && !needed.has(entry.key)
  })
}
