/** `policy delete`. */
import type { Logger } from '../../log.ts'
import { formatTarget, type PolicyTarget } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import { removePolicy } from '../../snapshot/policies.ts'

export interface DeleteRequest {
  readonly targets: readonly PolicyTarget[]
  readonly isDryRun: boolean
}

/** Removes the policies of the targets; one that is not there is no error, as in Kopia. */
export async function deletePolicies(repository: Repository, request: DeleteRequest, log: Pick<Logger, 'info'>): Promise<void> {
  for (const target of request.targets) {
    log.info(`${request.isDryRun ? 'Would remove' : 'Removing'} policy on "${formatTarget(target)}"`)
    if (!request.isDryRun) await removePolicy(repository, target)
  }
  if (!request.isDryRun) await repository.flush()
}
