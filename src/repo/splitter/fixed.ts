/** Cuts every `sizeBytes` bytes. */
import type { Splitter } from './interface.ts'

/** A splitter whose segments all have `sizeBytes` bytes, except the last of an object. */
export function fixedSplitter(sizeBytes: number): Splitter {
  return {
    minBytes: sizeBytes,
    maxBytes: sizeBytes,
    findCut: (_bytes, start, end) => (end - start >= sizeBytes ? sizeBytes : -1),
  }
}
