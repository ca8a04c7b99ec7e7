/** Cuts the elements out of one list of a JSON object that comes in pieces: for objects that are too large to be parsed at once. */

export interface ElementLimits {
  /** Longest element in bytes, without space before it. */
  readonly elementBytes: number
  /** Longest object without the elements of the list and without space, in bytes. */
  readonly restBytes: number
}

const BRACE_OPEN = 0x7b
const BRACE_CLOSE = 0x7d
const BRACKET_OPEN = 0x5b
const BRACKET_CLOSE = 0x5d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const FIRST_REST_BYTES = 1024

/**
 * Knows just enough JSON to find where elements end; what it gives out must be parsed to know that it is JSON.
 *
 * Memory is bounded by the limits and the longest piece, however much space the text holds.
 */
export class ElementScanner {
  readonly #listStart: string
  readonly #limits: ElementLimits
  readonly #tooLong: (what: 'element' | 'rest') => Error
  #depth = 0
  #isInText = false
  #isEscaped = false
  #isInList = false
  /** Bytes of the element that began in an earlier piece. */
  #pending: Uint8Array[] = []
  #pendingLength = 0
  /** The object without its elements and without space; its end tells which member a bracket belongs to. */
  #rest = new Uint8Array(FIRST_REST_BYTES)
  #restLength = 0

  /** For the list that is the member `name` of the object, in any letter case; `tooLong` makes the error of a limit. */
  constructor(name: string, limits: ElementLimits, tooLong: (what: 'element' | 'rest') => Error) {
    this.#listStart = `"${name.toLowerCase()}":[`
    this.#limits = limits
    this.#tooLong = tooLong
  }

  /** The texts of the elements that end in `piece`, in order; empty ones are left out. */
  push(piece: Uint8Array): string[] {
    const elements: string[] = []
    let start = 0
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] ?? 0
      if (this.#isInList && this.#depth === 2 && !this.#isInText && (byte === BRACKET_CLOSE || byte === COMMA)) {
        const text = this.#take(piece.subarray(start, i))
        if (text !== '') elements.push(text)
        start = i + 1
      }
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (byte === BACKSLASH) this.#isEscaped = true
        else if (byte === QUOTE) this.#isInText = false
      } else if (byte === QUOTE) this.#isInText = true
      else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) this.#depth++
      else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) this.#depth--
      if (this.#isInList) {
        if (this.#depth >= 2) continue
        this.#isInList = false
      }
      if (!this.#isInText && isSpace(byte)) continue
      this.#addToRest(byte)
      if (byte === BRACKET_OPEN && this.#depth === 2 && !this.#isInText && this.#isListStart()) {
        this.#isInList = true
        start = i + 1
      }
    }
    if (this.#isInList) this.#keep(piece.subarray(start))
    return elements
  }

  /** The text of the object with an empty list; not JSON when the pieces were none. */
  finish(): string {
    return Buffer.from(this.#rest.buffer, 0, this.#restLength).toString('utf8')
  }

  #isListStart(): boolean {
    const from = Math.max(0, this.#restLength - this.#listStart.length)
    return (
      Buffer.from(this.#rest.buffer, from, this.#restLength - from)
        .toString('latin1')
        .toLowerCase() === this.#listStart
    )
  }

  #addToRest(byte: number): void {
    if (this.#restLength === this.#limits.restBytes) throw this.#tooLong('rest')
    if (this.#restLength === this.#rest.length) {
      const larger = new Uint8Array(this.#rest.length * 2)
      larger.set(this.#rest)
      this.#rest = larger
    }
    this.#rest[this.#restLength++] = byte
  }

  #keep(part: Uint8Array): void {
    let from = 0
    if (this.#pendingLength === 0) while (from < part.length && isSpace(part[from] ?? 0)) from++
    if (from === part.length) return
    // Copied: the piece belongs to the reader and may be reused.
    this.#pending.push(part.slice(from))
    this.#pendingLength += part.length - from
    if (this.#pendingLength > this.#limits.elementBytes) throw this.#tooLong('element')
  }

  #take(part: Uint8Array): string {
    if (this.#pendingLength === 0) return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8').trim()
    this.#keep(part)
    const text = Buffer.concat(this.#pending).toString('utf8').trim()
    this.#pending = []
    this.#pendingLength = 0
    return text
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
