/** The policies of a policy file as Kopia stores them (docs/policy.md, "Between the file and the repository"). */
import type { HookSet } from '../policy/hook.ts'
import type { PolicyLayer } from '../policy/layer.ts'
import { isMapProblem, parsePolicyMap } from '../policy/native-map.ts'
import type { NativeActions, Policy } from '../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../policy/target.ts'
import { writtenOutPolicy } from '../policy/write-out.ts'
import { actionFromHook } from './native.ts'
import { effectiveSources, isWithin, type Place, placeOfSource, placeOfTarget } from './places.ts'
import type { FileLayer, PolicyFile, ResolvedIdentity } from './policy-file.ts'
import { resolveTargets } from './targets.ts'
import { plainValue } from './yaml-document.ts'
import { childPath } from './yaml-tree.ts'

/** A policy of the file in Kopia's form. */
export interface KopiaPolicy {
  readonly target: PolicyTarget
  readonly policy: Policy
}

/** Something of the file that no Kopia policy can hold. */
export interface DroppedPart {
  /** Such as `policies["./data"].actions.beforeFolder`. */
  readonly path: string
  readonly what: string
}

export interface KopiaTranslation {
  readonly policies: readonly KopiaPolicy[]
  readonly dropped: readonly DroppedPart[]
}

/**
 * Translates a file without errors; `text` is what it was read from. `stored` are the policies below the file's, which a nested folder
 * inherits from too. A file in Kopia's form comes out as it stands.
 */
export function kopiaPolicies(
  file: PolicyFile,
  text: string,
  identity: ResolvedIdentity,
  stored: readonly PolicyLayer[] = [],
): KopiaTranslation {
  const layers = resolveTargets(file, identity)
  if (file.isNative) return { policies: nativePolicies(file, text, layers), dropped: [] }
  const all = [...layers, ...stored.filter((layer) => !layers.some((own) => formatTarget(own.target) === formatTarget(layer.target)))]
  const dropped: DroppedPart[] = []
  const policies = file.layers.flatMap((layer, index) => {
    const target = layers[index]?.target
    if (target === undefined) return []
    const fields = isNested(target, file, identity, layers) ? writtenOutPolicy(target, all) : structuredClone(layer.policy)
    const actions = actionsOf(layer, dropped)
    return [{ target, policy: Object.keys(actions).length === 0 ? fields : { ...fields, actions } }]
  })
  return { policies, dropped: [...dropped, ...droppedSurroundings(file)] }
}

/** Whether the target is a folder below a source, or below another folder that has a policy and may be a source. */
function isNested(target: PolicyTarget, file: PolicyFile, identity: ResolvedIdentity, layers: readonly PolicyLayer[]): boolean {
  const place = placeOfTarget(target, identity)
  if (target.kind !== 'path' || place === undefined) return false
  const isBelow = (above: Place | undefined) => above !== undefined && above.parts.length < place.parts.length && isWithin(place, above)
  return (
    effectiveSources(file, identity).some((source) => source.kind === 'path' && isBelow(placeOfSource(source, identity))) ||
    layers.some(({ target: other }) => other.kind === 'path' && isBelow(placeOfTarget(other, identity)))
  )
}

function actionsOf(layer: FileLayer, dropped: DroppedPart[]): NativeActions {
  const actions: NativeActions = {}
  const at = childPath('policies', layer.targetText)
  for (const name of [
    'beforeFolder',
    'afterFolder',
    'beforeSnapshotRoot',
    'afterSnapshotRoot',
  ] as const satisfies readonly (keyof HookSet)[]) {
    const [hook, ...more] = layer.hooks[name] ?? []
    if (hook === undefined) continue
    const path = `${at}.actions.${name}`
    if (more.length > 0) {
      dropped.push({ path, what: 'the whole hook: its steps are not lines of one script' })
      continue
    }
    const { action, dropped: keys } = actionFromHook(hook)
    actions[name] = action
    const isCaptureOff = name === 'beforeSnapshotRoot' && !hook.capturesRedirect && hook.program.kind !== 'none'
    for (const key of isCaptureOff ? [...keys, 'capture'] : keys) dropped.push({ path, what: key })
  }
  if (layer.includeGit !== undefined) dropped.push({ path: at, what: 'include-git' })
  if (layer.keepTimes !== undefined) dropped.push({ path: at, what: 'keep-times' })
  return actions
}

function droppedSurroundings({ job, sources = [] }: PolicyFile): DroppedPart[] {
  const streams = sources.flatMap((source, index) =>
    source.kind === 'stream' ? [{ path: `sources[${index}]`, what: `the stream ${source.name}` }] : [],
  )
  return [
    ...(job.before.length > 0 ? [{ path: 'job.before', what: 'all of it' }] : []),
    ...(job.after.length > 0 ? [{ path: 'job.after', what: 'all of it' }] : []),
    ...streams,
  ]
}

/** Absent modes and timeouts stay absent, which hooks that were read cannot show. */
function nativePolicies(file: PolicyFile, text: string, layers: readonly PolicyLayer[]): KopiaPolicy[] {
  const parsed = parsePolicyMap(JSON.stringify(plainValue(text)))
  if (isMapProblem(parsed)) throw new RangeError(`a file that was found valid is not: ${parsed.path}`)
  return file.layers.flatMap(({ targetText }, index) => {
    const target = layers[index]?.target
    const read = parsed.get(targetText)
    return target === undefined || read === undefined ? [] : [{ target, policy: read.policy }]
  })
}
