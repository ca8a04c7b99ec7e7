/** Time zones as offsets from UTC: that of the machine, one by its name, and UTC itself. */

/** Minutes that local time is ahead of UTC at a moment, given in milliseconds since 1970. */
export type ZoneOffset = (utcMs: number) => number

export const utcZone: ZoneOffset = () => 0

/** The zone that the process runs in: `TZ`, else what the machine is set to. */
export const localZone: ZoneOffset = (utcMs) => -new Date(utcMs).getTimezoneOffset()

/** A zone by its IANA name, from the runtime's own tables. Throws RangeError for a name that does not exist. */
export function namedZone(name: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (utcMs) => {
    const parts = Object.fromEntries(format.formatToParts(utcMs).map(({ type, value }) => [type, value]))
    const at = (type: string) => Number(parts[type])
    const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
    return Math.round((local - Math.floor(utcMs / 1000) * 1000) / 60_000)
  }
}
