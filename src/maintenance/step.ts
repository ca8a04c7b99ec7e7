/** What a step of maintenance is, and what it may touch. */
import type { Logger } from '../log.ts'
import type { MaintenanceSchedule } from '../repo/format/index.ts'
import type { OpenedRepository } from '../repo/repository.ts'
import type { SizeText } from '../util/format.ts'
import type { GoJsonValue } from '../util/go-json.ts'
import type { MaintenanceParameters } from './parameters.ts'
import type { SafetyMargins } from './safety.ts'

/** A run of maintenance, as its steps see it. */
export interface MaintenanceTools {
  readonly repository: OpenedRepository
  readonly parameters: MaintenanceParameters
  readonly safety: SafetyMargins
  /** When the run began by the clock of the storage, nanoseconds since 1970: what is younger was written by somebody meanwhile. */
  readonly startNs: bigint
  readonly log: Logger
  /** How sizes are printed in the log. */
  readonly size: SizeText
  readonly signal: AbortSignal | undefined
  /** The run history as it is now. */
  runs(): MaintenanceSchedule['runs']
  /** Keeps the lease alive and stops when the run is cancelled; for loops. Errors: CAIRN_CANCELLED, CAIRN_MAINTENANCE_LEASE_LOST. */
  keep(): Promise<void>
  /** Makes sure that nobody else has taken over; before something is erased. Errors: CAIRN_MAINTENANCE_LEASE_LOST. */
  confirm(): Promise<void>
}

/** What a step did, in the form that Kopia records and shows: the kind, and the numbers of that kind. */
export interface StepReport {
  readonly kind: string
  readonly data: { readonly [name: string]: GoJsonValue }
}

export interface MaintenanceStep {
  /** Name in the run history; undefined for a step that Kopia has no name for. */
  readonly task: string | undefined
  /** What is being done, for the log. */
  readonly title: string
  /** Why the step is left out this time; undefined when it is due. */
  skip?(runs: MaintenanceSchedule['runs'], tools: MaintenanceTools): string | undefined
  run(tools: MaintenanceTools): Promise<StepReport | undefined>
}

/** Counts things and adds up their sizes. */
export class CountSum {
  count = 0
  bytes = 0

  add(bytes: number): void {
    this.count++
    this.bytes += bytes
  }
}
