/**
 * The delays that let maintenance run beside other clients (docs/repository-format.md, "Safety margins"); pure decisions over the run history.
 *
 * All times are nanoseconds since 1970, all durations nanoseconds.
 */
import type { MaintenanceRun, MaintenanceSchedule } from '../repo/format/index.ts'

const HOUR_NS = 3_600_000_000_000n

export interface SafetyMargins {
  /** Contents younger than this are not moved. */
  readonly rewriteMinAgeNs: bigint
  /** Contents younger than this are not marked. */
  readonly contentMinAgeNs: bigint
  /** Whether a mark must have been looked at by a second snapshot GC before it is final, and the pause between the two. */
  readonly needsTwoCycles: boolean
  readonly betweenCyclesNs: bigint
  /** How much older than the earlier cycle a mark must be. */
  readonly dropExtraNs: bigint
  /** Packs younger than this stay. */
  readonly packMinAgeNs: bigint
  /** Sessions older than this protect nothing. */
  readonly sessionExpiryNs: bigint
  /** Pause between moving contents and erasing where they were. */
  readonly rewriteToDeleteNs: bigint
  /** Whether replaced index blobs stay for a while. */
  readonly isPatient: boolean
}

export type SafetyLevel = 'full' | 'none'

/** `none` is for a repository that no other client uses meanwhile. */
export const SAFETY: Readonly<Record<SafetyLevel, SafetyMargins>> = {
  full: {
    rewriteMinAgeNs: 2n * HOUR_NS,
    contentMinAgeNs: 24n * HOUR_NS,
    needsTwoCycles: true,
    betweenCyclesNs: 4n * HOUR_NS,
    dropExtraNs: HOUR_NS,
    packMinAgeNs: 24n * HOUR_NS,
    sessionExpiryNs: 96n * HOUR_NS,
    rewriteToDeleteNs: HOUR_NS,
    isPatient: true,
  },
  none: {
    rewriteMinAgeNs: 0n,
    contentMinAgeNs: 0n,
    needsTwoCycles: false,
    betweenCyclesNs: 0n,
    dropExtraNs: 0n,
    packMinAgeNs: 0n,
    sessionExpiryNs: 0n,
    rewriteToDeleteNs: 0n,
    isPatient: false,
  },
}

type Runs = MaintenanceSchedule['runs']

/**
 * Marks from before this time are final; undefined when there is none.
 *
 * A snapshot that was being made during one cycle may use what that cycle marked. The next cycle sees the snapshot and takes the mark back. So the
 * marks from before a cycle that another one followed late enough will never be taken back.
 */
export function safeDropTimeNs(runs: Runs, safety: SafetyMargins, nowNs: bigint): bigint | undefined {
  if (!safety.needsTwoCycles) return nowNs
  const cycles = successful(runs['snapshot-gc'])
    .flatMap(({ startNs, endNs }) => (startNs === undefined || endNs === undefined ? [] : [{ startNs, endNs }]))
    .sort((a, b) => (a.startNs > b.startNs ? -1 : 1))
  const [newest, ...earlier] = cycles
  const first = newest && earlier.find(({ endNs }) => newest.startNs - endNs > safety.betweenCyclesNs)
  return first && first.startNs - safety.dropExtraNs
}

/** Whether contents may be moved: where they were must have been erased since they were last moved, or it would never be. */
export function mayRewrite(runs: Runs, safety: SafetyMargins, kind: 'quick' | 'full'): boolean {
  const rewritten = latestEndNs(runs, kind === 'full' ? ['full-rewrite-contents'] : ['full-rewrite-contents', 'quick-rewrite-contents'])
  if (rewritten === undefined || safety.rewriteToDeleteNs === 0n) return true
  const deleted = latestEndNs(runs, ['full-delete-blobs', 'quick-delete-blobs'])
  return deleted !== undefined && deleted >= rewritten
}

/** Whether packs may be erased: every client must have seen by now where contents were moved. */
export function mayDeletePacks(runs: Runs, safety: SafetyMargins, nowNs: bigint): boolean {
  const rewritten = latestEndNs(runs, ['full-rewrite-contents', 'quick-rewrite-contents'])
  return rewritten === undefined || nowNs >= rewritten + safety.rewriteToDeleteNs
}

/** Whether contents of all kinds were moved after those of metadata packs alone. */
export function wasLastRewriteFull(runs: Runs): boolean {
  const full = latestEndNs(runs, ['full-rewrite-contents'])
  const quick = latestEndNs(runs, ['quick-rewrite-contents'])
  return quick === undefined || (full !== undefined && full >= quick)
}

function latestEndNs(runs: Runs, tasks: readonly string[]): bigint | undefined {
  let latest: bigint | undefined
  for (const task of tasks) {
    for (const { endNs } of successful(runs[task])) if (endNs !== undefined && (latest === undefined || endNs > latest)) latest = endNs
  }
  return latest
}

function successful(runs: readonly MaintenanceRun[] = []): MaintenanceRun[] {
  return runs.filter(({ success }) => success)
}
