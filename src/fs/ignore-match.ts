/**
 * Does a path match an ignore pattern? (docs/repository-format.md, "Ignore patterns")
 *
 * The four results make stars cheap: once an inner star has failed to the end of the text, outer single stars need not try
 * further. Kopia's one oddity is kept: a single star that has taken at least one character may take one slash after it.
 *
 * Cost: plain recursion is exponential in the number of `**`. Each (token, position) has one result, so after a while results are
 * remembered, and a match costs at most (wildcards x length x length) steps.
 */
import { isInClass } from './ignore-class.ts'
import { ANY, CLASS, DOUBLE_STAR, type IgnorePattern, SLASH, STAR } from './ignore-pattern.ts'

const MATCH = 0
const NO_MATCH = 1
const ABORT_ALL = 2
const ABORT_TO_DOUBLE = 3
type Result = typeof MATCH | typeof NO_MATCH | typeof ABORT_ALL | typeof ABORT_TO_DOUBLE

/** Star attempts before results are remembered. */
const FREE_ATTEMPTS = 512

/**
 * Whether the first `length` code points of `path` (a slash, then the path relative to the source) match, regardless of negation.
 * `freeAttempts` only decides when results begin to be remembered.
 */
export function matchesPattern(
  pattern: IgnorePattern,
  path: readonly number[],
  length: number,
  freeAttempts: number = FREE_ATTEMPTS,
): boolean {
  const { suffix } = pattern
  if (suffix.length > length) return false
  for (let i = 1; i <= suffix.length; i++) if (suffix[suffix.length - i] !== path[length - i]) return false
  return new Matcher(pattern, path, length, freeAttempts).match(0, 0) === MATCH
}

class Matcher {
  readonly #pattern: IgnorePattern
  readonly #path: readonly number[]
  readonly #length: number
  #attempts: number
  #known: Map<number, Result> | undefined

  constructor(pattern: IgnorePattern, path: readonly number[], length: number, freeAttempts: number) {
    this.#pattern = pattern
    this.#path = path
    this.#length = length
    this.#attempts = freeAttempts
  }

  match(firstToken: number, start: number): Result {
    const { tokens, classes } = this.#pattern
    const length = this.#length
    let at = start
    for (let t = firstToken; t < tokens.length; t++) {
      const token = tokens[t] ?? 0
      if (token === STAR || token === DOUBLE_STAR) {
        const result = this.#star(t, at, start)
        if (result.isFinal) return result.value
        at = result.next
      } else {
        if (at >= length) return ABORT_ALL
        const char = this.#path[at] ?? 0
        if (token === ANY) {
          if (char === SLASH) return NO_MATCH
        } else if (token === CLASS) {
          const members = classes.get(t)
          if (members === undefined || !isInClass(members, char)) return NO_MATCH
        } else if (char !== token) return NO_MATCH
      }
      if (at < length) at++
    }
    return at >= length ? MATCH : NO_MATCH
  }

  #star(t: number, from: number, start: number): { isFinal: true; value: Result } | { isFinal: false; next: number } {
    const { tokens } = this.#pattern
    const isDouble = tokens[t] === DOUBLE_STAR
    const isSlashNext = tokens[t + 1] === SLASH
    const final = (value: Result) => ({ isFinal: true, value }) as const
    if (t === tokens.length - 1) return final(!isDouble && this.#nextSlash(from) >= 0 ? NO_MATCH : MATCH)
    if (isDouble && isSlashNext && t + 2 < tokens.length && this.#remembered(t + 2, from) === MATCH) return final(MATCH)
    if (!isDouble && isSlashNext) {
      const slash = this.#nextSlash(from)
      // A star that stands first here cannot be empty: Kopia steps back before the text.
      if (slash < 0 || (slash === from && from === start)) return final(NO_MATCH)
      return { isFinal: false, next: slash - 1 }
    }
    let previous = from < this.#length ? (this.#path[from] ?? 0) : 0
    for (let at = from; at < this.#length; at++) {
      const result = this.#remembered(t + 1, at)
      if (result !== NO_MATCH) {
        if (!isDouble || result !== ABORT_TO_DOUBLE) return final(result)
      } else if (!isDouble && previous === SLASH) return final(ABORT_TO_DOUBLE)
      // One character behind: this is what lets a single star take one slash.
      previous = this.#path[at] ?? 0
    }
    return final(ABORT_ALL)
  }

  #remembered(token: number, at: number): Result {
    if (this.#known === undefined) {
      if (this.#attempts-- > 0) return this.match(token, at)
      this.#known = new Map()
    }
    const key = token * (this.#length + 1) + at
    let result = this.#known.get(key)
    if (result === undefined) {
      result = this.match(token, at)
      this.#known.set(key, result)
    }
    return result
  }

  #nextSlash(from: number): number {
    for (let at = from; at < this.#length; at++) if (this.#path[at] === SLASH) return at
    return -1
  }
}
