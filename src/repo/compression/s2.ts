/**
 * S2 streams: Snappy framing with longer copies and repeated offsets (docs/repository-format.md, "Compression").
 *
 * chunk : type(1) | length(3, LE) | body
 *   ff    stream identifier, S2sTwO or sNaPpY; comes first, may repeat
 *   00    masked CRC-32C of the plain bytes(4, LE) | block
 *   01    masked CRC-32C(4, LE) | plain bytes
 *   80-fe to be skipped
 */
import { damagedStream, frameOf, tooLong } from './frame.ts'
import type { Compressor } from './interface.ts'
import { decodeS2Block, s2BlockLength } from './s2-block.ts'
import { encodeS2Block, maxS2BlockLength } from './s2-encode.ts'

const MAX_BLOCK_BYTES = 4 * 1024 * 1024
const CHUNK_HEADER_BYTES = 4
const CHECKSUM_BYTES = 4
/** Plain bytes of a block that is written: what kopia uses. */
const WRITTEN_BLOCK_BYTES = 1024 * 1024
/** The chunk that begins a stream: S2sTwO. */
const IDENTIFIER = Uint8Array.of(0xff, 6, 0, 0, 0x53, 0x32, 0x73, 0x54, 0x77, 0x4f)

/** `better` looks longer for matches. What kopia calls parallel makes the same streams on several cores. */
type S2Effort = 'fast' | 'better'

/** A compressor whose stream is S2. */
export function s2Compressor(name: string, headerId: number, effort: S2Effort): Compressor {
  return {
    name,
    headerId,
    compress: (plain) => frameOf(headerId, encodeS2Stream(plain, effort === 'better'), plain.length),
    decompress: (stream, maxLength) => decodeS2Stream(name, stream, maxLength),
  }
}

function encodeS2Stream(plain: Uint8Array, isThorough: boolean): Uint8Array {
  const blocks = Math.ceil(plain.length / WRITTEN_BLOCK_BYTES)
  const room = maxS2BlockLength(WRITTEN_BLOCK_BYTES) - WRITTEN_BLOCK_BYTES + CHUNK_HEADER_BYTES + CHECKSUM_BYTES
  const stream = new Uint8Array(IDENTIFIER.length + plain.length + blocks * room)
  const view = new DataView(stream.buffer)
  stream.set(IDENTIFIER)
  let at = IDENTIFIER.length
  for (let start = 0; start < plain.length; start += WRITTEN_BLOCK_BYTES) {
    const block = plain.subarray(start, start + WRITTEN_BLOCK_BYTES)
    const body = at + CHUNK_HEADER_BYTES + CHECKSUM_BYTES
    let end = encodeS2Block(block, stream, body, isThorough)
    const isPlain = end - body >= block.length
    if (isPlain) {
      stream.set(block, body)
      end = body + block.length
    }
    view.setUint32(at, (end - at - CHUNK_HEADER_BYTES) << 8, true)
    stream[at] = isPlain ? 1 : 0
    view.setUint32(at + CHUNK_HEADER_BYTES, maskedCrc32c(block), true)
    at = end
  }
  return stream.subarray(0, at)
}

function decodeS2Stream(name: string, stream: Uint8Array, maxLength: number): Uint8Array {
  const chunks = chunksOf(name, stream)
  // Two passes: the lengths first, so that the result is allocated once and never beyond the limit.
  let length = 0
  for (const { isPlain, body } of chunks) {
    const chunkLength = isPlain ? body.length : s2BlockLength(name, body)
    if (chunkLength > MAX_BLOCK_BYTES) throw damagedStream(name, 'has a block of more than 4 MiB')
    length += chunkLength
    if (length > maxLength) throw tooLong(name, maxLength)
  }
  const plain = new Uint8Array(length)
  let offset = 0
  for (const { isPlain, body, checksum } of chunks) {
    let target: Uint8Array
    if (isPlain) {
      target = plain.subarray(offset, offset + body.length)
      target.set(body)
    } else {
      target = plain.subarray(offset, offset + s2BlockLength(name, body))
      decodeS2Block(name, body, target)
    }
    if (maskedCrc32c(target) !== checksum) throw damagedStream(name, 'does not match its checksum')
    offset += target.length
  }
  return plain
}

interface Chunk {
  readonly isPlain: boolean
  readonly checksum: number
  readonly body: Uint8Array
}

function chunksOf(name: string, stream: Uint8Array): Chunk[] {
  const chunks: Chunk[] = []
  let offset = 0
  while (offset < stream.length) {
    if (stream.length - offset < CHUNK_HEADER_BYTES) throw damagedStream(name, 'is cut short')
    const view = new DataView(stream.buffer, stream.byteOffset + offset, stream.length - offset)
    const type = view.getUint8(0)
    const length = view.getUint16(1, true) | (view.getUint8(3) << 16)
    if (length > view.byteLength - CHUNK_HEADER_BYTES) throw damagedStream(name, 'is cut short')
    const body = stream.subarray(offset + CHUNK_HEADER_BYTES, offset + CHUNK_HEADER_BYTES + length)
    if (offset === 0 && type !== 0xff) throw damagedStream(name, 'does not begin with a stream identifier')
    if (type === 0xff) {
      const identifier = String.fromCharCode(...body.subarray(0, 7))
      if (identifier !== 'S2sTwO' && identifier !== 'sNaPpY') throw damagedStream(name, 'has an unknown stream identifier')
    } else if (type <= 1) {
      if (length < CHECKSUM_BYTES) throw damagedStream(name, 'has a block without checksum')
      chunks.push({ isPlain: type === 1, checksum: view.getUint32(CHUNK_HEADER_BYTES, true), body: body.subarray(CHECKSUM_BYTES) })
    } else if (type < 0x80) {
      throw damagedStream(name, `has a chunk of the unknown type ${type}`)
    }
    offset += CHUNK_HEADER_BYTES + length
  }
  return chunks
}

let crcTable: Int32Array | undefined

function maskedCrc32c(bytes: Uint8Array): number {
  crcTable ??= makeCrcTable()
  const table = crcTable
  let crc = -1
  // Bytes index a table of 256 entries.
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] as number)
  const value = ~crc
  return (((value >>> 15) | (value << 17)) + 0xa282ead8) >>> 0
}

function makeCrcTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
    return crc
  })
}
