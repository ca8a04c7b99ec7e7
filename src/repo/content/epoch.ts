/**
 * Names of epoch blobs (docs/repository-format.md, "Epochs").
 *
 * xe<e>                              epoch e has begun
 * xw<seconds>                        deletion watermark
 * xn<e>_<hash>-<session>-c<count>    entries added in epoch e
 * xs<e>_<hash>-<set>-c<count>        all of epoch e
 * xr<a>_<b>_<hash>-<set>-c<count>    all of epochs a to b
 */
import type { BlobId, BlobMetadata } from '../blob/storage.ts'
import { BLOB_PREFIXES } from './blob-names.ts'

/** Plain bytes of a marker and of a watermark; readers look at the names only. */
export const EPOCH_MARKER_TEXT = 'epoch-marker'
export const DELETION_WATERMARK_TEXT = 'deletion-watermark'

const NUMBER_NAME = /^x[enws](\d{1,15})(?:_|$)/
const RANGE_NAME = /^xr(\d{1,15})_(\d{1,15})_/
const SET_NAME = /^[^-]+-(s[0-9a-f]+)-c(\d{1,9})$/

/** The number in a name such as `xe12`, `xw1795397619` or `xn3_…`; undefined when it is of another form. */
export function numberOfEpochBlob(id: BlobId): number | undefined {
  const digits = NUMBER_NAME.exec(id)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The epochs of a range compaction, both included. */
export function rangeOfEpochBlob(id: BlobId): { readonly first: number; readonly last: number } | undefined {
  const match = RANGE_NAME.exec(id)
  if (match === null) return undefined
  const first = Number(match[1])
  const last = Number(match[2])
  return last < first ? undefined : { first, last }
}

/** The prefix of blobs with entries added in an epoch; the underscore keeps epoch 1 apart from epoch 10. */
export function uncompactedPrefix(epoch: number): string {
  return `${BLOB_PREFIXES.uncompactedIndex}${epoch}_`
}

/** The name of the marker of an epoch. */
export function epochMarkerName(epoch: number): BlobId {
  return `${BLOB_PREFIXES.epochMarker}${epoch}`
}

/** The name of a watermark, by its Unix second. */
export function deletionWatermarkName(seconds: number): BlobId {
  return `${BLOB_PREFIXES.deletionWatermark}${seconds}`
}

/** The end of the name of one of `count` blobs that are written together by a session or compaction. */
export function setSuffix(setId: string, count: number): string {
  return `-${setId}-c${count}`
}

/**
 * The sets of blobs of which every member is there, in the order of their IDs.
 *
 * A name that is not of the form `…-s<set>-c<count>` is a set by itself.
 */
export function completeSets(blobs: readonly BlobMetadata[]): BlobMetadata[][] {
  const sets = new Map<string, { readonly count: number; readonly members: BlobMetadata[] }>()
  for (const blob of blobs) {
    const match = SET_NAME.exec(blob.id)
    const setId = match?.[1] ?? blob.id
    const set = sets.get(setId) ?? { count: match === null ? 1 : Number(match[2]), members: [] }
    set.members.push(blob)
    sets.set(setId, set)
  }
  const complete = [...sets].filter(([, set]) => set.members.length === set.count)
  return complete.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set.members)
}
