/** Reads one directory of the source: its names at once, the facts of its entries in parts. */
import type { Entry } from '../../fs/entry.ts'
import type { IgnoreContext } from '../../fs/ignore.ts'
import { type LocalListing, type LocalName, type LocalPath, listNames, lookAt, replacedFolder } from '../../fs/local.ts'
import { withPlaceholders } from '../../fs/placeholder.ts'
import { filterEntries, selectEntries } from '../../fs/selection.ts'
import { isSpecialName } from '../../fs/special-files.ts'
import type { EntryLog } from './entry-log.ts'
import { entryFailures, type FolderTask, type OpenFolder } from './folder.ts'
import type { LeaveOut } from './leave-out.ts'
import type { FileIdentity } from './request.ts'
import type { UploadTally } from './tally.ts'

/** The entries of a folder: their names, or everything about them, and the rules that hold for them. */
export interface OpenedFolder {
  readonly names: readonly LocalName[]
  /** Undefined when they are to be looked at in parts. */
  readonly listing: LocalListing | undefined
  readonly ignore: IgnoreContext
}

/** Entries of one directory whose facts are in memory at the same time, beside those being read. */
const NAMES_PER_LOOK = 512

/** Opens a folder; `listing` is what a scout has found in it. A cache directory has no entries. */
export function openFolder(
  tally: UploadTally,
  task: FolderTask,
  path: LocalPath,
  identity: FileIdentity,
  listing: LocalListing | undefined,
): OpenedFolder {
  if (listing !== undefined) {
    const { ignore, isCache } = openRules(tally, task, path, identity, listing.entries)
    const seen = isCache ? NO_ENTRIES : listing
    return { names: seen.entries.map(({ name }) => name), listing: seen, ignore }
  }
  return entryFailures(() => {
    const names = listNames(path)
    const special = lookAt(
      path,
      names.filter((name) => isSpecialName(name, task.policy.ignoreDotFiles)),
    )
    const { ignore, isCache } = openRules(tally, task, path, identity, special.entries)
    return { names: isCache ? [] : names, listing: undefined, ignore }
  })
}

/** The rules of a folder whose entries are known; they are none of the snapshot's when it is a cache directory. */
export function openRules(tally: UploadTally, task: FolderTask, path: LocalPath, identity: FileIdentity, entries: readonly Entry[]) {
  const { policy, parent } = task
  return entryFailures(() => {
    const special = entries.filter(({ name }) => isSpecialName(name, policy.ignoreDotFiles))
    const { context, isCache } = selectEntries(path, special, identity.device, policy, parent)
    if (isCache) tally.stats.excludedDirCount++
    return { ignore: context, isCache }
  })
}

const NO_ENTRIES: LocalListing = { entries: [], failures: [], vanished: 0 }

/** Who hears of what is left out. */
export interface EntryReader {
  readonly tally: UploadTally
  readonly leaveOut: LeaveOut
  readonly entryLog: EntryLog
}

/** The entries that are stored, in parts: the facts of a million files are not all in memory at once. */
export function* readEntries(reader: EntryReader, folder: OpenFolder, { names, listing }: OpenedFolder): Generator<readonly Entry[]> {
  if (listing !== undefined) yield selectListed(reader, folder, listing)
  else for (let at = 0; at < names.length; at += NAMES_PER_LOOK) yield lookAtEntries(reader, folder, names.slice(at, at + NAMES_PER_LOOK))
}

/** Facts of some entries, without those that are not stored. */
function lookAtEntries(reader: EntryReader, folder: OpenFolder, names: readonly LocalName[]): readonly Entry[] {
  const { path, identity } = folder
  return entryFailures(() => {
    const listing = lookAt(path, names)
    // Replaced by a link to somewhere else since it was first looked at: what was seen is not ours.
    const replaced = replacedFolder(path, identity)
    if (replaced !== undefined) throw replaced
    return selectListed(reader, folder, listing)
  })
}

/** The entries of a listing that are stored; counts the others. */
export function selectListed({ tally, leaveOut, entryLog }: EntryReader, folder: OpenFolder, listing: LocalListing): readonly Entry[] {
  const { task, identity, content, ignore } = folder
  tally.leftOut.vanished += listing.vanished
  for (const { name, error } of listing.failures) {
    content.fail(name, error.message, task.policy.child(name).policy.errorHandling?.ignoreFileErrors ?? false)
  }
  const entries = leaveOut(withPlaceholders(listing.entries), content)
  const filtered = filterEntries(entries, identity.device, task.policy, ignore)
  tally.filtered(entries.length, filtered)
  if (entryLog.isOn && filtered.excludedFiles + filtered.excludedDirs > 0) {
    for (const entry of entries) {
      if (ignore.isIgnored(entry.name, entry.kind === 'directory')) entryLog.ignored(content.pathOf(entry.name), entry, task.policy.policy)
    }
  }
  return filtered.entries
}
