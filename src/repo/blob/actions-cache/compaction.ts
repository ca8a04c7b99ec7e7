/** Which segments are written anew, as a plan (docs/backends/actions-cache.md, "Compaction"). */
import { type CacheView, liveBytes } from './view.ts'

/** More segments than this are gathered: each is looked up in every run. */
export const MAX_SEGMENTS = 16
/** So many are left then, the new one included. */
const SEGMENTS_LEFT = 8
/** Where less than half of all bytes lives, segments that are not nearly full are written anew. */
const FULL_SHARE = 0.75

/**
 * Keys of the segments whose blobs go into the next segment; `hasNew` tells whether there is one anyway.
 *
 * With too many segments the smallest are gathered, so that a large one is not carried over again and again.
 */
export function planCompaction(view: CacheView, hasNew: boolean): string[] {
  const live = liveBytes(view)
  const segments = [...view.segments.values()].map(({ key, length }) => ({ key, length, live: live.get(key) ?? 0 }))
  const chosen = new Set<string>()
  const total = segments.reduce((sum, { length }) => sum + length, 0)
  if (segments.reduce((sum, one) => sum + one.live, 0) * 2 < total) {
    for (const one of segments) if (one.live < one.length * FULL_SHARE) chosen.add(one.key)
  }
  if (segments.length - chosen.size + (hasNew || chosen.size > 0 ? 1 : 0) > MAX_SEGMENTS) {
    const rest = segments.filter(({ key }) => !chosen.has(key)).sort((a, b) => a.live - b.live || (a.key < b.key ? -1 : 1))
    for (const { key } of rest.slice(0, rest.length - (SEGMENTS_LEFT - 1))) chosen.add(key)
  }
  return segments.map(({ key }) => key).filter((key) => chosen.has(key))
}
