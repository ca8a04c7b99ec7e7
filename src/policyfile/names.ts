/** Keys of a map against a table: aliases folded, unknown names with the nearest one, both spellings refused. */
import type { DiagnosticCode } from './diagnostic.ts'
import type { Findings } from './findings.ts'
import type { Span } from './positions.ts'
import { type Field, type FieldTable, kebab } from './schema.ts'
import { childPath, type MapEntry, type MapNode, type YamlNode } from './yaml-tree.ts'

/** One key that the table knows. */
export interface KnownEntry {
  readonly name: string
  readonly field: Field
  readonly value: YamlNode
  readonly keySpan: Span
  readonly path: string
}

/** Known keys in the order of the file; P011 and P003 are reported. The path uses the name as written. */
export function readKeys(map: MapNode, table: FieldTable, path: string, findings: Findings): Map<string, KnownEntry> {
  const known = new Map<string, KnownEntry>()
  /** Native name -> spelling seen first. */
  const spellings = new Map<string, string>()
  for (const entry of map.entries) {
    const at = childPath(path, entry.name)
    const name = canonicalName(entry.name, table)
    const field = name === undefined ? undefined : table[name]
    if (name === undefined || field === undefined) {
      reportUnknown(entry, table, at, findings)
      continue
    }
    const meaning = field.into ?? name
    const earlier = spellings.get(meaning)
    if (earlier !== undefined) {
      findings.add('P003', entry.keySpan, at, `"${entry.name}" and "${earlier}" are two spellings of one setting.`, {
        hint: 'Keep one of them.',
      })
      continue
    }
    spellings.set(meaning, entry.name)
    known.set(name, { name, field, value: entry.value, keySpan: entry.keySpan, path: at })
  }
  return known
}

/** The table's own name for a spelling, or undefined. */
export function canonicalName(spelling: string, table: FieldTable): string | undefined {
  if (Object.hasOwn(table, spelling)) return spelling
  return Object.keys(table).find((name) => kebab(name) === spelling)
}

function reportUnknown(entry: MapEntry, table: FieldTable, path: string, findings: Findings): void {
  const nearest = nearestWord(entry.name, Object.keys(table))
  const hint = nearest === undefined ? `Known here: ${Object.keys(table).join(', ')}.` : `Did you mean "${nearest}"?`
  findings.add('P011' satisfies DiagnosticCode, entry.keySpan, path, `"${entry.name.slice(0, 60)}" is not a key of this place.`, { hint })
}

/** The word that a mistyped one most likely stands for; undefined when none is near. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  if (typed.length > 60) return undefined
  const plain = (word: string) => word.toLowerCase().replace(/[-_ ]/g, '')
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const word of words) {
    const distance = editDistance(plain(typed), plain(word))
    if (distance < bestDistance) {
      best = word
      bestDistance = distance
    }
  }
  return bestDistance <= Math.max(1, Math.floor(typed.length / 3)) ? best : undefined
}

/** Edits between two words: insert, delete, replace, swap of neighbours. */
function editDistance(a: string, b: string): number {
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1)
      row.push(best)
    }
    older = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
