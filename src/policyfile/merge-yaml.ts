/** Brings a policy file to what a repository says, and changes nothing else in it (docs/policy.md, "Between the file and the repository"). */
import { type Document, isMap, isScalar, parseDocument } from 'yaml'
import { getField, isSet, POLICY_FIELDS, type PolicyField } from '../policy/fields.ts'
import { NATIVE_TIMEOUT_SECONDS } from '../policy/native-hooks.ts'
import type { NativeAction, Policy } from '../policy/policy.ts'
import type { HookName } from './policies.ts'
import { PROGRAM_FIELDS } from './schema.ts'
import { type EditMap, findPair, mapAt, ownValue, removeValue, setValue } from './yaml-edit.ts'
import { fieldForm, hookForm, optionForm, policyForm, SHORT_SECTIONS, type YamlForm } from './yaml-form.ts'

/** What one target of the file is to say. */
export interface PolicyEdit {
  /** Key below `policies`. */
  readonly key: string
  readonly wanted: Policy
  /** What the file says now, as Kopia would store it; undefined when the key is to be added. */
  readonly present: Policy | undefined
}

const HOOK_NAMES: readonly HookName[] = ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder']

/** The text after the edits; the same text when nothing differs. `text` must be a policy file without errors. */
export function editPolicyFile(text: string, edits: readonly PolicyEdit[], hasDefaultShell: boolean): string {
  const document = parseDocument(text, { schema: 'core', keepSourceTokens: true, logLevel: 'silent' })
  // The document is a map: the file was read without an error. Only then `contents` can be narrowed to one.
  const root = document.contents
  if (!isMap(root)) return text
  const policies = mapAt(document, root as EditMap, 'policies')
  if (policies === undefined) return text
  let isChanged = false
  for (const { key, wanted, present } of edits) {
    if (present === undefined) {
      policies.add(document.createPair(key, policyForm(wanted)))
      isChanged = true
    } else if (editPolicy(document, policies, key, normalized(wanted), normalized(present), hasDefaultShell)) isChanged = true
  }
  return isChanged ? document.toString(styleOf(text)) : text
}

/** What a policy means, with what Kopia assumes where a hook says nothing. */
export function normalized(policy: Policy): Policy {
  if (policy.actions === undefined) return policy
  const actions = Object.entries(policy.actions).map(([name, action]: [string, NativeAction | undefined]) => [
    name,
    action === undefined ? undefined : { ...action, mode: action.mode || 'optional', timeout: action.timeout || NATIVE_TIMEOUT_SECONDS },
  ])
  return { ...policy, actions: Object.fromEntries(actions) }
}

/** Keys of fields and hooks in which two policies differ. */
export function policyDifferences(a: Policy, b: Policy): string[] {
  const fields = POLICY_FIELDS.filter((field) => !isSame(setValueOf(a, field), setValueOf(b, field))).map((field) => field.key)
  const hooks = HOOK_NAMES.filter((name) => !isSame(comparable(a.actions?.[name]), comparable(b.actions?.[name])))
  const parent = (a.noParent ?? false) === (b.noParent ?? false) ? [] : ['noParent']
  return [...fields, ...hooks.map((name) => `actions.${name}`), ...parent]
}

function editPolicy(
  document: Document,
  policies: EditMap,
  key: string,
  wanted: Policy,
  present: Policy,
  hasDefaultShell: boolean,
): boolean {
  const differences = new Set(policyDifferences(wanted, present))
  const map = differences.size === 0 ? undefined : mapAt(document, policies, key)
  if (map === undefined) return false
  for (const field of POLICY_FIELDS) {
    if (!differences.has(field.key)) continue
    const value = getField(wanted, field)
    if (isSet(value, field)) writeField(document, map, field, value)
    else removeField(document, map, field)
  }
  for (const name of HOOK_NAMES) {
    if (differences.has(`actions.${name}`)) editHook(document, map, name, wanted.actions?.[name], present.actions?.[name], hasDefaultShell)
  }
  if (differences.has('noParent')) {
    if (wanted.noParent === true) setValue(document, map, ['noParent'], true)
    else removeValue(map, 'noParent')
  }
  return true
}

/** Sections whose single value stands for one field, the nested one included. */
const SHORT_FIELDS = new Map<string, string>([...SHORT_SECTIONS, ['volumeShadowCopy', 'enable']])

function writeField(document: Document, map: EditMap, field: PolicyField, value: unknown): void {
  const { name, form } = fieldForm(field, value)
  let at = map
  for (const part of field.section) {
    const short = SHORT_FIELDS.get(part)
    const pair = findPair(at, part)
    const isShort = short !== undefined && (pair === undefined || isScalar(ownValue(document, pair)))
    if (isShort && field.name === short) {
      setValue(document, at, [part], form)
      return
    }
    if (isShort && pair !== undefined) pair.value = document.createNode({ [short]: pair.value })
    const next = mapAt(document, at, part)
    if (next === undefined) return
    at = next
  }
  setValue(document, at, [field.name, name], form)
}

function removeField(document: Document, map: EditMap, field: PolicyField): void {
  const path: EditMap[] = [map]
  for (const part of field.section) {
    const at = path.at(-1)
    const pair = at === undefined ? undefined : findPair(at, part)
    if (at === undefined || pair === undefined) return
    const value = ownValue(document, pair)
    if (isScalar(value) && SHORT_FIELDS.get(part) === field.name) removeValue(at, part)
    if (!isMap(value)) return
    path.push(value as EditMap)
  }
  const last = path.at(-1)
  if (last !== undefined) removeValue(last, field.name, fieldForm(field, getDefault(field)).name)
  removeEmpty(path, field.section)
}

/** Only the name is asked for: a number has the one of its short form. */
function getDefault(field: PolicyField): unknown {
  return field.type === 'integer' ? 0 : field.type === 'times' ? [] : undefined
}

function removeEmpty(path: readonly EditMap[], names: readonly string[]): void {
  for (let depth = names.length; depth > 0; depth--) {
    const name = names[depth - 1]
    if (path[depth]?.items.length === 0 && name !== undefined) path[depth - 1]?.delete(name)
  }
}

const PROGRAM_KEYS = [...PROGRAM_FIELDS, 'args', 'shell']

function editHook(
  document: Document,
  map: EditMap,
  name: HookName,
  wanted: NativeAction | undefined,
  present: NativeAction | undefined,
  hasDefaultShell: boolean,
): void {
  const actions = mapAt(document, map, 'actions')
  if (actions === undefined) return
  if (wanted === undefined) {
    removeValue(actions, name)
    removeEmpty([map, actions], ['actions'])
    return
  }
  const form = withoutDefaults(hookForm(name, wanted), hasDefaultShell)
  const pair = findPair(actions, name)
  const hook = pair === undefined ? undefined : ownValue(document, pair)
  if (!isMap(hook) || typeof form !== 'object' || present === undefined) {
    setValue(document, actions, [name], form)
    return
  }
  const edited = hook as EditMap
  if (!isSame(programOf(wanted), programOf(present))) {
    removeValue(edited, ...PROGRAM_KEYS)
    for (const [key, value] of Object.entries(form)) if (PROGRAM_KEYS.includes(key)) setValue(document, edited, [key], value)
  }
  const options = optionForm(wanted.timeout, wanted.mode)
  if (wanted.timeout !== present.timeout) {
    removeValue(edited, 'timeout-minutes')
    setValue(document, edited, ['timeout'], options['timeout'])
  }
  if (wanted.mode !== present.mode) {
    removeValue(edited, 'continue-on-error')
    setValue(document, edited, ['mode'], options['mode'])
  }
}

/** `defaults.shell` would change what `run` means; the native key is not touched by it. */
function withoutDefaults(form: unknown, hasDefaultShell: boolean): YamlForm | string {
  if (typeof form !== 'object' || form === null) return 'none'
  const { run, ...rest } = form as YamlForm
  return !hasDefaultShell || run === undefined || 'shell' in rest ? { ...form } : { script: run, ...rest }
}

function programOf({ path, args, script }: NativeAction): unknown {
  return script === undefined || script === '' ? [path ?? '', ...(args ?? [])] : script
}

function comparable(action: NativeAction | undefined): unknown {
  return action === undefined ? undefined : [programOf(action), action.timeout ?? 0, action.mode ?? '']
}

function setValueOf(policy: Policy, field: PolicyField): unknown {
  const value = getField(policy, field)
  return isSet(value, field) ? value : undefined
}

/** Values of policies are numbers, texts and lists of them with members in a fixed order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The habits of the file, as far as the printer has a setting for them. */
function styleOf(text: string) {
  return {
    lineWidth: 0,
    minContentWidth: 0,
    indentSeq: !/^( *)[^\s#-][^\n]*:[ \t]*\n\1- /m.test(text),
    flowCollectionPadding: !/[:-] +[[{][^\s\]}]/.test(text),
  } as const
}
