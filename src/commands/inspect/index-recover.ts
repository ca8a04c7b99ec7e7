/** Finds the contents of packs by the indexes that the packs carry, for when index blobs were lost. */
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import type { BlobId, BlobMetadata } from '../../repo/blob/storage.ts'
import { BLOB_PREFIXES } from '../../repo/content/blob-names.ts'
import { ContentIndex } from '../../repo/content/index/content-index.ts'
import { encodeIndexShards } from '../../repo/content/index/encode-entries.ts'
import type { IndexSink } from '../../repo/content/index/rows.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import { readLocalIndex } from '../../repo/content/local-index.ts'
import { newSessionId } from '../../repo/content/session.ts'
import type { OpenedRepository } from '../../repo/repository.ts'
import { mapConcurrent } from '../../util/async.ts'

export interface IndexRecoverOptions {
  /** Packs to look into; empty means all that begin with one of the prefixes. */
  readonly packs: readonly BlobId[]
  /** Empty means all packs. */
  readonly prefixes: readonly string[]
  readonly parallel: number
  /** Go on without packs that cannot be read. */
  readonly ignoresErrors: boolean
  /** Delete the legacy index blobs that are there. */
  readonly deletesIndexes: boolean
  /** Write and delete; without it only look. */
  readonly commits: boolean
  readonly log: Logger
  readonly signal: AbortSignal
}

export interface RecoveredIndex {
  /** Entries found, those of one content in several packs counted each time. */
  readonly entryCount: number
  readonly packCount: number
}

/**
 * Reads the packs and commits what they hold as new index blobs.
 *
 * Old index blobs are deleted last: when anything fails before, nothing is lost. What was deleted from the repository but not erased comes back.
 * Errors: CAIRN_PACK_INDEX_DAMAGED, CAIRN_BLOB_NOT_FOUND, storage kinds.
 */
export async function recoverIndex({ care, clock }: OpenedRepository, options: IndexRecoverOptions): Promise<RecoveredIndex> {
  const { storage, contents } = care
  const { log, signal } = options
  const old = options.deletesIndexes ? await collectBlobs(storage, BLOB_PREFIXES.legacyIndex, signal) : []
  const index = new ContentIndex(contents.codec.hasher.sizeBytes)
  const sink = new CountingSink(index)
  let packCount = 0
  const recover = async (pack: Pick<BlobMetadata, 'id' | 'length'>) => {
    throwIfCancelled(signal)
    try {
      await readLocalIndex(storage, contents.codec, pack, sink, signal)
      packCount++
    } catch (error) {
      if (!options.ignoresErrors || !isCairnError(error) || error.kind !== 'damage') throw error
      log.warning(messageOf(error))
    }
  }
  if (options.packs.length === 0) await mapConcurrent(packsOf(care, options), Math.max(1, options.parallel), recover)
  else {
    // As in kopia, one after the other.
    for (const id of options.packs) await recover({ id, length: await lengthOf(care, id) })
  }
  if (options.commits && index.count > 0) {
    const sessionId = newSessionId(clock.nowNs(), contents.codec.random)
    await contents.indexBlobs.writeIndexBlobs(encodeIndexShards(contents.format.indexVersion, index.rows()), sessionId, signal)
  }
  for (const { id } of old) {
    if (!options.commits) log.info(`would delete old index: ${id} (pass --commit to approve)`)
    else {
      throwIfCancelled(signal)
      log.info(`deleting old index blob: ${id}`)
      await storage.deleteBlob(id)
    }
  }
  return { entryCount: sink.count, packCount }
}

async function* packsOf({ storage }: OpenedRepository['care'], { prefixes, signal }: IndexRecoverOptions): AsyncGenerator<BlobMetadata> {
  const { dataPack, metadataPack } = BLOB_PREFIXES
  for (const prefix of prefixes.length === 0 ? [dataPack, metadataPack] : prefixes) yield* storage.listBlobs(prefix, signal)
}

async function lengthOf({ storage }: OpenedRepository['care'], id: BlobId): Promise<number> {
  const found = await storage.statBlob(id)
  if (found !== undefined) return found.length
  throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${storage.displayName}.`)
}

/** Counts every row on its way into an index. */
class CountingSink implements IndexSink {
  readonly keySizeBytes: number
  readonly #index: ContentIndex
  count = 0

  constructor(index: ContentIndex) {
    this.#index = index
    this.keySizeBytes = index.keySizeBytes
  }

  packNumber(packBlobId: string): number {
    return this.#index.packNumber(packBlobId)
  }

  insert(row: Parameters<IndexSink['insert']>[0]): void {
    this.count++
    this.#index.insert(row)
  }
}
