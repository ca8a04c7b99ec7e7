/**
 * One S2 block: the plain length as uvarint, then elements told apart by the low two bits of their first byte.
 *
 *   00 literal  length-1 in the upper six bits, or (60..63) in the 1..4 bytes that follow
 *   01 copy     length 4..11, offset 11 bits; offset 0 repeats the last offset with a length of its own
 *   10 copy     length 1..64, offset(2, LE)
 *   11 copy     length 1..64, offset(4, LE)
 */
import { damagedStream } from './frame.ts'

/** The plain length that a block declares; CAIRN_CONTENT_DAMAGED (naming the compressor `name`) when it has none. */
export function s2BlockLength(name: string, block: Uint8Array): number {
  return readLength(name, block).length
}

/** Decompresses `block` into `target`, which has exactly the length that the block declares. */
export function decodeS2Block(name: string, block: Uint8Array, target: Uint8Array): void {
  let at = readLength(name, block).end
  let made = 0
  let offset = 0
  while (at < block.length) {
    const tag = byteAt(at++)
    const kind = tag & 3
    if (kind === 0) {
      const length = literalLength(tag)
      if (length > block.length - at || length > target.length - made) throw malformed()
      target.set(block.subarray(at, at + length), made)
      at += length
      made += length
    } else {
      copy(copyLength(tag, kind))
    }
  }
  if (made !== target.length) throw malformed()

  function literalLength(tag: number): number {
    const short = tag >>> 2
    return 1 + (short < 60 ? short : littleEndian(short - 59))
  }

  /** Reads the rest of a copy element, sets `offset` unless it is repeated, and returns the length. */
  function copyLength(tag: number, kind: number): number {
    if (kind !== 1) {
      offset = littleEndian(kind === 2 ? 2 : 4)
      return (tag >>> 2) + 1
    }
    const field = (tag >>> 2) & 7
    const near = ((tag & 0xe0) << 3) | littleEndian(1)
    if (near !== 0) {
      offset = near
      return field + 4
    }
    if (field < 5) return field + 4
    if (field === 5) return littleEndian(1) + 8
    return field === 6 ? littleEndian(2) + 260 : littleEndian(3) + 65540
  }

  function copy(length: number): void {
    if (offset === 0 || offset > made || length > target.length - made) throw malformed()
    if (length <= offset) {
      target.copyWithin(made, made - offset, made - offset + length)
      made += length
      return
    }
    // Overlapping: later bytes repeat what this very copy has written.
    for (const end = made + length; made < end; made++) target[made] = target[made - offset] ?? 0
  }

  function littleEndian(bytes: number): number {
    let value = 0
    for (let i = 0; i < bytes; i++) value += byteAt(at++) * 2 ** (8 * i)
    return value
  }

  function byteAt(index: number): number {
    const byte = block[index]
    if (byte === undefined) throw malformed()
    return byte
  }

  function malformed(): Error {
    return damagedStream(name, 'has a malformed block')
  }
}

function readLength(name: string, block: Uint8Array): { length: number; end: number } {
  let length = 0
  for (let i = 0; i < 5; i++) {
    const byte = block[i]
    if (byte === undefined) break
    length += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return { length, end: i + 1 }
  }
  throw damagedStream(name, 'has a block without length')
}
