/** Reads YAML text into our tree within limits (docs/policy.md, "Limits"); hostile text ends in a finding, never in a crash. */
import { Composer, type CST, type Document, Lexer, Parser, parse } from 'yaml'
import type { Findings } from './findings.ts'
import type { Span } from './positions.ts'
import { buildTree, type TreeLimits } from './yaml-build.ts'
import { reportYamlErrors } from './yaml-errors.ts'
import type { YamlNode } from './yaml-tree.ts'

export interface YamlLimits extends TreeLimits {
  readonly bytes: number
  /** Lexical tokens, spaces and comments included; keeps the parser quick on hostile text. */
  readonly tokens: number
}

const MiB = 1024 * 1024

export const FILE_LIMITS: YamlLimits = { bytes: MiB, tokens: 60_000, nodes: 10_000, aliases: 100, depth: 32 }
export const IMPORT_LIMITS: YamlLimits = { bytes: 16 * MiB, tokens: 8_000_000, nodes: 1_000_000, aliases: 100, depth: 32 }

/** Deeper than this the parser is not even started. */
const HARD_DEPTH = 200

export interface YamlResult {
  /** Undefined when the document is empty or was not read. */
  readonly root: YamlNode | undefined
  /** Offset of the first syntax error. */
  readonly brokenAt: number | undefined
  /** False when a limit stopped the reading altogether. */
  readonly wasRead: boolean
}

/** Parses the first document of `text`; every problem goes to `findings`. */
export function readYaml(text: string, limits: YamlLimits, findings: Findings): YamlResult {
  const tooMuch = exceedsLexicalLimits(text, limits)
  if (tooMuch !== undefined) {
    findings.add('P004', tooMuch.span, '', tooMuch.message)
    return { root: undefined, brokenAt: undefined, wasRead: false }
  }
  const tokens: CST.Token[] = []
  let documents = 0
  let second: Span | undefined
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document' && ++documents === 2) second = startOfDocument(token)
    if (documents < 2) tokens.push(token)
  }
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    stringKeys: false,
    prettyErrors: false,
    keepSourceTokens: true,
    logLevel: 'silent',
  })
  let document: Document.Parsed | undefined
  for (const composed of composer.compose(tokens, true, text.length)) document ??= composed
  if (document === undefined) return { root: undefined, brokenAt: undefined, wasRead: true }
  const brokenAt = reportYamlErrors(document, tokens, second, text, findings)
  return { root: buildTree(document, text, limits, findings), brokenAt, wasRead: true }
}

/** The plain value of a document that was read without a finding. */
export function plainValue(text: string): unknown {
  return parse(text, { schema: 'core', maxAliasCount: FILE_LIMITS.aliases, logLevel: 'silent' })
}

function exceedsLexicalLimits(text: string, limits: YamlLimits): { span: Span; message: string } | undefined {
  let offset = 0
  let count = 0
  let flowDepth = 0
  let lineDepth = 0
  let isScalar = false
  for (const source of new Lexer().lex(text)) {
    const span = { start: offset, end: offset + source.length }
    if (isScalar) {
      isScalar = false
      offset = span.end
      continue
    }
    if (source === '\u001f') {
      isScalar = true
      continue
    }
    if (source === '\u0002' || source === '\u0018') continue
    if (++count > limits.tokens)
      return { span, message: `The file has more than ${limits.nodes} values; nothing behind this place was read.` }
    if (source === '[' || source === '{') flowDepth++
    else if (source === ']' || source === '}') flowDepth--
    else if (source === '-' || source === '?') lineDepth++
    else if (source === '\n' || source === '\r\n') lineDepth = 0
    if (flowDepth + lineDepth > HARD_DEPTH) {
      return { span, message: `Values are nested deeper than ${limits.depth} levels; nothing behind this place was read.` }
    }
    offset = span.end
  }
  return undefined
}

function startOfDocument(token: CST.Token): Span {
  if (token.type !== 'document') return { start: token.offset, end: token.offset }
  const mark = token.start.find((item) => item.type === 'doc-start')
  if (mark !== undefined) return { start: mark.offset, end: mark.offset + mark.source.length }
  const start = token.value?.offset ?? token.offset
  return { start, end: start + 1 }
}
