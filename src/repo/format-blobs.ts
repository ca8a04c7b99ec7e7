/** Reading the two blobs that say how a repository is to be read and written. */
import { CairnError, isCairnError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { readChecked } from './blob/read-checked.ts'
import { readUpTo } from './blob/read-up-to.ts'
import type { BlobId, BlobRetention, BlobStorage } from './blob/storage.ts'
import {
  BLOB_CONFIG_BLOB_ID,
  decodeBlobConfig,
  FORMAT_BLOB_ID,
  MAX_FORMAT_BLOB_BYTES,
  retentionOf,
  type UnlockedFormat,
} from './format/index.ts'

export interface RetentionOptions {
  /** What `readBlobConfig` gives; asked a second time when the first answer cannot be opened. */
  readonly blobConfig: () => Promise<Uint8Array | undefined>
  readonly isReadOnly: boolean
  readonly log: Logger
}

/** The bytes of the format blob. Errors: CAIRN_REPOSITORY_MISSING, CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function readFormatBlob(storage: BlobStorage, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    return await readLimited(storage, FORMAT_BLOB_ID, signal)
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

/** The bytes of the blob that says how long the storage has to keep blobs; undefined when there is none. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function readBlobConfig(storage: BlobStorage, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  try {
    return await readLimited(storage, BLOB_CONFIG_BLOB_ID, signal)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
    throw error
  }
}

/** In one request, and never more than such a blob can have. */
async function readLimited(storage: BlobStorage, id: BlobId, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const bytes = await readUpTo(storage, id, 0, MAX_FORMAT_BLOB_BYTES + 1, signal)
  if (bytes.length <= MAX_FORMAT_BLOB_BYTES) return bytes
  throw new CairnError('CAIRN_FORMAT_DAMAGED', `${id} has more than ${MAX_FORMAT_BLOB_BYTES} bytes, far more than such a blob can have.`)
}

/** How long the storage has to keep what is written; a reader goes on without knowing it. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function readRetention(options: RetentionOptions, format: UnlockedFormat): Promise<BlobRetention | undefined> {
  const { blobConfig, log } = options
  try {
    return await readChecked(blobConfig, (bytes) => retentionOf(decodeBlobConfig(bytes, format)))
  } catch (error) {
    if (!options.isReadOnly || !isCairnError(error, 'CAIRN_FORMAT_DAMAGED')) throw error
    log.warning(`Nothing can be written to the repository: ${error.message}`)
    return undefined
  }
}
