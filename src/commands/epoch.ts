/** The last thing that a command which wrote does for the repository. */
import { messageOf } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { Repository } from '../repo/api.ts'

/** Begins the next index epoch when it is time. Nothing depends on it, so a failure is only a line in the debug log. */
export async function beginEpochWhenDue(repository: Repository, log: Logger, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  try {
    const epoch = await repository.advanceEpoch(signal)
    if (epoch !== undefined) log.debug(`Began index epoch ${epoch}.`)
  } catch (error) {
    log.debug(`No index epoch was begun: ${messageOf(error)}`)
  }
}
