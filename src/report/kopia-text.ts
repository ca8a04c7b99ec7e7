/** Text in the layout of Kopia's own listings, so that scripts that read one read the other. */
import type { DirEntryType } from '../snapshot/dir-entry.ts'

const TYPE_LETTERS: Readonly<Record<DirEntryType, string>> = { d: 'd', s: 'L', f: '', unknown: '?' }

/** Mode as Kopia prints it: type and special bits as letters (`-` when there is none), then nine permission letters. */
export function modeText(type: DirEntryType, mode: number): string {
  let letters = TYPE_LETTERS[type]
  if (mode & 0o4000) letters += 'u'
  if (mode & 0o2000) letters += 'g'
  if (mode & 0o1000) letters += 't'
  const permissions = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-')).join('')
  return `${letters === '' ? '-' : letters}${permissions}`
}

/** `20m0s`, `24h0m0s`, `1.5s`: a duration as Go prints it, for durations of a second and more. */
export function durationText(ns: bigint): string {
  const totalSeconds = ns / 1_000_000_000n
  const fraction = String(ns % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '')
  const [hours, minutes] = [totalSeconds / 3600n, (totalSeconds / 60n) % 60n]
  const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`
  if (hours > 0n) return `${hours}h${minutes}m${seconds}`
  return minutes > 0n ? `${minutes}m${seconds}` : seconds
}
