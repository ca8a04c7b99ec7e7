/** The post step: runs the after-hooks that a killed main step still owes; does nothing when everything was paid. */
import type { CommandContext } from '../commands/context.ts'
import { payOwed } from '../commands/run/pay-owed.ts'
import { PreparationFailure } from '../commands/run/preparation-failure.ts'
import { readEvent } from './github-event.ts'
import { readInputs } from './inputs.ts'
import { journalAt, readOwed } from './journal.ts'
import { loadOwedState } from './state.ts'

/** Safe to run twice: what was paid is in the journal. */
export async function runPost(context: CommandContext): Promise<void> {
  const state = loadOwedState()
  const owed = state === undefined ? [] : readOwed(state.journalPath)
  if (state === undefined || owed.length === 0) {
    context.log.debug('No after-hook is owed.')
    return
  }
  context.log.warning(
    `The step ended before its after-hooks could run: ${owed.map((hook) => `${hook.phase} of ${hook.label}`).join(', ')}. They run now.`,
  )
  const { options } = readInputs()
  try {
    await payOwed(context, options, readEvent(context), { ...state, owed, journal: journalAt(state.journalPath) })
  } catch (error) {
    throw error instanceof PreparationFailure ? error.error : error
  }
}
