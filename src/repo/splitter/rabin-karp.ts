/** Content-defined cuts by a Rabin-Karp hash: the window of 64 bytes as a polynomial over GF(2), modulo one of degree 53. */
import type { Splitter } from './interface.ts'

const WINDOW_BYTES = 64
const POLYNOMIAL = 0x2e3e3e4a305605n
const DEGREE = 53n
const HIGH_MASK = 0x1fffff

/** 256 values of 53 bits each: bits 32..52 in `high`, bits 0..31 in `low`. */
interface WideTable {
  readonly high: Int32Array
  readonly low: Int32Array
}

interface Tables {
  /** What the byte that leaves the window contributes: byte * x^(8*63) mod P. */
  readonly out: WideTable
  /** What brings the eight bits shifted above bit 52 back below it: (byte << 53) mod P. */
  readonly mod: WideTable
}

let tables: Tables | undefined

/** A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that. */
export function rabinKarpSplitter(averageBytes: number): Splitter {
  const minBytes = averageBytes / 2
  const maxBytes = averageBytes * 2
  const mask = averageBytes - 1
  return {
    minBytes,
    maxBytes,
    findCut(bytes, start, end, searchedBytes = 0) {
      const available = end - start
      const shortest = Math.max(minBytes, searchedBytes + 1)
      if (available < shortest) return -1
      tables ??= makeTables()
      const { high: outHigh, low: outLow } = tables.out
      const { high: modHigh, low: modLow } = tables.mod
      const firstCut = start + shortest
      const lastCut = start + Math.min(available, maxBytes)
      let high = 0
      let low = 0
      for (let i = firstCut - WINDOW_BYTES; i < lastCut; i++) {
        if (i >= firstCut) {
          if ((low & mask) === 0) return i - start
          const leaving = bytes[i - WINDOW_BYTES] as number
          high ^= outHigh[leaving] as number
          low ^= outLow[leaving] as number
        }
        const over = high >>> 13
        high = (((high << 8) | (low >>> 24)) & HIGH_MASK) ^ (modHigh[over] as number)
        low = ((low << 8) | (bytes[i] as number)) ^ (modLow[over] as number)
      }
      return (low & mask) === 0 || lastCut - start === maxBytes ? lastCut - start : -1
    },
  }
}

// The casts above: every index is inside its array by the bounds of the loop; bytes index tables of 256 entries, and `high` has 21 bits, so
// `high >>> 13` is a byte as well.

function makeTables(): Tables {
  return {
    out: wideTable((byte) => remainder(byte << BigInt(8 * (WINDOW_BYTES - 1)))),
    mod: wideTable((byte) => remainder(byte << DEGREE)),
  }
}

function wideTable(entryOf: (byte: bigint) => bigint): WideTable {
  const high = new Int32Array(256)
  const low = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    const value = entryOf(BigInt(byte))
    high[byte] = Number(value >> 32n)
    low[byte] = Number(BigInt.asIntN(32, value))
  }
  return { high, low }
}

/** Remainder of a division of polynomials over GF(2). */
function remainder(value: bigint): bigint {
  let rest = value
  for (let degree = BigInt(rest.toString(2).length - 1); degree >= DEGREE; degree = BigInt(rest.toString(2).length - 1)) {
    rest ^= POLYNOMIAL << (degree - DEGREE)
  }
  return rest
}
