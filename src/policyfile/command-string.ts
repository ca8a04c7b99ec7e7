/** How Kopia reads a command given as one string: a CSV record with blanks between its fields (docs/hooks.md, "Command strings"). */

export type SplitCommand =
  | { readonly ok: true; readonly argv: readonly string[] /** Text behind a line end, which Kopia drops. */; readonly dropped: string }
  | { readonly ok: false; readonly problem: 'bare-quote' | 'open-quote' | 'empty' }

/**
 * Splits a command string as Kopia does: no shell, only double quotes around a whole field, `""` inside for one quote.
 * Every blank more is one empty argument; single quotes, backslashes and tabs are plain characters.
 */
export function splitCommandString(command: string): SplitCommand {
  // A carriage return at the very end belongs to the line end.
  const text = command.endsWith('\r') ? command.slice(0, -1) : command
  const argv: string[] = []
  // Empty lines in front are skipped, as in any CSV record.
  let at = /^(?:\r?\n)*/.exec(text)?.[0].length ?? 0
  if (at >= text.length) return { ok: false, problem: 'empty' }
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at)
    if (typeof field === 'string') return { ok: false, problem: field }
    argv.push(field.value)
    at = field.end
    if (text[at] === ' ') {
      at++
      continue
    }
    const lineEnd = /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0
    return { ok: true, argv, dropped: text.slice(at + lineEnd) }
  }
}

interface Field {
  readonly value: string
  /** Offset of the blank or line end behind it. */
  readonly end: number
}

function plainField(text: string, start: number): Field | 'bare-quote' {
  let end = start
  while (end < text.length && text[end] !== ' ' && text[end] !== '\n' && !(text[end] === '\r' && text[end + 1] === '\n')) {
    if (text[end] === '"') return 'bare-quote'
    end++
  }
  return { value: text.slice(start, end), end }
}

function quotedField(text: string, start: number): Field | 'bare-quote' | 'open-quote' {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return 'open-quote'
    value += text.slice(at, quote).replaceAll('\r\n', '\n')
    at = quote + 1
    if (text[at] === '"') {
      value += '"'
      at++
      continue
    }
    const next = text[at]
    return next === undefined || next === ' ' || next === '\n' || (next === '\r' && text[at + 1] === '\n')
      ? { value, end: at }
      : 'bare-quote'
  }
}
