/** Making another place hold the same blobs: what is to be copied and removed, and doing it in an order that a reader of the copy survives. */
import { CairnError, isCairnError, throwIfCancelled } from '../errors.ts'
import { mapConcurrent } from '../util/async.ts'
import { type BlobMetadata, type BlobStorage, blobTimeNs } from './blob/storage.ts'
import { decodeFormatBlob, FORMAT_BLOB_ID } from './format/index.ts'

/** The system is told times in fractions of a second, which are less exact than it tells them. */
const TIME_SLACK_NS = 1_000n
/** Some stores cut the time of a copy to the second, so that it seems older than what it was made from. */
const SECOND_NS = 1_000_000_000n

export interface SyncOptions {
  /** Copy blobs again that are newer in the source. */
  readonly updates: boolean
  /** Remove what the source does not have. */
  readonly deletes: boolean
}

export interface SyncPlan {
  readonly copy: readonly BlobMetadata[]
  readonly remove: readonly BlobMetadata[]
  readonly inSync: { readonly count: number; readonly bytes: number }
}

/** What has to be done, from the listings of both sides; `target` is read before `source`, so that a blob written meanwhile is copied. */
export async function planSync(
  source: BlobStorage,
  target: ReadonlyMap<string, BlobMetadata>,
  options: SyncOptions,
  signal: AbortSignal,
): Promise<SyncPlan> {
  const extra = new Map(target)
  const copy: BlobMetadata[] = []
  let count = 0
  let bytes = 0
  for await (const blob of source.listBlobs('', signal)) {
    const there = extra.get(blob.id)
    extra.delete(blob.id)
    if (there === undefined || (options.updates && isNewer(blob, there))) copy.push(blob)
    else {
      count++
      bytes += blob.length
    }
  }
  if (!options.deletes || extra.size === 0) return { copy, remove: [], inSync: { count, bytes } }
  // What one listing leaves out may be there all the same: only what two of them leave out is removed.
  for await (const { id } of source.listBlobs('', signal)) {
    const there = extra.get(id)
    if (there === undefined) continue
    extra.delete(id)
    count++
    bytes += there.length
  }
  return { copy, remove: [...extra.values()], inSync: { count, bytes } }
}

/** Whether a blob was written after its copy. Packs and indexes never change; of the others a copy too many does no harm. */
function isNewer(blob: BlobMetadata, copy: BlobMetadata): boolean {
  const copiedNs = blobTimeNs(copy)
  const isCut = copiedNs % SECOND_NS === 0n && !blob.id.startsWith('kopia.')
  return blobTimeNs(blob) - copiedNs > (isCut ? SECOND_NS : TIME_SLACK_NS)
}

/** Everything in a storage, by name. */
export async function listAll(storage: BlobStorage, signal: AbortSignal): Promise<Map<string, BlobMetadata>> {
  const blobs = new Map<string, BlobMetadata>()
  for await (const blob of storage.listBlobs('', signal)) blobs.set(blob.id, blob)
  return blobs
}

/** First letters of names whose blobs name others: they come last when copying, and go first when removing. */
const INDEXES = ['x', 'n', 'm', 'l']

export interface SyncTask {
  readonly source: BlobStorage
  readonly target: BlobStorage
  readonly plan: SyncPlan
  readonly parallel: number
  /** Give the copies the times of their sources, where the target can hold them. */
  readonly keepsTimes: boolean
  readonly signal: AbortSignal
  /** After each blob that was copied or turned out to be gone. */
  onCopied(blob: BlobMetadata, isGone: boolean): void
  /** Once, when it turns out that the target holds no times but its own. */
  onTimesLost(): void
}

/**
 * Copies packs, then indexes; removes indexes, then packs: whoever reads the copy in between finds nothing that names a blob which is not there.
 * A blob that the source no longer has is passed over.
 */
export async function executeSync(task: SyncTask): Promise<void> {
  const { plan, target, parallel, signal } = task
  const isIndex = ({ id }: BlobMetadata) => INDEXES.includes(id.charAt(0))
  const times = { areKept: task.keepsTimes }
  for (const stage of [plan.copy.filter((blob) => !isIndex(blob)), plan.copy.filter(isIndex)]) {
    await mapConcurrent(stage, parallel, (blob) => copyBlob(task, blob, times))
  }
  for (const stage of [plan.remove.filter(isIndex), plan.remove.filter((blob) => !isIndex(blob))]) {
    await mapConcurrent(stage, parallel, async ({ id }) => {
      throwIfCancelled(signal)
      await target.deleteBlob(id)
    })
  }
}

async function copyBlob(task: SyncTask, blob: BlobMetadata, times: { areKept: boolean }): Promise<void> {
  const { source, target, signal, onCopied } = task
  throwIfCancelled(signal)
  let bytes: Uint8Array
  try {
    bytes = await source.getBlob(blob.id, { signal })
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
    return onCopied(blob, true)
  }
  try {
    await target.putBlob(blob.id, [bytes], { signal, ...(times.areKept ? { modifiedNs: blobTimeNs(blob) } : {}) })
  } catch (error) {
    if (!task.keepsTimes || !isCairnError(error, 'CAIRN_NOT_SUPPORTED')) throw error
    if (times.areKept) task.onTimesLost()
    times.areKept = false
    await target.putBlob(blob.id, [bytes], { signal })
  }
  onCopied(blob, false)
}

/** Fails with CAIRN_SYNC_OTHER_REPOSITORY when the format blobs are of two different repositories. */
export function checkSameRepository(source: Uint8Array, target: Uint8Array, where: string): void {
  if (Buffer.compare(decodeFormatBlob(source).uniqueId, decodeFormatBlob(target).uniqueId) === 0) return
  throw new CairnError('CAIRN_SYNC_OTHER_REPOSITORY', `${where} holds another repository: its ${FORMAT_BLOB_ID} has another unique ID.`, {
    hint: 'Name an empty place, or the one that earlier copies of this repository went to.',
  })
}
