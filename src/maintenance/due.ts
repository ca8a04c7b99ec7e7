/** Whether maintenance is due for this client (docs/repository-format.md, "Maintenance schedule"). */
import type { MaintenanceSchedule } from '../repo/format/index.ts'
import type { OpenedRepository } from '../repo/repository.ts'
import { loadParameters } from './parameters.ts'
import { dueMode, EMPTY_SCHEDULE, loadSchedule, type MaintenanceMode } from './schedule.ts'

/** Another client may have maintained the repository since. */
const MAX_AHEAD_MS = 60_000

/** This client, as the owner of maintenance is written: `user@host`. */
export function nameOf({ identity }: Pick<OpenedRepository, 'identity'>): string {
  return `${identity.userName}@${identity.host}`
}

/** What maintenance is due for this client; undefined when none is, or when another client owns it. */
export async function dueMaintenance(repository: OpenedRepository, ahead?: ScheduleAhead): Promise<MaintenanceMode | undefined> {
  if (repository.isReadOnly) return undefined
  const parameters = await loadParameters(repository)
  if (parameters.owner !== nameOf(repository)) return undefined
  const schedule = (await ahead?.take()) ?? (await loadSchedule(repository.care)) ?? EMPTY_SCHEDULE
  return dueMode(parameters, schedule, repository.clock.nowNs())
}

/** A schedule that was read while something else was waited for. */
export interface ScheduleAhead {
  /** Undefined when there is none, when it could not be read, or when that was too long ago to tell what is due now. */
  take(): Promise<MaintenanceSchedule | undefined>
}

/** Begins to read the schedule for `dueMaintenance`, where this client owns maintenance. Whoever maintains reads it anew. */
export function scheduleAhead(repository: OpenedRepository): ScheduleAhead {
  const { clock, care } = repository
  const begunMs = clock.monotonicMs()
  const load = async () => {
    const { owner } = await loadParameters(repository)
    return owner === nameOf(repository) ? await loadSchedule(care) : undefined
  }
  const loading = load().catch(() => undefined)
  return { take: async () => (clock.monotonicMs() - begunMs > MAX_AHEAD_MS ? undefined : await loading) }
}
