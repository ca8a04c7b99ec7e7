/** When two entries count as the same thing. */
import type { Entry } from '../../fs/entry.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { DirSummary } from '../summary.ts'

/** Whether bytes, permission bits and type are the same; times and owners do not count. */
export function isSame(a: DirEntry, b: DirEntry): boolean {
  return a.objectId === b.objectId && a.mode === b.mode && a.type === b.type
}

/** Whether both would be written with the same bytes, apart from the name. */
export function isIdentical(a: DirEntry, b: DirEntry): boolean {
  return (
    isSame(a, b) &&
    a.mtimeNs === b.mtimeNs &&
    a.size === b.size &&
    a.writtenSize === b.writtenSize &&
    a.uid === b.uid &&
    a.gid === b.gid &&
    // A name with U+FFFD may stand for other bytes.
    !a.name.includes('\ufffd') &&
    a.summary?.maxTimeNs === b.summary?.maxTimeNs &&
    a.summary?.files === b.summary?.files &&
    a.summary?.dirs === b.summary?.dirs &&
    a.summary?.symlinks === b.summary?.symlinks &&
    a.summary?.numFailed === b.summary?.numFailed &&
    a.summary?.numIgnoredErrors === b.summary?.numIgnoredErrors
  )
}

/** Whether a file or link has the metadata of the earlier entry, so that its bytes are taken to be the same. */
export function isReusable(old: DirEntry, entry: Entry): boolean {
  return (
    old.mtimeNs === entry.mtimeNs &&
    old.size === entry.size &&
    old.mode === entry.mode &&
    old.uid === entry.uid &&
    old.gid === entry.gid &&
    old.type === (entry.kind === 'symlink' ? 's' : 'f') &&
    old.objectId !== ''
  )
}

/** Whether a folder has the metadata of the earlier one, of which nothing is missing. */
export function isSameFolder(old: DirEntry, entry: Entry): boolean {
  return (
    entry.kind === 'directory' &&
    old.type === 'd' &&
    old.mtimeNs === entry.mtimeNs &&
    old.mode === entry.mode &&
    old.uid === entry.uid &&
    old.gid === entry.gid &&
    old.objectId !== '' &&
    // A directory that is there is written without its size.
    old.writtenSize === undefined &&
    isComplete(old.summary)
  )
}

/** Whether the summary of a directory says that nothing is missing in it. */
export function isComplete(summary: DirSummary | undefined): summary is DirSummary {
  return summary !== undefined && summary.incomplete === undefined && summary.numFailed === 0 && summary.numIgnoredErrors === 0
}
