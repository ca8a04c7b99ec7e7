/** Patterns of file names as Go's `path.Match` reads them: `*`, `?`, `[a-z]`, `[^a-z]`, and `\` before a character that stands for itself. */

type Part = { readonly kind: 'any' } | { readonly kind: 'one'; readonly matches: (character: string) => boolean }

/** Whether a whole name matches; undefined when the pattern is incomplete. `*`, `?` match no slash. */
export function compilePathPattern(pattern: string): ((name: string) => boolean) | undefined {
  const parts = parse([...pattern])
  return parts === undefined ? undefined : (name) => matches(parts, [...name])
}

function parse(text: readonly string[]): Part[] | undefined {
  const parts: Part[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '*') parts.push({ kind: 'any' })
    else if (character === '?') parts.push({ kind: 'one', matches: (found) => found !== '/' })
    else if (character === '[') {
      const set = parseSet(text, at + 1)
      if (set === undefined) return undefined
      parts.push({ kind: 'one', matches: set.matches })
      at = set.end
    } else {
      const literal = character === '\\' ? text[++at] : character
      if (literal === undefined) return undefined
      parts.push({ kind: 'one', matches: (found) => found === literal })
    }
  }
  return parts
}

/** The set that begins behind `[`; `end` is where its `]` stands. */
function parseSet(text: readonly string[], start: number): { matches: (character: string) => boolean; end: number } | undefined {
  const isNegated = text[start] === '^'
  const ranges: { readonly low: number; readonly high: number }[] = []
  let at = isNegated ? start + 1 : start
  while (text[at] !== ']' || ranges.length === 0) {
    const low = setCharacter(text, at)
    if (low === undefined) return undefined
    let high = low
    if (text[low.next] === '-') {
      const second = setCharacter(text, low.next + 1)
      if (second === undefined) return undefined
      high = second
    }
    ranges.push({ low: low.code, high: high.code })
    at = high.next
  }
  const matches = (found: string) => {
    const code = found.codePointAt(0) ?? 0
    return ranges.some(({ low, high }) => low <= code && code <= high) !== isNegated
  }
  return { matches, end: at }
}

function setCharacter(text: readonly string[], at: number): { code: number; next: number } | undefined {
  const first = text[at]
  if (first === undefined || first === '-' || first === ']') return undefined
  const literal = first === '\\' ? text[at + 1] : first
  const next = at + (first === '\\' ? 2 : 1)
  // A set is closed somewhere behind its last character.
  return literal === undefined || next >= text.length ? undefined : { code: literal.codePointAt(0) ?? 0, next }
}

/** Backtracks to the last `*` only, which is enough. */
function matches(parts: readonly Part[], name: readonly string[]): boolean {
  let part = 0
  let at = 0
  let retry: { part: number; at: number } | undefined
  while (at < name.length || part < parts.length) {
    const current = parts[part]
    const character = name[at]
    if (current?.kind === 'any') {
      retry = { part, at }
      part++
      continue
    }
    if (current !== undefined && character !== undefined && current.matches(character)) {
      part++
      at++
      continue
    }
    if (retry === undefined || retry.at >= name.length || name[retry.at] === '/') return false
    retry = { part: retry.part, at: retry.at + 1 }
    part = retry.part + 1
    at = retry.at
  }
  return true
}
