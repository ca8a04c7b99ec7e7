/**
 * Writing S2 blocks: matches are found through tables of recent positions, by the hash of the bytes there
 * (docs/repository-format.md, "Compression").
 *
 * The table of the fast way knows four bytes at a position; the thorough way has a second one for eight, and looks one position further
 * before it takes a short match.
 */

const MIN_MATCH = 4
/** Positions this near to the end begin no match, so that eight bytes can be read everywhere. */
const TAIL = 16
const MIN_TABLE_BITS = 8
const MAX_TABLE_BITS = 15
const MAX_THOROUGH_TABLE_BITS = 17
/** After so many positions without a match, written as a power of two, the search takes longer steps. */
const FAST_PATIENCE = 5
const THOROUGH_PATIENCE = 7

const MULTIPLIER = 0x9e3779b1
const MULTIPLIER_HIGH = 0x85ebca6b

/** Elements of a block as they are written. */
class ElementWriter {
  readonly #target: Uint8Array
  #at: number
  #lastOffset = 0

  constructor(target: Uint8Array, at: number) {
    this.#target = target
    this.#at = at
  }

  get length(): number {
    return this.#at
  }

  /** The bytes of `source` from `from` to before `to`, as they are. */
  literal(source: Uint8Array, from: number, to: number): void {
    const count = to - from
    if (count <= 0) return
    const value = count - 1
    if (value < 60) this.#put(value << 2)
    else {
      const bytes = value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 3
      this.#put((59 + bytes) << 2)
      this.#putLittleEndian(value, bytes)
    }
    this.#target.set(source.subarray(from, to), this.#at)
    this.#at += count
  }

  /** `count` bytes, at least four, from `offset` bytes before. */
  copy(offset: number, count: number): void {
    if (offset === this.#lastOffset) this.#repeat(count)
    else if (offset >= 0x1_0000) this.#copyFar(offset, count)
    else if (count > 64) {
      // One short copy sets the offset; the rest needs only a length.
      const first = offset < 2048 ? 8 : 60
      this.#copyNear(offset, first)
      this.#repeat(count - first)
    } else this.#copyNear(offset, count)
    this.#lastOffset = offset
  }

  #copyNear(offset: number, count: number): void {
    if (count < 12 && offset < 2048) {
      this.#put(((offset >>> 8) << 5) | ((count - 4) << 2) | 1)
      this.#put(offset & 0xff)
    } else {
      this.#put(((count - 1) << 2) | 2)
      this.#putLittleEndian(offset, 2)
    }
  }

  #copyFar(offset: number, count: number): void {
    // What is left over must be long enough to be a repeat.
    const first = count <= 64 ? count : Math.min(64, count - MIN_MATCH)
    this.#put(((first - 1) << 2) | 3)
    this.#putLittleEndian(offset, 4)
    if (count > first) this.#repeat(count - first)
  }

  #repeat(count: number): void {
    const value = count - 4
    const [field, bytes, base] = value <= 4 ? [value, 0, value] : value < 260 ? [5, 1, 4] : value < 65_792 ? [6, 2, 256] : [7, 3, 65_536]
    this.#put((field << 2) | 1)
    this.#put(0)
    this.#putLittleEndian(value - base, bytes)
  }

  #put(byte: number): void {
    this.#target[this.#at++] = byte
  }

  #putLittleEndian(value: number, bytes: number): void {
    for (let i = 0, rest = value; i < bytes; i++, rest >>>= 8) this.#put(rest & 0xff)
  }
}

/** Longest block that `length` plain bytes can become. */
export function maxS2BlockLength(length: number): number {
  return length + Math.ceil(length / 6) + 32
}

let shortTable = new Int32Array(0)
let longTable = new Int32Array(0)

/** Writes the block of `source` to `target` from `at` on and returns where it ends; `target` has room for `maxS2BlockLength`. */
export function encodeS2Block(source: Uint8Array, target: Uint8Array, at: number, isThorough: boolean): number {
  let end = at
  let rest = source.length
  for (; rest >= 0x80; rest >>>= 7) target[end++] = (rest & 0x7f) | 0x80
  target[end++] = rest
  const writer = new ElementWriter(target, end)
  const literalsFrom = source.length <= TAIL ? 0 : writeMatches(source, writer, isThorough)
  writer.literal(source, literalsFrom, source.length)
  return writer.length
}

/** Writes everything up to the end of the last match, whose end it returns. */
function writeMatches(source: Uint8Array, writer: ElementWriter, isThorough: boolean): number {
  const view = new DataView(source.buffer, source.byteOffset, source.length)
  const limit = source.length - TAIL
  const bits = Math.min(isThorough ? MAX_THOROUGH_TABLE_BITS : MAX_TABLE_BITS, Math.max(MIN_TABLE_BITS, 32 - Math.clz32(source.length)))
  const shift = 32 - bits
  const patience = isThorough ? THOROUGH_PATIENCE : FAST_PATIENCE
  const short = emptied(shortTable, bits)
  shortTable = short
  const long = isThorough ? emptied(longTable, bits) : longTable
  longTable = long
  let written = 0
  let position = 0
  let misses = 1 << patience
  while (position < limit) {
    let start = position
    let match = isThorough ? longMatch(start) : -1
    if (match < 0) {
      match = shortMatch(start)
      if (match >= 0 && isThorough && start + 1 < limit) {
        const better = longMatch(start + 1)
        if (better >= 0) {
          match = better
          start++
        }
      }
    }
    if (match < 0) {
      position += misses++ >>> patience
      continue
    }
    misses = 1 << patience
    while (start > written && match > 0 && source[start - 1] === source[match - 1]) {
      start--
      match--
    }
    const end = matchEnd(start, match)
    writer.literal(source, written, start)
    writer.copy(start - match, end - start)
    // A few positions within the match, for what comes later.
    for (let inside = start + 1; inside < Math.min(end, limit); inside += isThorough ? 2 : Math.max(1, end - start - 2)) remember(inside)
    written = end
    position = end
  }
  return written

  /** Where the eight bytes at `at` stood last, or -1; remembers `at`. */
  function longMatch(at: number): number {
    const low = view.getInt32(at, true)
    const high = view.getInt32(at + 4, true)
    const slot = (Math.imul(low, MULTIPLIER) ^ Math.imul(high, MULTIPLIER_HIGH)) >>> shift
    const candidate = long[slot] as number
    long[slot] = at
    return candidate >= 0 && view.getInt32(candidate, true) === low && view.getInt32(candidate + 4, true) === high ? candidate : -1
  }

  /** Where the four bytes at `at` stood last, or -1; remembers `at`. Slots are within the table by construction. */
  function shortMatch(at: number): number {
    const word = view.getInt32(at, true)
    const slot = Math.imul(word, MULTIPLIER) >>> shift
    const candidate = short[slot] as number
    short[slot] = at
    return candidate >= 0 && view.getInt32(candidate, true) === word ? candidate : -1
  }

  function remember(at: number): void {
    shortMatch(at)
    if (isThorough) longMatch(at)
  }

  function matchEnd(start: number, match: number): number {
    const distance = start - match
    let end = start + MIN_MATCH
    while (end + 4 <= source.length && view.getInt32(end, true) === view.getInt32(end - distance, true)) end += 4
    while (end < source.length && source[end] === source[end - distance]) end++
    return end
  }
}

/** The table, made anew when it has another size, with no position in it. */
function emptied(table: Int32Array<ArrayBuffer>, bits: number): Int32Array<ArrayBuffer> {
  const fitting = table.length === 1 << bits ? table : new Int32Array(1 << bits)
  return fitting.fill(-1)
}
