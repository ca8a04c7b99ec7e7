/**
 * LZ4 frames, which kopia wrote up to version 0.22; only read (docs/repository-format.md, "Compression").
 *
 * frame: magic 04 22 4d 18 | flags(1) | block size(1) | content size(8, LE)? | dictionary(4)? | header checksum(1) | blocks | end
 * block: length(4, LE), bit 31: stored plain | bytes | checksum(4, LE)?
 * end  : 0 (4) | content checksum(4, LE)?
 * skip : magic 5x 2a 4d 18 | length(4, LE) | bytes to ignore
 */
import { damagedStream, tooLong } from './frame.ts'
import type { Compressor } from './interface.ts'
import { decodeLz4Block, lz4BlockLength } from './lz4-block.ts'
import { xxh32 } from './xxh32.ts'

const FRAME_MAGIC = 0x184d2204
const SKIPPABLE_MAGIC = 0x184d2a50
const STORED_PLAIN = 0x8000_0000
const MAX_BLOCK_BYTES = 4 * 1024 * 1024

/** A compressor that only reads. */
export function lz4Compressor(name: string, headerId: number): Compressor {
  return { name, headerId, decompress: (stream, maxLength) => decodeLz4Stream(name, stream, maxLength) }
}

interface Block {
  readonly isPlain: boolean
  readonly body: Uint8Array
}

interface Frame {
  readonly blocks: readonly Block[]
  readonly checksum: number | undefined
}

function decodeLz4Stream(name: string, stream: Uint8Array, maxLength: number): Uint8Array {
  const frames = framesOf(name, stream)
  // The lengths first, so that the result is allocated once and never beyond the limit.
  let length = 0
  for (const { isPlain, body } of frames.flatMap(({ blocks }) => blocks)) {
    const blockLength = isPlain ? body.length : lz4BlockLength(name, body)
    if (blockLength > MAX_BLOCK_BYTES) throw damagedStream(name, 'has a block of more than 4 MiB')
    length += blockLength
    if (length > maxLength) throw tooLong(name, maxLength)
  }
  const plain = new Uint8Array(length)
  let made = 0
  for (const { blocks, checksum } of frames) {
    const start = made
    for (const { isPlain, body } of blocks) {
      if (isPlain) {
        plain.set(body, made)
        made += body.length
      } else {
        // Blocks may refer to what earlier ones of their frame have made.
        made += decodeLz4Block(name, body, plain.subarray(start), made - start)
      }
    }
    if (checksum !== undefined && xxh32(plain.subarray(start, made)) !== checksum) throw damagedStream(name, 'does not match its checksum')
  }
  return plain
}

function framesOf(name: string, stream: Uint8Array): Frame[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length)
  const frames: Frame[] = []
  let at = 0
  while (at < stream.length) {
    const magic = word()
    if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC) bytes(word())
    else if (magic === FRAME_MAGIC) frames.push(readFrame())
    else throw damagedStream(name, 'does not begin with a frame')
  }
  return frames

  function readFrame(): Frame {
    const headerStart = at
    const [flags = 0] = bytes(2)
    if (flags >>> 6 !== 1) throw damagedStream(name, `has frames of version ${flags >>> 6}`)
    if ((flags & 1) !== 0) throw damagedStream(name, 'needs a dictionary')
    if ((flags & 8) !== 0) bytes(8)
    const header = stream.subarray(headerStart, at)
    if (bytes(1)[0] !== ((xxh32(header) >>> 8) & 0xff)) throw damagedStream(name, 'has a damaged header')
    const blocks: Block[] = []
    for (let length = word(); length !== 0; length = word()) {
      const body = bytes(length & ~STORED_PLAIN)
      if ((flags & 16) !== 0 && word() !== xxh32(body)) throw damagedStream(name, 'has a damaged block')
      blocks.push({ isPlain: length >= STORED_PLAIN, body })
    }
    return { blocks, checksum: (flags & 4) === 0 ? undefined : word() }
  }

  function word(): number {
    const start = at
    bytes(4)
    return view.getUint32(start, true)
  }

  function bytes(count: number): Uint8Array {
    if (count > stream.length - at) throw damagedStream(name, 'is cut short')
    at += count
    return stream.subarray(at - count, at)
  }
}
