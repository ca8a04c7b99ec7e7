/** Contents by name: written once, found again, read back and checked (docs/repository-format.md, "Contents"). */
import { CairnError, isCairnError, throwIfCancelled } from '../../errors.ts'
import { type Logger, nullLogger } from '../../log.ts'
import type { Clock } from '../../util/clock.ts'
import type { RandomSource } from '../../util/random.ts'
import type { ClientIdentity, ContentId, RepositoryCounters } from '../api.ts'
import type { BlobId, BlobStorage } from '../blob/storage.ts'
import type { ContentFormat, OpenedFormat } from '../format/interface.ts'
import { ContentCache } from './content-cache.ts'
import { type ContentCodec, codecSettingsOf, compressIfWorthwhile, createCodec, writingCompressor } from './content-codec.ts'
import { contentIv, formatContentId, prefixByteOf } from './content-id.ts'
import { ContentReader } from './content-reader.ts'
import { ContentWriter } from './content-writer.ts'
import type { IndexBlobManager } from './index/blob-manager.ts'
import { ContentIndex, type EntryFilter } from './index/content-index.ts'
import type { IndexEntry } from './index/interface.ts'
import { loadIndex } from './index/load.ts'
import { openIndexManager } from './index/open-manager.ts'
import { ExtractPool } from './pool/extract-pool.ts'
import type { SealedContent } from './pool/extract-protocol.ts'
import type { StoredPart } from './pool/jobs.ts'
import { ContentPool } from './pool/pool.ts'

/** Missing contents bring about a refresh, but not more often than this. */
const MISS_REFRESH_INTERVAL_MS = 5000
/** The view of the index is not older than this when contents are looked up for writing. */
const REFRESH_INTERVAL_MS = 15 * 60_000

export interface ContentManagerOptions {
  readonly storage: BlobStorage
  readonly format: OpenedFormat
  readonly identity: ClientIdentity
  readonly clock: Clock
  readonly random: RandomSource
  /** See `PoolOptions`. */
  readonly workers?: number | undefined
  readonly workerUrl?: URL | undefined
  readonly log?: Logger | undefined
  /** Go on without index blobs that are damaged, for reading what the others name. */
  readonly toleratesDamage?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

export class ContentManager {
  readonly format: ContentFormat
  readonly index: ContentIndex
  readonly indexBlobs: IndexBlobManager
  readonly codec: ContentCodec
  /** Reads and stores file data. */
  readonly pool: ContentPool
  /** Writes file data to files. */
  readonly extracting: ExtractPool
  readonly #options: ContentManagerOptions
  readonly #writer: ContentWriter
  readonly #reader: ContentReader
  readonly #cache = new ContentCache()
  readonly #damagedIndexBlobs = new Map<BlobId, CairnError>()
  #refreshing: Promise<void> | undefined
  #refreshedMs = Number.NEGATIVE_INFINITY
  #missRefreshedMs = Number.NEGATIVE_INFINITY

  private constructor(options: ContentManagerOptions, codec: ContentCodec) {
    const { storage, format, clock } = options
    this.#options = options
    this.codec = codec
    this.format = format.content
    this.index = new ContentIndex(codec.hasher.sizeBytes)
    this.indexBlobs = openIndexManager({ storage, keys: codec, parameters: format.content.epochs, clock })
    const log = options.log ?? nullLogger
    this.#writer = new ContentWriter({ ...options, codec, index: this.index, indexBlobs: this.indexBlobs, log })
    this.#reader = new ContentReader({ storage, format: format.content, codec, writer: this.#writer })
    const settings = { codec: codecSettingsOf(format.content), compressesBeforeHashing: format.content.indexVersion === 1 }
    const poolOptions = { codec, settings, workers: options.workers, workerUrl: options.workerUrl }
    this.pool = new ContentPool(poolOptions, this.#writer)
    this.extracting = new ExtractPool(poolOptions)
    this.#writer.onRoom = () => this.pool.resume()
    this.#writer.onFailure = (error) => this.pool.fail(error)
    this.pool.onCrash = (error) => this.#writer.fail(error)
  }

  /** Opens the contents of a repository: loads the algorithms and the index. Errors: CAIRN_INDEX_DAMAGED, storage kinds. */
  static async open(options: ContentManagerOptions): Promise<ContentManager> {
    const codec = await createCodec(codecSettingsOf(options.format.content), options.random)
    const manager = new ContentManager(options, codec)
    await manager.refresh(options.signal)
    return manager
  }

  /** Whether file data is compressed before it is hashed, so that object IDs carry a `Z`. */
  get compressesBeforeHashing(): boolean {
    return this.format.indexVersion === 1
  }

  /** Stores a content from the calling thread: for small things. `prefix` is a letter or empty. */
  write(plain: Uint8Array, prefix: string, compressorName: string | undefined): StoredPart {
    this.#writer.throwIfFailed()
    let compressor = writingCompressor(compressorName)
    let bytes = plain
    let isCompressed = false
    if (this.compressesBeforeHashing) {
      const packed = prefix === '' && compressor !== undefined ? compressIfWorthwhile(plain, compressor) : undefined
      isCompressed = packed !== undefined
      bytes = packed ?? plain
      compressor = undefined
    }
    const hash = this.codec.hasher.hash(bytes)
    const prefixByte = prefixByteOf(prefix)
    const id = formatContentId(prefixByte, hash)
    const isNew = this.#writer.claim(id, prefixByte, hash, plain.length)
    if (isNew) {
      const { sealed, compressionId } = this.codec.seal(bytes, hash, compressor)
      this.#writer.deliver({ id, prefixByte, hash }, bytes.length, sealed, compressionId)
    }
    return { id, length: plain.length, isNew, isCompressed }
  }

  /** Resolves when packs leave fast enough for more to be written. */
  async room(signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal)
    this.#writer.throwIfFailed()
    if (!this.#writer.hasRoom()) await this.#writer.room()
    await this.freshen(signal)
    throwIfCancelled(signal)
  }

  /**
   * Reads the index anew when the view of it is old; undefined when there is nothing to wait for. Before contents are looked up for writing: a
   * writer with an old view may rely on some that maintenance has erased since (docs/repository-format.md, "Safety margins").
   */
  freshen(signal?: AbortSignal): Promise<void> | undefined {
    return this.#options.clock.monotonicMs() - this.#refreshedMs < REFRESH_INTERVAL_MS ? undefined : this.refresh(signal)
  }

  /** The entry of a content, deleted or not, refreshing the index when there is none. Errors: CAIRN_CONTENT_MISSING. */
  async find(id: ContentId): Promise<IndexEntry> {
    let entry = this.index.get(id)
    if (entry === undefined && this.#mayRefreshForMiss()) {
      await this.refresh()
      entry = this.index.get(id)
    }
    if (entry !== undefined) return entry
    throw new CairnError('CAIRN_CONTENT_MISSING', `Content ${id} is not in the index of ${this.#options.storage.displayName}.`, {
      hint: 'What needs it cannot be read in full. Take a new snapshot of the same files: contents that are still there are stored again.',
    })
  }

  /** The plain bytes of a content, not to be changed. Errors: CAIRN_CONTENT_MISSING, CAIRN_CONTENT_DAMAGED, CAIRN_BLOB_MISSING, storage kinds. */
  async read(id: ContentId): Promise<Uint8Array> {
    return await this.readEntry(await this.find(id))
  }

  /** Like `read`, with the entry that `find` gave. */
  async readEntry(entry: IndexEntry): Promise<Uint8Array> {
    const { id } = entry
    const cached = this.#cache.get(id)
    if (cached !== undefined) return cached
    try {
      const plain = await this.#reader.read(entry)
      this.#cache.add(id, plain)
      return plain
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_BLOB_MISSING')) throw error
      // Maintenance may have moved the content to another pack since the index was read.
      await this.refresh()
      const moved = this.index.get(id)
      if (moved === undefined || moved.packBlobId === entry.packBlobId) throw error
      return await this.#reader.read(moved)
    }
  }

  /** A content as it lies in its pack, to be opened elsewhere; whole memory may be given away. What fails here, `readEntry` tries once more. */
  readSealed(entry: IndexEntry): Promise<SealedContent> {
    return this.#reader.readSealed(entry)
  }

  /** The same when it is in memory already, without waiting. */
  peekSealed(entry: IndexEntry): SealedContent | undefined {
    return this.#reader.peekSealed(entry)
  }

  /** Entries in the order of their IDs, deleted ones included. */
  entries(filter?: EntryFilter): Iterable<IndexEntry> {
    return this.index.entries(filter)
  }

  /** Marks a content deleted at the next flush. For maintenance only. */
  markDeleted(id: ContentId): void {
    this.#writer.markDeleted(id)
  }

  /**
   * Moves a content to a new pack; false when it is deleted, which makes it not worth moving. For maintenance only.
   * Errors: those of `read`: what is damaged is not copied.
   */
  async rewrite(id: ContentId, signal?: AbortSignal): Promise<boolean> {
    return await this.#copy(id, false, signal)
  }

  /** Stores a deleted content again, as a live one; false when it is live. For maintenance only. Errors: those of `read`. */
  async undelete(id: ContentId, signal?: AbortSignal): Promise<boolean> {
    return await this.#copy(id, true, signal)
  }

  /** Makes everything written so far durable and visible. */
  async flush(signal?: AbortSignal): Promise<void> {
    await this.#writer.flush(signal)
    if (this.#options.clock.monotonicMs() - this.#refreshedMs >= REFRESH_INTERVAL_MS) await this.refresh(signal)
  }

  /** Begins the next index epoch when it is time; returns its number, or undefined. */
  async advanceEpoch(signal?: AbortSignal): Promise<number | undefined> {
    return await this.indexBlobs.advanceIfNeeded(signal)
  }

  /** Sees what other writers committed since; concurrent calls share the work. */
  async refresh(signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal)
    this.#refreshing ??= this.#load(signal).finally(() => {
      this.#refreshing = undefined
    })
    await this.#refreshing
  }

  /** Says that the view of the index is old: it is read anew before contents are looked up for writing. */
  expire(): void {
    this.#refreshedMs = Number.NEGATIVE_INFINITY
  }

  /** Index blobs that were left out because they are damaged; only with `toleratesDamage`. */
  get damagedIndexBlobs(): ReadonlyMap<BlobId, CairnError> {
    return this.#damagedIndexBlobs
  }

  counters(): RepositoryCounters {
    return { ...this.#writer.totals }
  }

  /** Ends the workers; what was not flushed is dropped. */
  async close(): Promise<void> {
    this.#writer.fail(new CairnError('CAIRN_INTERNAL', 'The repository was closed while it was being written to.'))
    await Promise.all([this.pool.close(), this.extracting.close()])
    await this.#writer.settled()
  }

  async #load(signal: AbortSignal | undefined): Promise<void> {
    const { storage, clock, toleratesDamage = false, log = nullLogger } = this.#options
    const options = { clock, tolerateDamage: toleratesDamage, ...(signal === undefined ? {} : { signal }) }
    const { damaged } = await loadIndex(storage, this.indexBlobs, this.codec, this.index, options)
    for (const { blobId, error } of damaged) {
      if (!this.#damagedIndexBlobs.has(blobId)) log.warning(`${error.message} What only this blob names is missing.`)
      this.#damagedIndexBlobs.set(blobId, error)
    }
    this.#refreshedMs = clock.monotonicMs()
  }

  async #copy(id: ContentId, isDeleted: boolean, signal: AbortSignal | undefined): Promise<boolean> {
    await this.room(signal)
    const entry = await this.find(id)
    if (entry.isDeleted !== isDeleted) return false
    const hash = this.#reader.hashOf(entry)
    const sealed = await this.#reader.readSound(entry, (bytes) => {
      this.codec.open(bytes, hash, entry.originalLength, entry.compressionId)
      return bytes
    })
    const iv = contentIv(hash)
    // Sealed anew rather than copied: error correction may just have mended the bytes.
    const resealed = this.codec.encryptor.seal(this.codec.encryptor.open(sealed, iv), iv, this.codec.random)
    const prefixByte = prefixByteOf(id.length % 2 === 1 ? id.slice(0, 1) : '')
    this.#writer.deliver({ id, prefixByte, hash }, entry.originalLength, resealed, entry.compressionId)
    return true
  }

  #mayRefreshForMiss(): boolean {
    const nowMs = this.#options.clock.monotonicMs()
    if (nowMs - this.#missRefreshedMs < MISS_REFRESH_INTERVAL_MS) return false
    this.#missRefreshedMs = nowMs
    return true
  }
}

/** The error of a write to a repository that was opened for reading. */
export function readOnly(): CairnError {
  return new CairnError('CAIRN_REPOSITORY_READONLY', 'The repository was opened for reading only.', {
    hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
  })
}
