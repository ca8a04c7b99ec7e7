/** Reads `policies`: targets, fields and hooks of each; relations between them are cross-checks.ts. */
import type { HookList, HookSet } from '../policy/hook.ts'
import type { Policy } from '../policy/policy.ts'
import { compareBytes, utf8 } from '../util/bytes.ts'
import { readGroup, type Values } from './fields.ts'
import { type HookPlace, readHook } from './hooks.ts'
import { canonicalName, type KnownEntry } from './names.ts'
import type { FileLayer } from './policy-file.ts'
import type { Span } from './positions.ts'
import type { Reading } from './reading.ts'
import { readMap } from './scalars.ts'
import { type PHASES, POLICY_FIELDS } from './schema.ts'
import { parseTarget } from './targets.ts'
import { childPath, type MapEntry, type MapNode } from './yaml-tree.ts'

export type HookName = keyof typeof PHASES

/** A hook that was written, with its place; `hooks` is undefined when it is wrong. */
export interface WrittenHook {
  readonly name: HookName
  readonly keySpan: Span
  readonly path: string
  readonly hooks: HookList | undefined
}

/** One policy as read. */
export interface WrittenLayer {
  readonly layer: FileLayer
  readonly keySpan: Span
  readonly path: string
  readonly hooks: readonly WrittenHook[]
}

const PLACE_KINDS = {
  beforeSnapshotRoot: 'before-root',
  afterSnapshotRoot: 'after-root',
  beforeFolder: 'before-folder',
  afterFolder: 'after-folder',
} as const satisfies Record<HookName, HookPlace['kind']>

/** Reads a map of target -> policy; policies with a bad target are checked and left out. */
export function readPolicies(map: MapNode, path: string, reading: Reading): WrittenLayer[] {
  const written: WrittenLayer[] = []
  let globalName: string | undefined
  for (const entry of map.entries) {
    const at = childPath(path, entry.name)
    const parsed = parseTarget(entry.name)
    if (!parsed.ok) {
      reading.findings.add('P020', entry.keySpan, at, parsed.problem, parsed.hint === undefined ? {} : { hint: parsed.hint })
    } else if (parsed.target.kind === 'global') {
      if (globalName !== undefined) {
        reading.findings.add('P003', entry.keySpan, at, `"${entry.name}" and "${globalName}" are two spellings of one target.`, {
          hint: 'Join them.',
        })
      }
      globalName ??= entry.name
    }
    const layer = readPolicy(entry, parsed.ok ? parsed.target : undefined, at, reading)
    if (layer !== undefined) written.push(layer)
  }
  return written
}

function readPolicy(entry: MapEntry, target: FileLayer['target'] | undefined, path: string, reading: Reading): WrittenLayer | undefined {
  const map = readMap(entry.value, path, reading)
  if (map === undefined) return undefined
  const hooks: WrittenHook[] = []
  const values = readGroup(map, POLICY_FIELDS, path, reading, (hook) => {
    const read = readOneHook(hook, entry.name, reading)
    if (read !== undefined) hooks.push(read)
  })
  if (target?.kind === 'path' || target?.kind === 'relative') checkParallelSnapshots(map, path, reading)
  if (target === undefined) return undefined
  const { 'include-git': includeGit, 'keep-times': keepTimes, actions: _, ...fields } = values
  sortExtensions(fields)
  const layer: FileLayer = {
    target,
    targetText: entry.name,
    // The tables of schema.ts hold exactly the fields of Policy, with their types.
    policy: fields as Policy,
    hooks: hookSetOf(hooks),
    ...(typeof includeGit === 'boolean' ? { includeGit } : {}),
    ...(keepTimes === 'unchanged' ? { keepTimes } : {}),
    range: reading.lines.rangeOf(entry.keySpan),
  }
  return { layer, keySpan: entry.keySpan, path, hooks }
}

function readOneHook(entry: KnownEntry, target: string, reading: Reading): WrittenHook | undefined {
  const name = hookName(entry.name)
  if (name === undefined) return undefined
  const place: HookPlace = { kind: PLACE_KINDS[name], keySpan: entry.keySpan, path: entry.path, target }
  return { name, keySpan: entry.keySpan, path: entry.path, hooks: readHook(entry.value, place, reading) }
}

function hookName(name: string): HookName | undefined {
  switch (name) {
    case 'beforeSnapshotRoot':
    case 'afterSnapshotRoot':
    case 'beforeFolder':
    case 'afterFolder':
      return name
    default:
      return undefined
  }
}

function hookSetOf(hooks: readonly WrittenHook[]): HookSet {
  const set: { -readonly [Name in HookName]?: HookList } = {}
  for (const { name, hooks: list } of hooks) if (list !== undefined) set[name] = list
  return set
}

/** Kopia searches these lists by halving, so they must be in order of their bytes. */
function sortExtensions(fields: Values): void {
  const compression: unknown = fields['compression']
  if (typeof compression !== 'object' || compression === null) return
  for (const [name, list] of Object.entries(compression)) {
    if (name !== 'onlyCompress' && name !== 'neverCompress') continue
    if (Array.isArray(list)) list.sort((a, b) => compareBytes(utf8(String(a)), utf8(String(b))))
  }
}

function checkParallelSnapshots(map: MapNode, path: string, reading: Reading): void {
  const upload = map.entries.find((entry) => entry.name === 'upload')
  if (upload?.value.kind !== 'map') return
  const table = POLICY_FIELDS['upload']?.shape
  if (table?.kind !== 'group') return
  const entry = upload.value.entries.find(({ name }) => canonicalName(name, table.fields) === 'maxParallelSnapshots')
  if (entry === undefined) return
  reading.findings.add(
    'P051',
    entry.value.span,
    childPath(childPath(path, 'upload'), entry.name),
    'Kopia refuses maxParallelSnapshots on a path.',
    {
      hint: 'Set it on a user, a host or global.',
    },
  )
}
