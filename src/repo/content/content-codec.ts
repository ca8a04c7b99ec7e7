/** Turning plain contents into sealed ones and back, in any thread (docs/repository-format.md, "Contents"). */
import { CairnError } from '../../errors.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { compressorByName, decompressPayload, HEADER_BYTES, loadCompression } from '../compression/index.ts'
import type { Compressor } from '../compression/interface.ts'
import type { Encryptor } from '../encryption/interface.ts'
import { createContentEncryptor, type SealingFormat } from '../format/content-encryptor.ts'
import type { ContentFormat } from '../format/interface.ts'
import { createHasher } from '../hashing/index.ts'
import type { Hasher } from '../hashing/interface.ts'
import { contentIv } from './content-id.ts'

/** What a thread has to know about the format; can be sent to a worker. */
export interface CodecSettings extends SealingFormat {
  readonly hash: string
  readonly hashSecret: Uint8Array
}

/** A content as it goes into a pack. */
export interface SealedContent {
  readonly sealed: Uint8Array
  /** 0 means stored plain. */
  readonly compressionId: number
}

/** Hashes, compresses and seals; one per thread. */
export interface ContentCodec {
  readonly hasher: Hasher
  readonly encryptor: Encryptor
  readonly random: RandomSource
  /** `compressor` undefined stores plain. */
  seal(plain: Uint8Array, hash: Uint8Array, compressor: Compressor | undefined): SealedContent
  /** The plain bytes; CAIRN_CONTENT_DAMAGED when they are not exactly what was written. */
  open(sealed: Uint8Array, hash: Uint8Array, originalLength: number, compressionId: number): Uint8Array
}

/** The part of a format that every thread needs. */
export function codecSettingsOf(format: ContentFormat): CodecSettings {
  const { hash, hashSecret, encryption, masterKey, ecc, eccOverheadPercent } = format
  return { hash, hashSecret, encryption, masterKey, ecc, eccOverheadPercent }
}

/** Loads the algorithms of a repository in this thread. Errors: CAIRN_FORMAT_UNSUPPORTED. */
export async function createCodec(settings: CodecSettings, source: RandomSource = systemRandom): Promise<ContentCodec> {
  const random = source === systemRandom ? buffered(source) : source
  const hasher = await createHasher(settings.hash, settings.hashSecret)
  const encryptor = createContentEncryptor(settings)
  await loadCompression()
  return {
    hasher,
    encryptor,
    random,
    seal(plain, hash, compressor) {
      const packed = compressor === undefined ? undefined : compressIfWorthwhile(plain, compressor)
      const sealed = encryptor.seal(packed ?? plain, contentIv(hash), random)
      return { sealed, compressionId: packed === undefined ? 0 : (compressor?.headerId ?? 0) }
    },
    open(sealed, hash, originalLength, compressionId) {
      const stored = encryptor.open(sealed, contentIv(hash))
      const plain = plainArray(compressionId === 0 ? stored : decompressPayload(stored, originalLength, compressionId))
      if (plain.length !== originalLength) throw damaged(`has ${plain.length} bytes instead of ${originalLength}`)
      if (Buffer.compare(hasher.hash(plain), hash) !== 0) throw damaged('has another hash than its name says')
      return plain
    },
  }
}

const RANDOM_BLOCK_BYTES = 4096
const RANDOM_SHORT_BYTES = 64

/** Draws short pieces from blocks: asking the system for each nonce would cost as much as sealing a small content. No byte is given twice. */
function buffered(source: RandomSource): RandomSource {
  let block: Uint8Array = new Uint8Array(0)
  let used = 0
  return (length) => {
    if (length > RANDOM_SHORT_BYTES) return source(length)
    if (used + length > block.length) {
      block = source(RANDOM_BLOCK_BYTES)
      used = 0
    }
    used += length
    return block.slice(used - length, used)
  }
}

/** Some decompressors give a Buffer, whose `slice` does not copy: what leaves here is never one. */
function plainArray(bytes: Uint8Array): Uint8Array {
  return Buffer.isBuffer(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes
}

function damaged(what: string): CairnError {
  return new CairnError('CAIRN_CONTENT_DAMAGED', `A content ${what}.`)
}

/** The compressor to write with, or undefined for "none", for an absent name and for one that is only read. */
export function writingCompressor(name: string | undefined): Compressor | undefined {
  if (name === undefined || name === '' || name === 'none') return undefined
  const compressor = compressorByName(name)
  return compressor.compress === undefined ? undefined : compressor
}

/** Contents shorter than this are never tried by sample first. */
const SAMPLED_FROM_BYTES = 256 * 1024
const SAMPLE_BYTES = 16 * 1024
const SAMPLE_COUNT = 4

/**
 * Header and stream, or undefined when storing plain is right.
 *
 * Media, archives and encrypted files do not shrink: when none of a few samples of a large content does, the rest is not tried. A content stored
 * plain is always valid, so a wrong guess costs space only.
 */
export function compressIfWorthwhile(plain: Uint8Array, compressor: Compressor): Uint8Array | undefined {
  if (compressor.compress === undefined || plain.length <= HEADER_BYTES) return undefined
  if (plain.length >= SAMPLED_FROM_BYTES) {
    const step = Math.floor((plain.length - SAMPLE_BYTES) / (SAMPLE_COUNT - 1))
    let shrinks = false
    for (let i = 0; i < SAMPLE_COUNT && !shrinks; i++) {
      shrinks = compressor.compress(plain.subarray(i * step, i * step + SAMPLE_BYTES)) !== undefined
    }
    if (!shrinks) return undefined
  }
  return compressor.compress(plain)
}
