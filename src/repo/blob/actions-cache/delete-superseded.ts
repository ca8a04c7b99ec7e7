/** Deleting entries that nobody needs any more, where the job may (docs/backends/actions-cache.md, "Cleaning up"). */
import { messageOf, throwIfCancelled } from '../../../errors.ts'
import type { Logger } from '../../../log.ts'
import type { Clock } from '../../../util/clock.ts'
import { planCleanUp } from './clean-up.ts'
import type { Ancestor } from './head.ts'
import type { RestApi } from './rest.ts'

interface CleanUp {
  readonly name: string
  readonly clock: Clock
  readonly log: Logger
  readonly rest?: RestApi | undefined
}

/** Carries the plan out; `heads` are those that the newest one knows, itself included. What goes wrong costs room, not data: a debug line. */
export async function deleteSuperseded(
  { name, clock, log, rest }: CleanUp,
  heads: readonly Ancestor[],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (rest === undefined) return
  const skip = (reason: string) => log.debug(`Actions cache: old entries stay until GitHub drops them: ${reason}.`)
  try {
    const listed = await rest.list(`cairn/${name.toLowerCase()}/`, signal)
    if (typeof listed === 'string') return skip(listed)
    for (const { id, key } of planCleanUp(name, rest.ref, listed, heads, clock.nowMs())) {
      throwIfCancelled(signal)
      const failure = await rest.delete(id, signal)
      if (failure !== undefined) return skip(failure)
      log.debug(`Actions cache: deleted ${key}.`)
    }
  } catch (error) {
    skip(messageOf(error))
  }
}
