/** A large file, cut into contents with bounded memory. */
import type { Splitter } from '../../splitter/interface.ts'
import { closeQuietly, openLarge, readFully } from './open-file.ts'
import type { FileToOpen } from './protocol.ts'

/** One piece of a file; nothing else lies in the memory of `bytes`. */
export interface Piece {
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

/** Reads a file from `startByte` to `endByte` (or its end) and gives one piece at a time. */
export class FileCutter {
  readonly #splitter: Splitter
  readonly #descriptor: number
  /** Twice the longest piece, so that what is left over moves at most once per piece. */
  readonly #window: Uint8Array
  #position: number
  readonly #endByte: number
  #start = 0
  #filled = 0
  #isAtEnd = false
  #isOpen = true

  /** Throws FileReadFailure. */
  constructor(file: FileToOpen, startByte: number, endByte: number | undefined, splitter: Splitter) {
    this.#splitter = splitter
    this.#position = startByte
    this.#endByte = endByte ?? Number.POSITIVE_INFINITY
    this.#descriptor = openLarge(file)
    this.#window = new Uint8Array(new ArrayBuffer(2 * splitter.maxBytes))
  }

  /** The next piece, in `spare` when it fits; the file is closed after the last. An empty file has one empty piece. Throws FileReadFailure. */
  next(spare?: ArrayBuffer): Piece {
    if (this.#filled - this.#start < this.#splitter.maxBytes && !this.#isAtEnd) this.#fill()
    const rest = this.#filled - this.#start
    const cut = rest === 0 ? -1 : this.#splitter.findCut(this.#window, this.#start, this.#filled)
    const length = cut < 0 ? rest : cut
    const memory = spare !== undefined && spare.byteLength >= length ? spare : new ArrayBuffer(this.#splitter.maxBytes)
    const bytes = new Uint8Array(memory, 0, length)
    bytes.set(this.#window.subarray(this.#start, this.#start + length))
    this.#start += length
    // With less than the longest piece left, the end may have been reached without having been seen yet.
    if (this.#filled === this.#start && !this.#isAtEnd) this.#fill()
    const isLast = this.#isAtEnd && this.#filled === this.#start
    if (isLast) this.close()
    return { bytes, isLast }
  }

  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    closeQuietly(this.#descriptor)
  }

  #fill(): void {
    this.#window.copyWithin(0, this.#start, this.#filled)
    this.#filled -= this.#start
    this.#start = 0
    const wanted = Math.min(this.#window.length - this.#filled, this.#endByte - this.#position)
    const count = readFully(this.#descriptor, this.#window, this.#filled, wanted, this.#position)
    this.#filled += count
    this.#position += count
    if (count < wanted || this.#position >= this.#endByte) this.#isAtEnd = true
  }
}
