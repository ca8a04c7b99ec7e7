/**
 * A run of maintenance (docs/repository-format.md, "Maintenance").
 *
 * owner? -> due? -> lease -> schedule written, which tells the time of the storage -> clocks agree? -> refresh -> the steps, each recorded
 */
import { CairnError, messageOf, throwIfCancelled } from '../errors.ts'
import type { Logger } from '../log.ts'
import { blobTimeNs } from '../repo/blob/storage.ts'
import { readOnly } from '../repo/content/content-manager.ts'
import type { MaintenanceSchedule } from '../repo/format/index.ts'
import type { OpenedRepository } from '../repo/repository.ts'
import { formatBytes, formatDuration, type SizeText } from '../util/format.ts'
import { formatTimestamp } from '../util/timestamp.ts'
import { nameOf } from './due.ts'
import { type Lease, takeLease } from './lease.ts'
import { loadParameters, type MaintenanceParameters } from './parameters.ts'
import { planMaintenance } from './plan.ts'
import { SAFETY, type SafetyLevel } from './safety.ts'
import { dueMode, EMPTY_SCHEDULE, loadSchedule, longestStepMs, type MaintenanceMode, postponed, saveSchedule, withRun } from './schedule.ts'
import type { MaintenanceStep, MaintenanceTools } from './step.ts'

const MAX_SKEW_NS = 300_000_000_000n
const NS_PER_MS = 1_000_000n

export interface MaintenanceOptions {
  /** `auto` does what the schedule asks for, and nothing when that is nothing. */
  readonly mode: MaintenanceMode | 'auto'
  readonly safety?: SafetyLevel
  /** Run although another client owns maintenance. */
  readonly isForced?: boolean
  readonly log: Logger
  /** How sizes are printed in the log. */
  readonly size?: SizeText
  readonly signal?: AbortSignal | undefined
}

/**
 * Maintains the repository; returns what was done, or undefined when nothing was due.
 *
 * Errors: CAIRN_REPOSITORY_READONLY, CAIRN_MAINTENANCE_NOT_OWNER, CAIRN_MAINTENANCE_BUSY, CAIRN_MAINTENANCE_LEASE_LOST, CAIRN_CLOCK_SKEW,
 * CAIRN_MAINTENANCE_UNREADABLE, and what its steps meet.
 */
export async function runMaintenance(repository: OpenedRepository, options: MaintenanceOptions): Promise<MaintenanceMode | undefined> {
  if (repository.isReadOnly) throw readOnly()
  // Asked for beside the manifests.
  const loading = loadSchedule(repository.care)
  loading.catch(() => undefined)
  const parameters = await loadParameters(repository)
  checkOwner(repository, parameters, options)
  await checkWhole(repository)
  const schedule = (await loading) ?? EMPTY_SCHEDULE
  if (modeOf(options, parameters, schedule, repository) === undefined) return undefined
  const { clock, identity, care } = repository
  const lease = await takeLease({
    storage: care.storage,
    format: care.format,
    identity,
    clock,
    random: care.contents.codec.random,
    log: options.log,
    longestStepMs: longestStepMs(schedule),
  })
  try {
    if (lease.takenMs !== undefined) checkClock(repository, BigInt(Math.round(lease.takenMs)) * NS_PER_MS)
    else
      options.log.notice(`Maintenance is not protected by a lease: ${care.storage.displayName} cannot create a blob only if it is absent.`)
    // Whoever held the lease a moment ago may just have done the work.
    const latest = (await loadSchedule(care)) ?? EMPTY_SCHEDULE
    const mode = modeOf(options, parameters, latest, repository)
    if (mode !== undefined) await new Run(repository, options, parameters, lease, latest).run(mode)
    return mode
  } finally {
    await lease.release()
  }
}

class Run {
  readonly #repository: OpenedRepository
  readonly #options: MaintenanceOptions
  readonly #parameters: MaintenanceParameters
  readonly #lease: Lease
  #schedule: MaintenanceSchedule
  /** What of the history is being written, to its end. */
  #recording: Promise<void> = Promise.resolve()
  #isRecordDue = false

  constructor(
    repository: OpenedRepository,
    options: MaintenanceOptions,
    parameters: MaintenanceParameters,
    lease: Lease,
    schedule: MaintenanceSchedule,
  ) {
    this.#repository = repository
    this.#options = options
    this.#parameters = parameters
    this.#lease = lease
    this.#schedule = schedule
  }

  async run(mode: MaintenanceMode): Promise<void> {
    const { log, signal } = this.#options
    const { clock, care } = this.#repository
    this.#schedule = postponed(this.#schedule, mode, this.#parameters, clock.nowNs())
    // The lease told the storage's time a moment ago, and was checked against the clock here.
    const { takenMs } = this.#lease
    const saving = saveSchedule(care, this.#schedule, takenMs === undefined)
    saving.catch(() => undefined)
    const startNs = takenMs === undefined ? blobTimeNs(await saving) : BigInt(Math.floor(takenMs)) * NS_PER_MS
    if (takenMs === undefined) checkClock(this.#repository, startNs)
    log.info(`Running ${mode} maintenance...`)
    await this.#repository.flush(signal)
    await this.#repository.refresh()
    await saving
    await checkWhole(this.#repository)
    const tools = this.#tools(startNs)
    const hasEpochs = care.contents.format.epochs.enabled
    try {
      for (const step of planMaintenance({ mode, hasEpochs, parameters: this.#parameters })) await this.#step(step, tools)
    } finally {
      await this.#recording
    }
    care.contents.expire()
    await care.manifests.refresh()
    log.info(`Finished ${mode} maintenance.`)
  }

  #tools(startNs: bigint): MaintenanceTools {
    const { log, size = formatBytes, signal, safety = 'full' } = this.#options
    return {
      repository: this.#repository,
      parameters: this.#parameters,
      safety: SAFETY[safety],
      startNs,
      log,
      size,
      signal,
      runs: () => this.#schedule.runs,
      keep: async () => {
        throwIfCancelled(signal)
        await this.#lease.keep()
      },
      confirm: async () => {
        throwIfCancelled(signal)
        // What is erased next depends on what was done before, also for whoever goes on after a crash.
        await this.#recording
        await this.#lease.confirm()
      },
    }
  }

  async #step(step: MaintenanceStep, tools: MaintenanceTools): Promise<void> {
    const { clock } = this.#repository
    await tools.keep()
    const reason = step.skip?.(this.#schedule.runs, tools)
    if (reason !== undefined) {
      tools.log.debug(`${step.title}: not now, ${reason}.`)
      return
    }
    tools.log.debug(`${step.title}...`)
    const startNs = clock.nowNs()
    try {
      const report = await step.run(tools)
      this.#record(step, { startNs, endNs: clock.nowNs(), success: true, error: '', extra: report === undefined ? [] : [report] })
    } catch (error) {
      this.#record(step, { startNs, endNs: clock.nowNs(), success: false, error: messageOf(error), extra: [] })
      throw error
    }
  }

  /** Written beside the next steps, and once for several that are done meanwhile. */
  #record(step: MaintenanceStep, run: Parameters<typeof withRun>[2]): void {
    const { task } = step
    if (task === undefined) return
    this.#schedule = withRun(this.#schedule, task, run)
    if (this.#isRecordDue) return
    this.#isRecordDue = true
    this.#recording = this.#recording.then(() => this.#writeHistory(task))
  }

  /** A history that cannot be written only makes the next run do more; erasing goes by what was recorded. */
  async #writeHistory(task: string): Promise<void> {
    this.#isRecordDue = false
    try {
      await saveSchedule(this.#repository.care, this.#schedule)
    } catch (error) {
      this.#options.log.warning(`The run of ${task} could not be recorded: ${messageOf(error)}`)
    }
  }
}

function modeOf(
  { mode }: MaintenanceOptions,
  parameters: MaintenanceParameters,
  schedule: MaintenanceSchedule,
  { clock }: OpenedRepository,
): MaintenanceMode | undefined {
  return mode === 'auto' ? dueMode(parameters, schedule, clock.nowNs()) : mode
}

function checkOwner(repository: OpenedRepository, { owner }: MaintenanceParameters, { isForced }: MaintenanceOptions): void {
  if (isForced === true || owner === nameOf(repository)) return
  throw new CairnError('CAIRN_MAINTENANCE_NOT_OWNER', `maintenance must be run by designated user: ${owner}`, {
    hint: `This client is ${nameOf(repository)}. To let it maintain the repository from now on, run "cairn maintenance set --owner=me".`,
  })
}

/** A repository may have been opened although part of it is damaged; what only that part knows of would count as unused. */
async function checkWhole({ care }: OpenedRepository): Promise<void> {
  const [first] = await care.damage()
  if (first === undefined) return
  throw new CairnError('CAIRN_MAINTENANCE_UNREADABLE', `The ${first.what} cannot be read, so nothing is erased: ${first.error.message}`, {
    hint: 'Restore the blob from a copy of the storage, then run maintenance again.',
    cause: first.error,
  })
}

/** Ages are computed from times of both clocks. */
function checkClock({ clock }: OpenedRepository, storageNs: bigint): void {
  const localNs = clock.nowNs()
  const skewNs = localNs > storageNs ? localNs - storageNs : storageNs - localNs
  if (skewNs <= MAX_SKEW_NS) return
  const times = `it is ${formatTimestamp(localNs)} here and ${formatTimestamp(storageNs)} there`
  throw new CairnError(
    'CAIRN_CLOCK_SKEW',
    `The clocks of this machine and of the storage are ${formatDuration(Number(skewNs / NS_PER_MS))} apart: ${times}.`,
    {
      hint: 'Maintenance goes by the age of blobs and does nothing while the clocks differ by more than 5 minutes. Set the clock of this machine.',
    },
  )
}
