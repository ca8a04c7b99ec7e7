/** Writes a directory when everything in it is stored, and counts what changed in it since the earlier snapshot. */
import type { Entry } from '../../fs/entry.ts'
import { compressorForMetadata } from '../../policy/compressor-choice.ts'
import type { Policy } from '../../policy/policy.ts'
import type { DirEntry } from '../dir-entry.ts'
import { type DirSummary, summarize } from '../summary.ts'
import type { FolderContent } from './folder-content.ts'
import type { PreviousDirectory } from './previous.ts'
import { isComplete, isSame } from './same.ts'
import { storeDirectory } from './store-directory.ts'
import type { StoreContext } from './store-entry.ts'

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
  // Of a directory that was cut short nobody knows what was removed.
  if (context.stop.reason === undefined) for (const gone of previous.remaining()) tally.removed(content.pathOf(gone.name), gone)
  // An empty directory has its own time inside its object: with kept times that has to be the earlier one.
  const keepsEmptyTime = context.keepsTimes && content.entries.length + content.unread === 0 && compared !== undefined && wasEmpty(compared)
  const ownMtimeNs = keepsEmptyTime && compared.mode === entry.mode ? compared.mtimeNs : entry.mtimeNs
  const { objectId, summary } = isUnchanged(content, previous, compared)
    ? compared
    : await storeContent(context, policy, content, ownMtimeNs)
  const { name, rawName, mode, mtimeNs, uid, gid } = entry
  const stored: DirEntry = { name, type: 'd', mode, size: summary.size, mtimeNs, uid, gid, objectId, summary }
  const named = rawName === undefined ? stored : { ...stored, rawName }
  if (compared === undefined || compared.mode !== mode) tally.changes.directories++
  return context.keepsTimes && compared !== undefined && isSame(named, compared) ? { ...named, mtimeNs: compared.mtimeNs } : named
}

type StoredContent = DirEntry & { readonly summary: DirSummary }

/** Whether the earlier object holds exactly these entries, so that it need not be made again. */
export function isUnchanged(
  content: FolderContent,
  previous: PreviousDirectory,
  compared: DirEntry | undefined,
): compared is StoredContent {
  const { entries, identical, unread, fatal, ignored } = content
  const count = entries.length + unread
  if (count === 0 || fatal.length + ignored.length > 0) return false
  return entries.length === identical && count === previous.comparedCount && isComplete(compared?.summary)
}

async function storeContent(
  context: StoreContext,
  policy: Policy,
  content: FolderContent,
  ownMtimeNs: bigint,
): Promise<Pick<StoredContent, 'objectId' | 'summary'>> {
  const { fatal, ignored } = content
  const summary = summarize(content.entries, ownMtimeNs, { fatal, ignored, incomplete: context.stop.reason })
  const written = await storeDirectory(context.objects, content.entries, summary, compressorForMetadata(policy), context.signal)
  return { objectId: written.id, summary }
}

function wasEmpty(directory: DirEntry): boolean {
  const { summary } = directory
  return summary !== undefined && summary.files === 0 && summary.symlinks === 0 && summary.dirs === 1
}
