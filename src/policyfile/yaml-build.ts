/** Builds our tree from the library's: counts values, opens aliases, refuses merge keys, reserved and repeated names. */
import { type Document, isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml'
import type { Findings } from './findings.ts'
import type { Span } from './positions.ts'
import { childPath, describeNode, type MapEntry, type ScalarNode, type ScalarStyle, type YamlNode } from './yaml-tree.ts'

export interface TreeLimits {
  /** Values after every alias is opened. */
  readonly nodes: number
  readonly aliases: number
  readonly depth: number
}

/** Names that reach into every object of the language; refused at every depth. */
const RESERVED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

interface Anchor {
  /** Undefined while the anchored value is still being built: an alias inside it would never end. */
  node: YamlNode | undefined
  size: number
}

interface State {
  readonly text: string
  readonly limits: TreeLimits
  readonly findings: Findings
  readonly anchors: Map<string, Anchor>
  count: number
  aliases: number
  wasTooLarge: boolean
}

/** Returns the tree, or undefined for an empty document. */
export function buildTree(document: Document.Parsed, text: string, limits: TreeLimits, findings: Findings): YamlNode | undefined {
  const contents: unknown = document.contents
  if (contents === null || contents === undefined) return undefined
  if (isScalar(contents) && contents.value === null && (contents.source ?? '') === '') return undefined
  const state: State = { text, limits, findings, anchors: new Map(), count: 0, aliases: 0, wasTooLarge: false }
  return build(contents, '', 1, state)
}

function build(node: unknown, path: string, depth: number, state: State): YamlNode {
  const span = spanOf(node, state.text)
  if (isAlias(node)) return openAlias(node.source, span, path, state)
  const isContainer = isMap(node) || isSeq(node)
  if (isContainer && depth > state.limits.depth) {
    state.findings.add('P004', span, path, `Values are nested deeper than ${state.limits.depth} levels.`)
    return { kind: 'invalid', span }
  }
  count(1, span, path, 'The file has', state)
  const before = state.count
  const name = isContainer || isScalar(node) ? node.anchor : undefined
  const anchor: Anchor = { node: undefined, size: 0 }
  if (name !== undefined) state.anchors.set(name, anchor)
  const built = buildValue(node, span, path, depth, state)
  anchor.node = built
  anchor.size = state.count - before + 1
  return built
}

function buildValue(node: unknown, span: Span, path: string, depth: number, state: State): YamlNode {
  if (isMap(node)) return { kind: 'map', entries: buildEntries(node.items, path, depth, state), span }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item, index) => build(item, `${path}[${index}]`, depth + 1, state)), span }
  if (isScalar(node)) return scalarOf(node, span)
  return { kind: 'scalar', value: null, text: '', style: 'plain', span }
}

function buildEntries(pairs: readonly { key: unknown; value: unknown }[], path: string, depth: number, state: State): MapEntry[] {
  const entries: MapEntry[] = []
  const seen = new Set<string>()
  for (const pair of pairs) {
    const keySpan = spanOf(pair.key, state.text)
    const key = build(pair.key, path, depth + 1, state)
    if (key.kind === 'invalid') continue
    if (key.kind !== 'scalar' || key.value === null) {
      state.findings.add('P012', keySpan, path, `A name must be text, not ${describeNode(key)}.`)
      continue
    }
    const name = typeof key.value === 'string' ? key.value : key.text
    const at = childPath(path, name)
    const value = pair.value === null ? nothingAfter(keySpan) : build(pair.value, at, depth + 1, state)
    if (name === '<<' && key.style === 'plain') {
      state.findings.add('P004', keySpan, at, 'Merge keys are not taken.', { hint: 'Write the keys out.' })
    } else if (RESERVED_NAMES.has(name)) {
      state.findings.add('P011', keySpan, at, `"${name}" is a reserved name and can never be a key.`)
    } else if (seen.has(name)) {
      state.findings.add('P003', keySpan, at, `"${name}" is here twice.`, { hint: 'Delete one of the two, or join them.' })
    } else {
      seen.add(name)
      entries.push({ name, keySpan, value })
    }
  }
  return entries
}

function openAlias(source: string, span: Span, path: string, state: State): YamlNode {
  const invalid: YamlNode = { kind: 'invalid', span }
  if (++state.aliases > state.limits.aliases) {
    if (state.aliases === state.limits.aliases + 1) {
      state.findings.add('P004', span, path, `The file has more than ${state.limits.aliases} aliases.`)
    }
    return invalid
  }
  const anchor = state.anchors.get(source)
  if (anchor?.node === undefined) {
    state.findings.add(
      'P004',
      span,
      path,
      anchor === undefined ? `Nothing is anchored as "${source}" above.` : 'This alias stands inside its own value.',
      // Patterns such as *.tmp are what is meant nearly always.
      anchor === undefined ? { hint: `If this is text, quote it: ${JSON.stringify(`*${source}`)}.` } : {},
    )
    return invalid
  }
  if (state.count + anchor.size > state.limits.nodes) {
    count(anchor.size, span, path, 'With this alias the file has', state)
    return invalid
  }
  state.count += anchor.size
  return anchor.node
}

function count(more: number, span: Span, path: string, subject: string, state: State): void {
  state.count += more
  if (state.count <= state.limits.nodes || state.wasTooLarge) return
  state.wasTooLarge = true
  state.findings.add('P004', span, path, `${subject} more than ${state.limits.nodes} values.`)
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_DOUBLE]: 'quoted',
  [Scalar.QUOTE_SINGLE]: 'quoted',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
}

function scalarOf(node: Scalar, span: Span): ScalarNode {
  const raw = node.value
  const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' || raw === null ? raw : String(raw)
  const style = STYLES[node.type ?? ''] ?? 'plain'
  return { kind: 'scalar', value, text: node.source ?? String(value ?? ''), style, span }
}

/** The node's own text: behind its anchor and tag, without the line end that block values take in. */
function spanOf(node: unknown, text: string): Span {
  const range = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined
  if (!range) return { start: 0, end: 0 }
  let end = range[1]
  while (end > range[0] && /\s/.test(text[end - 1] ?? '')) end--
  return { start: range[0], end }
}

function nothingAfter(keySpan: Span): ScalarNode {
  return { kind: 'scalar', value: null, text: '', style: 'plain', span: { start: keySpan.end, end: keySpan.end } }
}
