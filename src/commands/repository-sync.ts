/** Copies the connected repository to another place, or brings that up to date. */
import { CairnError, isCairnError } from '../errors.ts'
import { openStorage } from '../repo/blob/open.ts'
import type { BlobMetadata, BlobStorage } from '../repo/blob/storage.ts'
import { type StorageConfig, storagePath } from '../repo/blob/storage-config.ts'
import { limitsOf } from '../repo/blob/throttle-limits.ts'
import { throttling } from '../repo/blob/throttling.ts'
import { readClientConfig } from '../repo/config.ts'
import { FORMAT_BLOB_ID } from '../repo/format/index.ts'
import { checkSameRepository, executeSync, listAll, planSync, type SyncPlan } from '../repo/sync-blobs.ts'
import type { Connection } from './open.ts'
import { storageOptions } from './storage-options.ts'

export interface SyncRequest {
  readonly target: StorageConfig
  readonly updates: boolean
  readonly deletes: boolean
  readonly isDryRun: boolean
  /** Fail when the target holds no repository yet. */
  readonly mustExist: boolean
  readonly keepsTimes: boolean
  readonly parallel: number
}

export interface SyncResult {
  readonly plan: SyncPlan
  readonly copiedBlobs: number
  readonly copiedBytes: number
}

/** What happens while it runs. */
export interface SyncEvents {
  onStart(source: string, target: string): void
  onPlan(plan: SyncPlan): void
}

/**
 * Needs no password: blobs are copied as they are.
 *
 * Errors: CAIRN_SYNC_OTHER_REPOSITORY, CAIRN_STORAGE_EMPTY when the target must exist, those of both storages. What was copied stays, and the
 * next run goes on from there.
 */
export async function syncRepository(context: Connection, request: SyncRequest, events: SyncEvents): Promise<SyncResult> {
  const config = await readClientConfig(context.configPath)
  const opened = await openStorage(config.storage, { ...storageOptions(context), mode: 'existing', readonly: true })
  const source = throttling(opened, limitsOf(config), context.clock)
  try {
    const found = await openTarget(context, request)
    const target = found === undefined ? undefined : throttling(found, limitsOf({ storage: request.target }), context.clock)
    try {
      if (target !== undefined && target.displayName === source.displayName && prefixOf(request.target) === prefixOf(config.storage)) {
        throw new CairnError('CAIRN_USAGE', 'The destination is the repository itself.', { hint: 'Name another folder, bucket or prefix.' })
      }
      return await syncBetween(context, request, source, target, events)
    } finally {
      await target?.close()
    }
  } finally {
    await source.close()
  }
}

/** Undefined when nothing is there yet and nothing is to be written. */
async function openTarget(context: Connection, request: SyncRequest): Promise<BlobStorage | undefined> {
  const options = { ...storageOptions(context), readonly: request.isDryRun }
  // A folder that is missing may be a volume that is not mounted; a bucket has to exist in any case. To log in twice would help nobody.
  const mayBeEmpty = !request.mustExist && !request.isDryRun
  if (mayBeEmpty && storagePath(request.target) === undefined) return await openStorage(request.target, { ...options, mode: 'create' })
  try {
    return await openStorage(request.target, { ...options, mode: 'existing' })
  } catch (error) {
    if (!request.mustExist && isCairnError(error, 'CAIRN_STORAGE_ROOT_MISSING') && error.message.endsWith('does not exist.'))
      throw folderFirst(error)
    if (!isCairnError(error, 'CAIRN_STORAGE_EMPTY') || request.mustExist) throw error
    return mayBeEmpty ? await openStorage(request.target, { ...options, mode: 'create' }) : undefined
  }
}

/** The same error for a place that a first copy was meant to go to. */
function folderFirst(error: CairnError): CairnError {
  return new CairnError(error.code, error.message, {
    hint: 'Check the path for a typo and that the volume is mounted. For a new copy make the folder first, with mkdir: Cairn then fills it.',
    cause: error,
  })
}

/** What the names of blobs begin with in a bucket. */
function prefixOf({ config }: StorageConfig): unknown {
  return config['prefix'] ?? ''
}

async function syncBetween(
  context: Connection,
  request: SyncRequest,
  source: BlobStorage,
  target: BlobStorage | undefined,
  events: SyncEvents,
): Promise<SyncResult> {
  const { signal, progress } = context
  events.onStart(source.displayName, target?.displayName ?? `an empty ${storagePath(request.target) === undefined ? 'place' : 'folder'}`)
  if (target !== undefined) await shareFormatBlob(source, target, request)
  const there = target === undefined ? new Map<string, BlobMetadata>() : await listAll(target, signal)
  const plan = await planSync(source, there, request, signal)
  events.onPlan(plan)
  if (request.isDryRun || target === undefined) return { plan, copiedBlobs: 0, copiedBytes: 0 }
  let copiedBlobs = 0
  let copiedBytes = 0
  const expected = { files: plan.copy.length, bytes: plan.copy.reduce((sum, { length }) => sum + length, 0) }
  progress.start('copy', expected, 'blobs')
  try {
    await executeSync({
      source,
      target,
      plan,
      parallel: request.parallel,
      keepsTimes: request.keepsTimes,
      signal,
      onTimesLost: () => context.log.warning(`${target.displayName} cannot hold the times of the originals: the copies have their own.`),
      onCopied(blob, isGone) {
        if (isGone) return context.log.info(`Passed over ${blob.id}: the repository no longer has it.`)
        copiedBlobs++
        copiedBytes += blob.length
        progress.update({ files: copiedBlobs, bytes: copiedBytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: copiedBytes, errors: 0 })
      },
    })
  } finally {
    progress.finish()
  }
  await target.flush?.({ signal })
  return { plan, copiedBlobs, copiedBytes }
}

/** The format blob goes first: it says whose copy this is, so that an interrupted one can be gone on with and nothing else gets mixed in. */
async function shareFormatBlob(source: BlobStorage, target: BlobStorage, request: SyncRequest): Promise<void> {
  const formatBlob = await source.getBlob(FORMAT_BLOB_ID)
  const found = await target.statBlob(FORMAT_BLOB_ID)
  if (found !== undefined) checkSameRepository(formatBlob, await target.getBlob(FORMAT_BLOB_ID), target.displayName)
  else if (!request.isDryRun) await target.putBlob(FORMAT_BLOB_ID, [formatBlob])
}
