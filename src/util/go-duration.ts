/** Durations as Go programs take and print them: `1h30m`, `2.5s`, `100ms`. */

const NS_PER_UNIT: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
}
const MAX_NS = 2n ** 63n - 1n

/** Nanoseconds of a duration, perhaps negative; undefined when the text is none, or one beyond 292 years. */
export function parseGoDuration(text: string): bigint | undefined {
  const match = /^([+-]?)(.+)$/.exec(text)
  const [, sign, body = ''] = match ?? []
  if (body === '0') return 0n
  const parts = [...body.matchAll(/(\d*)(?:\.(\d*))?([a-z\u00b5\u03bc]+)/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== body) return undefined
  let ns = 0n
  for (const [, whole = '', fraction = '', unit = ''] of parts) {
    const scale = NS_PER_UNIT[unit]
    if (scale === undefined || (whole === '' && fraction === '')) return undefined
    ns += BigInt(whole === '' ? '0' : whole) * scale
    if (fraction !== '') ns += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length)
  }
  return ns > MAX_NS ? undefined : sign === '-' ? -ns : ns
}

/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
export function formatGoDuration(ns: bigint): string {
  const totalSeconds = ns / 1_000_000_000n
  const fraction = String(ns % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '')
  const [hours, minutes] = [totalSeconds / 3600n, (totalSeconds / 60n) % 60n]
  const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`
  if (hours > 0n) return `${hours}h${minutes}m${seconds}`
  return minutes > 0n ? `${minutes}m${seconds}` : seconds
}
