/** `policy set`: changes the policies of some targets, all of them or none. */
import type { Policy } from '../../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import { findPolicy } from '../../snapshot/policies.ts'
import { savePolicies } from './save.ts'
import type { ChangeSurroundings, GivenFlags } from './set-row.ts'
import { POLICY_SET_ROWS } from './set-table.ts'
import { usageError } from './usage.ts'

/** Applies the flags to the stored policies of the targets. Throws CAIRN_USAGE, also when nothing is to be changed, and CAIRN_POLICY_REFUSED. */
export async function setPolicies(
  repository: Repository,
  targets: readonly PolicyTarget[],
  given: GivenFlags,
  surroundings: ChangeSurroundings,
): Promise<void> {
  const changed: { target: PolicyTarget; policy: Policy }[] = []
  for (const target of targets) {
    surroundings.log.info(`Setting policy for ${formatTarget(target)}`)
    const policy = changedPolicy((await findPolicy(repository, target))?.policy ?? {}, given, surroundings)
    changed.push({ target, policy })
  }
  await savePolicies(repository, changed)
}

/** The policy after the flags. Throws CAIRN_USAGE when they change nothing or cannot be read. */
export function changedPolicy(policy: Policy, given: GivenFlags, surroundings: ChangeSurroundings): Policy {
  const changed = structuredClone(policy)
  let changes = 0
  for (const row of POLICY_SET_ROWS) changes += row.apply(changed, given, surroundings)
  if (changes > 0) return changed
  throw usageError('No changes are specified.', 'Name at least one flag that sets something; mode and timeout alone belong to no hook.')
}
