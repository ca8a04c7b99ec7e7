/** The document as a tree of our own: plain values with their place, aliases replaced by what they stand for. */
import type { Span } from './positions.ts'

export type ScalarStyle = 'plain' | 'quoted' | 'literal' | 'folded'

export interface ScalarNode {
  readonly kind: 'scalar'
  /** Value by the YAML 1.2 core schema. */
  readonly value: string | number | boolean | null
  /** As written, for plain scalars; else the text. */
  readonly text: string
  readonly style: ScalarStyle
  readonly span: Span
}

export interface MapEntry {
  readonly name: string
  readonly keySpan: Span
  readonly value: YamlNode
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
  readonly span: Span
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly span: Span
}

/** Something that was reported already; readers pass over it in silence. */
export interface InvalidNode {
  readonly kind: 'invalid'
  readonly span: Span
}

export type YamlNode = ScalarNode | MapNode | ListNode | InvalidNode

/** What a node is, for messages: `a list`, `a number`, ... */
export function describeNode(node: YamlNode): string {
  if (node.kind === 'map') return 'a map'
  if (node.kind === 'list') return 'a list'
  if (node.kind === 'invalid') return 'a bad value'
  if (node.value === null) return 'nothing'
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : 'true or false'
}

/** `parent.key`, or `parent["odd key"]`. */
export function childPath(parent: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`
  return parent === '' ? key : `${parent}.${key}`
}
