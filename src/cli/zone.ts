/** The time zone that times are shown in: `--timezone`, with the names that Kopia prints. */
import { readFileSync } from 'node:fs'
import { CairnError } from '../errors.ts'
import { localZone, namedZone, utcZone, type ZoneOffset } from '../util/time-zone.ts'
import { decodeZoneTable, type ZoneTable, type ZoneTime, zoneTimeAt } from '../util/tzif.ts'

/** What the clocks of a zone show, by seconds since 1970. */
export type Zone = (seconds: number) => ZoneTime

export const UTC: Zone = () => ({ offsetSeconds: 0, name: 'UTC' })

const FOLDERS = ['/usr/share/zoneinfo', '/usr/share/lib/zoneinfo', '/usr/lib/locale/TZ', '/etc/zoneinfo']

/** The zone of the process: `TZ`, else what the machine is set to. A `TZ` that names nothing is UTC. */
export function machineZone(tz: string | undefined): Zone {
  let zone: Zone | undefined
  // Looked up when a time is shown: most commands show none, and the runtime takes its time to load its tables.
  return (seconds) => {
    zone ??= lookUpMachineZone(tz)
    return zone(seconds)
  }
}

function lookUpMachineZone(tz: string | undefined): Zone {
  if (tz === undefined) return zoneFrom(readTable('/etc/localtime'), localZone, () => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const name = tz.replace(/^:/, '')
  if (name === '' || name === 'UTC') return UTC
  const table = name.startsWith('/') ? readTable(name) : findTable(name)
  return table === undefined && !isNamed(name) ? UTC : zoneFrom(table, isNamed(name) ? namedZone(name) : localZone, () => name)
}

/** A zone by its name in the tables of the machine or of the runtime. Errors: CAIRN_USAGE when neither knows it. */
export function zoneNamed(name: string): Zone {
  if (name === '' || name === 'UTC') return UTC
  const table = findTable(name)
  if (table === undefined && !isNamed(name)) {
    throw new CairnError('CAIRN_USAGE', `--timezone "${name}" is not a time zone.`, {
      hint: 'Write local, utc, original or a name such as Europe/Berlin.',
    })
  }
  return zoneFrom(table, isNamed(name) ? namedZone(name) : utcZone, () => name)
}

/**
 * The table where there is one. Later than it reaches, and without one, the runtime knows the offset, and the rule or the runtime a name for it.
 *
 * `name` is asked only then: the runtime takes its time to load its tables.
 */
export function zoneFrom(table: ZoneTable | undefined, offsetAt: ZoneOffset, name: () => string): Zone {
  return (seconds) => {
    const known = table === undefined ? undefined : zoneTimeAt(table, seconds)
    if (known !== undefined) return known
    const offsetSeconds = offsetAt(seconds * 1000) * 60
    const ruled = table?.rule.find((time) => time.offsetSeconds === offsetSeconds)
    return ruled ?? { offsetSeconds, name: runtimeName(name(), seconds) ?? offsetName(offsetSeconds) }
  }
}

function findTable(name: string): ZoneTable | undefined {
  if (name.includes('..') || name.startsWith('/') || name.includes('\\')) return undefined
  for (const folder of FOLDERS) {
    const table = readTable(`${folder}/${name}`)
    if (table !== undefined) return table
  }
  return undefined
}

function readTable(path: string): ZoneTable | undefined {
  try {
    return decodeZoneTable(readFileSync(path))
  } catch {
    // A system without such files, as Windows is.
    return undefined
  }
}

function isNamed(name: string): boolean {
  try {
    return namedZone(name) !== undefined
  } catch {
    return false
  }
}

/** Each language has short names only for the zones of its countries. */
const LANGUAGES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN', 'en-CA', 'ja-JP']

function runtimeName(name: string, seconds: number): string | undefined {
  if (!isNamed(name)) return undefined
  for (const language of LANGUAGES) {
    const parts = new Intl.DateTimeFormat(language, { timeZone: name, timeZoneName: 'short' }).formatToParts(seconds * 1000)
    const text = parts.find(({ type }) => type === 'timeZoneName')?.value
    if (text !== undefined && /^[A-Z]+$/.test(text)) return text
  }
  return undefined
}

/** `+01` or `-0330`, as zones without a name of their own are called. */
function offsetName(seconds: number): string {
  return offsetText(seconds, '').replace(/00$/, '')
}

/** `+0100`, with `between` hours and minutes. */
export function offsetText(seconds: number, between: string): string {
  const minutes = Math.trunc(Math.abs(seconds) / 60)
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(minutes / 60)}${between}${two(minutes % 60)}`
}
