/** Offsets of the decoded text, and the lines and columns they stand for. */
import { fromUtf8 } from '../util/bytes.ts'
import type { SourceRange } from './diagnostic.ts'

/** Half-open piece of the text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text of a file, with the place of the first byte that is not UTF-8. */
export interface DecodedText {
  /** Without a byte order mark at the start; bad bytes read as U+FFFD. */
  readonly text: string
  readonly firstBadOffset: number | undefined
}

/** Decodes UTF-8; never fails. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = hasMark ? bytes.subarray(3) : bytes
  const strict = fromUtf8(body)
  if (strict !== undefined) return { text: strict, firstBadOffset: undefined }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  // The valid prefix ends at the first U+FFFD that does not stand for the three bytes EF BF BD.
  let at = text.indexOf('\ufffd')
  let byteAt = 0
  let from = 0
  while (at !== -1) {
    byteAt += Buffer.byteLength(text.slice(from, at))
    if (!(body[byteAt] === 0xef && body[byteAt + 1] === 0xbf && body[byteAt + 2] === 0xbd)) break
    byteAt += 3
    from = at + 1
    at = text.indexOf('\ufffd', from)
  }
  return { text, firstBadOffset: at === -1 ? text.length : at }
}

/** Turns offsets into lines and columns; a line ends with LF or CR LF. */
export class LineIndex {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Line and column of an offset, both from 1. */
  locate(offset: number): { readonly line: number; readonly column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 }
  }

  /** Offset where a line (from 1) starts; undefined behind the last. */
  startOfLine(line: number): number | undefined {
    return this.#starts[line - 1]
  }

  rangeOf(span: Span): SourceRange {
    const start = this.locate(span.start)
    const end = this.locate(span.end)
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  }
}
