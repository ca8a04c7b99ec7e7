/** `cairn logs list`: logs that Kopia left in the repository. */
import { filterSessions, type LogCriteria, logSessions } from '../../commands/inspect/logs.ts'
import { withRepository } from '../../commands/open.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { durationFlagNs, integerFlag } from '../flag-values.ts'

export async function logsList(context: CliContext, input: CommandInput): Promise<number> {
  const criteria = logCriteriaOf(input)
  const sizeText = sizeTextOf(context.env)
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    const all = await logSessions(care.storage, context.log, context.signal)
    const shown = filterSessions(all, criteria, context.clock.nowNs())
    for (const { id, startNs, endNs, totalBytes, segments } of shown) {
      context.print(`${id} ${context.times.text(startNs)} ${durationText(endNs - startNs)} ${sizeText(totalBytes)} ${segments.length}`)
    }
    if (shown.length < all.length) {
      context.log.info(`NOTE: Listed ${shown.length}/${all.length} log sessions, pass --all to show all.`)
    }
  })
  return 0
}

/** The flags that choose logs. */
export function logCriteriaOf(input: CommandInput): LogCriteria {
  return {
    isAll: input.isOn('all'),
    latest: integerFlag(input, 'latest') ?? 0,
    youngerThanNs: durationFlagNs(input, 'younger-than') ?? 0n,
    olderThanNs: durationFlagNs(input, 'older-than') ?? 0n,
  }
}
