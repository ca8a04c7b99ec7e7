/** Writes a directory when everything in it is stored, and counts what changed in it since the earlier snapshot. */
import type { Entry } from '../../fs/entry.ts'
import { compressorForMetadata } from '../../policy/compressor-choice.ts'
import type { Policy } from '../../policy/policy.ts'
import type { DirEntry } from '../dir-entry.ts'
import { summarize } from '../summary.ts'
import type { FolderContent } from './folder-content.ts'
import type { PreviousDirectory } from './previous.ts'
import { storeDirectory } from './store-directory.ts'
import { isSame, type StoreContext } from './store-entry.ts'

export interface FinishedFolder {
  readonly entry: Entry
  readonly policy: Policy
  /** The same directory in the snapshot that changes are counted against. */
  readonly compared: DirEntry | undefined
}

/** Stores the directory object and returns the entry for its parent. */
export async function finishFolder(
  context: StoreContext,
  folder: FinishedFolder,
  content: FolderContent,
  previous: PreviousDirectory,
): Promise<DirEntry> {
  const { entry, policy, compared } = folder
  const { tally } = context
  for (const gone of previous.remaining()) countRemoved(context, gone)
  // An empty directory has its own time inside its object: with kept times that has to be the earlier one.
  const keepsEmptyTime = context.keepsTimes && content.entries.length === 0 && compared !== undefined && wasEmpty(compared)
  const ownMtimeNs = keepsEmptyTime && compared.mode === entry.mode ? compared.mtimeNs : entry.mtimeNs
  const summary = summarize(content.entries, ownMtimeNs, { fatal: content.fatal, ignored: content.ignored })
  const written = await storeDirectory(context.objects, content.entries, summary, compressorForMetadata(policy), context.signal)
  tally.newBytes += written.newBytes
  const { name, rawName, mode, mtimeNs, uid, gid } = entry
  const stored: DirEntry = { name, type: 'd', mode, size: summary.size, mtimeNs, uid, gid, objectId: written.id, summary }
  const named = rawName === undefined ? stored : { ...stored, rawName }
  if (compared === undefined || compared.mode !== mode) tally.changes.directories++
  return context.keepsTimes && compared !== undefined && isSame(named, compared) ? { ...named, mtimeNs: compared.mtimeNs } : named
}

/** Counts an entry of the earlier snapshot that is not there any more, with everything below it. */
export function countRemoved(context: StoreContext, gone: DirEntry): void {
  const { changes } = context.tally
  if (gone.type !== 'd') {
    changes.removed++
    return
  }
  changes.removed += (gone.summary?.files ?? 0) + (gone.summary?.symlinks ?? 0)
  changes.directories += gone.summary?.dirs ?? 1
}

function wasEmpty(directory: DirEntry): boolean {
  const { summary } = directory
  return summary !== undefined && summary.files === 0 && summary.symlinks === 0 && summary.dirs === 1
}
