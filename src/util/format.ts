/** Numbers for people: the only place that formats sizes, counts, durations and times. */

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']

/** Decimal size with one digit after the point: `0 B`, `999 B`, `1.5 MB`, as Kopia prints by default. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  if (unit === 0) return `${value} B`
  const rounded = value.toFixed(1)
  return `${rounded.endsWith('.0') ? rounded.slice(0, -2) : rounded} ${UNITS[unit]}`
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
