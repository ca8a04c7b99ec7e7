/** What holds for a source after all its policies are taken together (docs/policy.md, "Which policy applies"). */
import type { HookList, HookSet } from './hook.ts'
import type { PolicyLayer } from './layer.ts'
import { type MergeLayer, mergePolicies, type PolicyOrigin } from './merge.ts'
import type { NativeActions, Policy } from './policy.ts'
import { formatTarget, type PolicyTarget, parentPath, type SourceInfo } from './target.ts'

export interface EffectivePolicy {
  /** Merged fields; `actions` holds the native form of those hooks that come from stored policies. */
  readonly policy: Policy
  /** Hooks that run for this source; a hook that was replaced by `none` is absent, and so is the inherited partner of such a one. */
  readonly hooks: HookSet
  /** Field key such as `compression.compressorName` or `actions.beforeSnapshotRoot` -> where it comes from. */
  readonly origins: ReadonlyMap<string, PolicyOrigin>
  /** Whether `.git` is kept; false unless a policy of the policy file says so. */
  readonly includeGit: boolean
  readonly keepTimes: 'unchanged' | undefined
}

export interface EffectiveOptions {
  /** Flags and inputs, which come before every policy. */
  readonly override?: Policy
}

/** Layers by origin and target, so that many lookups stay cheap. */
export type LayerIndex = ReadonlyMap<string, readonly PolicyLayer[]>

/** Groups layers by origin and target; layers of one place keep their order. */
export function indexLayers(layers: readonly PolicyLayer[]): LayerIndex {
  const index = new Map<string, PolicyLayer[]>()
  for (const layer of layers) {
    const key = indexKey(layer.origin, layer.target)
    const list = index.get(key)
    if (list === undefined) index.set(key, [layer])
    else list.push(layer)
  }
  return index
}

/** The effective policy of a source: its path, the paths above, user, host and global of the policy file, then of the repository. */
export function effectivePolicy(source: SourceInfo, layers: readonly PolicyLayer[], options: EffectiveOptions = {}): EffectivePolicy {
  return effectiveAt({ kind: 'path', ...source }, indexLayers(layers), options)
}

/** The same for any target, as `policy show` needs it. */
export function effectivePolicyOfTarget(target: PolicyTarget, layers: readonly PolicyLayer[]): EffectivePolicy {
  return effectiveAt(target, indexLayers(layers), {})
}

/** The effective policy of one target from indexed layers. */
export function effectiveAt(target: PolicyTarget, index: LayerIndex, options: EffectiveOptions): EffectivePolicy {
  const ordered = orderOfAuthority(target, index)
  const merging: MergeLayer[] = ordered.map((layer) => ({ policy: layer.policy, origin: originOf(layer) }))
  if (options.override !== undefined) merging.unshift({ policy: options.override, origin: { kind: 'override' } })
  const merged = mergePolicies(merging)
  const applied = ordered.slice(0, merged.applied - (merging.length - ordered.length))
  const origins = new Map(merged.origins)
  const actions: NativeActions = {}
  const hooks = resolveHooks(target, applied, origins, actions)
  const files = applied.filter((layer) => layer.origin === 'policy-file')
  return {
    policy: Object.keys(actions).length > 0 ? { ...merged.policy, actions } : merged.policy,
    hooks,
    origins,
    includeGit: files.find((layer) => layer.includeGit !== undefined)?.includeGit ?? false,
    keepTimes: files.find((layer) => layer.keepTimes !== undefined)?.keepTimes,
  }
}

/** Layers that apply to a target, in the order in which they win. */
export function orderOfAuthority(target: PolicyTarget, index: LayerIndex): PolicyLayer[] {
  const chain = targetChain(target)
  return (['policy-file', 'repository'] as const).flatMap((origin) => chain.flatMap((one) => index.get(indexKey(origin, one)) ?? []))
}

/** Layers that stand at exactly this target, the policy file's first. */
export function layersAt(target: PolicyTarget, index: LayerIndex): PolicyLayer[] {
  return (['policy-file', 'repository'] as const).flatMap((origin) => index.get(indexKey(origin, target)) ?? [])
}

/** Where the values of a layer come from. */
export function originOf(layer: PolicyLayer): PolicyOrigin {
  return { kind: layer.origin, target: formatTarget(layer.target) }
}

/** Whether a hook is the `none` of the policy file. */
export function isNoHook(hook: HookList): boolean {
  return hook.every((step) => step.program.kind === 'none')
}

function resolveHooks(
  target: PolicyTarget,
  applied: readonly PolicyLayer[],
  origins: Map<string, PolicyOrigin>,
  actions: NativeActions,
): HookSet {
  const hooks: { -readonly [K in keyof HookSet]: HookSet[K] } = {}
  const take = (name: keyof HookSet, layer: PolicyLayer | undefined) => {
    const hook = layer?.hooks[name]
    if (layer === undefined || hook === undefined) return
    origins.set(`actions.${name}`, originOf(layer))
    if (!isNoHook(hook)) hooks[name] = hook
    const native = layer.policy.actions?.[name]
    if (native !== undefined) actions[name] = native
  }
  const before = applied.findIndex((layer) => layer.hooks.beforeSnapshotRoot !== undefined)
  const after = applied.findIndex((layer) => layer.hooks.afterSnapshotRoot !== undefined)
  const replaced = applied[before]?.hooks.beforeSnapshotRoot
  take('beforeSnapshotRoot', applied[before])
  // The partner of a before-hook that `none` replaced would clean up what was never made.
  if (replaced === undefined || !isNoHook(replaced) || after <= before) take('afterSnapshotRoot', applied[after])
  // Also beside `noParent`, where Kopia leaves them out in silence (docs/hooks.md, "Differences from Kopia").
  const key = formatTarget(target)
  const own = applied.filter((layer) => formatTarget(layer.target) === key)
  for (const name of ['beforeFolder', 'afterFolder'] as const) {
    take(
      name,
      own.find((layer) => layer.hooks[name] !== undefined),
    )
  }
  return hooks
}

/** The target itself, its parent paths, then user, host and global. */
function targetChain(target: PolicyTarget): PolicyTarget[] {
  const chain: PolicyTarget[] = []
  if (target.kind === 'path') {
    const { userName, host } = target
    for (let path: string | undefined = target.path; path !== undefined; path = parentPath(path)) {
      chain.push({ kind: 'path', userName, host, path })
    }
  }
  if (target.kind === 'path' || target.kind === 'user') chain.push({ kind: 'user', userName: target.userName, host: target.host })
  if (target.kind !== 'global') chain.push({ kind: 'host', host: target.host })
  chain.push({ kind: 'global' })
  return chain
}

function indexKey(origin: PolicyLayer['origin'], target: PolicyTarget): string {
  return `${origin} ${formatTarget(target)}`
}
