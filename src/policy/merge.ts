/**
 * The merge of policies, most specific first (docs/repository-format.md, "Effective policy").
 *
 *  1. a field takes the value of the first policy that sets it; lists are replaced as a whole,
 *  2. except `onlyCompress`, `neverCompress` and `timeOfDay`, which are united until a policy ends the union,
 *  3. a policy with `noParent` is the last one, and the defaults are left out too.
 */
import { compareUtf8 } from '../util/go-json.ts'
import { DEFAULT_POLICY } from './defaults.ts'
import { getField, isSet, POLICY_FIELDS, type PolicyField, setField } from './fields.ts'
import type { Policy } from './policy.ts'

/** Where a value comes from. */
export type PolicyOrigin =
  | { readonly kind: 'policy-file' | 'repository'; readonly target: string }
  /** A flag or an input. */
  | { readonly kind: 'override' }
  | { readonly kind: 'default' }

export interface MergeLayer {
  readonly policy: Policy
  readonly origin: PolicyOrigin
}

export interface MergedPolicy {
  /** Without `actions` and `noParent`, which are not merged like fields. */
  readonly policy: Policy
  /** Field key such as `retention.keepDaily` -> where its value comes from; of a union the last contributor. */
  readonly origins: ReadonlyMap<string, PolicyOrigin>
  /** How many of the layers took part: fewer than all after a `noParent`. */
  readonly applied: number
}

/** Merges `layers`, most specific first, and the built-in defaults below them. */
export function mergePolicies(layers: readonly MergeLayer[]): MergedPolicy {
  const stop = layers.findIndex((layer) => layer.policy.noParent === true)
  const applied = stop < 0 ? layers.length : stop + 1
  const all: MergeLayer[] = layers.slice(0, applied)
  if (stop < 0) all.push({ policy: DEFAULT_POLICY, origin: { kind: 'default' } })
  const policy: Policy = {}
  const origins = new Map<string, PolicyOrigin>()
  for (const field of POLICY_FIELDS) {
    const merged = field.unionEnds === undefined ? firstSet(all, field) : union(all, field, field.unionEnds)
    if (merged === undefined) continue
    setField(policy, field, merged.value)
    origins.set(field.key, merged.origin)
  }
  return { policy, origins, applied }
}

function firstSet(layers: readonly MergeLayer[], field: PolicyField): { value: unknown; origin: PolicyOrigin } | undefined {
  for (const { policy, origin } of layers) {
    const value = getField(policy, field)
    if (isSet(value, field)) return { value, origin }
  }
  return undefined
}

function union(layers: readonly MergeLayer[], field: PolicyField, ends: string): { value: unknown; origin: PolicyOrigin } | undefined {
  const items: unknown[] = []
  let origin: PolicyOrigin | undefined
  for (const layer of layers) {
    const value = getField(layer.policy, field)
    if (Array.isArray(value) && value.length > 0) {
      items.push(...(value as unknown[]))
      origin = layer.origin
    }
    if (getField(layer.policy, { section: field.section, name: ends }) === true) break
  }
  if (origin === undefined) return undefined
  return { value: field.type === 'times' ? sortTimes(items as TimeOfDay[]) : sortTexts(items as string[]), origin }
}

interface TimeOfDay {
  readonly hour: number
  readonly min: number
}

/** Sorted by the bytes, each once. */
export function sortTexts(items: readonly string[]): string[] {
  return [...new Set(items)].sort(compareUtf8)
}

/** Sorted by the time of day, each once. */
export function sortTimes(times: readonly TimeOfDay[]): TimeOfDay[] {
  const byMinute = new Map(times.map((time) => [`${time.hour}:${time.min}`, { hour: time.hour, min: time.min }]))
  return [...byMinute.values()].sort((a, b) => a.hour - b.hour || a.min - b.min)
}
