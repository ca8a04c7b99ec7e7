/**
 * Which snapshots of one source are kept, and why (docs/repository-format.md, "Retention"). Pure: a plan comes out, nothing is deleted.
 *
 *  1. From newest to oldest, each complete snapshot gets the reason `unit-n` of every unit that has room left, is not before the
 *     unit's cutoff, and whose period has not been taken. All units share one set of taken periods.
 *  2. Incomplete snapshots newer than the newest complete one are kept while they are younger than four hours or among the first three.
 *  3. What has neither a reason nor a pin is expired.
 */
import type { RetentionPolicy } from '../policy/policy.ts'
import { utcZone, type ZoneOffset } from '../util/time-zone.ts'
import { formatTimestamp } from '../util/timestamp.ts'
import { daysBefore, isoWeek, monthsBefore, secondsBefore, yearsBefore } from './retention-time.ts'

const INCOMPLETE_AGE_NS = 4n * 3600n * 1_000_000_000n
const INCOMPLETE_COUNT = 3

/** What retention needs to know of a snapshot; a SnapshotManifest fits. */
export interface RetainedSnapshot {
  readonly id: string
  readonly startTimeNs: bigint
  readonly endTimeNs: bigint
  readonly incomplete?: string
  readonly pins: readonly string[]
}

export interface RetentionDecision<S extends RetainedSnapshot = RetainedSnapshot> {
  readonly snapshot: S
  /** Such as `latest-1`, `daily-3`, `incomplete`; in the order latest, hourly, daily, weekly, monthly, annual. */
  readonly reasons: readonly string[]
  /** Neither a reason nor a pin. */
  readonly isExpired: boolean
}

/** Decides about all snapshots of one source; the decisions come newest first. */
export function planRetention<S extends RetainedSnapshot>(
  snapshots: readonly S[],
  policy: RetentionPolicy | undefined,
  zone: ZoneOffset = utcZone,
): RetentionDecision<S>[] {
  const sorted = [...snapshots].sort(newestFirst)
  const newestComplete = sorted.find((snapshot) => !isIncomplete(snapshot))
  const newest = sorted[0]
  if (newest === undefined) return []
  const units = newestComplete === undefined ? [] : retentionUnits(policy ?? {}, newestComplete.startTimeNs, zone)
  const taken = new Set<string>()
  let isBeforeComplete = true
  return sorted.map((snapshot, index) => {
    const reasons: string[] = []
    if (!isIncomplete(snapshot)) {
      isBeforeComplete = false
      reasons.push(...reasonsOf(snapshot, index, units, taken))
    } else if (isBeforeComplete) {
      isBeforeComplete = newest.startTimeNs - snapshot.startTimeNs < INCOMPLETE_AGE_NS || index < INCOMPLETE_COUNT
      if (isBeforeComplete) reasons.push('incomplete')
    }
    return { snapshot, reasons, isExpired: reasons.length === 0 && snapshot.pins.length === 0 }
  })
}

interface Unit {
  readonly name: string
  readonly max: number
  readonly cutoffNs: bigint | undefined
  readonly period: (startNs: bigint, index: number) => string
  used: number
}

/** The order in which units claim periods; reasons are shown in another one. */
function retentionUnits(policy: RetentionPolicy, newestNs: bigint, zone: ZoneOffset): Unit[] {
  const { keepLatest, keepHourly = 0, keepDaily = 0, keepWeekly = 0, keepMonthly = 0, keepAnnual = 0 } = policy
  // When every number is zero nothing would be left: then everything is.
  const isAllZero = (keepLatest ?? 0) + keepHourly + keepDaily + keepWeekly + keepMonthly + keepAnnual === 0
  const units: (Unit | undefined)[] = [
    unit(
      'latest',
      isAllZero ? Number.POSITIVE_INFINITY : keepLatest,
      () => undefined,
      (_, index) => String(index),
    ),
    unit(
      'annual',
      policy.keepAnnual,
      (n) => yearsBefore(newestNs, n, zone),
      (ns) => utcText(ns, 4),
    ),
    unit(
      'monthly',
      policy.keepMonthly,
      (n) => monthsBefore(newestNs, n, zone),
      (ns) => utcText(ns, 7),
    ),
    unit(
      'weekly',
      policy.keepWeekly,
      (n) => daysBefore(newestNs, 7 * n, zone),
      (ns) => isoWeek(ns, zone),
    ),
    unit(
      'daily',
      policy.keepDaily,
      (n) => daysBefore(newestNs, n, zone),
      (ns) => utcText(ns, 10),
    ),
    unit(
      'hourly',
      policy.keepHourly,
      (n) => secondsBefore(newestNs, 3600 * n),
      (ns) => utcText(ns, 13).replace('T', ' '),
    ),
  ]
  return units.filter((one) => one !== undefined)
}

function unit(
  name: string,
  max: number | undefined,
  cutoff: (count: number) => bigint | undefined,
  period: Unit['period'],
): Unit | undefined {
  return max === undefined ? undefined : { name, max, cutoffNs: cutoff(max), period, used: 0 }
}

const SHOWN_ORDER = ['latest', 'hourly', 'daily', 'weekly', 'monthly', 'annual']

function reasonsOf(snapshot: RetainedSnapshot, index: number, units: readonly Unit[], taken: Set<string>): string[] {
  const numbers = new Map<string, number>()
  for (const one of units) {
    if (one.cutoffNs !== undefined && snapshot.startTimeNs < one.cutoffNs) continue
    // A month 2025-03 and a week 2025-03 are the same period for Kopia, so one set serves all units.
    const period = one.period(snapshot.startTimeNs, index)
    if (taken.has(period) || one.used >= one.max) continue
    taken.add(period)
    one.used++
    numbers.set(one.name, one.used)
  }
  return SHOWN_ORDER.flatMap((name) => (numbers.has(name) ? [`${name}-${numbers.get(name)}`] : []))
}

function utcText(ns: bigint, length: number): string {
  return formatTimestamp(ns).slice(0, length)
}

function isIncomplete(snapshot: RetainedSnapshot): boolean {
  return snapshot.incomplete !== undefined && snapshot.incomplete !== ''
}

function newestFirst(a: RetainedSnapshot, b: RetainedSnapshot): number {
  const difference = b.startTimeNs - a.startTimeNs || b.endTimeNs - a.endTimeNs
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Reasons of merged rows, runs of numbers drawn together: `latest-1..3`. */
export function compactReasons(reasons: Iterable<string>): string[] {
  const byUnit = new Map<string, number[]>()
  const plain = new Set<string>()
  for (const reason of reasons) {
    const match = /^(.+)-(\d+)$/.exec(reason)
    const name = match?.[1]
    if (name === undefined) plain.add(reason)
    else byUnit.set(name, [...(byUnit.get(name) ?? []), Number(match?.[2])])
  }
  const names = [...byUnit.keys()].sort((a, b) => SHOWN_ORDER.indexOf(a) - SHOWN_ORDER.indexOf(b))
  return [...names.flatMap((name) => runs(name, byUnit.get(name) ?? [])), ...plain]
}

function runs(name: string, numbers: number[]): string[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const out: string[] = []
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++
    out.push(end === i ? `${name}-${sorted[i]}` : `${name}-${sorted[i]}..${sorted[end]}`)
    i = end + 1
  }
  return out
}
