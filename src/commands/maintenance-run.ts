/** `maintenance run`, and the maintenance that follows a command that wrote snapshots. */
import { isCairnError } from '../errors.ts'
import { dueMaintenance, type ScheduleAhead, scheduleAhead } from '../maintenance/due.ts'
import { type MaintenanceOptions, runMaintenance } from '../maintenance/run.ts'
import type { OpenedRepository } from '../repo/repository.ts'
import { sizeTextOf } from '../util/format.ts'
import type { CommandContext } from './context.ts'

/** What the user asked for. */
export type MaintenanceRequest = Pick<MaintenanceOptions, 'mode' | 'safety' | 'isForced'>

/** Begins to read, beside the work of a command, what `maintainWhenDue` needs to know. */
export function dueAhead(context: CommandContext, repository: OpenedRepository): ScheduleAhead | undefined {
  return context.autoMaintenance === false || repository.isReadOnly ? undefined : scheduleAhead(repository)
}

/** Maintains the repository now. Errors: those of `runMaintenance`. */
export async function maintain(context: CommandContext, repository: OpenedRepository, request: MaintenanceRequest): Promise<void> {
  await runMaintenance(repository, { ...request, log: context.log, size: sizeTextOf(context.env), signal: context.signal })
}

/**
 * Does the maintenance that is due, when this client owns it and `--no-auto-maintenance` was not given; for the end of commands that write
 * snapshots. That another client is at it already is fine. Errors: the others of `runMaintenance`.
 */
export async function maintainWhenDue(context: CommandContext, repository: OpenedRepository, ahead?: ScheduleAhead): Promise<void> {
  if (context.autoMaintenance === false || context.signal.aborted) return
  if ((await dueMaintenance(repository, ahead)) === undefined) return
  try {
    await maintain(context, repository, { mode: 'auto' })
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_MAINTENANCE_BUSY')) throw error
    context.log.info(`Maintenance is left to others: ${error.message}`)
  }
}
