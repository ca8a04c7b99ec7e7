/** Content-defined chunking (docs/repository-format.md, "Splitters"). */

/** Nothing is carried over a cut, so a splitter is a pure function of the bytes from the segment's start. */
export interface Splitter {
  readonly minBytes: number
  readonly maxBytes: number
  /**
   * Length of the segment that starts at `bytes[start]`, or -1 when the `end - start` bytes given hold no cut.
   * With at least `maxBytes` bytes the result is never -1. The first `searchedBytes` of the segment are known to hold none: bytes that come
   * piece by piece need not be looked at twice.
   */
  findCut(bytes: Uint8Array, start: number, end: number, searchedBytes?: number): number
  /** Memory of at least this size in which cuts are found faster; to be given back. Absent when all memory is alike. */
  readonly lend?: (sizeBytes: number) => Uint8Array
  readonly giveBack?: (bytes: Uint8Array) => void
}
