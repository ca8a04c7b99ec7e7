/** Which policies a command is about: `--global`, or targets by text or by the ID of a stored policy. */
import type { PolicyTarget } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import { POLICY_TYPE, targetFromLabels } from '../../snapshot/policies.ts'
import { parseTarget } from '../../snapshot/target-parse.ts'
import { usageError } from './usage.ts'

export interface TargetRequest {
  readonly isGlobal: boolean
  readonly targets: readonly string[]
}

/** The targets. Throws CAIRN_USAGE unless there is exactly one of `--global` and targets, CAIRN_TARGET_INVALID. */
export async function requestedTargets(repository: Repository, request: TargetRequest, workingDirectory: string): Promise<PolicyTarget[]> {
  if (request.isGlobal === request.targets.length > 0)
    throw usageError('Either --global or targets are needed.', 'A target is @host, user@host, user@host:/path or a local path.')
  if (request.isGlobal) return [{ kind: 'global' }]
  const found: PolicyTarget[] = []
  for (const text of request.targets) {
    const stored = /^[0-9a-f]{32}$/.test(text) ? await repository.manifests.get(text) : undefined
    const byId = stored?.entry.labels['type'] === POLICY_TYPE ? targetFromLabels(stored.entry.labels) : undefined
    found.push(byId ?? parseTarget(text, { ...repository.identity, workingDirectory }))
  }
  return found
}
