/** What was replaced while it was being read: what stands there now is stored, once. */
import { isCairnError } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { isVanished } from '../../fs/errors.ts'
import { type LocalPath, statLocal } from '../../fs/local.ts'
import type { DirEntry } from '../dir-entry.ts'
import { FolderFailure, type FolderTask, isEntryError } from './folder.ts'
import type { ReadFolder } from './folder-hooks.ts'

/** What stands at the path of an entry now, under its name; undefined when nothing does. */
export function standsAt(path: LocalPath, { name, rawName }: Entry): Entry | undefined {
  try {
    const now = { ...statLocal(path), name }
    return rawName === undefined ? now : { ...now, rawName }
  } catch (error) {
    if (isEntryError(error)) return undefined
    throw error
  }
}

/**
 * Reads a folder, and when another has taken its place meanwhile that one. What was counted of the first stays counted.
 * Throws as `read`.
 */
export async function readTwice(read: ReadFolder, ...[task, path, identity]: Parameters<ReadFolder>): Promise<DirEntry> {
  try {
    return await read(task, path, identity)
  } catch (error) {
    if (!(error instanceof FolderFailure) || !(isCairnError(error.reason, 'CAIRN_FILE_CHANGED') || isVanished(error.reason))) throw error
    const now = standsAt(path, task.entry)
    if (now?.kind !== 'directory' || (task.policy.isOneFileSystem && now.device !== identity.device)) throw error
    // With hooks the metadata that are stored are those from before them.
    const again: FolderTask = { ...task, entry: identity === task.entry ? now : task.entry, isReadAgain: true }
    return await read(again, path, now)
  }
}
