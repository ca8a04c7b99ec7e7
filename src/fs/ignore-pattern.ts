/**
 * One ignore pattern as tokens (docs/repository-format.md, "Ignore patterns"). Kopia's rules, oddities included: the same tree
 * must give the same snapshot. No regular expression is ever made from a pattern.
 */
import { CairnError } from '../errors.ts'
import { type CharClass, POSIX_CLASSES, type PosixClass } from './ignore-class.ts'

/** Code points are literals; the others are negative so that one number tells them apart. */
export const ANY = -1
export const STAR = -2
export const DOUBLE_STAR = -3
export const CLASS = -4

export const SLASH = 0x2f
const BACKSLASH = 0x5c
const BANG = 0x21
const ASTERISK = 0x2a
const QUESTION = 0x3f
const OPEN = 0x5b
const CLOSE = 0x5d
const COLON = 0x3a
const DASH = 0x2d

/** More wildcards than this in one pattern are refused: they bound the depth and the cost of matching. */
export const MAX_STARS = 64

export interface IgnorePattern {
  /** The pattern as written, for messages. */
  readonly text: string
  readonly isNegated: boolean
  readonly isDirectoryOnly: boolean
  /** Literal code points and the constants above. */
  readonly tokens: Int32Array
  /** Token index -> class, for tokens that are CLASS. */
  readonly classes: ReadonlyMap<number, CharClass>
  /** Literals that every match ends with: a cheap first test. */
  readonly suffix: Int32Array
}

/**
 * Compiles a pattern that stands in directory `base` (`""` for the root of the source, else `/a/b`).
 * Throws CAIRN_IGNORE_RULE_INVALID when it does not parse.
 */
export function compilePattern(rule: string, base: string): IgnorePattern {
  const trimmed = Buffer.byteLength(rule) > 2 && !isEscapedEnd(rule) ? trimSpace(rule) : rule
  const text = codePoints(trimmed)
  const tokens: number[] = []
  const classes = new Map<number, CharClass>()
  let at = 0
  while (at < text.length && isSpace(text[at] ?? 0)) at++
  const isNegated = text[at] === BANG
  if (isNegated) at++
  const isRooted = text[at] === SLASH
  if (base !== '' && trimmed !== '') {
    tokens.push(...codePoints(base))
    if (!isRooted) tokens.push(SLASH)
  }
  if (!isRooted && trimmed !== '**' && trimmed !== '') {
    const slash = text.indexOf(SLASH, at)
    if (slash < 0 || slash === text.length - 1) tokens.push(DOUBLE_STAR, SLASH)
    else if (base === '') tokens.push(SLASH)
  }
  const isDirectoryOnly = text.at(-1) === SLASH
  if (isDirectoryOnly) text.pop()
  const reader = new PatternReader(rule, text, at)
  let stars = 0
  for (let char = reader.read(); char !== 0; char = reader.read()) {
    if (char === BACKSLASH) tokens.push(reader.readEscaped())
    else if (char === QUESTION) tokens.push(ANY)
    else if (char === ASTERISK) {
      tokens.push(reader.readStar())
      if (++stars > MAX_STARS) throw invalid(rule, `it has more than ${MAX_STARS} wildcards`)
    } else if (char === OPEN) {
      classes.set(tokens.length, reader.readClass())
      tokens.push(CLASS)
    } else tokens.push(char)
  }
  let suffix = tokens.length
  while (suffix > 0 && (tokens[suffix - 1] ?? 0) > 0) suffix--
  return {
    text: rule,
    isNegated,
    isDirectoryOnly,
    tokens: Int32Array.from(tokens),
    classes,
    suffix: Int32Array.from(tokens.slice(suffix)),
  }
}

/** Code points of text. */
export function codePoints(text: string): number[] {
  const codes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    codes.push(code)
    if (code > 0xffff) i++
  }
  return codes
}

/** White space as Go sees it, which is Unicode's property. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return /^\p{White_Space}$/u.test(String.fromCodePoint(code))
}

/** Text without white space at both ends; `String.trim` has another idea of white space. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** Whether the second byte from the end is a backslash, which protects a blank at the end. */
function isEscapedEnd(rule: string): boolean {
  return rule.at(-2) === '\\' && rule.charCodeAt(rule.length - 1) < 0x80
}

class PatternReader {
  readonly #rule: string
  readonly #text: readonly number[]
  #at: number

  constructor(rule: string, text: readonly number[], at: number) {
    this.#rule = rule
    this.#text = text
    this.#at = at
  }

  /** The next character, 0 at the end; a NUL ends the pattern. */
  read(): number {
    const char = this.#peek(0)
    if (char !== 0) this.#at++
    return char
  }

  readEscaped(): number {
    const char = this.read()
    if (char === 0) throw invalid(this.#rule, 'it ends after a backslash')
    return char
  }

  /** After one `*`: takes the stars that follow and tells which kind it is. */
  readStar(): number {
    if (this.#peek(0) !== ASTERISK) return STAR
    const previous = this.#peek(-2)
    while (this.#peek(0) === ASTERISK) this.#at++
    const next = this.#peek(0)
    // At the very start what follows is not looked at.
    return previous === 0 || (previous === SLASH && (next === SLASH || next === 0)) ? DOUBLE_STAR : STAR
  }

  /** After `[`: the members up to `]`. */
  readClass(): CharClass {
    let char = this.read()
    const isNegated = char === BANG
    if (isNegated) char = this.read()
    const ranges: [number, number][] = []
    const named: PosixClass[] = []
    for (; char !== CLOSE; char = this.read()) {
      if (char === 0) throw invalid(this.#rule, 'a "[" is not closed')
      if (char === BACKSLASH) char = this.readEscaped()
      if (this.#peek(0) === DASH && this.#peek(1) !== CLOSE && this.#peek(1) !== 0) {
        this.#at++
        const end = this.read()
        ranges.push([char, end === BACKSLASH ? this.readEscaped() : end])
        continue
      }
      const name = char === OPEN && this.#peek(0) === COLON ? this.#readClassName() : undefined
      if (name !== undefined) named.push(name)
      else ranges.push([char, char])
    }
    return { isNegated, ranges, named }
  }

  /** After `[` before `:`: a named class, or undefined when the bracket is meant literally. */
  #readClassName(): PosixClass | undefined {
    const length = this.#text.indexOf(CLOSE, this.#at) - this.#at
    if (length < 0) throw invalid(this.#rule, 'a "[" is not closed')
    // Kopia compares a length with a position here, so a named class far into a long pattern is taken literally.
    if (length - 1 <= this.#at || this.#peek(length - 1) !== COLON) return undefined
    const name = String.fromCodePoint(...this.#text.slice(this.#at + 1, this.#at + length - 1)).toLowerCase()
    this.#at += length + 1
    const found = POSIX_CLASSES[name]
    if (found === undefined || !Object.hasOwn(POSIX_CLASSES, name)) throw invalid(this.#rule, `there is no class [:${name}:]`)
    return found
  }

  #peek(offset: number): number {
    return this.#text[this.#at + offset] ?? 0
  }
}

function invalid(rule: string, why: string): CairnError {
  return new CairnError('CAIRN_IGNORE_RULE_INVALID', `The ignore rule "${rule.slice(0, 200)}" cannot be used: ${why}.`, {
    hint: 'Correct the rule. Write \\[ or \\\\ for a literal bracket or backslash.',
  })
}
