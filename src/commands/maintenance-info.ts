/** `maintenance info`: who maintains the repository, when, and what was done. */
import { loadParameters, type MaintenanceParameters } from '../maintenance/parameters.ts'
import { EMPTY_SCHEDULE, loadSchedule } from '../maintenance/schedule.ts'
import type { MaintenanceSchedule } from '../repo/format/index.ts'
import type { OpenedRepository } from '../repo/repository.ts'

export interface MaintenanceInfo {
  readonly parameters: MaintenanceParameters
  readonly schedule: MaintenanceSchedule
  /** False when the repository has no schedule yet. */
  readonly isScheduled: boolean
}

/** Reads parameters and schedule. Errors: CAIRN_MANIFEST_DAMAGED, CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function maintenanceInfo(repository: OpenedRepository): Promise<MaintenanceInfo> {
  const parameters = await loadParameters(repository)
  const schedule = await loadSchedule(repository.care)
  return { parameters, schedule: schedule ?? EMPTY_SCHEDULE, isScheduled: schedule !== undefined }
}
