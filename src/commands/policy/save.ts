/** Saves policies after the checks that Kopia makes too (docs/policy.md, "Policies of the repository"). */
import { CairnError } from '../../errors.ts'
import { getField, isSet, POLICY_FIELDS } from '../../policy/fields.ts'
import type { Policy } from '../../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../../policy/target.ts'
import { cronProblem } from '../../policyfile/cron.ts'
import type { Repository } from '../../repo/api.ts'
import { setPolicy } from '../../snapshot/policies.ts'

/** A policy and what it applies to. */
export interface TargetPolicy {
  readonly target: PolicyTarget
  readonly policy: Policy
}

/** Saves all of them or none. Throws CAIRN_POLICY_REFUSED, CAIRN_TARGET_INVALID. */
export async function savePolicies(repository: Repository, policies: readonly TargetPolicy[]): Promise<void> {
  for (const { target, policy } of policies) checkPolicy(target, policy)
  for (const { target, policy } of policies) await setPolicy(repository, target, policy)
  await repository.flush()
}

/** Throws CAIRN_POLICY_REFUSED for a policy that Kopia refuses to store. */
export function checkPolicy(target: PolicyTarget, policy: Policy): void {
  const refuse = (why: string, hint: string) =>
    new CairnError('CAIRN_POLICY_REFUSED', `The policy of ${formatTarget(target)} cannot be stored: ${why}.`, { hint })
  const scheduling = policy.scheduling ?? {}
  if (scheduling.manual === true) {
    const other = POLICY_FIELDS.find(
      (field) => field.section[0] === 'scheduling' && field.name !== 'manual' && isSet(getField(policy, field), field),
    )
    if (other !== undefined) throw refuse(`manual and ${other.name} do not go together`, 'Keep manual alone, or remove it.')
  }
  for (const expression of scheduling.cron ?? []) {
    const problem = cronProblem(expression)
    if (problem !== undefined) throw refuse(`"${expression}" is no cron expression: ${problem}`, 'Write such as "30 3 * * *".')
  }
  if (target.kind === 'path' && policy.upload?.maxParallelSnapshots !== undefined)
    throw refuse('max-parallel-snapshots cannot be set on a path', 'Set it with --global, on @host or on user@host.')
}
