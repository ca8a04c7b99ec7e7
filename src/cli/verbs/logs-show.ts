/** `cairn logs show`: what a run of Kopia logged into the repository. */
import { filterSessions, logSessions, readLog } from '../../commands/inspect/logs.ts'
import { withRepository } from '../../commands/open.ts'
import { CairnError, isCairnError, messageOf } from '../../errors.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { logCriteriaOf } from './logs-list.ts'

export async function logsShow(context: CliContext, input: CommandInput): Promise<number> {
  const criteria = logCriteriaOf(input)
  const ids = input.arguments('session-id')
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    const all = await logSessions(care.storage, context.log, context.signal)
    let shown = filterSessions(all, criteria, context.clock.nowNs()).filter(({ id }) => ids.length === 0 || ids.includes(id))
    const last = shown.at(-1)
    if (last === undefined) {
      throw new CairnError('CAIRN_LOG_NOT_FOUND', 'There is no such log in the repository.', {
        hint: 'List the logs with "cairn logs list --all". Only kopia writes logs into a repository.',
      })
    }
    const { isAll, latest, youngerThanNs, olderThanNs } = criteria
    if (!isAll && latest <= 0 && youngerThanNs <= 0n && olderThanNs <= 0n) {
      shown = [last]
      context.log.info(`Showing the latest log (${context.times.text(last.startNs)})`)
    }
    for (const segment of shown.flatMap(({ segments }) => segments)) {
      let text: Uint8Array
      try {
        text = await readLog(care, segment, context.signal)
      } catch (error) {
        // A log that Kopia could not finish must not hide the others.
        if (isCairnError(error)) throw error
        context.log.error(`The log ${segment.id} cannot be read: ${messageOf(error)}`)
        continue
      }
      await context.write(text)
    }
  })
  return 0
}
