/** Text in the layout of Kopia's own listings, so that scripts that read one read the other. */
import type { DirEntryType } from '../snapshot/dir-entry.ts'

export { formatGoDuration as durationText } from '../util/go-duration.ts'

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
