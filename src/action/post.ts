/** The post step: runs the after-hooks that a killed main step still owes; does nothing when everything was paid. */
import type { CommandContext } from '../commands/context.ts'
import { exitCodeOf, reportedError } from '../commands/run/outcome.ts'
import { payOwed } from '../commands/run/pay-owed.ts'
import { errorLine } from './finish.ts'
import { readEvent } from './github-event.ts'
import { givenConfigPath, readInputs } from './inputs.ts'
import { journalAt, readOwed, removeJournal } from './journal.ts'
import { loadOwedState, type OwedState } from './state.ts'

/** Returns the exit code. Safe to run twice: what was paid is in the journal. */
export async function runPost(context: CommandContext): Promise<number> {
  const state = loadOwedState()
  if (state === undefined) return 0
  try {
    await pay(context, state)
    if (readOwed(state.journalPath).length === 0) removeJournal(state.journalPath)
    return 0
  } catch (error) {
    context.group.end()
    context.log.error(errorLine(reportedError(error)))
    return exitCodeOf(error)
  }
}

async function pay(context: CommandContext, state: OwedState): Promise<void> {
  const owed = readOwed(state.journalPath)
  if (owed.length === 0) {
    context.log.debug('No after-hook is owed.')
    return
  }
  const places = owed.map((hook) => `${hook.phase} of ${hook.label}`).join(', ')
  context.log.warning(`The step was ended before it could clean up. These after-hooks run now: ${places}.`)
  const { options } = readInputs(givenConfigPath(context))
  await payOwed(context, options, readEvent(context), { ...state, owed, journal: journalAt(state.journalPath) })
}
