/** Content-defined chunking (docs/repository-format.md, "Splitters"). */

/** Nothing is carried over a cut, so a splitter is a pure function of the bytes from the segment's start. */
export interface Splitter {
  readonly minBytes: number
  readonly maxBytes: number
  /**
   * Length of the segment that starts at `bytes[start]`, or -1 when the `end - start` bytes given hold no cut.
   * With at least `maxBytes` bytes the result is never -1.
   */
  findCut(bytes: Uint8Array, start: number, end: number): number
}
