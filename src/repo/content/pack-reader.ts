/** Ranges of packs, read ahead so that neighbouring contents cost one request (docs/repository-format.md, "Reading contents"). */
import { CairnError, isCairnError } from '../../errors.ts'
import { concatBytes } from '../../util/bytes.ts'
import { READ_AHEAD_BYTES, readUpTo } from '../blob/read-up-to.ts'
import type { BlobStorage } from '../blob/storage.ts'

const MiB = 1024 * 1024
/** Contents from this size on are worth a request of their own. */
const DIRECT_BYTES = 1 * MiB
/** Reads of one pack before its neighbourhood is read as well: a single file of a snapshot shall not cost a whole segment. */
const READS_BEFORE_AHEAD = 2
const CACHE_BYTES = 64 * MiB

interface Segment {
  readonly bytes: Promise<Uint8Array>
  /** The bytes once they are here. */
  loaded?: Uint8Array
  /** What it takes of the cache: until the bytes are here, what they may be at most. */
  length: number
}

/** Reads from packs through a cache bounded in bytes; concurrent reads of one segment share a request. */
export class PackReader {
  readonly #storage: BlobStorage
  /** Least recently used first. */
  readonly #segments = new Map<string, Segment>()
  readonly #reads = new Map<string, number>()
  /** The segment used last. */
  #latest = ''
  #cachedBytes = 0

  constructor(storage: BlobStorage) {
    this.#storage = storage
  }

  /**
   * `length` bytes of a pack from `offset` on; a view that the caller must not change. `isFresh` goes around the cache.
   *
   * Errors: CAIRN_BLOB_MISSING, CAIRN_BLOB_RANGE, storage kinds.
   */
  async read(packId: string, offset: number, length: number, isFresh = false): Promise<Uint8Array> {
    try {
      if (isFresh) {
        this.forget(packId)
        return await this.#storage.getBlob(packId, { offset, length, isFresh: true })
      }
      if (packId.startsWith('q')) return await this.#readAhead(packId, offset, length)
      const reads = (this.#reads.get(packId) ?? 0) + 1
      this.#reads.set(packId, reads)
      if (length >= DIRECT_BYTES || reads <= READS_BEFORE_AHEAD) return await this.#storage.getBlob(packId, { offset, length })
      return await this.#readAhead(packId, offset, length)
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw packMissing(packId, this.#storage, error)
      throw error
    }
  }

  /** The same bytes when they are in the cache already, without waiting. */
  peek(packId: string, offset: number, length: number): Uint8Array | undefined {
    const number = Math.floor(offset / READ_AHEAD_BYTES)
    const key = `${packId}@${number}`
    const segment = this.#segments.get(key)
    const start = offset - number * READ_AHEAD_BYTES
    if (segment?.loaded === undefined || start + length > segment.loaded.length) return undefined
    this.#touch(key, segment)
    return segment.loaded.subarray(start, start + length)
  }

  /** Drops what is cached of a pack. */
  forget(packId: string): void {
    for (const [key, segment] of this.#segments) {
      if (key.startsWith(`${packId}@`)) this.#drop(key, segment)
    }
  }

  async #readAhead(packId: string, offset: number, length: number): Promise<Uint8Array> {
    const first = Math.floor(offset / READ_AHEAD_BYTES)
    const last = Math.floor(Math.max(offset, offset + length - 1) / READ_AHEAD_BYTES)
    const parts: Uint8Array[] = []
    for (let number = first; number <= last; number++) {
      const bytes = await this.#segment(packId, number)
      const start = number * READ_AHEAD_BYTES
      const end = Math.min(READ_AHEAD_BYTES, offset + length - start)
      if (end > bytes.length) throw packTooShort(packId, offset, length, start + bytes.length)
      parts.push(bytes.subarray(Math.max(0, offset - start), end))
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : concatBytes(parts)
  }

  async #segment(packId: string, number: number): Promise<Uint8Array> {
    const key = `${packId}@${number}`
    const present = this.#segments.get(key)
    if (present !== undefined) {
      this.#touch(key, present)
      return present.bytes
    }
    // The pack may end before the segment does: its length is not worth a request of its own.
    const bytes = readUpTo(this.#storage, packId, number * READ_AHEAD_BYTES, READ_AHEAD_BYTES)
    const segment: Segment = { bytes, length: READ_AHEAD_BYTES }
    this.#segments.set(key, segment)
    this.#latest = key
    this.#cachedBytes += segment.length
    for (const [oldest, other] of this.#segments) {
      if (this.#cachedBytes <= CACHE_BYTES || oldest === key) break
      this.#drop(oldest, other)
    }
    try {
      const loaded = await segment.bytes
      segment.loaded = loaded
      if (this.#segments.get(key) === segment) {
        this.#cachedBytes += loaded.length - segment.length
        segment.length = loaded.length
      }
      return loaded
    } catch (error) {
      if (this.#segments.get(key) === segment) this.#drop(key, segment)
      throw error
    }
  }

  /** Moves a segment to the end of the line. */
  #touch(key: string, segment: Segment): void {
    if (key === this.#latest) return
    this.#latest = key
    this.#segments.delete(key)
    this.#segments.set(key, segment)
  }

  #drop(key: string, segment: Segment): void {
    this.#segments.delete(key)
    this.#cachedBytes -= segment.length
  }
}

function packTooShort(packId: string, offset: number, length: number, packLength: number): CairnError {
  return new CairnError('CAIRN_BLOB_RANGE', `Bytes ${offset}..${offset + length} of ${packId} were asked for, but it has ${packLength}.`)
}

function packMissing(packId: string, storage: BlobStorage, cause?: unknown): CairnError {
  return new CairnError('CAIRN_BLOB_MISSING', `Pack ${packId} is not in ${storage.displayName}.`, {
    hint: 'Some snapshots cannot be read in full. Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
    cause,
  })
}
