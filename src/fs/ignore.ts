/**
 * Ignore rules in force in one directory of the walk (docs/repository-format.md, "Ignore rules").
 *
 * Rules are tried from the root of the source downwards, in each directory those of its policy first and then those of its
 * dot-ignore files: a plain rule while the entry is kept, a `!` rule while it is ignored. A hit turns it over.
 */
import { CairnError, isCairnError } from '../errors.ts'
import { matchesPattern } from './ignore-match.ts'
import { compilePattern, type IgnorePattern, trimSpace } from './ignore-pattern.ts'

/** A line of a dot-ignore file that is longer than this is refused, in UTF-16 units. */
const MAX_LINE = 65_536

/** Rules that start to apply in a directory. */
export interface OwnRules {
  /** Patterns of the policy that stands at this directory. */
  readonly policyRules: readonly string[]
  /** Dot-ignore files found in it, in the order of the policy. */
  readonly dotFiles: readonly { readonly name: string; readonly text: string }[]
}

/** The rules of one directory; make one per directory with `child`. */
export class IgnoreContext {
  readonly #rules: readonly IgnorePattern[]
  readonly #base: string
  /** Code points of the base and a slash; the name is put behind them. */
  readonly #path: number[] = []
  readonly #prefixLength: number

  private constructor(rules: readonly IgnorePattern[], base: string) {
    this.#rules = rules
    this.#base = base
    if (rules.length > 0) appendCodePoints(this.#path, `${base}/`)
    this.#prefixLength = this.#path.length
  }

  /** The context of the source itself. Throws CAIRN_IGNORE_RULE_INVALID. */
  static root(own?: OwnRules): IgnoreContext {
    return new IgnoreContext(own === undefined ? [] : compileRules(own, ''), '')
  }

  /** The context of the directory `name` in this one, with the rules that start there. Throws CAIRN_IGNORE_RULE_INVALID. */
  child(name: string, own?: OwnRules): IgnoreContext {
    const base = `${this.#base}/${name}`
    const added = own === undefined ? [] : compileRules(own, base)
    return new IgnoreContext(added.length === 0 ? this.#rules : [...this.#rules, ...added], base)
  }

  /** Whether the entry `name` of this directory is left out. */
  isIgnored(name: string, isDirectory: boolean): boolean {
    if (this.#rules.length === 0) return false
    const path = this.#path
    path.length = this.#prefixLength
    appendCodePoints(path, name)
    let isIgnored = false
    for (const rule of this.#rules) {
      if (rule.isNegated !== isIgnored || (rule.isDirectoryOnly && !isDirectory)) continue
      if (matchesPattern(rule, path, path.length)) isIgnored = !isIgnored
    }
    return isIgnored
  }

  /** Whether no rule is in force, so that nothing need be asked. */
  get isEmpty(): boolean {
    return this.#rules.length === 0
  }
}

/** The patterns of a dot-ignore file: lines that are neither blank nor begin with `#`. Throws CAIRN_IGNORE_RULE_INVALID. */
export function dotFileRules(name: string, text: string): string[] {
  const rules: string[] = []
  for (const line of text.split('\n')) {
    const rule = line.endsWith('\r') ? line.slice(0, -1) : line
    if (rule.startsWith('#') || trimSpace(rule) === '') continue
    if (rule.length > MAX_LINE)
      throw new CairnError('CAIRN_IGNORE_RULE_INVALID', `A line of ${name} is longer than ${MAX_LINE} characters.`, {
        hint: 'Split it into several rules.',
      })
    rules.push(rule)
  }
  return rules
}

function compileRules(own: OwnRules, base: string): IgnorePattern[] {
  const patterns = own.policyRules.map((rule) => compilePattern(rule, base))
  for (const { name, text } of own.dotFiles) {
    try {
      for (const rule of dotFileRules(name, text)) patterns.push(compilePattern(rule, base))
    } catch (error) {
      if (!isCairnError(error)) throw error
      throw new CairnError(error.code, `${base}/${name}: ${error.message}`, { cause: error, ...(error.hint && { hint: error.hint }) })
    }
  }
  return patterns
}

function appendCodePoints(path: number[], text: string): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdbff) {
      const whole = text.codePointAt(i) ?? code
      path.push(whole)
      if (whole > 0xffff) i++
    } else path.push(code)
  }
}
