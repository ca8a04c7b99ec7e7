/** A large file, cut into contents with bounded memory. */
import type { Splitter } from '../../splitter/interface.ts'
import { closeQuietly, openLarge, readFully } from './open-file.ts'
import type { FileToOpen } from './protocol.ts'

/** What is read at a time once a cut is possible: it is looked through while it is in the cache of the processor. */
const STEP_BYTES = 256 * 1024

/** One piece of a file; nothing else lies in the memory of `bytes`. */
export interface Piece {
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

/** Reads a file from `startByte` to `endByte` (or its end) and gives one piece at a time. */
export class FileCutter {
  readonly #splitter: Splitter
  readonly #descriptor: number
  /** The longest piece and a step; the next piece always begins at its start. */
  readonly #window: Uint8Array
  #position: number
  readonly #endByte: number
  #filled = 0
  #isAtEnd = false
  #isOpen = true

  /** Throws FileReadFailure. */
  constructor(file: FileToOpen, startByte: number, endByte: number | undefined, splitter: Splitter) {
    this.#splitter = splitter
    this.#position = startByte
    this.#endByte = endByte ?? Number.POSITIVE_INFINITY
    this.#descriptor = openLarge(file)
    const windowBytes = splitter.maxBytes + STEP_BYTES
    this.#window = splitter.lend?.(windowBytes) ?? new Uint8Array(windowBytes)
  }

  /** The next piece, in `spare` when it fits; the file is closed after the last. An empty file has one empty piece. Throws FileReadFailure. */
  next(spare?: ArrayBuffer): Piece {
    const length = this.#findEnd()
    const memory = spare !== undefined && spare.byteLength >= length ? spare : new ArrayBuffer(this.#splitter.maxBytes)
    const bytes = new Uint8Array(memory, 0, length)
    bytes.set(this.#window.subarray(0, length))
    this.#window.copyWithin(0, length, this.#filled)
    this.#filled -= length
    // The end may have been reached without having been seen yet.
    if (this.#filled === 0 && !this.#isAtEnd) this.#fill(this.#splitter.minBytes)
    const isLast = this.#isAtEnd && this.#filled === 0
    if (isLast) this.close()
    return { bytes, isLast }
  }

  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#splitter.giveBack?.(this.#window)
    closeQuietly(this.#descriptor)
  }

  /** Reads until the next cut is in the window, or the end of the file; returns the length of the piece. */
  #findEnd(): number {
    const { minBytes } = this.#splitter
    for (let searched = 0; ; ) {
      const cut = this.#filled < minBytes ? -1 : this.#splitter.findCut(this.#window, 0, this.#filled, searched)
      if (cut >= 0) return cut
      if (this.#isAtEnd) return this.#filled
      searched = this.#filled
      this.#fill(this.#filled < minBytes ? minBytes - this.#filled : STEP_BYTES)
    }
  }

  #fill(count: number): void {
    const wanted = Math.min(count, this.#window.length - this.#filled, this.#endByte - this.#position)
    const read = readFully(this.#descriptor, this.#window, this.#filled, wanted, this.#position)
    this.#filled += read
    this.#position += read
    if (read < wanted || this.#position >= this.#endByte) this.#isAtEnd = true
  }
}
