/** Content-defined cuts by a 32-bit buzhash over a window of 64 bytes (docs/repository-format.md, "Splitters"). */
import { BUZHASH_TABLE } from './buzhash-table.ts'
import type { Splitter } from './interface.ts'

const WINDOW_BYTES = 64

/**
 * A splitter with segments of about `averageBytes` (a power of two), at least half and at most twice that.
 *
 * The hash of a candidate depends on the 64 bytes before it only, so the search starts 64 bytes before the shortest allowed cut: more than
 * a third of typical bytes are never looked at. Shifts work on signed 32-bit numbers throughout, which keeps the loop in machine integers.
 */
export function buzhashSplitter(averageBytes: number): Splitter {
  const minBytes = averageBytes / 2
  const maxBytes = averageBytes * 2
  const mask = averageBytes - 1
  return {
    minBytes,
    maxBytes,
    findCut(bytes, start, end) {
      const available = end - start
      if (available < minBytes) return -1
      // A local constant: the engine then knows that neither the array nor its length changes inside the loop.
      const table = BUZHASH_TABLE
      let hash = 0
      const firstCut = start + minBytes
      for (let i = firstCut - WINDOW_BYTES; i < firstCut; i++) {
        hash = ((hash << 1) | (hash >>> 31)) ^ at(table, at(bytes, i))
      }
      const lastCut = start + Math.min(available, maxBytes)
      let cut = firstCut
      while ((hash & mask) !== 0 && cut < lastCut) {
        // The byte that leaves would have been rotated by 64 mod 32 = 0 places.
        hash = ((hash << 1) | (hash >>> 31)) ^ at(table, at(bytes, cut - WINDOW_BYTES)) ^ at(table, at(bytes, cut))
        cut++
      }
      return (hash & mask) === 0 || cut - start === maxBytes ? cut - start : -1
    },
  }
}

/** Element of an array at an index that the caller knows to be inside it. */
function at(array: Uint8Array | Int32Array, index: number): number {
  // The bounds are those of the loops above; `?? 0` in a loop this hot would cost a tenth of its speed.
  return array[index] as number
}
