/** When maintenance is due, and what it did: the blob `kopia.maintenance` (docs/repository-format.md, "Maintenance schedule"). */
import { isCairnError } from '../errors.ts'
import { readChecked } from '../repo/blob/read-checked.ts'
import type { BlobMetadata } from '../repo/blob/storage.ts'
import type { MaintenanceSchedule } from '../repo/format/index.ts'
import { decodeMaintenanceSchedule, encodeMaintenanceSchedule, MAINTENANCE_BLOB_ID, type MaintenanceRun } from '../repo/format/index.ts'
import type { RepositoryCare } from '../repo/repository.ts'
import type { MaintenanceParameters } from './parameters.ts'

/** `quick` keeps the index small; `full` also erases what no snapshot uses. */
export type MaintenanceMode = 'quick' | 'full'

/** The schedule of the repository; an empty one when it was never maintained. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
export async function loadSchedule(care: RepositoryCare): Promise<MaintenanceSchedule | undefined> {
  try {
    return await readChecked(
      (isFresh) => care.storage.getBlob(MAINTENANCE_BLOB_ID, { isFresh }),
      (bytes) => decodeMaintenanceSchedule(bytes, care.format),
    )
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
    throw error
  }
}

/** The schedule of a repository that has none yet: everything is due. */
export const EMPTY_SCHEDULE: MaintenanceSchedule = { nextFullNs: undefined, nextQuickNs: undefined, runs: {} }

/** Replaces the schedule; with `needsTime` the result's time is that of the storage's clock. */
export async function saveSchedule(care: RepositoryCare, schedule: MaintenanceSchedule, needsTime = false): Promise<BlobMetadata> {
  const bytes = encodeMaintenanceSchedule(schedule, care.format, care.contents.codec.random)
  return await care.storage.putBlob(MAINTENANCE_BLOB_ID, [bytes], { needsTime })
}

/** What is due at `nowNs`: full before quick, because it does more. */
export function dueMode(parameters: MaintenanceParameters, schedule: MaintenanceSchedule, nowNs: bigint): MaintenanceMode | undefined {
  if (parameters.full.isEnabled && nowNs >= (schedule.nextFullNs ?? 0n)) return 'full'
  if (parameters.quick.isEnabled && nowNs >= (schedule.nextQuickNs ?? 0n)) return 'quick'
  return undefined
}

/** The schedule with the next times of a run that begins now; written before the work, so that a crash does not bring it back at once. */
export function postponed(
  schedule: MaintenanceSchedule,
  mode: MaintenanceMode,
  parameters: MaintenanceParameters,
  nowNs: bigint,
): MaintenanceSchedule {
  const nextQuickNs = nowNs + parameters.quick.intervalNs
  return mode === 'full' ? { ...schedule, nextQuickNs, nextFullNs: nowNs + parameters.full.intervalNs } : { ...schedule, nextQuickNs }
}

/** The schedule with one more run of a task, the newest first. */
export function withRun(schedule: MaintenanceSchedule, task: string, run: MaintenanceRun): MaintenanceSchedule {
  return { ...schedule, runs: { ...schedule.runs, [task]: [run, ...(schedule.runs[task] ?? [])] } }
}

/** The longest that any recorded task took, in ms. */
export function longestStepMs(schedule: MaintenanceSchedule): number {
  let longestNs = 0n
  for (const runs of Object.values(schedule.runs)) {
    for (const { startNs, endNs } of runs) {
      if (startNs !== undefined && endNs !== undefined && endNs - startNs > longestNs) longestNs = endNs - startNs
    }
  }
  return Number(longestNs / 1_000_000n)
}
