/** Deleting entries that nobody needs any more, where the job may (docs/backends/actions-cache.md, "Cleaning up"). */
import { messageOf, throwIfCancelled } from '../../../errors.ts'
import type { Logger } from '../../../log.ts'
import type { Clock } from '../../../util/clock.ts'
import { formatBytes, formatQuantity, formatShare } from '../../../util/format.ts'
import { COMFORTABLE_SHARE, planCleanUp, SEGMENTS_KEPT_MS, SEGMENTS_KEPT_TIGHT_MS, withoutShared } from './clean-up.ts'
import { headPrefix, isSegmentKey } from './entry-names.ts'
import type { Ancestor } from './head.ts'
import type { RestApi } from './rest.ts'

interface CleanUp {
  readonly name: string
  /** What all caches of the GitHub repository may take up together, in bytes. */
  readonly limitBytes: number
  readonly clock: Clock
  readonly log: Logger
  readonly rest?: RestApi | undefined
}

/** Carries the plan out; `heads` are those that the newest one knows, itself included. What goes wrong costs room, not data: a debug line. */
export async function deleteSuperseded(
  { name, limitBytes, clock, log, rest }: CleanUp,
  heads: readonly Ancestor[],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (rest === undefined) return
  const skip = (reason: string) => log.debug(`Actions cache: old entries stay until GitHub drops them: ${reason}.`)
  try {
    const listed = await rest.list(`cairn/${name.toLowerCase()}/`, rest.ref, signal)
    if (typeof listed === 'string') return skip(listed)
    const total = listed.reduce((sum, { bytes }) => sum + bytes, 0)
    const isTight = total > limitBytes * COMFORTABLE_SHARE
    const keptMs = isTight ? SEGMENTS_KEPT_TIGHT_MS : SEGMENTS_KEPT_MS
    let plan = planCleanUp(name, rest.ref, listed, heads, clock.nowMs(), keptMs)
    const segments = plan.filter(({ key }) => isSegmentKey(key))
    if (segments.length > 0 && !isTight) {
      const everywhere = await rest.list(headPrefix(name), undefined, signal)
      if (typeof everywhere === 'string') skip(`the heads of other branches cannot be listed, ${everywhere}`)
      plan = typeof everywhere === 'string' ? plan.filter((one) => !segments.includes(one)) : withoutShared(plan, name, everywhere, heads)
    }
    if (segments.length > 0 && isTight) {
      log.notice(
        `The entries of Actions cache ${name} take up ${formatBytes(total)}, ${formatShare(total, limitBytes)} of the limit. Therefore Cairn ` +
          `deletes ${formatQuantity(segments.length, 'segment')} of earlier states that branches at rest for more than a day may need: their next ` +
          'run may fall back to an earlier state.',
      )
    }
    for (const { id, key } of plan) {
      throwIfCancelled(signal)
      const failure = await rest.delete(id, signal)
      if (failure !== undefined) return skip(failure)
      log.debug(`Actions cache: deleted ${key}.`)
    }
  } catch (error) {
    skip(messageOf(error))
  }
}
