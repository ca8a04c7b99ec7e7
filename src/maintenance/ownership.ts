/** Who maintains a repository, when it is not the client that has it open. */
import type { OpenedRepository } from '../repo/repository.ts'
import { loadParameters } from './parameters.ts'
import { dueMode, EMPTY_SCHEDULE, loadSchedule } from './schedule.ts'

/** Full maintenance that waits for another client. */
export interface ForeignMaintenance {
  /** `user@host`; empty when nobody owns maintenance. */
  readonly owner: string
  /** The client that has the repository open. */
  readonly self: string
}

/** Who owns maintenance when it is another client and full maintenance is due; undefined otherwise, and when nothing could be done about it. */
export async function foreignMaintenance(repository: OpenedRepository): Promise<ForeignMaintenance | undefined> {
  if (repository.isReadOnly) return undefined
  const { userName, host } = repository.identity
  const self = `${userName}@${host}`
  const parameters = await loadParameters(repository)
  if (parameters.owner === self) return undefined
  const mode = dueMode(parameters, (await loadSchedule(repository.care)) ?? EMPTY_SCHEDULE, repository.clock.nowNs())
  return mode === 'full' ? { owner: parameters.owner, self } : undefined
}
