/** `cairn session list`: writers that have not committed yet. */
import { activeSessions } from '../../commands/inspect/sessions.ts'
import { withRepository } from '../../commands/open.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function sessionList(context: CliContext, _input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async ({ care }) => {
    for (const { id, userName, host, startNs, checkpointNs } of await activeSessions(care, context.signal)) {
      const [start, checkpoint] = [startNs, checkpointNs].map(context.times.recorded)
      context.print(`${id} ${visibleText(`${userName}@${host}`)} ${start} ${checkpoint}`)
    }
  })
  return 0
}
