/**
 * Compaction of the index without epochs (docs/repository-format.md, "Compaction of legacy indexes").
 *
 * merge inputs -> put the new index blobs -> put the log m… (from here on the inputs do not count)
 *   -> an hour later: delete the inputs, put the list l… of logs to delete -> another hour later: delete the logs, then the list
 */
import { isCairnError, throwIfCancelled } from '../../../errors.ts'
import { concatBytes, fromUtf8, utf8 } from '../../../util/bytes.ts'
import { encodeGoJson } from '../../../util/go-json.ts'
import { formatTimestamp, parseTimestamp } from '../../../util/timestamp.ts'
import type { ContentId } from '../../api.ts'
import type { BlobId, BlobMetadata, BlobStorage } from '../../blob/storage.ts'
import { BLOB_PREFIXES } from '../blob-names.ts'
import { formatContentId } from '../content-id.ts'
import { collectBlobs } from '../list-blobs.ts'
import { INDEX_SUFFIX_BYTES } from '../pack-layout.ts'
import { type BlobKeys, readSealedBlob, sealBlob } from '../sealed-blob.ts'
import type { IndexBlobManager } from './blob-manager.ts'
import { indexDamaged } from './damage.ts'
import { encodeIndexShards } from './encode-entries.ts'
import { type CompactionLog, decodeCompactionLog } from './legacy-manager.ts'
import { filterRows, mergeIndexBlobs } from './merge-blobs.ts'
import type { IndexRow } from './rows.ts'

const NS_PER_MS = 1_000_000n
/** How long what was replaced stays, for storages and clients that do not see a new blob at once. */
const SETTLE_MS = 3_600_000
/** Index blobs below this share of a pack are very small. */
const VERY_SMALL_FRACTION = 20
/** Compactions of compactions that are followed. */
const MAX_CHAIN = 64

export interface LegacyCare {
  readonly storage: BlobStorage
  readonly keys: BlobKeys
  readonly manager: IndexBlobManager
  readonly indexVersion: 1 | 2
  readonly maxPackSizeBytes: number
  readonly signal?: AbortSignal | undefined
}

export interface LegacyCompaction {
  /** Also blobs that are larger than a pack. */
  readonly all: boolean
  /** Fewer blobs than this are left alone. */
  readonly maxSmallBlobs: number
  /** Entries deleted before this Unix second are left out; undefined keeps all. */
  readonly dropDeletedBeforeSeconds?: number | undefined
  /** Entries of these contents are left out, live ones too. */
  readonly dropContents?: ReadonlySet<ContentId> | undefined
  /** Waits an hour before anything is removed; without it there must be no other client. */
  readonly isPatient: boolean
}

/** Puts small index blobs together and removes what was replaced long enough ago; false when there was nothing to put together. */
export async function compactLegacyIndexes(care: LegacyCare, options: LegacyCompaction): Promise<boolean> {
  const settleMs = options.isPatient ? SETTLE_MS : 0
  const { blobs } = await care.manager.loadActive(care.signal)
  const chosen = chooseBlobs(blobs, options, care.maxPackSizeBytes)
  const drops = options.dropDeletedBeforeSeconds !== undefined || (options.dropContents?.size ?? 0) > 0
  const isWorthwhile = chosen.length > 1 || (chosen.length === 1 && drops)
  if (isWorthwhile) {
    const logged = await compact(care, chosen, options)
    await removeReplaced(care, logged.timestampMs, settleMs)
  }
  await removeOldLogs(care, settleMs)
  return isWorthwhile
}

/** The blobs that are worth putting together. */
export function chooseBlobs(blobs: readonly BlobMetadata[], options: LegacyCompaction, maxPackSizeBytes: number): readonly BlobMetadata[] {
  const candidates = blobs.filter(({ length }) => options.all || length <= maxPackSizeBytes)
  if (candidates.length < options.maxSmallBlobs) return []
  const small = candidates.filter(({ length }) => length < maxPackSizeBytes / VERY_SMALL_FRACTION)
  const mediumCount = candidates.length - small.length
  // With few larger ones it is enough to put the small ones together; dropping entries needs all, or an older one would count again.
  const isSmallEnough = !options.all && small.length > candidates.length / 2 && mediumCount + 1 < options.maxSmallBlobs
  return isSmallEnough ? small : candidates
}

async function compact(care: LegacyCare, inputs: readonly BlobMetadata[], options: LegacyCompaction): Promise<BlobMetadata> {
  const { dropDeletedBeforeSeconds: dropBefore = Number.NEGATIVE_INFINITY, dropContents } = options
  const merged = await mergeIndexBlobs(care.storage, care.keys, inputs, care.signal)
  const isDropped = (row: IndexRow): boolean => {
    if (row.isDeleted && row.timestampSeconds < dropBefore) return true
    if (dropContents === undefined || dropContents.size === 0) return false
    const hash = row.source.subarray(row.keyOffset + 1, row.keyOffset + merged.keySizeBytes)
    return dropContents.has(formatContentId(row.source[row.keyOffset] ?? 0, hash))
  }
  // Dropped only after the merge: in a single blob, what is deleted may be hiding an older live entry of another.
  const rows = filterRows(merged.rows(), (row) => !isDropped(row))
  const outputs: BlobMetadata[] = []
  for (const shard of encodeIndexShards(care.indexVersion, rows)) {
    // The random end gives every compaction a name of its own: the same name as an input would remove its own output.
    outputs.push(await put(care, BLOB_PREFIXES.legacyIndex, concatBytes([shard, care.keys.random(INDEX_SUFFIX_BYTES)])))
  }
  const log = encodeGoJson({
    inputMetadata: inputs.map(metadataJson),
    outputMetadata: outputs.length === 0 ? null : outputs.map(metadataJson),
  })
  return await put(care, BLOB_PREFIXES.legacyCompactionLog, utf8(log))
}

/** Deletes the inputs of compactions that everybody has seen by now, and lists their logs for deletion. */
async function removeReplaced(care: LegacyCare, nowMs: number, settleMs: number): Promise<void> {
  const [indexBlobs, logBlobs] = await Promise.all([
    collectBlobs(care.storage, BLOB_PREFIXES.legacyIndex, care.signal),
    collectBlobs(care.storage, BLOB_PREFIXES.legacyCompactionLog, care.signal),
  ])
  const logs: { readonly blob: BlobMetadata; readonly log: CompactionLog }[] = []
  for (const blob of logBlobs) {
    const plain = await readSealed(care, blob.id)
    if (plain !== undefined) logs.push({ blob, log: decodeCompactionLog(plain, blob.id) })
  }
  const present = new Set(indexBlobs.map(({ id }) => id))
  const logOf = new Map(logs.flatMap(({ log }) => log.inputs.map((id) => [id, log] as const)))
  // What a compaction wrote must be there, or have gone into a further one that is.
  const isKept = (log: CompactionLog, depth = 0): boolean =>
    depth < MAX_CHAIN &&
    log.outputs.every((id) => {
      const next = logOf.get(id)
      return present.has(id) || (next !== undefined && isKept(next, depth + 1))
    })
  // The oldest first: an input that outlived the output it went into would count again.
  const old = logs
    .filter(({ blob, log }) => blob.timestampMs <= nowMs - settleMs && isKept(log))
    .sort((a, b) => a.blob.timestampMs - b.blob.timestampMs)
  for (const { log } of old) {
    for (const id of log.inputs) {
      throwIfCancelled(care.signal)
      await care.storage.deleteBlob(id)
    }
  }
  if (old.length === 0) return
  const list = encodeGoJson({
    blobIDs: old.map(({ blob }) => blob.id),
    cleanupScheduleTime: formatTimestamp(BigInt(Math.round(nowMs)) * NS_PER_MS),
  })
  await put(care, BLOB_PREFIXES.legacyCleanup, utf8(list))
}

/** Deletes the logs on lists that are old enough. A log goes only after its inputs, which without it would count again. */
async function removeOldLogs(care: LegacyCare, settleMs: number): Promise<void> {
  const lists = await collectBlobs(care.storage, BLOB_PREFIXES.legacyCleanup, care.signal)
  const newestMs = Math.max(...lists.map(({ timestampMs }) => timestampMs))
  for (const { id } of lists) {
    throwIfCancelled(care.signal)
    const plain = await readSealed(care, id)
    if (plain === undefined) continue
    const { blobIds, scheduledMs } = decodeCleanupList(plain, id)
    if (newestMs - scheduledMs < settleMs) continue
    for (const log of blobIds) if (log.startsWith(BLOB_PREFIXES.legacyCompactionLog)) await care.storage.deleteBlob(log)
    await care.storage.deleteBlob(id)
  }
}

function decodeCleanupList(plain: Uint8Array, blobId: BlobId): { readonly blobIds: readonly BlobId[]; readonly scheduledMs: number } {
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(plain) ?? '')
  } catch (error) {
    throw indexDamaged(blobId, 'it is no list of blobs to delete', error)
  }
  const ids: unknown = typeof value === 'object' && value !== null && 'blobIDs' in value ? value.blobIDs : undefined
  const time: unknown =
    typeof value === 'object' && value !== null && 'cleanupScheduleTime' in value ? value.cleanupScheduleTime : undefined
  const scheduledNs = typeof time === 'string' ? parseTimestamp(time) : undefined
  if (!Array.isArray(ids) || scheduledNs === undefined) throw indexDamaged(blobId, 'it is no list of blobs to delete')
  const blobIds = ids.filter((id): id is string => typeof id === 'string')
  return { blobIds, scheduledMs: Number(scheduledNs / NS_PER_MS) }
}

async function put(care: LegacyCare, prefix: string, plain: Uint8Array): Promise<BlobMetadata> {
  const { id, bytes } = sealBlob(care.keys, prefix, '', plain)
  return await care.storage.putBlob(id, [bytes], care.signal === undefined ? {} : { signal: care.signal })
}

/** Undefined when the blob vanished since it was listed. */
async function readSealed(care: LegacyCare, id: BlobId): Promise<Uint8Array | undefined> {
  try {
    return await readSealedBlob(care.storage, care.keys, id, (plain) => plain, care.signal)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
    throw error
  }
}

function metadataJson({ id, length, timestampMs }: BlobMetadata) {
  return { id, length, timestamp: formatTimestamp(BigInt(Math.round(timestampMs)) * NS_PER_MS) }
}
