/** Sizes, counts and shares exactly as Kopia's listings print them. */

const DECIMAL = ['', 'K', 'M', 'G', 'T', 'P', 'E']
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

/** Prints a size in bytes. */
export type SizeText = (bytes: number) => string

/** `0 B`, `899 B`, `0.9 KB`, `1.5 MB`; in steps of 1024 (`1.5 MiB`) when KOPIA_BYTES_STRING_BASE_2 is set. */
export function sizeTextOf(env: Readonly<Record<string, string | undefined>>): SizeText {
  const isBinary = /^(1|t|true)$/i.test(env['KOPIA_BYTES_STRING_BASE_2'] ?? '')
  return (bytes) => scaled(bytes, isBinary ? 1024 : 1000, isBinary ? BINARY : DECIMAL, 'B')
}

/** `12`, `1.2 K`, with the space that Kopia leaves after a number without unit. */
export function countText(count: number): string {
  return scaled(count, 1000, DECIMAL, '')
}

/** By how much `packed` is smaller: `53.6%`, or `0%` when it is not. */
export function savingText(original: number, packed: number): string {
  return packed >= original || original === 0 ? '0%' : `${(100 * (1 - packed / original)).toFixed(1)}%`
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

/** At most one digit after the point; a value exactly between two goes to the even one, as in Go. */
function oneDigit(value: number): string {
  const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2)
  const below = Math.floor(value * 10)
  const rounded = isTie ? (below % 2 === 0 ? below : below + 1) / 10 : value
  return rounded.toFixed(1).replace(/\.0$/, '').replace(/^$/, '0')
}
