/** Reads contents out of their packs and checks that they are what was written (docs/repository-format.md, "Contents"). */
import { CairnError, isCairnError } from '../../errors.ts'
import type { BlobStorage } from '../blob/storage.ts'
import type { ContentFormat } from '../format/interface.ts'
import type { ContentCodec } from './content-codec.ts'
import { keyOfContentId, prefixByteOf } from './content-id.ts'
import type { ContentWriter } from './content-writer.ts'
import type { IndexEntry } from './index/interface.ts'
import { PackReader } from './pack-reader.ts'
import type { SealedContent } from './pool/extract-protocol.ts'

/** No splitter cuts longer pieces than half of this; only manifests may be longer. A few crafted contents would otherwise fill the memory. */
const MAX_CONTENT_BYTES = 32 * 1024 * 1024
/** Error correction can more than double what is stored. */
const MAX_ECC_GROWTH = 3

export interface ContentReaderOptions {
  readonly storage: BlobStorage
  readonly format: ContentFormat
  readonly codec: ContentCodec
  /** Has the packs that are not stored yet. */
  readonly writer: ContentWriter
}

export class ContentReader {
  readonly #format: ContentFormat
  readonly #codec: ContentCodec
  readonly #writer: ContentWriter
  readonly #packs: PackReader

  constructor({ storage, format, codec, writer }: ContentReaderOptions) {
    this.#format = format
    this.#codec = codec
    this.#writer = writer
    this.#packs = new PackReader(storage)
  }

  /** The plain bytes of a content. Errors: CAIRN_CONTENT_DAMAGED, CAIRN_BLOB_MISSING, CAIRN_FORMAT_UNSUPPORTED, storage kinds. */
  async read(entry: IndexEntry): Promise<Uint8Array> {
    const hash = this.hashOf(entry)
    return await this.readSound(entry, (sealed) => this.#codec.open(sealed, hash, entry.originalLength, entry.compressionId))
  }

  /** What `open` makes of a content as it lies in its pack; the bytes may belong to a cache. Errors: those of `read`. */
  async readSound(entry: IndexEntry, open: (sealed: Uint8Array) => Uint8Array): Promise<Uint8Array> {
    const { packBlobId, packOffset, packedLength } = entry
    const held = this.#writer.readUnconfirmed(packBlobId, packOffset, packedLength)
    if (held !== undefined) return open(held)
    try {
      return open(await this.#packs.read(packBlobId, packOffset, packedLength))
    } catch (error) {
      if (!isDamage(error)) throw error
    }
    // Once more from the storage itself: what was damaged may have been the way here.
    try {
      return open(await this.#packs.read(packBlobId, packOffset, packedLength, true))
    } catch (error) {
      throw isDamage(error) ? contentDamaged(entry, error) : error
    }
  }

  /** A content as it lies in its pack, unchecked; whole memory may be given away. Errors: those of `read`. */
  async readSealed(entry: IndexEntry): Promise<SealedContent> {
    const { packBlobId, packOffset, packedLength, originalLength, compressionId } = entry
    const hash = this.hashOf(entry)
    const held = this.#writer.readUnconfirmed(packBlobId, packOffset, packedLength)
    const sealed = held?.slice() ?? (await this.#packs.read(packBlobId, packOffset, packedLength))
    return { sealed, hash, originalLength, compressionId }
  }

  /** The same when it is in memory already, without waiting. */
  peekSealed(entry: IndexEntry): SealedContent | undefined {
    const { packBlobId, packOffset, packedLength, originalLength, compressionId } = entry
    const sealed = this.#packs.peek(packBlobId, packOffset, packedLength)
    return sealed === undefined ? undefined : { sealed, hash: this.hashOf(entry), originalLength, compressionId }
  }

  /** The hash in the ID of a content that can be read at all. Errors: CAIRN_FORMAT_UNSUPPORTED, CAIRN_CONTENT_DAMAGED for impossible lengths. */
  hashOf(entry: IndexEntry): Uint8Array {
    if (entry.encryptionKeyId !== 0) {
      throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `Content ${entry.id} is encrypted with another key (${entry.encryptionKeyId}).`)
    }
    const key = keyOfContentId(entry.id)
    if (key === undefined) throw new CairnError('CAIRN_INTERNAL', `${JSON.stringify(entry.id)} is no content ID.`)
    const maxPackedBytes = this.#format.ecc === '' ? MAX_CONTENT_BYTES : MAX_ECC_GROWTH * MAX_CONTENT_BYTES
    if ((entry.originalLength > MAX_CONTENT_BYTES || entry.packedLength > maxPackedBytes) && key[0] !== prefixByteOf('m')) {
      throw contentDamaged(entry, new Error(`it claims ${entry.originalLength} bytes, more than any object is cut into`))
    }
    return key.subarray(1)
  }
}

function isDamage(error: unknown): boolean {
  return isCairnError(error, 'CAIRN_CONTENT_DAMAGED') || isCairnError(error, 'CAIRN_BLOB_RANGE')
}

function contentDamaged(entry: IndexEntry, cause: unknown): CairnError {
  const text = `Content ${entry.id} in pack ${entry.packBlobId} (${entry.packedLength} bytes from ${entry.packOffset}) is damaged.`
  return new CairnError('CAIRN_CONTENT_DAMAGED', text, {
    hint: 'What needs it cannot be read in full. Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
    cause,
  })
}
