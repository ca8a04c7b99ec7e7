/** Compares what was seen of a folder with the directory object that an earlier snapshot has of it. */
import { CairnError } from '../../../errors.ts'
import type { Entry } from '../../../fs/entry.ts'
import { entriesOf, type Rows } from '../../../fs/entry-rows.ts'
import { isPlaceholderName } from '../../../fs/placeholder.ts'
import type { DirEntry } from '../../dir-entry.ts'
import { decodeDirectory } from '../../directory.ts'
import { isReusable } from '../same.ts'
import type { EarlierFolder } from './protocol.ts'

/** Files and links are those of the earlier directory; the sub-folders are those it has. */
export interface SameFolder {
  readonly files: number
  readonly bytes: number
  readonly folders: readonly { readonly entry: Entry; readonly earlier: DirEntry }[]
}

/** Undefined unless every file and link is what the earlier directory holds, and every sub-folder was one then. */
export function compare(
  rows: Rows,
  { objectId, bytes, avoid }: Pick<EarlierFolder, 'objectId' | 'bytes' | 'avoid'>,
): SameFolder | undefined {
  const count = rows.names.length
  const byName = earlierByName(bytes, objectId)
  if (byName === undefined || byName.size !== count || count === 0) return undefined
  const folders: { entry: Entry; earlier: DirEntry }[] = []
  let size = 0
  for (const entry of entriesOf(rows)) {
    const earlier = byName.get(entry.name)
    // A name with U+FFFD may stand for other bytes, and a placeholder stands for something else.
    if (earlier === undefined || entry.name.includes('\ufffd') || isPlaceholderName(entry.name)) return undefined
    if (avoid.names.includes(entry.name) || avoid.inodes.includes(entry.inode)) return undefined
    if (entry.kind === 'directory') {
      if (earlier.type !== 'd') return undefined
      folders.push({ entry, earlier })
    } else if (isReusable(earlier, entry)) size += entry.size
    else return undefined
  }
  return { files: count - folders.length, bytes: size, folders }
}

/** Undefined when the object is damaged, or holds anything that cannot be compared one to one. */
function earlierByName(bytes: Uint8Array, objectId: string): Map<string, DirEntry> | undefined {
  try {
    const { entries, rejected } = decodeDirectory(bytes, objectId)
    const byName = new Map(entries.map((entry) => [entry.name, entry]))
    return rejected.length > 0 || byName.size !== entries.length ? undefined : byName
  } catch (error) {
    // The walk reads it again and says what is wrong with it.
    if (error instanceof CairnError) return undefined
    throw error
  }
}

/** Whether the directory object holds nothing at all. */
export function isEmptyDirectory(bytes: Uint8Array, objectId: string): boolean {
  return earlierByName(bytes, objectId)?.size === 0
}
