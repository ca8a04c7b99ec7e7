/** `policy show` and `policy list`: what holds for a target, and what is stored. */
import { type EffectivePolicy, effectivePolicyOfTarget } from '../../policy/effective.ts'
import { formatTarget, type PolicyTarget, type SourceInfo } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import { listPolicies, repositoryLayers, type StoredPolicy } from '../../snapshot/policies.ts'
import { compareUtf8 } from '../../util/go-json.ts'

export interface ShownPolicy {
  readonly target: PolicyTarget
  readonly effective: EffectivePolicy
}

/** What holds for each target by the policies of the repository and the defaults. Throws CAIRN_POLICY_DAMAGED. */
export async function showPolicies(repository: Repository, targets: readonly PolicyTarget[], signal?: AbortSignal): Promise<ShownPolicy[]> {
  const layers = await repositoryLayers(repository, signal)
  return targets.map((target) => ({ target, effective: effectivePolicyOfTarget(target, layers) }))
}

/** Every stored policy in the order of the targets' text. Throws CAIRN_POLICY_DAMAGED. */
export async function sortedPolicies(repository: Repository, signal?: AbortSignal): Promise<StoredPolicy[]> {
  const stored = await listPolicies(repository, signal)
  return stored.sort((a, b) => compareUtf8(formatTarget(a.target), formatTarget(b.target)))
}

/** A target with all three members, as Kopia prints it. */
export function targetMembers(target: PolicyTarget): SourceInfo {
  return {
    host: target.kind === 'global' ? '' : target.host,
    userName: target.kind === 'user' || target.kind === 'path' ? target.userName : '',
    path: target.kind === 'path' ? target.path : '',
  }
}
