/** Which snapshot of a path is meant, as `--snapshot-time` says it (docs/repository-format.md, "Naming what to restore"). */
import { CairnError } from '../errors.ts'
import type { ZoneTime } from '../util/tzif.ts'

/** The last one, the first one, or the last that began before a moment, in nanoseconds since 1970. */
export type SnapshotChoice = { readonly kind: 'latest' } | { readonly kind: 'oldest' } | { readonly kind: 'before'; readonly ns: bigint }

export interface TimeSpecContext {
  readonly nowMs: number
  /** What the clocks of the machine show, by seconds since 1970. */
  readonly zone: (seconds: number) => ZoneTime
}

/**
 * `latest`, `oldest`, `yesterday`, `last-month`, `last-year`, `1y-2mo-3d-ago`, or a date with as much of a time as is known.
 * A moment stands for all of the year, month, day, hour, minute or second that it names. Throws CAIRN_USAGE for anything else.
 */
export function parseSnapshotChoice(text: string, context: TimeSpecContext): SnapshotChoice {
  if (text === '' || text === 'latest') return { kind: 'latest' }
  if (text === 'oldest') return { kind: 'oldest' }
  const seconds = relativeEnd(text, context) ?? absoluteEnd(text, context)
  if (seconds !== undefined) return { kind: 'before', ns: BigInt(Math.round(seconds * 1000)) * 1_000_000n }
  throw new CairnError('CAIRN_USAGE', `--snapshot-time "${text}" is not a time.`, {
    hint: 'Write latest, oldest, yesterday, last-month, last-year, 2mo-3d-ago, 2026-01-31 or "2026-01-31 15:04:05 UTC".',
  })
}

type Wall = readonly [year: number, month: number, day: number, hour?: number, minute?: number, second?: number]

const AGO = /^(?:(\d{1,3})(?:y|years?)-)?(?:(\d{1,3})(?:m|mo|months?)-)?(?:(\d{1,3})(?:d|days?)-)?ago$/

function relativeEnd(text: string, { nowMs, zone }: TimeSpecContext): number | undefined {
  const now = Math.floor(nowMs / 1000)
  const today = new Date((now + zone(now).offsetSeconds) * 1000)
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()]
  if (text === 'yesterday') return moment([year, month, day], zone)
  if (text === 'last-month') return moment([year, month, 1], zone)
  if (text === 'last-year') return moment([year, 1, 1], zone)
  const ago = text.endsWith('-ago') ? AGO.exec(text) : null
  if (ago === null) return undefined
  const [years, months, days] = [ago[1], ago[2], ago[3]].map((part) => Number(part ?? 0))
  // To the end of that day.
  return moment([year - (years ?? 0), month - (months ?? 0), day - (days ?? 0) + 1], zone)
}

const DATE = String.raw`(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)`
const MINUTES = String.raw`(?<hour>\d\d?):(?<minute>\d\d)`
const SECONDS = String.raw`${MINUTES}:(?<second>\d\d)(?<fraction>[.,]\d+)?`
const FORMS = [
  // As listings print a time, with the short name of a zone.
  String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d) ${SECONDS} (?<name>[A-Za-z]{3,5}|GMT[+-]\d\d?|[+-]\d\d(?:\d\d)?)`,
  String.raw`${DATE}T${SECONDS}(?<offset>Z|[+-]\d\d(?::?\d\d)?)?`,
  String.raw`${DATE} ${SECONDS}(?<offset>Z|[+-]\d\d(?:\d\d)?)?`,
  String.raw`${DATE}[T ]${MINUTES}(?<offset>Z|[+-]\d\d)?`,
  String.raw`${DATE}[T ](?<hour>\d\d?)`,
  DATE,
  String.raw`(?<year>\d{4})-(?<month>\d\d?)`,
  String.raw`(?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`))

function absoluteEnd(text: string, { zone }: TimeSpecContext): number | undefined {
  const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined)
  if (groups === undefined) return undefined
  const { year, month, day, hour, minute, second, fraction = '' } = groups
  const wall = [year, month ?? 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0].map(Number)
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = wall
  // What does not come back as it was put in is no date.
  const date = new Date(0)
  date.setUTCFullYear(y, mo - 1, d)
  if (date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d || h > 23 || mi > 59 || s > 59) return undefined
  if (month === undefined) return moment([y + 1, 1, 1], zone)
  if (day === undefined) return moment([y, mo + 1, 1], zone)
  if (hour === undefined) return moment([y, mo, d + 1], zone)
  const begin = begins([y, mo, d, h, mi, s], groups, zone)
  if (begin === undefined) return undefined
  return begin + Number(`0${fraction.replace(',', '.')}`) + (second !== undefined ? 1 : minute !== undefined ? 60 : 3600)
}

function begins(
  wall: Wall,
  { name, offset }: { readonly [group: string]: string | undefined },
  zone: TimeSpecContext['zone'],
): number | undefined {
  if (offset !== undefined) return utcSeconds(wall) - offsetSeconds(offset)
  if (name === undefined) return moment(wall, zone)
  if (name === 'UTC' || name === 'GMT') return utcSeconds(wall)
  if (name.startsWith('GMT')) return utcSeconds(wall) - Number(name.slice(3)) * 3600
  if (/^[+-]/.test(name)) return utcSeconds(wall) - offsetSeconds(name)
  // Short names mean something only where they are in use; a summer time may be named in winter.
  const near = [utcSeconds(wall), utcSeconds([wall[0], 1, 1]), utcSeconds([wall[0], 7, 1])]
  const known = near.map(zone).find((time) => time.name === name)
  return known === undefined ? undefined : utcSeconds(wall) - known.offsetSeconds
}

/** `Z`, `+02`, `+0230` or `+02:30`. */
function offsetSeconds(text: string): number {
  if (text === 'Z') return 0
  const digits = text.slice(1).replace(':', '')
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2) || 0) * 60
  return text.startsWith('-') ? -seconds : seconds
}

/** When clocks of the zone show `wall`; its parts may be out of their range, and carry over. */
function moment(wall: Wall, zone: TimeSpecContext['zone']): number {
  const local = utcSeconds(wall)
  const guess = local - zone(local).offsetSeconds
  return local - zone(guess).offsetSeconds
}

function utcSeconds([year, month, day, hour = 0, minute = 0, second = 0]: Wall): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  return date.getTime() / 1000
}
