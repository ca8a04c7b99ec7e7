/** `cairn plan`: what `cairn run` with the same flags would do. */
import { planRun } from '../../commands/plan/plan-run.ts'
import { planText } from '../../report/plan-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { readEvent } from '../event.ts'
import { jsonWithoutCommands, printText } from '../harmless.ts'
import { runOptionsOf } from './run.ts'

export async function plan(context: CliContext, input: CommandInput): Promise<number> {
  const planned = await planRun(context, runOptionsOf(context, input), readEvent(context.env))
  if (input.isOn('json')) context.print(jsonWithoutCommands(JSON.stringify(planned, null, 2)))
  else for (const line of planText(planned)) printText(context, line)
  return 0
}
