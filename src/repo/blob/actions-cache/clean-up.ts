/** Which entries nobody needs any more, as a plan (docs/backends/actions-cache.md, "Cleaning up"). */
import { isSegmentKey, timeOfHead } from './entry-names.ts'
import type { Ancestor } from './head.ts'

const DAY_MS = 24 * 3_600_000
/** A job may still work with what was in effect so long ago. */
const HEADS_KEPT_MS = DAY_MS
const HEADS_KEPT = 2
/** Segments of earlier states are kept so long for branches at rest: GitHub drops the head of such a branch when nobody used it for that time. */
export const SEGMENTS_KEPT_MS = 7 * DAY_MS
/** The same where room is short. */
export const SEGMENTS_KEPT_TIGHT_MS = DAY_MS
/** Above this share of the limit, what else uses the cache begins to push our entries out. */
export const COMFORTABLE_SHARE = 0.6

export interface ListedEntry {
  readonly id: number
  readonly key: string
  /** The branch it belongs to, such as `refs/heads/main`. */
  readonly ref: string
  readonly createdMs: number
  /** What it takes up. */
  readonly bytes: number
}

/**
 * The entries to delete; `heads` are those that the newest one knows, itself included.
 *
 * Kept are the two newest heads, every head that was in effect within a day, every head that is not known, all segments that a kept known head
 * or one in effect within `segmentsKeptMs` names, whatever is younger than that, and whatever belongs to another branch or another name.
 */
export function planCleanUp(
  name: string,
  ref: string,
  entries: readonly ListedEntry[],
  heads: readonly Ancestor[],
  nowMs: number,
  segmentsKeptMs: number,
): ListedEntry[] {
  const known = heads.toSorted((a, b) => (a.key < b.key ? 1 : -1))
  const timeOf = ({ key }: { readonly key: string }) => timeOfHead(name, key) ?? Number.POSITIVE_INFINITY
  // A head is in effect until the next one is written.
  const inEffectWithin = (ms: number) =>
    known.filter((head, index) => index < HEADS_KEPT || timeOf(head) >= nowMs - ms || timeOf(known[index - 1] ?? head) >= nowMs - ms)
  const keptKeys = new Set(inEffectWithin(HEADS_KEPT_MS).map(({ key }) => key))
  const knownKeys = new Set(known.map(({ key }) => key))
  const needed = new Set(inEffectWithin(segmentsKeptMs).flatMap(({ segments }) => [...segments]))
  // Segments that no known head ever named may belong to a head of another job.
  const named = new Set(known.flatMap(({ segments }) => [...segments]))
  return entries.filter(({ key, ref: branch, createdMs }) => {
    if (branch !== ref) return false
    if (timeOfHead(name, key) !== undefined) return createdMs < nowMs - HEADS_KEPT_MS && knownKeys.has(key) && !keptKeys.has(key)
    return isSegmentKey(key) && createdMs < nowMs - segmentsKeptMs && named.has(key) && !needed.has(key)
  })
}

/**
 * The plan without segments that a head of any branch may need; `listed` are the entries of all branches that the service still has.
 *
 * What a head that is not known needs is not known either: it may be every segment that is older than itself.
 */
export function withoutShared(
  plan: readonly ListedEntry[],
  name: string,
  listed: readonly ListedEntry[],
  heads: readonly Ancestor[],
): ListedEntry[] {
  const known = new Set(heads.map(({ key }) => key))
  const strange = listed.filter(({ key }) => timeOfHead(name, key) !== undefined && !known.has(key))
  const latestMs = strange.reduce((latest, { createdMs }) => Math.max(latest, createdMs), Number.NEGATIVE_INFINITY)
  return plan.filter(({ key, createdMs }) => !isSegmentKey(key) || createdMs > latestMs)
}
