/** Where values stand in JSON text that is known to be valid: for payloads that must be kept letter by letter. */

/** `text.slice(start, end)` is a value. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The values of the object that `text` is, by name in lower case; of two the last one, like JSON.parse. */
export function memberSpans(text: string): Map<string, Span> {
  const spans = new Map<string, Span>()
  let position = skipSpace(text, skipSpace(text, 0) + 1)
  while (position < text.length && text[position] !== '}') {
    const nameEnd = endOfString(text, position)
    const name: unknown = JSON.parse(text.slice(position, nameEnd))
    const start = skipSpace(text, skipSpace(text, nameEnd) + 1)
    const end = endOfValue(text, start)
    spans.set(String(name).toLowerCase(), { start, end })
    position = skipSpace(text, end)
    if (text[position] === ',') position = skipSpace(text, position + 1)
  }
  return spans
}

function skipSpace(text: string, at: number): number {
  let position = at
  for (let code = text.charCodeAt(position); code === 32 || code === 9 || code === 10 || code === 13; code = text.charCodeAt(position)) {
    position++
  }
  return position
}

function endOfString(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code === 92) position++
    else if (code === 34) return position + 1
  }
  return text.length
}

function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let position = start; position < text.length; position++) {
    const character = text[position]
    if (character === '"') position = endOfString(text, position) - 1
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      if (depth === 0) return position
      depth--
    } else if (depth === 0 && (character === ',' || character === ' ' || character === '\n' || character === '\r' || character === '\t')) {
      return position
    }
    if (depth === 0 && (character === '"' || character === '}' || character === ']')) return position + 1
  }
  return text.length
}
