/**
 * Storage of immutable named byte strings: the floor everything else stands on (docs/repository-format.md, "Blob store").
 *
 * Guarantees every backend gives:
 *  - `putBlob` creates or silently replaces, and nobody ever sees a part of a blob;
 *  - a blob is visible to `getBlob` and `listBlobs` as soon as its `putBlob` resolved, and it survives a power cut, except in stores that
 *    gather: see `flush`;
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
  /** The same in nanoseconds since 1970, where the storage tells it so exactly; only for listings that people see. */
  readonly timestampNs?: bigint
}

/** When the storage last saw the blob written, in nanoseconds since 1970, as exactly as it is known. */
export function blobTimeNs(blob: BlobMetadata): bigint {
  return blob.timestampNs ?? BigInt(blob.timestampMs) * 1_000_000n
}

/** For how long nobody may delete or replace a blob. */
export interface BlobRetention {
  /** `GOVERNANCE`, `COMPLIANCE` or, on Azure, `Locked`. */
  readonly retentionMode: string
  readonly retentionPeriodNs: bigint
}

export interface PutOptions {
  /** Fail with CAIRN_BLOB_EXISTS instead of replacing; with CAIRN_NOT_SUPPORTED in a storage that can only look first, which protects nothing. */
  readonly onlyIfAbsent?: boolean
  /** Fails with CAIRN_NOT_SUPPORTED in a storage that cannot hold it. */
  readonly retention?: BlobRetention
  /** When the blob counts as written, in nanoseconds since 1970, instead of now; fails with CAIRN_NOT_SUPPORTED in a storage that cannot hold it. */
  readonly modifiedNs?: bigint
  /** False when the caller does not use the time of the result: it may then be that of this machine, which saves some stores a request. */
  readonly needsTime?: boolean
  readonly signal?: AbortSignal
}

export interface GetOptions {
  /** First byte to read; default 0. */
  readonly offset?: number
  /** Number of bytes; default: to the end. Asking past the end fails with CAIRN_BLOB_RANGE. */
  readonly length?: number
  /** Give fewer bytes when the blob ends before `length`, instead of failing; one byte at `offset` must be there. */
  readonly mayBeShorter?: boolean
  /** Ask the store itself, whatever copies of the blob there are on this machine. */
  readonly isFresh?: boolean
  readonly signal?: AbortSignal
}

export interface FlushOptions {
  /** It need not happen now: a store may put it off, to gather more, for as long as what is gathered may be lost with the machine. */
  readonly mayWait?: boolean
  /** IDs of the snapshots that are saved by it, for messages about their loss. */
  readonly snapshots?: readonly string[]
  readonly signal?: AbortSignal | undefined
}

export interface BlobStorage {
  /** Where it is, for messages; never holds a secret. */
  readonly displayName: string
  /** How many large blobs are worth putting at once; 3 where it is not said. A far store gives one transfer only a part of the line. */
  readonly parallelPuts?: number
  /** Errors: CAIRN_BLOB_NOT_FOUND, CAIRN_BLOB_RANGE, storage kinds. */
  getBlob(id: BlobId, options?: GetOptions): Promise<Uint8Array>
  /** Undefined when the blob is absent. */
  statBlob(id: BlobId): Promise<BlobMetadata | undefined>
  /** `parts` are written one after the other; the caller does not change them until the promise settles. */
  putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions): Promise<BlobMetadata>
  deleteBlob(id: BlobId): Promise<void>
  /** Keeps a blob from now on for at least as long; absent in a storage that cannot. Errors: CAIRN_NOT_SUPPORTED, storage kinds. */
  extendRetention?(id: BlobId, retention: BlobRetention): Promise<void>
  listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata>
  /**
   * Only in a store that gathers what is put: makes everything put and deleted so far durable and visible to others. Until then only this
   * client sees it, and `close` drops it (docs/adr/0009-stores-that-gather.md). A flush that failed can be repeated.
   */
  flush?(options?: FlushOptions): Promise<void>
  /**
   * Only in a store that has to read something before it can put: reads it, for whoever is going to write and has time until then. The first put
   * does it otherwise. Errors: those of `getBlob`, CAIRN_CONFIG_INVALID.
   */
  prepareWrites?(): Promise<void>
  close(): Promise<void>
}

/** The members of a decorated storage that not every storage has, to be spread into the decorator: they are there exactly when the storage has them. */
export function flushOf(storage: BlobStorage): Pick<BlobStorage, 'flush' | 'extendRetention' | 'parallelPuts' | 'prepareWrites'> {
  const { flush, extendRetention, parallelPuts, prepareWrites } = storage
  return {
    ...(parallelPuts === undefined ? {} : { parallelPuts }),
    ...(flush === undefined ? {} : { flush: (options) => flush.call(storage, options) }),
    ...(extendRetention === undefined ? {} : { extendRetention: (id, retention) => extendRetention.call(storage, id, retention) }),
    ...(prepareWrites === undefined ? {} : { prepareWrites: () => prepareWrites.call(storage) }),
  }
}
