/**
 * What a repository in the Actions cache consists of, and how two accounts of it become one (docs/backends/actions-cache.md, "Parallel jobs").
 *
 * Every blob and every deletion carries the moment at which it happened; of two accounts of the same blob the later one holds. So merging
 * gives the same result in whatever order it is done, and merging what is known already changes nothing.
 */
import type { BlobId } from '../storage.ts'

/** Blobs that were uploaded together. */
export interface Segment {
  readonly key: string
  /** Of the file in the entry, in bytes. */
  readonly length: number
  /** Of the same, 64 hex digits. */
  readonly sha256: string
  readonly writtenMs: number
  /** Run and attempt that wrote it. */
  readonly run: string
}

export interface BlobRow {
  readonly id: BlobId
  readonly length: number
  /** When it was put; decides which of two accounts holds. */
  readonly stampMs: number
  /** When it counts as written, in nanoseconds since 1970. */
  readonly writtenNs: bigint
  /** Where the bytes lie in a segment; undefined for a blob that only heads hold. */
  readonly place: { readonly segment: string; readonly offset: number } | undefined
  /** The bytes, when the head has them. */
  readonly bytes: Uint8Array | undefined
}

export interface CacheView {
  readonly segments: ReadonlyMap<string, Segment>
  readonly blobs: ReadonlyMap<BlobId, BlobRow>
  /** Deleted blobs and when, in ms since 1970. */
  readonly deleted: ReadonlyMap<BlobId, number>
}

/** A repository without a blob. */
export const EMPTY_VIEW: CacheView = { segments: new Map(), blobs: new Map(), deleted: new Map() }

/** Accounts of deletions are kept so long: an entry that nobody used for that time is gone. */
export const KEPT_DELETIONS_MS = 60 * 24 * 3_600_000

/** Both accounts as one; where a blob was only moved, it lies where `a` says. */
export function mergeViews(a: CacheView, b: CacheView): CacheView {
  const deleted = new Map(a.deleted)
  for (const [id, stampMs] of b.deleted) deleted.set(id, Math.max(stampMs, deleted.get(id) ?? 0))
  const blobs = new Map<BlobId, BlobRow>()
  for (const id of new Set([...a.blobs.keys(), ...b.blobs.keys()])) {
    const row = later(a.blobs.get(id), b.blobs.get(id))
    if (row === undefined || (deleted.get(id) ?? -1) >= row.stampMs) continue
    blobs.set(id, row)
    deleted.delete(id)
  }
  return withLiveSegments({ segments: new Map([...b.segments, ...a.segments]), blobs, deleted })
}

function later(a: BlobRow | undefined, b: BlobRow | undefined): BlobRow | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.stampMs !== b.stampMs) return a.stampMs > b.stampMs ? a : b
  return a.bytes === undefined && b.bytes !== undefined && a.length === b.length ? { ...a, bytes: b.bytes } : a
}

/** The same without segments in which nothing lives. */
export function withLiveSegments(view: CacheView): CacheView {
  const live = liveBytes(view)
  return { ...view, segments: new Map([...view.segments].filter(([key]) => live.has(key))) }
}

/** Bytes of blobs in each segment that has any. */
export function liveBytes(view: CacheView): Map<string, number> {
  const live = new Map<string, number>()
  for (const { place, length } of view.blobs.values()) {
    if (place !== undefined) live.set(place.segment, (live.get(place.segment) ?? 0) + length)
  }
  return live
}
