/** Durations and sizes as text. */

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/** Longest timeout of a hook, in seconds. */
export const MAX_TIMEOUT_SECONDS = 24 * 3600

/** Seconds of `90`, `90s`, `5m` or `1h30m`; undefined for anything else, fractions included. */
export function parseDuration(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  if (!/^(?:\d{1,9}[smh])+$/.test(text) || text.length > 60) return undefined
  let seconds = 0
  for (const [, digits, unit] of text.matchAll(/(\d+)([smh])/g)) seconds += Number(digits) * (UNIT_SECONDS[unit ?? ''] ?? 0)
  return seconds
}

const UNIT_BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

/** Bytes of `512`, `10 MB` or `2 GiB`; undefined for anything else and above 2^53. */
export function parseByteSize(text: string): number | undefined {
  const match = /^(\d{1,16}) ?([KMGT]?i?B)?$/.exec(text)
  const unit = UNIT_BYTES[match?.[2] ?? 'B']
  if (match === null || unit === undefined) return undefined
  const bytes = Number(match[1]) * unit
  return Number.isSafeInteger(bytes) ? bytes : undefined
}
