/**
 * Storage of immutable named byte strings: the floor everything else stands on (docs/repository-format.md, "Blob store").
 *
 * Guarantees every backend gives:
 *  - `putBlob` creates or silently replaces, and nobody ever sees a part of a blob;
 *  - a blob is visible to `getBlob` and `listBlobs` as soon as its `putBlob` resolved, and it survives a power cut;
 *  - `deleteBlob` of an absent blob succeeds;
 *  - listings come in no particular order.
 */

/** Name of a blob: printable ASCII without `/`, such as `p1f0c…-s46d7…` or `kopia.repository`. */
export type BlobId = string

export interface BlobMetadata {
  readonly id: BlobId
  readonly length: number
  /** When the storage last saw the blob written, by the storage's clock, in ms since 1970. */
  readonly timestampMs: number
}

export interface PutOptions {
  /** Fail with CAIRN_BLOB_EXISTS instead of replacing. */
  readonly onlyIfAbsent?: boolean
  readonly signal?: AbortSignal
}

export interface GetOptions {
  /** First byte to read; default 0. */
  readonly offset?: number
  /** Number of bytes; default: to the end. Asking past the end fails with CAIRN_BLOB_RANGE. */
  readonly length?: number
  readonly signal?: AbortSignal
}

export interface BlobStorage {
  /** Where it is, for messages; never holds a secret. */
  readonly displayName: string
  /** Errors: CAIRN_BLOB_NOT_FOUND, CAIRN_BLOB_RANGE, storage kinds. */
  getBlob(id: BlobId, options?: GetOptions): Promise<Uint8Array>
  /** Undefined when the blob is absent. */
  statBlob(id: BlobId): Promise<BlobMetadata | undefined>
  /** `parts` are written one after the other; the caller does not change them until the promise settles. */
  putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions): Promise<BlobMetadata>
  deleteBlob(id: BlobId): Promise<void>
  listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata>
  close(): Promise<void>
}
