/** Numbers for people: the only place that formats sizes, counts, durations and times. */

const DECIMAL = ['', 'K', 'M', 'G', 'T', 'P', 'E']
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

/** Prints a size in bytes. */
export type SizeText = (bytes: number) => string

/** `0 B`, `899 B`, `0.9 KB`, `1.5 MB`; in steps of 1024 (`1.5 MiB`) when KOPIA_BYTES_STRING_BASE_2 is set: as Kopia prints sizes. */
export function sizeTextOf(env: Readonly<Record<string, string | undefined>>): SizeText {
  const isBinary = /^(1|t|true)$/i.test(env['KOPIA_BYTES_STRING_BASE_2'] ?? '')
  return (bytes) => scaled(bytes, isBinary ? 1024 : 1000, isBinary ? BINARY : DECIMAL, 'B')
}

/** A size in decimal units, where nobody can ask for others. */
export const formatBytes: SizeText = sizeTextOf({})

/** `12`, `1.2 K`, with the space that Kopia leaves after a number without unit. */
export function countText(count: number): string {
  return scaled(count, 1000, DECIMAL, '')
}

/** The next unit begins at nine tenths of it. */
function scaled(value: number, step: number, units: readonly string[], suffix: string): string {
  let rest = value
  for (const unit of units) {
    if (rest < 0.9 * step) return `${oneDigit(rest)} ${unit}${suffix}`
    rest /= step
  }
  return `${oneDigit(rest)} ${units.at(-1)}${suffix}`
}

/** At most one digit after the point. */
function oneDigit(value: number): string {
  return tenths(value).replace(/\.0$/, '')
}

/** One digit after the point; a value exactly between two goes to the even one, as in Go. */
export function tenths(value: number): string {
  const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2)
  const below = Math.floor(value * 10)
  return (isTie ? (below % 2 === 0 ? below : below + 1) / 10 : value).toFixed(1)
}

/** Whole number with separators: `1,204`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** `1 file`, `2 files`, `1,204 files`; irregular plurals are given. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`
}

/** `0.2 s`, `6.2 s`, `2 min 5 s`, `1 h 2 min`. */
export function formatDuration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `98.7 %`; 100 % only when nothing is missing from it. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '100 %'
  const percent = (part / whole) * 100
  if (part < whole && percent > 99.9) return '99.9 %'
  const text = percent.toFixed(1)
  return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`
}
