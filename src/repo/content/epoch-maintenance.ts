/** What maintenance does with epochs: compacting those that are settled, and removing what was replaced (docs/repository-format.md, "Maintenance of epochs"). */
import { isCairnError, throwIfCancelled } from '../../errors.ts'
import { mapConcurrent } from '../../util/async.ts'
import { utf8 } from '../../util/bytes.ts'
import type { BlobMetadata, BlobStorage } from '../blob/storage.ts'
import type { EpochParameters } from '../format/interface.ts'
import { BLOB_PREFIXES } from './blob-names.ts'
import { DELETION_WATERMARK_TEXT, deletionWatermarkName, numberOfEpochBlob } from './epoch.ts'
import type { EpochManager, EpochSurvey } from './epoch-manager.ts'
import { type EpochState, isSettled } from './epoch-state.ts'
import { encodeIndexShards } from './index/encode-entries.ts'
import { mergeIndexBlobs } from './index/merge-blobs.ts'
import { collectBlobs } from './list-blobs.ts'
import type { BlobKeys } from './sealed-blob.ts'

const MAX_ATTEMPTS = 3
const NS_PER_MS = 1_000_000n

export interface EpochCare {
  readonly manager: EpochManager
  readonly storage: BlobStorage
  readonly keys: BlobKeys
  readonly parameters: EpochParameters
  readonly indexVersion: 1 | 2
  readonly signal?: AbortSignal | undefined
}

/** The oldest settled epoch that neither a range nor a compaction of its own covers; undefined when there is none. */
export function epochToCompact(state: EpochState): number | undefined {
  let epoch = state.firstUncovered
  while (state.compactedEpochs.has(epoch)) epoch++
  return isSettled(state, epoch) ? epoch : undefined
}

/** The settled epochs after the last range, when there are more than `frequency` of them. */
export function rangeToCompact(state: EpochState, frequency: number): { readonly first: number; readonly last: number } | undefined {
  const first = state.firstUncovered
  const last = state.writeEpoch - 2
  return last < 0 || last - first < frequency ? undefined : { first, last }
}

/**
 * What a replacement must be older than for what it replaced to be removed, in ms since 1970; undefined when that cannot be told.
 *
 * The newest index blob tells the clock of the storage; others may not have seen what is younger than the margin before it.
 */
export function replacementCutoffMs(survey: EpochSurvey, parameters: EpochParameters): number | undefined {
  let newestMs = Number.NEGATIVE_INFINITY
  for (const { id, timestampMs } of survey.uncompacted) {
    if ((numberOfEpochBlob(id) ?? -1) >= survey.state.writeEpoch - 1) newestMs = Math.max(newestMs, timestampMs)
  }
  return newestMs === Number.NEGATIVE_INFINITY ? undefined : newestMs - Number(parameters.cleanupSafetyMarginNs / NS_PER_MS)
}

export interface CompactedEpoch {
  readonly epoch: number
  readonly blobCount: number
  readonly totalBytes: number
}

/** Puts the blobs of the oldest epoch that is due together; undefined when none is. */
export async function compactOldestEpoch(care: EpochCare): Promise<CompactedEpoch | undefined> {
  return await whileBlobsStay(async () => {
    const survey = await care.manager.survey(care.signal)
    const epoch = epochToCompact(survey.state)
    if (epoch === undefined) return undefined
    const blobs = survey.uncompacted.filter(({ id }) => numberOfEpochBlob(id) === epoch)
    if (blobs.length === 0) return undefined
    await compact(care, epoch, epoch, blobs)
    return { epoch, blobCount: blobs.length, totalBytes: blobs.reduce((sum, { length }) => sum + length, 0) }
  })
}

/** Puts everything after the last range together in a new range; undefined when there are too few epochs yet. */
export async function compactEpochRange(care: EpochCare): Promise<{ readonly first: number; readonly last: number } | undefined> {
  return await whileBlobsStay(async () => {
    const survey = await care.manager.survey(care.signal)
    const range = rangeToCompact(survey.state, care.parameters.fullCheckpointFrequency)
    if (range === undefined) return undefined
    // Blobs of earlier ranges have two numbers in their names, and are not of one epoch.
    const blobs = survey.blobs.filter(({ id }) => (numberOfEpochBlob(id) ?? Number.POSITIVE_INFINITY) <= range.last)
    if (blobs.length === 0) return undefined
    await compact(care, range.first, range.last, blobs)
    return range
  })
}

/** Removes markers that later ones have made superfluous, and old watermarks; undefined when the clock of the storage is unknown. */
export async function removeOldMarkers(
  care: EpochCare,
): Promise<{ readonly epochMarkers: number; readonly watermarks: number } | undefined> {
  const survey = await care.manager.survey(care.signal)
  const cutoffMs = replacementCutoffMs(survey, care.parameters)
  if (cutoffMs === undefined) return undefined
  const { state, listing } = survey
  const markers = listing.markers.filter(({ id }) => (numberOfEpochBlob(id) ?? Number.POSITIVE_INFINITY) < state.writeEpoch - 1)
  const watermarks = listing.watermarks.filter(
    ({ id, timestampMs }) => (numberOfEpochBlob(id) ?? Number.POSITIVE_INFINITY) < state.watermarkSeconds && timestampMs < cutoffMs,
  )
  await removeBlobs(care, [...markers, ...watermarks])
  return { epochMarkers: markers.length, watermarks: watermarks.length }
}

export interface RemovedIndexes {
  readonly cutoffMs: number
  readonly blobCount: number
  readonly totalBytes: number
}

/** Removes the blobs of epochs that were compacted long enough ago; undefined when the clock of the storage is unknown. */
export async function removeSupersededIndexes(care: EpochCare): Promise<RemovedIndexes | undefined> {
  const survey = await care.manager.survey(care.signal)
  const cutoffMs = replacementCutoffMs(survey, care.parameters)
  if (cutoffMs === undefined) return undefined
  const { uncompactedIndex } = BLOB_PREFIXES
  const listed = survey.all ?? (await collectBlobs(care.storage, uncompactedIndex, care.signal))
  const superseded = listed.filter(({ id }) => {
    if (!id.startsWith(uncompactedIndex)) return false
    const epoch = numberOfEpochBlob(id)
    const replacement = epoch === undefined || !isSettled(survey.state, epoch) ? undefined : survey.state.compactedEpochs.get(epoch)
    return replacement?.every(({ timestampMs }) => timestampMs < cutoffMs) ?? false
  })
  await removeBlobs(care, superseded)
  return { cutoffMs, blobCount: superseded.length, totalBytes: superseded.reduce((sum, { length }) => sum + length, 0) }
}

/** Makes deleted entries up to `seconds` (Unix time) count as absent; false when an earlier watermark is later already. */
export async function advanceWatermark(care: EpochCare, seconds: number): Promise<boolean> {
  const { watermarkSeconds } = (await care.manager.survey(care.signal)).state
  if (seconds < watermarkSeconds || seconds <= 0) return false
  await care.storage.putBlob(deletionWatermarkName(seconds), [utf8(DELETION_WATERMARK_TEXT)], putOptions(care.signal))
  return true
}

async function compact(care: EpochCare, first: number, last: number, blobs: readonly BlobMetadata[]): Promise<void> {
  const merged = await mergeIndexBlobs(care.storage, care.keys, blobs, care.signal)
  // Deleted entries stay: without them, entries of the same contents in other epochs would count again.
  await care.manager.writeCompaction(first, last, encodeIndexShards(care.indexVersion, merged.rows()), care.signal)
}

/** Another maintainer may be compacting and removing as well: what vanished is looked for again. */
async function whileBlobsStay<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
    }
  }
}

async function removeBlobs(care: EpochCare, blobs: readonly BlobMetadata[]): Promise<void> {
  await mapConcurrent(blobs, Math.max(1, care.parameters.deleteParallelism), async ({ id }) => {
    throwIfCancelled(care.signal)
    await care.storage.deleteBlob(id)
  })
}

function putOptions(signal: AbortSignal | undefined) {
  return { needsTime: false, ...(signal === undefined ? {} : { signal }) }
}
