/** Character classes of ignore patterns: `[a-z]`, `[!0-9]`, `[[:alpha:]]` (docs/repository-format.md, "Ignore patterns"). */

/** Whether a character belongs to a named class. */
export type PosixClass = (char: string) => boolean

export interface CharClass {
  readonly isNegated: boolean
  /** Inclusive ranges of code points. */
  readonly ranges: readonly (readonly [number, number])[]
  readonly named: readonly PosixClass[]
}

/** Names that may stand between `[:` and `:]`; Unicode categories, as Go sees them. */
export const POSIX_CLASSES: Readonly<Record<string, PosixClass>> = {
  alnum: (char) => /[\p{L}\p{Nd}]/u.test(char),
  alpha: (char) => /\p{L}/u.test(char),
  ascii: (char) => char <= '\u007f',
  blank: (char) => /[\p{Zs}\t]/u.test(char),
  cntrl: (char) => /\p{Cc}/u.test(char),
  digit: (char) => /\p{Nd}/u.test(char),
  graph: (char) => /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(char),
  lower: (char) => /\p{Ll}/u.test(char),
  print: (char) => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(char),
  punct: (char) => /[\p{P}\p{S}]/u.test(char),
  space: (char) => /\p{White_Space}/u.test(char),
  upper: (char) => /\p{Lu}/u.test(char),
  xdigit: (char) => /[A-Fa-f\p{Nd}]/u.test(char),
}

/** Whether a code point is a member. */
export function isInClass(members: CharClass, code: number): boolean {
  let isMember = false
  for (const [low, high] of members.ranges) if (code >= low && code <= high) isMember = true
  if (!isMember && members.named.length > 0) {
    const char = String.fromCodePoint(code)
    isMember = members.named.some((named) => named(char))
  }
  return isMember !== members.isNegated
}
