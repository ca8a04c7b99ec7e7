/** Index blobs of repositories without epochs, format version 1 (docs/repository-format.md, "Legacy indexes"). */
import { CairnError, isCairnError } from '../../../errors.ts'
import { mapConcurrent } from '../../../util/async.ts'
import { fromUtf8 } from '../../../util/bytes.ts'
import type { BlobId, BlobMetadata, BlobStorage } from '../../blob/storage.ts'
import { BLOB_PREFIXES } from '../blob-names.ts'
import { collectBlobs } from '../list-blobs.ts'
import { type BlobKeys, readSealedBlob, sealBlob } from '../sealed-blob.ts'
import type { ActiveIndexBlobs, IndexBlobManager } from './blob-manager.ts'
import { indexDamaged } from './damage.ts'

const LOG_CONCURRENCY = 8
/** The index blob that ends the use of legacy indexes. */
export const POISON_NAME = `n${'0'.repeat(32)}-repository_unreadable_by_this_kopia_version_upgrade_required`

/** One compaction: when all outputs are there, the inputs no longer count. */
export interface CompactionLog {
  readonly inputs: readonly BlobId[]
  readonly outputs: readonly BlobId[]
}

/** The blobs that count: those that no valid compaction has replaced. */
export function activeLegacyBlobs(indexBlobs: readonly BlobMetadata[], logs: readonly CompactionLog[]): BlobMetadata[] {
  const present = new Set(indexBlobs.map(({ id }) => id))
  const replaced = new Set<BlobId>()
  for (const { inputs, outputs } of logs) {
    if (!outputs.every((id) => present.has(id))) continue
    for (const id of inputs) replaced.add(id)
  }
  return indexBlobs.filter(({ id }) => !replaced.has(id))
}

/** Reads the plain JSON of a compaction log; CAIRN_INDEX_DAMAGED names `blobId`. */
export function decodeCompactionLog(plain: Uint8Array, blobId: BlobId): CompactionLog {
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(plain) ?? '')
  } catch (error) {
    throw indexDamaged(blobId, 'it is no compaction log', error)
  }
  if (typeof value !== 'object' || value === null) throw indexDamaged(blobId, 'it is no compaction log')
  return {
    inputs: idsOf('inputMetadata' in value ? value.inputMetadata : undefined, blobId),
    outputs: idsOf('outputMetadata' in value ? value.outputMetadata : undefined, blobId),
  }
}

function idsOf(list: unknown, blobId: BlobId): BlobId[] {
  // Go writes an empty list as null.
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) throw indexDamaged(blobId, 'its lists of blobs are no lists')
  return list.map((item: unknown) => {
    if (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string') return item.id
    throw indexDamaged(blobId, 'its lists of blobs hold something else')
  })
}

export class LegacyIndexManager implements IndexBlobManager {
  readonly #storage: BlobStorage
  readonly #keys: BlobKeys

  constructor(storage: BlobStorage, keys: BlobKeys) {
    this.#storage = storage
    this.#keys = keys
  }

  async loadActive(signal?: AbortSignal): Promise<ActiveIndexBlobs> {
    const [indexBlobs, logBlobs] = await Promise.all([
      collectBlobs(this.#storage, BLOB_PREFIXES.legacyIndex, signal),
      collectBlobs(this.#storage, BLOB_PREFIXES.legacyCompactionLog, signal),
    ])
    const logs = await mapConcurrent(logBlobs, LOG_CONCURRENCY, ({ id }) => this.#readLog(id, signal))
    const blobs = activeLegacyBlobs(
      indexBlobs,
      logs.filter((log) => log !== undefined),
    )
    if (blobs.some(({ id }) => id === POISON_NAME)) {
      throw new CairnError('CAIRN_REPOSITORY_UPGRADED', 'The repository has been upgraded to a newer format since it was opened.', {
        hint: 'Run the command again, so that the new format is read.',
      })
    }
    return { blobs, watermarkSeconds: 0 }
  }

  async writeIndexBlobs(shards: readonly Uint8Array[], sessionId: string, signal?: AbortSignal): Promise<BlobMetadata[]> {
    const written: BlobMetadata[] = []
    for (const shard of shards) {
      const { id, bytes } = sealBlob(this.#keys, BLOB_PREFIXES.legacyIndex, `-${sessionId}`, shard)
      written.push(await this.#storage.putBlob(id, [bytes], signal === undefined ? {} : { signal }))
    }
    return written
  }

  /** Without epochs there is nothing to begin. */
  async advanceIfNeeded(): Promise<undefined> {}

  /** Undefined when the log vanished since it was listed: then its inputs are gone as well, or still count. */
  async #readLog(id: BlobId, signal: AbortSignal | undefined): Promise<CompactionLog | undefined> {
    try {
      return await readSealedBlob(this.#storage, this.#keys, id, (plain) => decodeCompactionLog(plain, id), signal)
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
      throw error
    }
  }
}
