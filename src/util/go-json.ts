/** JSON text byte for byte as Go's standard encoder prints it, because object IDs are hashes of it (docs/repository-format.md, "JSON"). */
import { formatTimestamp } from './timestamp.ts'

/** A value that can be printed; object keys keep their order and `undefined` members vanish. */
export type GoJsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly GoJsonValue[]
  | { readonly [key: string]: GoJsonValue | undefined }

// Everything that is not copied as it stands: control characters, quote, backslash, the HTML three, line separators, surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what has to be found
const SPECIAL = /[\u0000-\u001f"\\<>&\u2028\u2029\ud800-\udfff]/
const SHORT_ESCAPES: Readonly<Record<number, string>> = {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
}
const REPLACEMENT = '\\ufffd'

/** The quoted JSON form of text; a lone surrogate becomes the six characters `\ufffd`. */
export function encodeGoString(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`
  let out = '"'
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    let escaped: string | undefined
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1)
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
        i++
        continue
      }
      escaped = REPLACEMENT
    } else if (code < 32 || code === 34 || code === 92) {
      escaped = SHORT_ESCAPES[code] ?? `\\u00${code.toString(16).padStart(2, '0')}`
    } else if (code === 60 || code === 62 || code === 38) {
      escaped = `\\u00${code.toString(16)}`
    } else if (code === 0x2028 || code === 0x2029) {
      escaped = `\\u${code.toString(16)}`
    }
    if (escaped === undefined) continue
    out += text.slice(copied, i) + escaped
    copied = i + 1
  }
  return `${out}${text.slice(copied)}"`
}

/**
 * The quoted JSON form of bytes: valid UTF-8 as text, and each byte that is not part of it as the six characters `\ufffd`.
 * A genuine U+FFFD stays raw, so the text form of such bytes must never be encoded instead.
 */
export function encodeGoBytes(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let out = '"'
  let start = 0
  let at = 0
  while (at < view.length) {
    const length = sequenceLength(view, at)
    if (length > 0) {
      at += length
      continue
    }
    out += encodeGoString(view.toString('utf8', start, at)).slice(1, -1) + REPLACEMENT
    at++
    start = at
  }
  return `${out}${encodeGoString(view.toString('utf8', start, at)).slice(1, -1)}"`
}

/** Text as Go reads it from bytes: each byte outside valid UTF-8 becomes one U+FFFD. */
export function goTextOfBytes(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let out = ''
  let start = 0
  let at = 0
  while (at < view.length) {
    const length = sequenceLength(view, at)
    if (length > 0) {
      at += length
      continue
    }
    out += `${view.toString('utf8', start, at)}\ufffd`
    at++
    start = at
  }
  return out + view.toString('utf8', start, at)
}

/** Length of the valid UTF-8 sequence that starts at `at`, or 0: no overlong forms, no surrogates, nothing above U+10FFFF. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** Decimal text of an integer; throws RangeError for a fraction or a number that lost precision. */
export function encodeGoInteger(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} cannot be written as an exact integer`)
  return String(value)
}

/** The quoted RFC 3339 form of nanoseconds since 1970. */
export function encodeGoTime(ns: bigint): string {
  return `"${formatTimestamp(ns)}"`
}

/** Compact JSON of a value, members in the order they stand in. */
export function encodeGoJson(value: GoJsonValue): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return encodeGoString(value)
    case 'number':
    case 'bigint':
      return encodeGoInteger(value)
    case 'boolean':
      return value ? 'true' : 'false'
  }
  if (isList(value)) return `[${value.map(encodeGoJson).join(',')}]`
  const members: string[] = []
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${encodeGoString(key)}:${encodeGoJson(member)}`)
  }
  return `{${members.join(',')}}`
}

/** Compact JSON of a map of texts, keys in byte order. */
export function encodeGoMap(map: Readonly<Record<string, string>>): string {
  const keys = Object.keys(map).sort(compareUtf8)
  return `{${keys.map((key) => `${encodeGoString(key)}:${encodeGoString(map[key] ?? '')}`).join(',')}}`
}

/** Order of two texts by their UTF-8 bytes, which differs from `<` only where surrogates meet U+E000 and above. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const isSurrogateX = x >= 0xd800 && x <= 0xdfff
    const isSurrogateY = y >= 0xd800 && y <= 0xdfff
    return isSurrogateX === isSurrogateY ? x - y : isSurrogateX ? 1 : -1
  }
  return a.length - b.length
}

// Array.isArray does not narrow a readonly array out of a union.
function isList(value: object): value is readonly GoJsonValue[] {
  return Array.isArray(value)
}
