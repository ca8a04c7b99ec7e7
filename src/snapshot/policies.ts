/** Policy manifests of a repository: read as layers, written in Kopia's form (docs/repository-format.md, "Policy targets"). */
import { CairnError, throwIfCancelled } from '../errors.ts'
import type { PolicyLayer } from '../policy/layer.ts'
import { nativeHooks } from '../policy/native-hooks.ts'
import { encodePolicy, isPolicyProblem, parsePolicyText } from '../policy/native-json.ts'
import type { Policy } from '../policy/policy.ts'
import { formatTarget, hasTrailingSeparator, type PolicyTarget } from '../policy/target.ts'
import type { ManifestEntry, Repository } from '../repo/api.ts'

/** Value of the `type` label of policy manifests. */
export const POLICY_TYPE = 'policy'

/** A policy as it is stored. */
export interface StoredPolicy {
  readonly id: string
  readonly target: PolicyTarget
  readonly policy: Policy
  readonly modifiedNs: bigint
}

/** Labels of the policy of a target. */
export function policyLabels(target: PolicyTarget): Record<string, string> {
  switch (target.kind) {
    case 'global':
      return { type: POLICY_TYPE, policyType: 'global' }
    case 'host':
      return { type: POLICY_TYPE, policyType: 'host', hostname: target.host }
    case 'user':
      return { type: POLICY_TYPE, policyType: 'user', username: target.userName, hostname: target.host }
    case 'path':
      return { type: POLICY_TYPE, policyType: 'path', username: target.userName, hostname: target.host, path: target.path }
  }
}

/** The target that labels name, or undefined when they are not those of a policy. */
export function targetFromLabels(labels: Readonly<Record<string, string>>): PolicyTarget | undefined {
  const { policyType, hostname: host = '', username: userName = '', path = '' } = labels
  switch (policyType) {
    case 'global':
      return { kind: 'global' }
    case 'host':
      return { kind: 'host', host }
    case 'user':
      return { kind: 'user', userName, host }
    case 'path':
      return { kind: 'path', userName, host, path }
    default:
      return undefined
  }
}

/** All policies, oldest first; of two at one target the newest is last. Throws CAIRN_POLICY_DAMAGED. */
export async function listPolicies(repository: Repository, signal?: AbortSignal): Promise<StoredPolicy[]> {
  const policies: StoredPolicy[] = []
  for (const entry of await repository.manifests.find({ type: POLICY_TYPE })) {
    throwIfCancelled(signal)
    const target = targetFromLabels(entry.labels)
    const policy = target === undefined ? undefined : await readPolicy(repository, entry)
    if (target !== undefined && policy !== undefined) policies.push({ id: entry.id, target, policy, modifiedNs: entry.modifiedNs })
  }
  return policies
}

/** All policies of the repository as layers for the merge. Throws CAIRN_POLICY_DAMAGED. */
export async function repositoryLayers(repository: Repository, signal?: AbortSignal): Promise<PolicyLayer[]> {
  return (await listPolicies(repository, signal)).map(({ target, policy }) => storedLayer(target, policy))
}

/** A stored policy as a layer. */
export function storedLayer(target: PolicyTarget, policy: Policy): PolicyLayer {
  const hooks = nativeHooks(policy.actions, { kind: 'repository', target: formatTarget(target) })
  return { target, origin: 'repository', policy, hooks }
}

/** The policy stored for exactly this target, the newest when there are several; undefined when there is none. */
export async function findPolicy(repository: Repository, target: PolicyTarget): Promise<StoredPolicy | undefined> {
  const entry = (await repository.manifests.find(policyLabels(target))).at(-1)
  const policy = entry === undefined ? undefined : await readPolicy(repository, entry)
  return entry === undefined || policy === undefined ? undefined : { id: entry.id, target, policy, modifiedNs: entry.modifiedNs }
}

/** Replaces the policy of a target; returns the ID of the new manifest. Throws CAIRN_TARGET_INVALID for a path that ends in a separator. */
export async function setPolicy(repository: Repository, target: PolicyTarget, policy: Policy): Promise<string> {
  if (target.kind === 'path' && hasTrailingSeparator(target.path))
    throw new CairnError('CAIRN_TARGET_INVALID', `The path of ${formatTarget(target)} ends in a separator.`, {
      hint: 'Write the path without the slash at its end.',
    })
  await removePolicy(repository, target)
  return repository.manifests.put(policyLabels(target), encodePolicy(policy))
}

/** Removes the policy of a target; returns whether there was one. */
export async function removePolicy(repository: Repository, target: PolicyTarget): Promise<boolean> {
  const entries = await repository.manifests.find(policyLabels(target))
  for (const entry of entries) await repository.manifests.delete(entry.id)
  return entries.length > 0
}

async function readPolicy(repository: Repository, entry: ManifestEntry): Promise<Policy | undefined> {
  const found = await repository.manifests.get(entry.id)
  if (found === undefined) return undefined
  const parsed = parsePolicyText(found.json)
  if (isPolicyProblem(parsed)) {
    const where = parsed.path === '' ? 'it is not' : `${parsed.path} is not`
    throw new CairnError('CAIRN_POLICY_DAMAGED', `The stored policy ${entry.id} cannot be read: ${where} ${parsed.expected}.`, {
      hint: `Look at it with "cairn manifest show ${entry.id}", then set or delete the policy.`,
    })
  }
  return parsed.policy
}
