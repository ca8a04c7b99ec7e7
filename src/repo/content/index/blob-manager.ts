/** Which index blobs count, and how new ones are committed: one interface over epochs and the legacy scheme. */
import type { BlobMetadata } from '../../blob/storage.ts'

/** The index blobs that together hold every entry. */
export interface ActiveIndexBlobs {
  readonly blobs: readonly BlobMetadata[]
  /** Deleted entries up to this Unix second count as absent; 0 is none. */
  readonly watermarkSeconds: number
}

export interface IndexBlobManager {
  /** Lists anew. Errors: CAIRN_INDEX_UNSTABLE, CAIRN_INDEX_DAMAGED, CAIRN_REPOSITORY_UPGRADED, storage kinds. */
  loadActive(signal?: AbortSignal): Promise<ActiveIndexBlobs>
  /**
   * Puts the index files of one flush; when it resolves they are committed. Every pack they name must have been stored before.
   * On failure some may be stored, which is harmless. Errors: CAIRN_INDEX_WRITE_TOO_SLOW, storage kinds.
   */
  writeIndexBlobs(shards: readonly Uint8Array[], sessionId: string, signal?: AbortSignal): Promise<BlobMetadata[]>
  /** Begins the next epoch when the present one is old and large enough, so that maintenance can compact it; returns its number, or undefined. */
  advanceIfNeeded(signal?: AbortSignal): Promise<number | undefined>
}
