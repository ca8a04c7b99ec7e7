/** Reading the two blobs that say how a repository is to be read and written. */
import { CairnError, isCairnError } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { BlobRetention, BlobStorage } from './blob/storage.ts'
import {
  BLOB_CONFIG_BLOB_ID,
  decodeBlobConfig,
  FORMAT_BLOB_ID,
  MAX_FORMAT_BLOB_BYTES,
  retentionOf,
  type UnlockedFormat,
} from './format/index.ts'

export interface ReadOptions {
  readonly storage: BlobStorage
  readonly isReadOnly: boolean
  readonly log: Logger
  readonly signal?: AbortSignal | undefined
}

/** The bytes of the format blob. Errors: CAIRN_REPOSITORY_MISSING, CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function readFormatBlob(storage: BlobStorage, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    const found = await storage.statBlob(FORMAT_BLOB_ID)
    if (found === undefined) throw repositoryMissing(storage)
    if (found.length > MAX_FORMAT_BLOB_BYTES) {
      throw new CairnError('CAIRN_FORMAT_DAMAGED', `${FORMAT_BLOB_ID} has ${found.length} bytes, far more than such a blob can have.`)
    }
    return await storage.getBlob(FORMAT_BLOB_ID, signal === undefined ? {} : { signal })
  } catch (error) {
    throw isCairnError(error, 'CAIRN_BLOB_NOT_FOUND') ? repositoryMissing(storage, error) : error
  }
}

function repositoryMissing(storage: BlobStorage, cause?: unknown): CairnError {
  return new CairnError('CAIRN_REPOSITORY_MISSING', `There is no repository in ${storage.displayName}.`, {
    hint: 'Check the location. To make a new repository there, run "cairn repository create".',
    cause,
  })
}

/** How long the storage has to keep what is written; a reader goes on without knowing it. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function readRetention(options: ReadOptions, format: UnlockedFormat): Promise<BlobRetention | undefined> {
  const { storage, signal, log } = options
  try {
    const found = await storage.statBlob(BLOB_CONFIG_BLOB_ID)
    if (found === undefined) return undefined
    if (found.length > MAX_FORMAT_BLOB_BYTES) {
      throw new CairnError('CAIRN_FORMAT_DAMAGED', `${BLOB_CONFIG_BLOB_ID} has ${found.length} bytes, far more than such a blob can have.`)
    }
    return retentionOf(decodeBlobConfig(await storage.getBlob(BLOB_CONFIG_BLOB_ID, signal === undefined ? {} : { signal }), format))
  } catch (error) {
    if (!options.isReadOnly || !isCairnError(error, 'CAIRN_FORMAT_DAMAGED')) throw error
    log.warning(`Nothing can be written to the repository: ${error.message}`)
    return undefined
  }
}
