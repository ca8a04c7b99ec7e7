/** Compares two snapshots, directories or files of the repository. */
import { CairnError } from '../errors.ts'
import type { Repository } from '../repo/api.ts'
import { asListed, type DiffEvent, type DiffStats, diffTrees } from '../snapshot/diff.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'
import { type ResolvedEntry, resolveEntry } from '../snapshot/resolve.ts'
import type { CommandContext } from './context.ts'

export interface DiffRequest {
  /** Snapshot or object IDs, perhaps with a path below. */
  readonly old: string
  readonly new: string
  readonly onEvent: (event: DiffEvent) => Promise<void>
}

/** Errors: CAIRN_USAGE when one is a directory and the other is not, and those of finding the two. */
export async function diff(context: CommandContext, repository: Repository, request: DiffRequest): Promise<DiffStats> {
  const { signal } = context
  const old = comparable(await resolveEntry(repository, request.old, signal))
  const entry = comparable(await resolveEntry(repository, request.new, signal))
  if ((old.type === 'd') !== (entry.type === 'd')) {
    throw new CairnError('CAIRN_USAGE', `${directoryOf(old, request.old, request.new)} is a directory, the other is not.`, {
      hint: 'Compare two directories or two files.',
    })
  }
  return await diffTrees(repository.objects, old, entry, request.onEvent, signal)
}

/**
 * The entry as Kopia sees it: the root of a tree has no size, a nested directory the newest time below it, and an object that nobody
 * knows more about neither time nor owner.
 */
function comparable({ entry, snapshot, path }: ResolvedEntry): DirEntry {
  if (path !== '') return asListed(entry)
  const root = entry.type === 'd' ? { ...entry, size: 0 } : entry
  return snapshot === undefined ? { ...root, mtimeNs: 0n, uid: 0, gid: 0 } : root
}

function directoryOf(old: DirEntry, oldPath: string, newPath: string): string {
  return old.type === 'd' ? oldPath : newPath
}
