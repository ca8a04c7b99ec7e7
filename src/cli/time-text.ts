/** Times in the results of commands, in the zone that was asked for and in Kopia's layouts. */
import { machineZone, offsetText, UTC, type Zone, zoneNamed } from './zone.ts'

/** Times are nanoseconds since 1970. */
export interface TimeTexts {
  /** `2026-11-23 07:18:57 CET`. */
  readonly text: (ns: bigint) => string
  /** `2026-11-23 07:18:57.123 CET`: with milliseconds, the rest cut off. */
  readonly precise: (ns: bigint) => string
  /** The layout of `text` for a time that Kopia keeps in UTC, and shows so with `--timezone=original`. */
  readonly recorded: (ns: bigint) => string
  /** `2026-11-23 07:18:57.5 +0100 CET`: as Go prints a time, always in the zone of the machine. */
  readonly go: (ns: bigint) => string
  /** `2026-11-23T07:18:57.123456+01:00`, in the zone of the machine: how lines of a log begin. */
  readonly stamp: (ns: bigint) => string
}

/** The texts for `--timezone=asked` (`local`, `utc`, `original` or a name) on a machine with this `TZ`. Errors: CAIRN_USAGE for an unknown name. */
export function timeTexts(asked: string | undefined, tz: string | undefined): TimeTexts {
  const machine = machineZone(tz)
  const zone = zoneOf(asked ?? 'local', machine)
  const recorded = asked === 'original' ? UTC : zone
  return {
    text: (ns) => layOut(ns, zone, ''),
    precise: (ns) => layOut(ns, zone, `.${fraction(ns).slice(0, 3)}`),
    recorded: (ns) => layOut(ns, recorded, ''),
    go: (ns) => goText(ns, machine),
    stamp: (ns) => stampText(ns, machine),
  }
}

function zoneOf(asked: string, machine: Zone): Zone {
  if (asked === 'local' || asked === 'original' || asked === 'Local') return machine
  return asked === 'utc' ? UTC : zoneNamed(asked)
}

function layOut(ns: bigint, zone: Zone, after: string): string {
  const { name, clock } = at(ns, zone)
  return `${clock.replace('T', ' ')}${after} ${name}`
}

function goText(ns: bigint, zone: Zone): string {
  const { name, clock, offsetSeconds } = at(ns, zone)
  const digits = fraction(ns).replace(/0+$/, '')
  return `${clock.replace('T', ' ')}${digits === '' ? '' : `.${digits}`} ${offsetText(offsetSeconds, '')} ${name}`
}

function stampText(ns: bigint, zone: Zone): string {
  const { clock, offsetSeconds } = at(ns, zone)
  return `${clock}.${fraction(ns).slice(0, 6)}${offsetSeconds === 0 ? 'Z' : offsetText(offsetSeconds, ':')}`
}

/** The whole second that a moment is in, as the zone's clocks show it. */
function at(ns: bigint, zone: Zone): { clock: string; name: string; offsetSeconds: number } {
  const seconds = Number((ns - mod(ns)) / NS_PER_SECOND)
  const { name, offsetSeconds } = zone(seconds)
  return { clock: new Date((seconds + offsetSeconds) * 1000).toISOString().slice(0, 19), name, offsetSeconds }
}

const NS_PER_SECOND = 1_000_000_000n

function mod(ns: bigint): bigint {
  return ((ns % NS_PER_SECOND) + NS_PER_SECOND) % NS_PER_SECOND
}

/** Nine digits. */
function fraction(ns: bigint): string {
  return String(mod(ns)).padStart(9, '0')
}
