/** Brings the index in memory up to date with the storage. */
import { CairnError, isCairnError, throwIfCancelled } from '../../../errors.ts'
import { mapConcurrent, Semaphore } from '../../../util/async.ts'
import type { Clock } from '../../../util/clock.ts'
import type { BlobId, BlobMetadata, BlobStorage } from '../../blob/storage.ts'
import { type BlobKeys, readSealedBlob } from '../sealed-blob.ts'
import type { IndexBlobManager } from './blob-manager.ts'
import { decodeIndex } from './codec.ts'
import type { ContentIndex } from './content-index.ts'

const DEFAULT_CONCURRENCY = 8
/** Index blobs held in memory at the same time, in bytes; a larger one is held alone. */
const BYTES_IN_FLIGHT = 64 * 2 ** 20
/** What an entry takes in an index file beside its key; a blob of so many bytes holds about so many entries. */
const LEAST_ENTRY_BYTES = 16
/** Blobs may claim to be large before it is known whether they are index blobs at all. */
const MAX_RESERVED = 4_000_000
const MAX_ATTEMPTS = 10
const FIRST_PAUSE_MS = 100

export interface LoadIndexOptions {
  readonly clock: Clock
  /** Index blobs read at the same time; default 8. */
  readonly concurrency?: number
  /** Go on without damaged blobs and return them, instead of failing. */
  readonly tolerateDamage?: boolean
  readonly signal?: AbortSignal
}

/** An index blob that could not be read. */
export interface DamagedIndexBlob {
  readonly blobId: BlobId
  readonly error: CairnError
}

export interface LoadedIndex {
  /** How many blobs count, and how many of them were read now. */
  readonly activeBlobs: number
  readonly loadedBlobs: number
  /** Empty unless `tolerateDamage` is set. */
  readonly damaged: readonly DamagedIndexBlob[]
}

/**
 * Reads every active index blob that `index` does not hold yet, and sets the watermark.
 *
 * Blobs that vanish between list and read were compacted meanwhile: the list is made again, up to ten times.
 * Errors: CAIRN_INDEX_DAMAGED naming the blobs, CAIRN_INDEX_UNSTABLE, those of `manager`, storage kinds.
 */
export async function loadIndex(
  storage: BlobStorage,
  manager: IndexBlobManager,
  keys: BlobKeys,
  index: ContentIndex,
  options: LoadIndexOptions,
): Promise<LoadedIndex> {
  const memory = new Semaphore(BYTES_IN_FLIGHT)
  const damaged = new Map<BlobId, CairnError>()
  let loadedBlobs = 0
  let vanished: BlobId | undefined
  const load = async (blob: BlobMetadata): Promise<void> => {
    throwIfCancelled(options.signal)
    try {
      await readSealedBlob(storage, keys, blob.id, (plain) => decodeIndex(plain, blob.id, index), options.signal)
      index.loadedBlobs.add(blob.id)
      loadedBlobs++
    } catch (error) {
      if (isCairnError(error, 'CAIRN_INDEX_DAMAGED')) damaged.set(blob.id, error)
      else if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) vanished = blob.id
      else throw error
    }
  }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (attempt > 0) await options.clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1), options.signal)
    vanished = undefined
    const active = await manager.loadActive(options.signal)
    const missing = active.blobs.filter(({ id }) => !index.loadedBlobs.has(id) && !damaged.has(id))
    const expected = missing.reduce((sum, { length }) => sum + Math.floor(length / (index.keySizeBytes + LEAST_ENTRY_BYTES)), 0)
    index.reserve(Math.min(expected, MAX_RESERVED))
    await mapConcurrent(missing, options.concurrency ?? DEFAULT_CONCURRENCY, (blob) =>
      memory.use(() => load(blob), Math.min(Math.max(1, blob.length), BYTES_IN_FLIGHT)),
    )
    if (vanished !== undefined) continue
    if (damaged.size > 0 && options.tolerateDamage !== true) throw damageOf(damaged)
    index.watermarkSeconds = Math.max(index.watermarkSeconds, active.watermarkSeconds)
    return {
      activeBlobs: active.blobs.length,
      loadedBlobs,
      damaged: [...damaged].map(([blobId, error]) => ({ blobId, error })),
    }
  }
  throw new CairnError('CAIRN_INDEX_UNSTABLE', `The index blob ${vanished} is listed in ${storage.displayName} but cannot be read.`, {
    hint: 'Another client may be compacting the index. Run the command again in a few minutes.',
  })
}

/** The error of the only damaged blob, or one that names them all. */
function damageOf(damaged: ReadonlyMap<BlobId, CairnError>): CairnError {
  const errors = [...damaged.values()]
  const [first] = errors
  if (first !== undefined && errors.length === 1) return first
  return new CairnError('CAIRN_INDEX_DAMAGED', `${errors.length} index blobs are damaged: ${[...damaged.keys()].join(', ')}.`, {
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
    cause: first,
  })
}
