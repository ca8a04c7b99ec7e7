/** Headers that all cloud stores share. */

/** How long an answer asks to wait, from its `Retry-After`: a number of seconds, or a date, which counts from the answer's own `Date`. */
export function retryAfterMs(value: string | undefined, answeredMs: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,6}$/.test(value.trim())) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date - answeredMs) ? undefined : Math.max(0, date - answeredMs)
}
