/** Calendar arithmetic of retention: cutoffs and ISO weeks follow a time zone, everything else is UTC (docs/repository-format.md, "Retention"). */
import type { ZoneOffset } from '../util/time-zone.ts'

const MS = 1_000_000n
const MINUTE_MS = 60_000

/** The same local time `count` years earlier; 29 February becomes 1 March. */
export function yearsBefore(ns: bigint, count: number, zone: ZoneOffset): bigint | undefined {
  return shift(ns, zone, (local) => local.setUTCFullYear(local.getUTCFullYear() - count))
}

/** The same local time `count` months earlier; a day that the month does not have runs over into the next. */
export function monthsBefore(ns: bigint, count: number, zone: ZoneOffset): bigint | undefined {
  return shift(ns, zone, (local) => local.setUTCMonth(local.getUTCMonth() - count))
}

/** The same local time `count` days earlier, which is not always a multiple of 24 hours. */
export function daysBefore(ns: bigint, count: number, zone: ZoneOffset): bigint | undefined {
  return shift(ns, zone, (local) => local.setUTCDate(local.getUTCDate() - count))
}

/** Exactly `count` seconds earlier. */
export function secondsBefore(ns: bigint, count: number): bigint {
  return ns - BigInt(count) * 1_000_000_000n
}

/** Local ISO year and week as `2025-03`. */
export function isoWeek(ns: bigint, zone: ZoneOffset): string {
  const utcMs = floorMs(ns)
  const day = new Date(utcMs + zone(utcMs) * MINUTE_MS)
  // The week belongs to the year that its Thursday is in.
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const year = day.getUTCFullYear()
  const week = Math.floor((day.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 / 7) + 1
  return `${String(year).padStart(4, '0')}-${String(week).padStart(2, '0')}`
}

/** Undefined when the result is outside what a date can hold: such a cutoff excludes nothing. */
function shift(ns: bigint, zone: ZoneOffset, change: (local: Date) => void): bigint | undefined {
  const utcMs = floorMs(ns)
  const local = new Date(utcMs + zone(utcMs) * MINUTE_MS)
  change(local)
  const localMs = local.getTime()
  if (Number.isNaN(localMs)) return undefined
  return BigInt(toUtc(localMs, zone)) * MS + (ns - BigInt(utcMs) * MS)
}

/** Local time to UTC as Go resolves it: the offset at the local time read as UTC, corrected once. */
function toUtc(localMs: number, zone: ZoneOffset): number {
  const guess = zone(localMs)
  return guess === 0 ? localMs : localMs - zone(localMs - guess * MINUTE_MS) * MINUTE_MS
}

function floorMs(ns: bigint): number {
  return Number(ns >= 0n ? ns / MS : -((-ns + MS - 1n) / MS))
}
