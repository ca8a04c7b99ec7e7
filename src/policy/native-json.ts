/** Kopia's policy JSON: from untrusted text to a typed policy, and back in Kopia's exact form (docs/repository-format.md, "Policies"). */
import { encodeGoJson, type GoJsonValue } from '../util/go-json.ts'
import { isJsonObject, type JsonObject, wellFormed } from '../util/json-read.ts'
import { type FieldType, getField, isSet, POLICY_FIELDS, POLICY_SECTIONS, setField } from './fields.ts'
import type { NativeAction, NativeActions, Policy } from './policy.ts'

/** A policy that was read. */
export interface ParsedPolicy {
  readonly policy: Policy
  /** Members that no Kopia policy has, such as `files.ignor`. */
  readonly unknownMembers: readonly string[]
}

/** What is wrong with a document that is no policy. */
export interface PolicyProblem {
  /** Such as `retention.keepDaily`; empty for the document itself. */
  readonly path: string
  readonly expected: string
}

const ACTIONS = ['beforeFolder', 'afterFolder', 'beforeSnapshotRoot', 'afterSnapshotRoot'] as const
const ACTION_FIELDS = { path: 'text', args: 'texts', script: 'text', timeout: 'integer', mode: 'text' } as const satisfies Record<
  keyof NativeAction,
  FieldType
>
const EXPECTED: Readonly<Record<FieldType, string>> = {
  integer: 'a whole number',
  boolean: 'true or false',
  text: 'text',
  texts: 'a list of texts',
  times: 'a list of {hour, min}',
}

/** Whether the result of `parsePolicy` is a problem. */
export function isPolicyProblem(result: ParsedPolicy | PolicyProblem): result is PolicyProblem {
  return 'expected' in result
}

/** The policy in JSON text. */
export function parsePolicyText(text: string): ParsedPolicy | PolicyProblem {
  try {
    return parsePolicy(JSON.parse(text))
  } catch {
    return { path: '', expected: 'valid JSON' }
  }
}

/** The policy in a parsed JSON value: letter case of members does not matter, null means absent. */
export function parsePolicy(value: unknown): ParsedPolicy | PolicyProblem {
  if (!isJsonObject(value)) return { path: '', expected: 'an object' }
  const reader = new Reader()
  const policy: Policy = {}
  const root = reader.members(value, '', ROOT_NAMES)
  if (reader.problem !== undefined) return reader.problem
  for (const field of POLICY_FIELDS) {
    const section = field.section.reduce<ReadonlyMap<string, unknown> | undefined>(
      (at, part, depth) => (at === undefined ? undefined : reader.section(at, field.section.slice(0, depth + 1), part)),
      root,
    )
    const raw = section?.get(field.name)
    if (raw === undefined) continue
    const converted = convert(raw, field.type)
    if (converted === undefined) return { path: field.key, expected: EXPECTED[field.type] }
    setField(policy, field, converted)
  }
  const noParent = root.get('noParent')
  if (noParent !== undefined) {
    if (typeof noParent !== 'boolean') return { path: 'noParent', expected: EXPECTED.boolean }
    policy.noParent = noParent
  }
  const actions = reader.actions(root)
  if (actions !== undefined) policy.actions = actions
  return reader.problem ?? { policy, unknownMembers: reader.unknownMembers }
}

/** JSON text of a policy as Kopia stores it: every section is there, empty ones as `{}`; fields that are not set are left out. */
export function encodePolicy(policy: Policy): string {
  return encodeGoJson(policyToJson(policy))
}

/** The same as a value, for pretty printing. */
export function policyToJson(policy: Policy): { [key: string]: GoJsonValue } {
  const root: Nested = {}
  for (const section of POLICY_SECTIONS) sectionOf(root, section.split('.'))
  for (const field of POLICY_FIELDS) {
    const value = getField(policy, field)
    // The values have the types of the table, all of which can be printed.
    if (isSet(value, field)) sectionOf(root, field.section)[field.name] = value as GoJsonValue
  }
  if (policy.actions !== undefined) root['actions'] = actionsToJson(policy.actions)
  if (policy.noParent === true) root['noParent'] = true
  return root
}

type Nested = { [key: string]: GoJsonValue }

function sectionOf(root: Nested, path: readonly string[]): Nested {
  let at = root
  for (const part of path) {
    at[part] ??= {}
    // Sections are only ever filled with objects.
    at = at[part] as Nested
  }
  return at
}

function actionsToJson(actions: NativeActions): Nested {
  const out: Nested = {}
  for (const name of ACTIONS) {
    const action = actions[name]
    if (action === undefined) continue
    const members: Nested = {}
    for (const key of ['path', 'args', 'script', 'timeout', 'mode'] as const) {
      const value = action[key]
      if (value !== undefined && isSet(value, { isPointer: false })) members[key] = value
    }
    out[name] = members
  }
  return out
}

const ROOT_NAMES = ['actions', 'noParent', ...new Set(POLICY_SECTIONS.map((section) => section.split('.')[0] ?? ''))]

class Reader {
  readonly unknownMembers: string[] = []
  problem: PolicyProblem | undefined
  readonly #sections = new Map<string, ReadonlyMap<string, unknown> | undefined>()

  /** Members under their proper names; what is not in `names` is noted. */
  members(value: JsonObject, path: string, names: readonly string[]): ReadonlyMap<string, unknown> {
    const byFold = new Map(names.map((name) => [name.toLowerCase(), name]))
    const found = new Map<string, unknown>()
    for (const [key, member] of Object.entries(value)) {
      const name = names.includes(key) ? key : byFold.get(key.toLowerCase())
      if (name === undefined) this.unknownMembers.push(path === '' ? key : `${path}.${key}`)
      else if (member !== null) found.set(name, member)
    }
    return found
  }

  section(parent: ReadonlyMap<string, unknown>, path: readonly string[], name: string): ReadonlyMap<string, unknown> | undefined {
    const key = path.join('.')
    if (this.#sections.has(key)) return this.#sections.get(key)
    const value = parent.get(name)
    let section: ReadonlyMap<string, unknown> | undefined
    if (value !== undefined && !isJsonObject(value)) this.problem ??= { path: key, expected: 'an object' }
    else if (value !== undefined) section = this.members(value, key, namesIn(path))
    this.#sections.set(key, section)
    return section
  }

  actions(root: ReadonlyMap<string, unknown>): NativeActions | undefined {
    const section = this.section(root, ['actions'], 'actions')
    if (section === undefined || section.size === 0) return undefined
    const actions: NativeActions = {}
    for (const name of ACTIONS) {
      const value = section.get(name)
      if (value === undefined) continue
      const path = `actions.${name}`
      if (!isJsonObject(value)) {
        this.problem ??= { path, expected: 'an object' }
        continue
      }
      const action: Record<string, unknown> = {}
      for (const [key, member] of this.members(value, path, Object.keys(ACTION_FIELDS))) {
        // `members` returns only names of the table.
        const type = ACTION_FIELDS[key as keyof NativeAction]
        const converted = convert(member, type)
        if (converted === undefined) this.problem ??= { path: `${path}.${key}`, expected: EXPECTED[type] }
        else action[key] = converted
      }
      // Every member was converted to the type of its field.
      actions[name] = action as NativeAction
    }
    return actions
  }
}

function namesIn(path: readonly string[]): readonly string[] {
  const key = path.join('.')
  if (key === 'actions') return ACTIONS
  const fields = POLICY_FIELDS.filter((field) => field.section.join('.') === key).map((field) => field.name)
  const nested = POLICY_SECTIONS.filter((section) => section.startsWith(`${key}.`)).map((section) => section.slice(key.length + 1))
  return [...fields, ...nested]
}

function convert(value: unknown, type: FieldType): unknown {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'text':
      return typeof value === 'string' ? wellFormed(value) : undefined
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.map(wellFormed) : undefined
    case 'times':
      return Array.isArray(value) ? convertTimes(value) : undefined
  }
}

function convertTimes(list: readonly unknown[]): { hour: number; min: number }[] | undefined {
  const times: { hour: number; min: number }[] = []
  for (const item of list) {
    if (!isJsonObject(item)) return undefined
    const folded = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]))
    const hour = folded.get('hour') ?? 0
    const min = folded.get('min') ?? 0
    if (!Number.isSafeInteger(hour) || !Number.isSafeInteger(min)) return undefined
    times.push({ hour: Number(hour), min: Number(min) })
  }
  return times
}
