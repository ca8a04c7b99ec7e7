/** RFC 3339 text <-> int64 nanoseconds, exactly as Go prints them (docs/repository-format.md, "JSON"). */

const NS_PER_SECOND = 1_000_000_000n
const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d\d):(\d\d))$/

/** Text in UTC with up to nine fractional digits, trailing zeros removed: `2023-11-14T22:13:20.5Z`. */
export function formatTimestamp(ns: bigint): string {
  let seconds = ns / NS_PER_SECOND
  let fraction = ns % NS_PER_SECOND
  if (fraction < 0n) {
    seconds -= 1n
    fraction += NS_PER_SECOND
  }
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19)
  if (fraction === 0n) return `${text}Z`
  return `${text}.${fraction.toString().padStart(9, '0').replace(/0+$/, '')}Z`
}

/** Nanoseconds since 1970, or undefined when `text` is not RFC 3339. */
export function parseTimestamp(text: string): bigint | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, fraction, , sign, zoneHour, zoneMinute] = match
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  // Date.UTC reads years 0..99 as 1900..1999, and rolls over day 31 of a short month: both are refused.
  const back = new Date(ms)
  if (back.getUTCFullYear() !== Number(year) || back.getUTCMonth() !== Number(month) - 1 || back.getUTCDate() !== Number(day))
    return undefined
  let seconds = BigInt(ms / 1000)
  if (sign !== undefined) {
    const offset = BigInt(Number(zoneHour) * 3600 + Number(zoneMinute) * 60)
    seconds += sign === '-' ? offset : -offset
  }
  return seconds * NS_PER_SECOND + BigInt((fraction ?? '').padEnd(9, '0') || '0')
}
