/** Policies in the words of the policy file: the values of fields and hooks as somebody would write them (docs/policy.md, "Policy" and "Hooks"). */
import { Scalar } from 'yaml'
import { getField, isSet, POLICY_FIELDS, type PolicyField } from '../policy/fields.ts'
import type { NativeAction, Policy } from '../policy/policy.ts'
import { DEFAULT_TIMEOUT_SECONDS } from './hooks.ts'
import { foldPrologue } from './native.ts'
import type { HookName } from './policies.ts'

/** Plain values and scalars with a style of their own, by key. */
export type YamlForm = { [key: string]: unknown }

/** A policy as a map of the file; what is not set is left out. */
export function policyForm(policy: Policy): YamlForm {
  const form: YamlForm = {}
  for (const field of POLICY_FIELDS) {
    const value = getField(policy, field)
    if (!isSet(value, field)) continue
    const { name, form: written } = fieldForm(field, value)
    const path = [...field.section, name]
    let at = form
    for (const part of path.slice(0, -1)) {
      at[part] ??= {}
      // Sections are only ever filled with maps.
      at = at[part] as YamlForm
    }
    at[name] = written
  }
  for (const [section, short] of SHORT_SECTIONS) {
    const map = form[section]
    if (isForm(map) && Object.keys(map).length === 1 && short in map) form[section] = map[short]
  }
  const shadow = form['osSnapshots']
  if (isForm(shadow) && isForm(shadow['volumeShadowCopy'])) shadow['volumeShadowCopy'] = shadow['volumeShadowCopy']['enable']
  if (policy.actions !== undefined) {
    const actions: YamlForm = {}
    for (const name of HOOK_NAMES) {
      const action = policy.actions[name]
      if (action !== undefined) actions[name] = hookForm(name, action)
    }
    if (Object.keys(actions).length > 0) form['actions'] = actions
  }
  if (policy.noParent === true) form['noParent'] = true
  return form
}

const HOOK_NAMES = ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'] as const satisfies readonly HookName[]

/** Sections that a single value stands for. */
export const SHORT_SECTIONS: readonly (readonly [section: string, field: string])[] = [
  ['compression', 'compressorName'],
  ['metadataCompression', 'compressorName'],
  ['splitter', 'algorithm'],
]

const SIZES = new Set(['files.maxFileSize', 'compression.minSize', 'compression.maxSize', 'upload.parallelUploadAboveSize'])
const SHADOW_COPY_WORDS = ['never', 'always', 'when-available']

/** The name under which a field is written, and its value. */
export function fieldForm(field: PolicyField, value: unknown): { readonly name: string; readonly form: unknown } {
  if (SIZES.has(field.key) && typeof value === 'number') return { name: field.name, form: sizeForm(value) }
  if (field.key === 'scheduling.intervalSeconds' && typeof value === 'number') return { name: 'interval', form: durationForm(value) }
  if (field.key === 'osSnapshots.volumeShadowCopy.enable' && typeof value === 'number')
    return { name: field.name, form: SHADOW_COPY_WORDS[value] ?? value }
  // Fields of this type hold times of the day.
  if (field.type === 'times') return { name: field.name, form: (value as { hour: number; min: number }[]).map(timeForm) }
  return { name: field.name, form: value }
}

/** A hook as somebody would write it: a prologue of ours becomes `shell`, the empty script becomes `none`. */
export function hookForm(name: HookName, action: NativeAction): unknown {
  const { script = '', path, args = [], timeout, mode } = action
  const isNone = script === ':' && mode === 'optional' && timeout === DEFAULT_TIMEOUT_SECONDS
  if (isNone && name.endsWith('SnapshotRoot')) return 'none'
  return { ...programForm(action, script, path, args), ...optionForm(timeout, mode) }
}

function programForm(action: NativeAction, script: string, path: string | undefined, args: readonly string[]): YamlForm {
  if (script !== '') return foldPrologue(script) ?? { run: script }
  if (path === undefined) return { ...action }
  // A relative program is an error in `command`, and only a warning in Kopia's own words.
  const isRelative = /[\\/]/.test(path) && !/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)
  if (isRelative) return args.length === 0 ? { path } : { path, args: [...args] }
  return { command: [path, ...args] }
}

/** Timeout and mode of a hook, as far as they are set. */
export function optionForm(timeout: number | undefined, mode: string | undefined): YamlForm {
  return { ...(timeout === undefined ? {} : { timeout: durationForm(timeout) }), ...(mode === undefined ? {} : { mode }) }
}

function durationForm(seconds: number): string | number {
  if (seconds <= 0) return seconds
  if (seconds % 3600 === 0) return `${seconds / 3600}h`
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`
}

const UNITS = [
  ['TiB', 2 ** 40],
  ['TB', 1e12],
  ['GiB', 2 ** 30],
  ['GB', 1e9],
  ['MiB', 2 ** 20],
  ['MB', 1e6],
  ['KiB', 2 ** 10],
  ['KB', 1e3],
] as const

function sizeForm(bytes: number): string | number {
  const unit = UNITS.find(([, size]) => bytes > 0 && bytes % size === 0)
  return unit === undefined ? bytes : `${bytes / unit[1]} ${unit[0]}`
}

/** Without quotes it would be a number to the base 60 for YAML 1.1. */
function timeForm({ hour, min }: { hour: number; min: number }): Scalar {
  const scalar = new Scalar(`${String(hour).padStart(2, '0')}:${String(min).padStart(2, '0')}`)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

function isForm(value: unknown): value is YamlForm {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
