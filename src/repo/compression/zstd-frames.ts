/**
 * The outline of a Zstandard stream, read before anything is decompressed, so that a hostile header never decides how much memory is taken.
 *
 * frame : magic 28 b5 2f fd | descriptor(1) | window(0..1) | dictionary(0..4) | content size(0..8) | blocks | checksum(0 or 4)
 * block : last(1 bit) type(2 bits) size(21 bits), together 3 bytes LE | body
 * skip  : magic 5x 2a 4d 18 | length(4, LE) | bytes to ignore
 */
import { damagedStream } from './frame.ts'

const FRAME_MAGIC = 0xfd2fb528
const SKIPPABLE_MAGIC = 0x184d2a50
const MAX_BLOCK_BYTES = 128 * 1024

/** One frame of a stream. */
export interface ZstdFrame {
  readonly bytes: Uint8Array
  /** No decoder can make more plain bytes of it than this: the size it declares, else what its blocks can hold. */
  readonly maxPlainBytes: number
  readonly declaresSize: boolean
}

/** The frames of `stream` in order, skippable ones left out; CAIRN_CONTENT_DAMAGED (naming `name`) when it is malformed. */
export function zstdFrames(name: string, stream: Uint8Array): ZstdFrame[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length)
  const frames: ZstdFrame[] = []
  let offset = 0
  while (offset < stream.length) {
    need(offset, 8)
    const magic = view.getUint32(offset, true)
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
      const length = 8 + view.getUint32(offset + 4, true)
      need(offset, length)
      offset += length
    } else if (magic === FRAME_MAGIC) {
      const { end, ...size } = readFrame(offset)
      frames.push({ bytes: stream.subarray(offset, end), ...size })
      offset = end
    } else {
      throw damagedStream(name, 'does not begin with the mark of a Zstandard frame')
    }
  }
  return frames

  function readFrame(start: number): Omit<ZstdFrame, 'bytes'> & { readonly end: number } {
    const descriptor = view.getUint8(start + 4)
    const isSingleSegment = (descriptor & 0x20) !== 0
    const sizeFlag = descriptor >>> 6
    const sizeFieldBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag
    const dictionaryFieldBytes = [0, 1, 2, 4][descriptor & 3] ?? 0
    const sizeField = start + 5 + (isSingleSegment ? 0 : 1) + dictionaryFieldBytes
    need(start, sizeField + sizeFieldBytes - start)
    let end = sizeField + sizeFieldBytes
    let maxPlainBytes = 0
    for (let isLast = false; !isLast; ) {
      need(end, 3)
      const header = view.getUint16(end, true) | (view.getUint8(end + 2) << 16)
      isLast = (header & 1) !== 0
      const size = header >>> 3
      const kind = (header >>> 1) & 3
      if (kind === 3 || size > MAX_BLOCK_BYTES) throw damagedStream(name, 'has a block of an unknown kind or size')
      // raw: `size` bytes as they are; run: one byte, repeated `size` times; else compressed
      maxPlainBytes += kind === 2 ? MAX_BLOCK_BYTES : size
      const bodyBytes = kind === 1 ? 1 : size
      need(end, 3 + bodyBytes)
      end += 3 + bodyBytes
    }
    if ((descriptor & 4) !== 0) {
      need(end, 4)
      end += 4
    }
    return { end, maxPlainBytes: declaredSize(sizeField, sizeFieldBytes, maxPlainBytes), declaresSize: sizeFieldBytes > 0 }
  }

  function declaredSize(at: number, fieldBytes: number, limit: number): number {
    if (fieldBytes === 0) return limit
    let size = 0
    if (fieldBytes === 1) size = view.getUint8(at)
    else if (fieldBytes === 2) size = view.getUint16(at, true) + 256
    else if (fieldBytes === 4) size = view.getUint32(at, true)
    else size = Number(view.getBigUint64(at, true))
    if (size > limit) throw damagedStream(name, 'declares more bytes than its blocks can hold')
    return size
  }

  function need(from: number, bytes: number): void {
    if (bytes > stream.length - from) throw damagedStream(name, 'is cut short')
  }
}
