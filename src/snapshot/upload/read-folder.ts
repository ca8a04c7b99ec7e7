/** Reads one directory of the source: its names at once, the facts of its entries in parts. */
import { CairnError } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import type { IgnoreContext } from '../../fs/ignore.ts'
import { type LocalName, type LocalPath, listNames, lookAt, showPath, statLocal } from '../../fs/local.ts'
import { filterEntries, selectEntries } from '../../fs/selection.ts'
import { isSpecialName } from '../../fs/special-files.ts'
import { entryFailures, type FolderTask, type OpenFolder } from './folder.ts'
import type { LeaveOut } from './leave-out.ts'
import type { FileIdentity } from './request.ts'
import type { UploadTally } from './tally.ts'

interface OpenedNames {
  readonly names: readonly LocalName[]
  readonly ignore: IgnoreContext
}

/** Names of the entries and the rules that hold for them; a cache directory has none. */
export function openFolder(tally: UploadTally, task: FolderTask, path: LocalPath, identity: FileIdentity): OpenedNames {
  const { policy } = task
  tally.stats.dirCount++
  return entryFailures(() => {
    const names = listNames(path)
    const special = lookAt(
      path,
      names.filter((name) => isSpecialName(name, policy.ignoreDotFiles)),
    )
    const { context, isCache } = selectEntries(path, special.entries, identity.device, policy, task.parent)
    if (isCache) tally.stats.excludedDirCount++
    return { names: isCache ? [] : names, ignore: context }
  })
}

/** Facts of some entries, without those that are not stored. */
export function lookAtEntries(tally: UploadTally, leaveOut: LeaveOut, folder: OpenFolder, names: readonly LocalName[]): readonly Entry[] {
  const { task, path, identity, content, ignore } = folder
  return entryFailures(() => {
    const listing = lookAt(path, names)
    // Replaced by a link to somewhere else since it was first looked at: what was seen is not ours.
    const now = statLocal(path)
    if (now.device !== identity.device || now.inode !== identity.inode) throw replaced(showPath(path))
    tally.leftOut.vanished += listing.vanished
    for (const { name, error } of listing.failures) {
      content.fail(name, error.message, task.policy.child(name).policy.errorHandling?.ignoreFileErrors ?? false)
    }
    const entries = leaveOut(listing.entries, content)
    const filtered = filterEntries(entries, identity.device, task.policy, ignore)
    tally.filtered(entries.length, filtered)
    return filtered.entries
  })
}

function replaced(path: string): CairnError {
  return new CairnError('CAIRN_FILE_CHANGED', `${path} was replaced while it was being listed.`, {
    hint: 'Stop what changes the files during the snapshot.',
  })
}
