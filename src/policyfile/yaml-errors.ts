/** Turns what the YAML library reports into findings that point at the token to change. */
import type { CST, Document } from 'yaml'
import type { Findings } from './findings.ts'
import type { Span } from './positions.ts'

interface Problem {
  readonly span: Span
  readonly message: string
  readonly hint?: string
}

/** Adds the first syntax error (what follows it is mostly noise), every reserved start, and tags; returns the error's offset. */
export function reportYamlErrors(
  document: Document.Parsed,
  tokens: readonly CST.Token[],
  secondDocument: Span | undefined,
  text: string,
  findings: Findings,
): number | undefined {
  let broken: Problem | undefined
  for (const error of document.errors) {
    const start = error.pos[0]
    if (error.code === 'RESOURCE_EXHAUSTION') {
      findings.add('P004', { start, end: error.pos[1] }, '', 'Values are nested too deeply.')
      return start
    }
    if (error.code === 'TAG_RESOLVE_FAILED') {
      findings.add('P012', tagSpan(text, start), '', 'This tag does not fit the value.', { hint: 'Leave the tag out.' })
    } else if (error.code === 'BAD_SCALAR_START' && (text[start] === '@' || text[start] === '`')) {
      const scalar = lastToken(tokens, (token) => token.type === 'scalar' && token.offset === start)
      const length = scalar !== undefined && 'source' in scalar ? scalar.source.length : 1
      const span = { start, end: start + length }
      findings.add('P002', span, '', `Text that starts with ${text[start]} must be quoted.`, {
        hint: `Write ${JSON.stringify(text.slice(span.start, span.end))}.`,
      })
    } else {
      const reported = { start, end: Math.max(error.pos[1], start + 1) }
      const problem = explain(error.code, error.message, reported, tokens, text)
      if (broken === undefined || explainsBetter(problem.span, broken.span, text)) broken = problem
    }
  }
  for (const warning of document.warnings) {
    if (warning.code !== 'TAG_RESOLVE_FAILED') continue
    const span = tagSpan(text, warning.pos[0])
    findings.add('P012', span, '', 'Only the tags of the YAML core schema are allowed.', {
      hint: `If this is text, such as an ignore rule, quote it: ${JSON.stringify(text.slice(span.start, span.end))}. Else leave the tag out.`,
    })
  }
  const directive = /^%YAML[ \t]+(?!1\.2\b)\S+/m.exec(text.slice(0, document.contents?.range?.[0] ?? 0))
  if (directive !== null) {
    const span = { start: directive.index, end: directive.index + directive[0].length }
    findings.add('P001', span, '', 'The file is read as YAML 1.2.', { hint: 'Delete this line.' })
  }
  if (broken !== undefined) {
    findings.add('P001', broken.span, '', broken.message, broken.hint === undefined ? {} : { hint: broken.hint })
  } else if (secondDocument !== undefined) {
    findings.add('P001', secondDocument, '', 'A policy file is one YAML document.', {
      hint: 'Delete this line, or move what follows to a file of its own.',
    })
  }
  return broken?.span.start
}

/** The earlier place; but an open quote takes in the rest of the file, so every bracket left open before it is its work. */
function explainsBetter(place: Span, known: Span, text: string): boolean {
  const isQuote = (span: Span) => /["']/.test(text[span.start] ?? '')
  const isBracket = (span: Span) => /[[{]/.test(text[span.start] ?? '')
  if (isQuote(place) && isBracket(known)) return true
  return !(isQuote(known) && isBracket(place)) && place.start < known.start
}

/** The token to change, which is often in front of the place where the library noticed. */
function explain(code: string, message: string, reported: Span, tokens: readonly CST.Token[], text: string): Problem {
  if (code === 'TAB_AS_INDENT') return tabProblem(reported.start)
  if (code === 'MISSING_CHAR' && /quote/.test(message)) {
    const quote = lastToken(tokens, (token) => isUnclosedQuote(token) && token.offset <= reported.start)
    if (quote !== undefined) return { span: { start: quote.offset, end: quote.offset + 1 }, message: 'This quote is not closed.' }
  }
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
    const bracket = lastToken(tokens, (token) => isUnclosedFlow(token) && token.offset <= reported.start)
    const tab = bracket === undefined ? null : /\n *(?=\t)/.exec(text.slice(bracket.offset, reported.start + 1))
    if (bracket !== undefined && tab !== null) return tabProblem(bracket.offset + tab.index + tab[0].length)
    if (bracket !== undefined) return { span: { start: bracket.offset, end: bracket.offset + 1 }, message: 'This bracket is not closed.' }
  }
  const start = Math.min(reported.start, Math.max(0, text.length - 1))
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^Nested/.test(message)) {
    return {
      span: { start, end: Math.max(start + 1, Math.min(reported.end, text.length)) },
      message: 'A colon and a blank inside a text make it a map.',
      hint: 'Quote the text, or put it on lines of its own below `|`.',
    }
  }
  return { span: { start, end: Math.max(start + 1, Math.min(reported.end, text.length)) }, message: sentence(message) }
}

function tabProblem(start: number): Problem {
  return { span: { start, end: start + 1 }, message: 'Tabs are not allowed as indentation.', hint: 'Indent with spaces.' }
}

function isUnclosedQuote(token: CST.Token): boolean {
  if (token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar') return false
  const quote = token.type === 'single-quoted-scalar' ? "'" : '"'
  return token.source.length < 2 || !token.source.endsWith(quote)
}

function isUnclosedFlow(token: CST.Token): boolean {
  return token.type === 'flow-collection' && !token.end.some((item) => item.type === 'flow-map-end' || item.type === 'flow-seq-end')
}

/** The last token, in the order of the text, that passes; walks without recursion. */
function lastToken(tokens: readonly CST.Token[], passes: (token: CST.Token) => boolean): CST.Token | undefined {
  const queue: CST.Token[] = [...tokens]
  let last: CST.Token | undefined
  for (let token = queue.pop(); token !== undefined; token = queue.pop()) {
    if (passes(token) && (last === undefined || token.offset > last.offset)) last = token
    if (token.type === 'document' && token.value !== undefined) queue.push(token.value)
    if (!('items' in token)) continue
    for (const item of token.items) {
      if (item.key) queue.push(item.key)
      if (item.value) queue.push(item.value)
    }
  }
  return last
}

function tagSpan(text: string, start: number): Span {
  return { start, end: start + (/^\S+/.exec(text.slice(start, start + 256))?.[0].length ?? 1) }
}

function sentence(message: string): string {
  const first = message.split('\n', 1)[0] ?? ''
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.!]$/.test(first) ? '' : '.'}`
}
