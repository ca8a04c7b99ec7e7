/**
 * File times as text for Node, which takes seconds as a double (docs/repository-format.md, "Restoring times").
 *
 * A negative *number* would silently mean "now", a text does not. Node 20 cuts to whole microseconds towards zero, later versions
 * keep what the double holds; a part of a microsecond is added so that the rounding of the double cannot lose one.
 */

const NS_PER_US = 1000n
const US_PER_SECOND = 1_000_000n

/** Seconds since 1970 as decimal text; exact for whole seconds, else to the microsecond. */
export function timeText(ns: bigint): string {
  const isNegative = ns < 0n
  // Times before 1970: the magnitude is rounded up, so that the time is rounded down as it is after 1970.
  const us = isNegative ? (-ns + NS_PER_US - 1n) / NS_PER_US : ns / NS_PER_US
  const fraction = us % US_PER_SECOND
  const guard = isDyadic(fraction) ? '' : isNegative ? '2' : '5'
  return `${isNegative ? '-' : ''}${us / US_PER_SECOND}.${fraction.toString().padStart(6, '0')}${guard}`
}

/** Whether a fraction of a second in microseconds is a multiple of 1/64: doubles hold it exactly. */
function isDyadic(fraction: bigint): boolean {
  return fraction % 15_625n === 0n
}
