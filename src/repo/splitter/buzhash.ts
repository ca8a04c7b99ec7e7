/** Content-defined cuts by a 32-bit buzhash over a window of 64 bytes (docs/repository-format.md, "Splitters"). */
import { BUZHASH_TABLE } from './buzhash-table.ts'
import { type FastMemory, fastMemory, STEP_BYTES } from './buzhash-wasm.ts'
import type { Splitter } from './interface.ts'

const WINDOW_BYTES = 64
/** A constant of this module, unlike an imported name: the engine then knows its length and drops the bounds checks of bytes as indexes. */
const TABLE = BUZHASH_TABLE
/** Words are taken apart from their low end, which is the first byte on every machine but a few mainframes. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/**
 * A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that.
 *
 * The hash of a candidate depends on the 64 bytes before it only, hence the search starts 64 bytes before the shortest allowed cut: a third
 * of typical bytes is never looked at.
 */
export function buzhashSplitter(averageBytes: number): Splitter {
  const minBytes = averageBytes / 2
  const maxBytes = averageBytes * 2
  const mask = averageBytes - 1
  return {
    minBytes,
    maxBytes,
    lend: (sizeBytes) => lend(sizeBytes),
    giveBack: (bytes) => giveBack(bytes),
    findCut(bytes, start, end, searchedBytes = 0) {
      const available = end - start
      const shortest = Math.max(minBytes, searchedBytes + 1)
      if (available < shortest) return -1
      const firstCut = start + shortest
      const hash = hashOfWindow(bytes, firstCut)
      if ((hash & mask) === 0) return shortest
      const lastCut = start + Math.min(available, maxBytes)
      const cut =
        lent !== undefined && lent.bytes === bytes
          ? fastScan(lent, firstCut, lastCut, hash, mask)
          : scan(bytes, firstCut, lastCut, hash, mask)
      if (cut !== -1) return cut - start
      return lastCut - start === maxBytes ? maxBytes : -1
    },
  }
}

/** Memory for fast scanning, one of it in each thread; kept, because the engine reserves far more addresses than bytes for each. */
let kept: FastMemory | undefined
/** The same while somebody has it. */
let lent: FastMemory | undefined

function lend(sizeBytes: number): Uint8Array {
  if (lent !== undefined) return new Uint8Array(sizeBytes)
  lent = kept !== undefined && kept.bytes.length >= sizeBytes ? kept : fastMemory(sizeBytes)
  kept = lent
  return lent?.bytes ?? new Uint8Array(sizeBytes)
}

function giveBack(bytes: Uint8Array): void {
  if (lent?.bytes === bytes) lent = undefined
}

/** As `scan`, in memory that was lent. */
function fastScan(memory: FastMemory, from: number, to: number, hash: number, mask: number): number {
  const cut = memory.scan(from, to, hash, mask)
  const rest = from + ((to - from) & -STEP_BYTES)
  return cut !== -1 || rest === to ? cut : scan(memory.bytes, rest, to, hashOfWindow(memory.bytes, rest), mask)
}

/** Hash of the 64 bytes before `end`. A function of its own: inside the one with the long loop, the engine makes that loop a third slower. */
function hashOfWindow(bytes: Uint8Array, end: number): number {
  let hash = 0
  for (let i = end - WINDOW_BYTES; i < end; i++) hash = ((hash << 1) | (hash >>> 31)) ^ (TABLE[bytes[i] as number] as number)
  return hash
}

/**
 * The first place after `from` and up to `to` where the low bits of the hash under `mask` are zero; -1 when there is none.
 *
 * Every byte of every file passes through here, so the speed of a snapshot hangs on this loop. It reads words of four bytes, which saves a
 * third of the time: most of it is spent on checking that reads are within bounds. A byte that leaves the window would have been rotated by
 * 64 mod 32 = 0 places since it came, so it leaves as it entered. Casts: every index is inside its array by the bounds of the loops.
 */
function scan(bytes: Uint8Array, from: number, to: number, hashBefore: number, mask: number): number {
  const table = TABLE
  let hash = hashBefore
  let cut = from
  // Byte by byte up to the first one that lies on a word of the memory.
  for (; cut < to && (!IS_LITTLE_ENDIAN || ((bytes.byteOffset + cut) & 3) !== 0); cut++) {
    hash = ((hash << 1) | (hash >>> 31)) ^ (table[bytes[cut - 64] as number] as number) ^ (table[bytes[cut] as number] as number)
    if ((hash & mask) === 0) return cut + 1
  }
  // A shift, because a division would make it, and then the loop, a matter of floating-point numbers.
  const wordCount = (to - cut) >> 2
  if (wordCount > 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + cut - 64, wordCount + 16)
    for (let i = 0; i < wordCount; i++) {
      const old = words[i] as number
      const young = words[i + 16] as number
      hash = ((hash << 1) | (hash >>> 31)) ^ (table[old & 255] as number) ^ (table[young & 255] as number)
      if ((hash & mask) === 0) return cut + i * 4 + 1
      hash = ((hash << 1) | (hash >>> 31)) ^ (table[(old >>> 8) & 255] as number) ^ (table[(young >>> 8) & 255] as number)
      if ((hash & mask) === 0) return cut + i * 4 + 2
      hash = ((hash << 1) | (hash >>> 31)) ^ (table[(old >>> 16) & 255] as number) ^ (table[(young >>> 16) & 255] as number)
      if ((hash & mask) === 0) return cut + i * 4 + 3
      hash = ((hash << 1) | (hash >>> 31)) ^ (table[old >>> 24] as number) ^ (table[young >>> 24] as number)
      if ((hash & mask) === 0) return cut + i * 4 + 4
    }
    cut += wordCount * 4
  }
  for (; cut < to; cut++) {
    hash = ((hash << 1) | (hash >>> 31)) ^ (table[bytes[cut - 64] as number] as number) ^ (table[bytes[cut] as number] as number)
    if ((hash & mask) === 0) return cut + 1
  }
  return -1
}
