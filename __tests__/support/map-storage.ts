/** Blob storage in memory: the reference the other backends are measured against. */
import { CairnError, throwIfCancelled } from '../../src/errors.ts'
import { checkBlobId } from '../../src/repo/blob/blob-id.ts'
import { resolveRange } from '../../src/repo/blob/range.ts'
import type { BlobId, BlobMetadata, BlobRetention, BlobStorage, GetOptions, PutOptions } from '../../src/repo/blob/storage.ts'
import { concatBytes } from '../../src/util/bytes.ts'
import type { Clock } from '../../src/util/clock.ts'
import { FakeClock } from './fake-clock.ts'

export interface StoredBlob {
  readonly bytes: Uint8Array
  readonly timestampMs: number
  /** What it was put with. */
  readonly retention?: BlobRetention | undefined
}

/** Lists in descending order, so that nobody comes to depend on ascending ones. `blobs` is open to tests that damage things. */
export class MapStorage implements BlobStorage {
  readonly displayName: string
  readonly blobs: Map<BlobId, StoredBlob>
  readonly #clock: Clock

  constructor(options: { clock?: Clock; blobs?: Map<BlobId, StoredBlob>; displayName?: string } = {}) {
    this.#clock = options.clock ?? new FakeClock()
    this.blobs = options.blobs ?? new Map()
    this.displayName = options.displayName ?? 'memory'
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    throwIfCancelled(options.signal)
    checkBlobId(id)
    const blob = this.blobs.get(id)
    if (blob === undefined) throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`)
    const { offset, length } = resolveRange(id, options, blob.bytes.length)
    return blob.bytes.slice(offset, offset + length)
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    checkBlobId(id)
    const blob = this.blobs.get(id)
    return blob && { id, length: blob.bytes.length, timestampMs: blob.timestampMs }
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options: PutOptions = {}): Promise<BlobMetadata> {
    throwIfCancelled(options.signal)
    checkBlobId(id)
    // One turn of the event loop between call and effect, as with any real storage.
    await Promise.resolve()
    throwIfCancelled(options.signal)
    if (options.onlyIfAbsent && this.blobs.has(id)) {
      throw new CairnError('CAIRN_BLOB_EXISTS', `Blob ${id} is already in ${this.displayName}.`)
    }
    const bytes = concatBytes(parts)
    const timestampMs = options.modifiedNs === undefined ? this.#clock.nowMs() : Number(options.modifiedNs / 1_000_000n)
    this.blobs.set(id, { bytes, timestampMs, ...(options.retention === undefined ? {} : { retention: options.retention }) })
    return { id, length: bytes.length, timestampMs }
  }

  async deleteBlob(id: BlobId): Promise<void> {
    checkBlobId(id)
    this.blobs.delete(id)
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    for (const id of [...this.blobs.keys()].sort().reverse()) {
      throwIfCancelled(signal)
      const blob = this.blobs.get(id)
      if (blob !== undefined && id.startsWith(prefix)) yield { id, length: blob.bytes.length, timestampMs: blob.timestampMs }
    }
  }

  async close(): Promise<void> {}

  /** A storage over a copy of the blobs: what a crash at this moment would leave. */
  snapshot(): MapStorage {
    return new MapStorage({ clock: this.#clock, blobs: new Map(this.blobs), displayName: this.displayName })
  }
}
