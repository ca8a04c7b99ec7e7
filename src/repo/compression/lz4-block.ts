/**
 * One LZ4 block: sequences of plain bytes and a copy.
 *
 * sequence: token(1): literal length (upper 4 bits), match length - 4 (lower 4 bits) | more literal length? | literals
 *           | offset(2, LE) | more match length?
 *
 * A length field of 15 goes on in bytes that are added up, the last of which is below 255. The last sequence ends after its literals.
 */
import { damagedStream } from './frame.ts'

const MIN_MATCH = 4

/** The plain length of a block; CAIRN_CONTENT_DAMAGED, naming the compressor `name`, when it is malformed. */
export function lz4BlockLength(name: string, block: Uint8Array): number {
  let length = 0
  walk(name, block, (_, literals, __, match) => {
    length += literals + match
  })
  return length
}

/** Decompresses `block` into `target` from `from` on, and returns how many bytes it made; copies reach back to the start of `target`. */
export function decodeLz4Block(name: string, block: Uint8Array, target: Uint8Array, from: number): number {
  let made = from
  walk(name, block, (at, literals, offset, match) => {
    if (literals + match > target.length - made) throw malformed(name)
    target.set(block.subarray(at, at + literals), made)
    made += literals
    if (match === 0) return
    if (offset === 0 || offset > made) throw malformed(name)
    if (match <= offset) target.copyWithin(made, made - offset, made - offset + match)
    // Overlapping: later bytes repeat what this very copy has written.
    else for (let i = made; i < made + match; i++) target[i] = target[i - offset] ?? 0
    made += match
  })
  return made - from
}

/** Calls `visit` for every sequence: where its literals are, how many, and the offset and length of its copy (0 in the last one). */
function walk(name: string, block: Uint8Array, visit: (at: number, literals: number, offset: number, match: number) => void): void {
  let at = 0
  while (at < block.length) {
    const token = byte()
    const literals = lengthOf(token >>> 4)
    const literalsAt = at
    at += literals
    if (at > block.length) throw malformed(name)
    if (at === block.length) {
      visit(literalsAt, literals, 0, 0)
      return
    }
    const low = byte()
    const offset = low | (byte() << 8)
    visit(literalsAt, literals, offset, lengthOf(token & 15) + MIN_MATCH)
  }

  function lengthOf(field: number): number {
    if (field < 15) return field
    let length = field
    for (let more = 255; more === 255; ) {
      more = byte()
      length += more
    }
    return length
  }

  function byte(): number {
    const value = block[at++]
    if (value === undefined) throw malformed(name)
    return value
  }
}

function malformed(name: string): Error {
  return damagedStream(name, 'has a malformed block')
}
