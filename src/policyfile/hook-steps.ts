/** Joins a list of steps into one script when that means the same. */
import type { Reading } from './reading.ts'
import { isEmptyScript } from './script-checks.ts'
import type { MapNode, ScalarNode, YamlNode } from './yaml-tree.ts'

export interface JoinedSteps {
  /** The first step, which the others are appended to. */
  readonly map: MapNode
  /** The scripts of the other steps, with their paths. */
  readonly others: readonly { readonly node: ScalarNode; readonly path: string }[]
}

/** Joins steps that all are `run` with the same `shell` and nothing else; undefined when they must stay apart. */
export function joinSteps(items: readonly YamlNode[], path: string, reading: Reading): JoinedSteps | undefined {
  const scripts: ScalarNode[] = []
  const shells = new Set<string>()
  for (const item of items) {
    if (item.kind !== 'map' || item.entries.some((entry) => entry.name !== 'run' && entry.name !== 'shell')) return undefined
    const run = item.entries.find((entry) => entry.name === 'run')?.value
    const shell = item.entries.find((entry) => entry.name === 'shell')?.value
    if (run?.kind !== 'scalar' || typeof run.value !== 'string' || (shell !== undefined && shell.kind !== 'scalar')) return undefined
    scripts.push(run)
    shells.add(shell === undefined ? (reading.defaults.shell ?? '') : String(shell.value))
  }
  const [map] = items
  if (items.length < 2 || shells.size !== 1 || map?.kind !== 'map') return undefined
  if (scripts.some((script) => isEmptyScript(String(script.value)) || String(script.value).startsWith('#!'))) return undefined
  return { map, others: scripts.slice(1).map((node, index) => ({ node, path: `${path}[${index + 1}].run` })) }
}
