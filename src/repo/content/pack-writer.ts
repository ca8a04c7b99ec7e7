/** One open pack: sealed contents one after the other, in memory until the pack is uploaded (docs/repository-format.md, "Packs"). */
import { release, toHex } from '../../util/bytes.ts'
import type { ContentCodec } from './content-codec.ts'
import { encodeIndexRows } from './index/codec.ts'
import { ContentIndex } from './index/content-index.ts'
import type { IndexRow } from './index/rows.ts'
import { encodePostamble, INDEX_SUFFIX_BYTES, PREAMBLE_BYTES, paddingBytes } from './pack-layout.ts'

/** Smaller parts are left to the collector. */
const RELEASED_BYTES = 64 * 1024

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
  readonly kind: PackKind
  readonly id: string
  readonly #options: PackWriterOptions
  readonly #parts: Uint8Array[] = []
  readonly #entries: ContentIndex
  readonly #pack: number
  /** Offset in the pack -> sealed bytes, so that contents can be read before the pack is uploaded. */
  readonly #sealedAt = new Map<number, Uint8Array>()
  #size = 0

  constructor(options: PackWriterOptions) {
    this.#options = options
    this.kind = options.kind
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

  /** Adds a sealed content and returns its offset; the bytes must not change until the pack is uploaded. */
  append(content: AppendedContent, sealed: Uint8Array): number {
    const offset = this.#size
    this.#push(sealed)
    this.#sealedAt.set(offset, sealed)
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

  /** Sealed bytes of a content in this pack; undefined when none starts at `offset`. */
  read(offset: number): Uint8Array | undefined {
    return this.#sealedAt.get(offset)
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
    for (const part of this.#parts) if (part.length >= RELEASED_BYTES) release(part)
    this.#parts.length = 0
    this.#sealedAt.clear()
  }

  #push(part: Uint8Array): void {
    this.#parts.push(part)
    this.#size += part.length
  }
}

function keyBytes(content: AppendedContent): Uint8Array {
  const key = new Uint8Array(content.hash.length + 1)
  key[0] = content.prefixByte
  key.set(content.hash, 1)
  return key
}
