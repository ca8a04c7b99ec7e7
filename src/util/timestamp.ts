/** RFC 3339 text <-> int64 nanoseconds, exactly as Go prints them (docs/repository-format.md, "JSON"). */

const NS_PER_SECOND = 1_000_000_000n
const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d\d):(\d\d))$/

/** What was formatted last: files that were written together share their second. */
const latest = { seconds: Number.NaN, text: '' }

function secondsText(seconds: number): string {
  if (seconds !== latest.seconds) {
    latest.text = new Date(seconds * 1000).toISOString().slice(0, 19)
    latest.seconds = seconds
  }
  return latest.text
}

/** Text in UTC with up to nine fractional digits, trailing zeros removed: `2023-11-14T22:13:20.5Z`. */
export function formatTimestamp(ns: bigint): string {
  let seconds = ns / NS_PER_SECOND
  let fraction = ns % NS_PER_SECOND
  if (fraction < 0n) {
    seconds -= 1n
    fraction += NS_PER_SECOND
  }
  const text = secondsText(Number(seconds))
  if (fraction === 0n) return `${text}Z`
  const digits = (1_000_000_000 + Number(fraction)).toString()
  let end = digits.length
  while (digits.charCodeAt(end - 1) === 0x30) end--
  return `${text}.${digits.slice(1, end)}Z`
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * The form that is always written, UTC with `T` and `Z`, and a day that every year has; undefined for anything else.
 * Directories hold a time for each entry, and this takes a seventh of the time of the general way.
 */
function parseWritten(text: string): bigint | undefined {
  const end = text.length - 1
  if (end < 19 || end === 20 || end > 29 || text.charCodeAt(end) !== 0x5a || text.charCodeAt(10) !== 0x54) return undefined
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) {
    return undefined
  }
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const hour = digits(text, 11, 13)
  const minute = digits(text, 14, 16)
  const second = digits(text, 17, 19)
  if (year < 100 || day < 1 || day > (DAYS_OF_MONTH[month - 1] ?? 0) || hour < 0 || hour > 23) return undefined
  if (minute < 0 || minute > 59 || second < 0 || second > 59) return undefined
  let fraction = 0
  if (end > 19) {
    if (text.charCodeAt(19) !== 0x2e) return undefined
    fraction = digits(text, 20, end)
    if (fraction < 0) return undefined
    for (let count = end - 20; count < 9; count++) fraction *= 10
  }
  return BigInt(Date.UTC(year, month - 1, day, hour, minute, second)) * 1_000_000n + BigInt(fraction)
}

/** The number in `text` from `start` to `end`, or -1 when there is something else than digits. */
function digits(text: string, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** Nanoseconds since 1970, or undefined when `text` is not RFC 3339. */
export function parseTimestamp(text: string): bigint | undefined {
  const written = parseWritten(text)
  if (written !== undefined) return written
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
