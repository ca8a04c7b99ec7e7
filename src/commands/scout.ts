/** Starts the thread that looks at folders, early: it has seen many when the repository is open. */
import { openLocalSource } from '../fs/local.ts'
import { FolderScout } from '../snapshot/upload/scout/scout.ts'
import type { CommandContext } from './context.ts'

/**
 * Runs `work` with a scout, and ends it in every case; undefined where everything is to happen in one thread. Meanwhile it looks ahead at
 * `path`, the first folder to be walked.
 */
export async function withScout<R>(
  context: CommandContext,
  path: string | undefined,
  work: (scout: FolderScout | undefined) => Promise<R>,
): Promise<R> {
  if (context.workers === 0) return await work(undefined)
  const scout = FolderScout.inThread(new URL(context.entryUrl))
  try {
    if (path !== undefined) lookAhead(scout, path)
    return await work(scout)
  } finally {
    await scout.close()
  }
}

function lookAhead(scout: FolderScout, given: string): void {
  try {
    const { path, entry } = openLocalSource(given)
    if (entry.kind === 'directory') scout.lookAhead(path, entry.device, entry.inode)
  } catch {
    // Said when it is this source's turn.
  }
}
