/** Small changes to a parsed YAML map that leave comments, order and everything else where they are. */
import { type Document, isAlias, isMap, isNode, isScalar, type Pair, YAMLMap } from 'yaml'
import { kebab } from './schema.ts'

/** A map of the file with keys that may be nodes or plain texts. */
export type EditMap = YAMLMap<unknown, unknown>

/** The pair of a name in one of its spellings, Kopia's or with dashes. */
export function findPair(map: EditMap, ...names: readonly string[]): Pair<unknown, unknown> | undefined {
  const spellings = names.flatMap((name) => [name, kebab(name)])
  return map.items.find(({ key }) => spellings.includes(String(isScalar(key) ? key.value : key)))
}

/** The map behind a name, made when it is absent or empty; undefined when something else stands there. */
export function mapAt(document: Document, map: EditMap, name: string): EditMap | undefined {
  const pair = findPair(map, name)
  if (pair === undefined) {
    const made: EditMap = new YAMLMap()
    map.add(document.createPair(name, made))
    return made
  }
  const value = ownValue(document, pair)
  if (isMap(value)) return value
  if (value !== null && !(isScalar(value) && value.value === null)) return undefined
  const made: EditMap = new YAMLMap()
  pair.value = made
  return made
}

/** The value of a pair; an alias is replaced by a copy, so that a change does not reach the other places. */
export function ownValue(document: Document, pair: Pair<unknown, unknown>): unknown {
  const { value } = pair
  if (!isAlias(value)) return value
  const copy = value.resolve(document)?.clone()
  if (isNode(copy) && 'anchor' in copy) delete copy.anchor
  pair.value = copy ?? null
  return pair.value
}

/** Sets a value under the first of the names that is there, else under the last one; a comment beside the old value stays. */
export function setValue(document: Document, map: EditMap, names: readonly string[], value: unknown): void {
  const pair = findPair(map, ...names)
  const node = document.createNode(value)
  const name = names.at(-1) ?? ''
  if (pair === undefined) {
    map.add(document.createPair(name, node))
    return
  }
  const old = ownValue(document, pair)
  if (isNode(old) && isNode(node)) {
    if (old.comment !== undefined) node.comment = old.comment
    if (old.commentBefore !== undefined) node.commentBefore = old.commentBefore
    if (old.spaceBefore !== undefined) node.spaceBefore = old.spaceBefore
  }
  // Another of the names means another unit: then the key changes too.
  const written = String(isScalar(pair.key) ? pair.key.value : pair.key)
  if (written !== name && written !== kebab(name)) pair.key = document.createNode(name)
  pair.value = node
}

/** Takes a name away in all its spellings. */
export function removeValue(map: EditMap, ...names: readonly string[]): void {
  for (let pair = findPair(map, ...names); pair !== undefined; pair = findPair(map, ...names)) map.items.splice(map.items.indexOf(pair), 1)
}
