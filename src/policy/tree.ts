/**
 * Policies of the folders below a source, as the walk meets them (docs/repository-format.md, "Policies of nested folders"; docs/policy.md).
 *
 * A folder without a policy of its own has that of the folder above, as a whole. A folder with one has
 *  - from the repository or a file in native form: that policy as stored, merged with nothing;
 *  - from the policy file: its fields, then everything it leaves open as the order of authority gives it.
 * Ignore rules of the folders above keep applying in every case.
 */
import { type EffectiveOptions, type EffectivePolicy, effectiveAt, indexLayers, type LayerIndex, layersAt, originOf } from './effective.ts'
import { getField, isSet, POLICY_FIELDS } from './fields.ts'
import type { HookSet } from './hook.ts'
import type { PolicyLayer } from './layer.ts'
import type { PolicyOrigin } from './merge.ts'
import type { Policy } from './policy.ts'
import { formatTarget, type PolicyTarget, relativeBelow, type SourceInfo } from './target.ts'

/** The policy at one directory of the walk. */
export interface PolicyNode {
  /** What holds for the entries of this directory. */
  readonly policy: Policy
  readonly origins: ReadonlyMap<string, PolicyOrigin>
  /** Whether a policy stands at exactly this directory; the root always counts as such. */
  readonly isDefined: boolean
  /** Ignore patterns that start to apply here, relative to this directory. */
  readonly ignoreRules: readonly string[]
  /** Names of files with more ignore patterns. */
  readonly ignoreDotFiles: readonly string[]
  /** Files above this many bytes are left out; 0 means no limit. */
  readonly maxFileSizeBytes: number
  readonly isOneFileSystem: boolean
  readonly ignoresCacheDirs: boolean
  /** Folder hooks of exactly this directory, and at the root the root hooks. */
  readonly hooks: HookSet
  /** The node of a directory in this one. */
  child(name: string): PolicyNode
}

/** Whether no policy stands at the directory or below it; such a node is its own child. */
export function isPlain(node: PolicyNode): boolean {
  return !node.isDefined && node.child('\0') === node
}

export interface PolicyTree {
  readonly root: PolicyNode
  readonly effective: EffectivePolicy
}

/** The tree of policies of a source from all layers of the policy file and the repository. */
export function policyTree(source: SourceInfo, layers: readonly PolicyLayer[], options: EffectiveOptions = {}): PolicyTree {
  const index = indexLayers(layers)
  const effective = effectiveAt({ kind: 'path', ...source }, index, options)
  const defined = new Map<string, PolicyTarget>()
  for (const { target } of layers) {
    if (target.kind !== 'path' || target.userName !== source.userName || target.host !== source.host) continue
    const relative = relativeBelow(source.path, target.path)
    if (relative !== undefined) defined.set(relative, target)
  }
  const branches: Branch = { children: new Map() }
  for (const [relative, target] of defined) {
    let at = branches
    for (const part of relative.split('/')) {
      let next = at.children.get(part)
      if (next === undefined) {
        next = { children: new Map() }
        at.children.set(part, next)
      }
      at = next
    }
    at.target = target
  }
  const rootRules = effective.policy.files?.ignore ?? []
  const facts: Facts = { policy: effective.policy, origins: effective.origins, hooks: effective.hooks, ignoreRules: rootRules }
  return { root: new Node(facts, true, 0, branches, index, options), effective }
}

interface Branch {
  target?: PolicyTarget
  readonly children: Map<string, Branch>
}

interface Facts {
  readonly policy: Policy
  readonly origins: ReadonlyMap<string, PolicyOrigin>
  readonly hooks: HookSet
  readonly ignoreRules: readonly string[]
}

const NO_HOOKS: HookSet = {}

class Node implements PolicyNode {
  readonly policy: Policy
  readonly origins: ReadonlyMap<string, PolicyOrigin>
  readonly hooks: HookSet
  readonly ignoreRules: readonly string[]
  readonly isDefined: boolean
  readonly ignoreDotFiles: readonly string[]
  readonly maxFileSizeBytes: number
  readonly isOneFileSystem: boolean
  readonly ignoresCacheDirs: boolean
  readonly #branch: Branch | undefined
  readonly #index: LayerIndex
  readonly #options: EffectiveOptions
  readonly #children = new Map<string, Node>()
  #plain: Node | undefined

  constructor(
    facts: Facts,
    isDefined: boolean,
    maxAbove: number,
    branch: Branch | undefined,
    index: LayerIndex,
    options: EffectiveOptions,
  ) {
    this.policy = facts.policy
    this.origins = facts.origins
    this.hooks = isDefined ? facts.hooks : NO_HOOKS
    this.ignoreRules = isDefined ? facts.ignoreRules : []
    this.isDefined = isDefined
    const files = facts.policy.files
    this.ignoreDotFiles = files?.ignoreDotFiles ?? []
    this.maxFileSizeBytes = files?.maxFileSize || maxAbove
    this.isOneFileSystem = files?.oneFileSystem ?? false
    this.ignoresCacheDirs = files?.ignoreCacheDirs ?? true
    this.#branch = branch
    this.#index = index
    this.#options = options
  }

  child(name: string): PolicyNode {
    const branch = this.#branch?.children.get(name)
    if (branch === undefined) {
      if (!this.isDefined && this.#branch === undefined) return this
      this.#plain ??= new Node(this, false, this.maxFileSizeBytes, undefined, this.#index, this.#options)
      return this.#plain
    }
    let child = this.#children.get(name)
    if (child === undefined) {
      const facts = branch.target === undefined ? this : nestedFacts(branch.target, this.#index, this.#options)
      child = new Node(facts, branch.target !== undefined, this.maxFileSizeBytes, branch, this.#index, this.#options)
      this.#children.set(name, child)
    }
    return child
  }
}

function nestedFacts(target: PolicyTarget, index: LayerIndex, options: EffectiveOptions): Facts {
  const own = layersAt(target, index)
  const first = own[0]
  if (first?.origin === 'policy-file' && first.isNative !== true) {
    const effective = effectiveAt(target, index, options)
    const ignoreOrigin = effective.origins.get('files.ignore')
    const isOwn = ignoreOrigin !== undefined && 'target' in ignoreOrigin && ignoreOrigin.target === formatTarget(target)
    // What is inherited of the list applies already, where it was written.
    const ignoreRules = isOwn ? (effective.policy.files?.ignore ?? []) : []
    return { policy: effective.policy, origins: effective.origins, hooks: folderHooks(own), ignoreRules }
  }
  // Two clients can leave two policies at one place: the newest counts, as for Kopia. A file in native form comes first.
  const stored = first?.origin === 'policy-file' ? first : own.at(-1)
  if (stored === undefined) throw new RangeError('a nested policy without a layer')
  const origins = new Map<string, PolicyOrigin>()
  for (const field of POLICY_FIELDS) {
    if (isSet(getField(stored.policy, field), field)) origins.set(field.key, originOf(stored))
  }
  return { policy: stored.policy, origins, hooks: folderHooks([stored]), ignoreRules: stored.policy.files?.ignore ?? [] }
}

/** Folder hooks run where they stand, also beside `noParent`; root hooks mean nothing on a nested folder. */
function folderHooks(own: readonly PolicyLayer[]): HookSet {
  const before = own.find((layer) => layer.hooks.beforeFolder !== undefined)?.hooks.beforeFolder
  const after = own.find((layer) => layer.hooks.afterFolder !== undefined)?.hooks.afterFolder
  return { ...(before === undefined ? {} : { beforeFolder: before }), ...(after === undefined ? {} : { afterFolder: after }) }
}
