/**
 * Passes over the middle of endless output before it costs anything: only its beginning and end are ever shown (docs/hooks.md, "Output").
 *
 * Works on chunks, not lines. What may hold a redirect or a mask is let through whole, with its neighbours.
 */

/** Bytes of one stream handed on unseen. */
const WHOLE_LIMIT = 2_097_152
/** Bytes kept for the end. */
const TAIL_LIMIT = 1_048_576
const LF = 0x0a
const WORDS = /KOPIA_SNAPSHOT_PATH=|add-mask/i
/** One less than the longest word. */
const OVERLAP = 19

/** Bytes to hand on; `gapBytes` were passed over before them. */
export interface ThinnedPiece {
  readonly gapBytes: number
  readonly bytes: Uint8Array
}

export class OutputThinner {
  #handedOn = 0
  #held: Uint8Array[] = []
  #heldBytes = 0
  #gapBytes = 0
  #isLineOpen = false
  #lastBytes = ''

  /** Takes a chunk, which must not change afterwards, and returns what to hand on now. */
  push(chunk: Uint8Array): ThinnedPiece[] {
    if (this.#handedOn < WHOLE_LIMIT) {
      this.#handedOn += chunk.length
      this.#isLineOpen = chunk.at(-1) !== LF
      this.#remember(Buffer.from(chunk.subarray(-OVERLAP)).toString('latin1'))
      return [{ gapBytes: 0, bytes: chunk }]
    }
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')
    const isWanted = WORDS.test(this.#lastBytes + text)
    this.#remember(text)
    this.#held.push(chunk)
    this.#heldBytes += chunk.length
    if (isWanted || this.#isLineOpen) {
      // A wanted line may end in the next chunk.
      this.#isLineOpen = isWanted ? chunk.at(-1) !== LF : !chunk.includes(LF)
      return this.#handOn(this.#held.splice(-2))
    }
    while (this.#heldBytes > TAIL_LIMIT && this.#held.length > 1) this.#drop(this.#held.shift())
    return []
  }

  /** The end of the output. */
  end(): ThinnedPiece[] {
    return this.#handOn(this.#held.splice(0))
  }

  #handOn(wanted: readonly Uint8Array[]): ThinnedPiece[] {
    for (const passed of this.#held.splice(0)) this.#drop(passed)
    const pieces: ThinnedPiece[] = []
    for (const bytes of wanted) {
      this.#heldBytes -= bytes.length
      pieces.push({ gapBytes: this.#gapBytes, bytes })
      this.#gapBytes = 0
    }
    return pieces
  }

  #drop(chunk: Uint8Array | undefined): void {
    this.#heldBytes -= chunk?.length ?? 0
    this.#gapBytes += chunk?.length ?? 0
  }

  #remember(text: string): void {
    this.#lastBytes = (this.#lastBytes + text.slice(-OVERLAP)).slice(-OVERLAP)
  }
}
