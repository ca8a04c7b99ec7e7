/** `maintenance set`: owner, intervals and limits. */
import { CairnError } from '../errors.ts'
import {
  type CycleParameters,
  effectiveLogRetention,
  loadParameters,
  type MaintenanceParameters,
  saveParameters,
} from '../maintenance/parameters.ts'
import { EMPTY_SCHEDULE, loadSchedule, saveSchedule } from '../maintenance/schedule.ts'
import type { OpenedRepository } from '../repo/repository.ts'
import type { CommandContext } from './context.ts'

const DAY_NS = 86_400_000_000_000n

/** What to change of a cycle; undefined leaves as it is. */
export interface CycleChange {
  readonly isEnabled?: boolean | undefined
  readonly intervalNs?: bigint | undefined
  /** Due no sooner than this from now on. */
  readonly pauseNs?: bigint | undefined
}

export interface MaintenanceChange {
  /** `user@host`, or `me`. */
  readonly owner?: string | undefined
  readonly quick: CycleChange
  readonly full: CycleChange
  readonly maxLogCount?: number | undefined
  readonly maxLogAgeNs?: bigint | undefined
  readonly maxLogBytes?: number | undefined
  readonly extendObjectLocks?: boolean | undefined
  readonly listParallelism?: number | undefined
}

export interface ChangedMaintenance {
  readonly owner: string
  /** New next times, where the cycle was paused. */
  readonly quickPausedUntilNs: bigint | undefined
  readonly fullPausedUntilNs: bigint | undefined
}

/** Changes parameters and schedule. Errors: CAIRN_USAGE when nothing is to change or retention and interval do not go together. */
export async function setMaintenance(
  context: CommandContext,
  repository: OpenedRepository,
  change: MaintenanceChange,
): Promise<ChangedMaintenance> {
  const before = await loadParameters(repository)
  const me = `${repository.identity.userName}@${repository.identity.host}`
  const after = changed(before, change, me)
  const nowNs = repository.clock.nowNs()
  const pausedUntil = ({ pauseNs }: CycleChange) => (pauseNs === undefined ? undefined : nowNs + pauseNs)
  const [quickPausedUntilNs, fullPausedUntilNs] = [pausedUntil(change.quick), pausedUntil(change.full)]
  const isPaused = quickPausedUntilNs !== undefined || fullPausedUntilNs !== undefined
  if (after === undefined && !isPaused) throw new CairnError('CAIRN_USAGE', 'no changes specified')
  checkRetention(context, repository, after ?? before)
  if (isPaused) {
    const schedule = (await loadSchedule(repository.care)) ?? EMPTY_SCHEDULE
    await saveSchedule(repository.care, {
      ...schedule,
      nextQuickNs: quickPausedUntilNs ?? schedule.nextQuickNs,
      nextFullNs: fullPausedUntilNs ?? schedule.nextFullNs,
    })
  }
  if (after !== undefined) {
    await saveParameters(repository, after)
    await repository.flush(context.signal)
  }
  return { owner: (after ?? before).owner, quickPausedUntilNs, fullPausedUntilNs }
}

/** Undefined when nothing is asked for. */
function changed(before: MaintenanceParameters, change: MaintenanceChange, me: string): MaintenanceParameters | undefined {
  const { owner, quick, full, maxLogCount, maxLogAgeNs, maxLogBytes, extendObjectLocks, listParallelism } = change
  const isLogChanged = maxLogCount !== undefined || maxLogAgeNs !== undefined || maxLogBytes !== undefined
  const isCycleChanged = (cycle: CycleChange) => cycle.isEnabled !== undefined || cycle.intervalNs !== undefined
  const isChanged =
    owner !== undefined ||
    isCycleChanged(quick) ||
    isCycleChanged(full) ||
    isLogChanged ||
    extendObjectLocks !== undefined ||
    listParallelism !== undefined
  if (!isChanged) return undefined
  const logs = effectiveLogRetention(before.logRetention)
  return {
    owner: owner === undefined ? before.owner : owner === 'me' ? me : owner,
    quick: changedCycle(before.quick, quick),
    full: changedCycle(before.full, full),
    logRetention: isLogChanged
      ? {
          maxCount: maxLogCount ?? logs.maxCount,
          maxAgeNs: maxLogAgeNs ?? logs.maxAgeNs,
          maxTotalBytes: maxLogBytes ?? logs.maxTotalBytes,
        }
      : before.logRetention,
    extendObjectLocks: extendObjectLocks ?? before.extendObjectLocks,
    listParallelism: listParallelism ?? before.listParallelism,
  }
}

function changedCycle(before: CycleParameters, change: CycleChange): CycleParameters {
  return { isEnabled: change.isEnabled ?? before.isEnabled, intervalNs: change.intervalNs ?? before.intervalNs }
}

/** A lock must outlast the pause between two full runs, or blobs would be unlocked before they are locked again. */
function checkRetention(context: CommandContext, repository: OpenedRepository, parameters: MaintenanceParameters): void {
  if (!parameters.extendObjectLocks) return
  if (!parameters.full.isEnabled) context.log.warning('Object locks will not be extended, because full maintenance is disabled.')
  const retention = repository.facts.blobRetention
  if (retention === undefined || retention.retentionPeriodNs - parameters.full.intervalNs >= DAY_NS) return
  throw new CairnError(
    'CAIRN_USAGE',
    'Blobs must be locked for at least 24 hours longer than the time between two runs of full maintenance.',
    {
      hint: 'Choose a shorter --full-interval, or a longer retention with "cairn repository set-parameters --retention-period".',
    },
  )
}
