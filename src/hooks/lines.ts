/** Cuts a byte stream into lines without ever holding more than one bounded line. */
import { concatBytes } from '../util/bytes.ts'

/** Bytes; a line of this length or more is handed on in pieces and never means anything (docs/hooks.md, "Redirect"). */
export const LINE_LIMIT = 65_536
const LF = 0x0a

export interface RawPiece {
  readonly bytes: Uint8Array
  /** Whether this is a whole line, from its start to its end. */
  readonly isWholeLine: boolean
  /** Whether the line ends here. */
  readonly endsLine: boolean
}

export class LineSplitter {
  #parts: Uint8Array[] = []
  #length = 0
  #isContinued = false

  /** Pieces completed by `chunk`, without their line ends. */
  push(chunk: Uint8Array): RawPiece[] {
    const pieces: RawPiece[] = []
    for (let at = 0; at < chunk.length; ) {
      const room = LINE_LIMIT - this.#length
      const window = chunk.subarray(at, at + room)
      const newline = window.indexOf(LF)
      if (newline >= 0) {
        pieces.push(this.#take(window.subarray(0, newline), true))
        at += newline + 1
        continue
      }
      at += window.length
      if (window.length === room) {
        pieces.push(this.#take(window, false))
      } else {
        // A copy: the chunk is the caller's again after this call.
        this.#parts.push(window.slice())
        this.#length += window.length
      }
    }
    return pieces
  }

  /** The last line when it had no line end. */
  end(): RawPiece[] {
    return this.#length > 0 || this.#isContinued ? [this.#take(new Uint8Array(0), true)] : []
  }

  /** Forgets the line that is open, and takes what follows for the rest of a line whose beginning is unknown. */
  cut(): void {
    this.#parts = []
    this.#length = 0
    this.#isContinued = true
  }

  #take(last: Uint8Array, endsLine: boolean): RawPiece {
    const bytes = this.#parts.length === 0 ? last : concatBytes([...this.#parts, last])
    const piece = { bytes, isWholeLine: endsLine && !this.#isContinued, endsLine }
    this.#parts = []
    this.#length = 0
    this.#isContinued = !endsLine
    return piece
  }
}
