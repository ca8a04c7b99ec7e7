/** Starts the thread that looks at folders, early: it is ready when the repository is open. */
import { FolderScout } from '../snapshot/upload/scout/scout.ts'
import type { CommandContext } from './context.ts'

/** Runs `work` with a scout, and ends it in every case; undefined where everything is to happen in one thread. */
export async function withScout<R>(context: CommandContext, work: (scout: FolderScout | undefined) => Promise<R>): Promise<R> {
  if (context.workers === 0) return await work(undefined)
  const scout = FolderScout.inThread(new URL(context.entryUrl))
  try {
    return await work(scout)
  } finally {
    await scout.close()
  }
}
