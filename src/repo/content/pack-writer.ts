/** One open pack: sealed contents one after the other, in memory until the pack is uploaded (docs/repository-format.md, "Packs"). */
import { release, toHex } from '../../util/bytes.ts'
import type { ContentCodec } from './content-codec.ts'
import { encodeIndexRows } from './index/codec.ts'
import { ContentIndex } from './index/content-index.ts'
import type { IndexRow } from './index/rows.ts'
import { encodePostamble, INDEX_SUFFIX_BYTES, PREAMBLE_BYTES, paddingBytes } from './pack-layout.ts'

/** Contents in smaller memory are copied together: a pack of them may hold half a million, and an array for each would take more memory than the pack. */
const GATHERED_BYTES = 64 * 1024
const CHUNK_BYTES = 1024 * 1024

/** `p` for file data, `q` for contents with a prefix letter. */
export type PackKind = 'p' | 'q'

/** What the index has to say about a content that is appended. */
export interface AppendedContent {
  readonly prefixByte: number
  readonly hash: Uint8Array
  readonly originalLength: number
  readonly compressionId: number
  /** Unix seconds. */
  readonly timestampSeconds: number
}

export interface PackWriterOptions {
  readonly kind: PackKind
  readonly sessionId: string
  readonly codec: ContentCodec
  readonly indexVersion: 1 | 2
  readonly formatVersion: number
  /** Copy of the format blob at the start of the pack; undefined when the format has none. */
  readonly replica?: Uint8Array | undefined
}

/** Collects contents of one kind; after `finish` it only serves `read` until its upload is over. */
export class PackWriter {
  readonly id: string
  readonly #options: PackWriterOptions
  readonly #parts: Uint8Array[] = []
  /** Offset in the pack of each part. */
  readonly #starts: number[] = []
  readonly #chunks: Uint8Array[] = []
  /** Memory for small contents, the last of the chunks; what is used of it is the last part when `#isGathering`. */
  #chunk = new Uint8Array(0)
  #chunkUsed = 0
  #isGathering = false
  readonly #entries: ContentIndex
  readonly #pack: number
  #size = 0

  constructor(options: PackWriterOptions) {
    this.#options = options
    this.id = `${options.kind}${toHex(options.codec.random(16))}-${options.sessionId}`
    this.#entries = new ContentIndex(options.codec.hasher.sizeBytes)
    this.#pack = this.#entries.packNumber(this.id)
    if (options.replica !== undefined) this.#push(options.replica)
    this.#push(options.codec.random(PREAMBLE_BYTES))
  }

  /** Bytes so far. */
  get size(): number {
    return this.#size
  }

  get contentCount(): number {
    return this.#entries.count
  }

  /** Adds a sealed content and returns its offset; what lies in large memory is not copied, and must not change until the pack is uploaded. */
  append(content: AppendedContent, sealed: Uint8Array): number {
    const offset = this.#size
    this.#push(sealed)
    const row: IndexRow = {
      source: keyBytes(content),
      keyOffset: 0,
      pack: this.#pack,
      packOffset: offset,
      packedLength: sealed.length,
      originalLength: content.originalLength,
      timestampSeconds: content.timestampSeconds,
      isDeleted: false,
      compressionId: content.compressionId,
      formatVersion: this.#options.formatVersion,
      encryptionKeyId: 0,
    }
    this.#entries.insert(row)
    return offset
  }

  /** Bytes of a content in this pack, so that it can be read before the pack is uploaded; undefined when they are not all there. */
  read(offset: number, length: number): Uint8Array | undefined {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    const start = offset - (this.#starts[low] ?? 0)
    const part = this.#parts[low]
    // A content is never spread over two parts.
    return part === undefined || start + length > part.length ? undefined : part.subarray(start, start + length)
  }

  /** Appends padding, local index and postamble; the parts are the whole blob in order. */
  finish(): readonly Uint8Array[] {
    const { codec, indexVersion } = this.#options
    const index = encodeIndexRows(indexVersion, this.#entries.rows())
    const plain = new Uint8Array(index.length + INDEX_SUFFIX_BYTES)
    plain.set(index)
    plain.set(codec.random(INDEX_SUFFIX_BYTES), index.length)
    // Unlike a content's, this iv is the whole hash (docs/repository-format.md, "Content encryption").
    const indexIv = codec.hasher.hash(plain)
    const sealed = codec.encryptor.seal(plain, indexIv, codec.random)
    this.#push(codec.random(paddingBytes(this.#size)))
    const indexOffset = this.#size
    this.#push(sealed)
    this.#push(encodePostamble({ indexIv, indexOffset, indexLength: sealed.length }))
    return this.#parts
  }

  /** Gives the memory of the contents back; call when the pack is stored and nobody reads from it any more. */
  release(): void {
    for (const part of this.#parts) if (part.length >= GATHERED_BYTES) release(part)
    for (const chunk of this.#chunks) release(chunk)
    this.#parts.length = 0
    this.#starts.length = 0
  }

  #push(part: Uint8Array): void {
    if (this.#continues(part)) this.#parts[this.#parts.length - 1] = joined(this.#parts.at(-1) ?? part, part)
    else if (part.buffer.byteLength < GATHERED_BYTES) this.#gather(part)
    else {
      this.#isGathering = false
      this.#starts.push(this.#size)
      this.#parts.push(part)
    }
    this.#size += part.length
  }

  /** Whether `part` lies right behind the last one: contents that were sealed together come in one piece of memory. */
  #continues(part: Uint8Array): boolean {
    const last = this.#isGathering ? undefined : this.#parts.at(-1)
    return last !== undefined && last.buffer === part.buffer && last.byteOffset + last.byteLength === part.byteOffset
  }

  #gather(part: Uint8Array): void {
    if (this.#chunkUsed + part.length > this.#chunk.length) {
      this.#chunk = new Uint8Array(CHUNK_BYTES)
      this.#chunks.push(this.#chunk)
      this.#chunkUsed = 0
      this.#isGathering = false
    }
    const from = this.#isGathering ? this.#chunkUsed - (this.#parts.at(-1)?.length ?? 0) : this.#chunkUsed
    this.#chunk.set(part, this.#chunkUsed)
    this.#chunkUsed += part.length
    const gathered = this.#chunk.subarray(from, this.#chunkUsed)
    if (this.#isGathering) this.#parts[this.#parts.length - 1] = gathered
    else {
      this.#isGathering = true
      this.#starts.push(this.#size)
      this.#parts.push(gathered)
    }
  }
}

/** Two arrays that lie one behind the other, as one. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  return new Uint8Array(first.buffer, first.byteOffset, first.byteLength + second.byteLength)
}

function keyBytes(content: AppendedContent): Uint8Array {
  const key = new Uint8Array(content.hash.length + 1)
  key[0] = content.prefixByte
  key.set(content.hash, 1)
  return key
}
