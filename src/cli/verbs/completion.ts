/** `cairn completion`: the script that a shell loads. */
import { CairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import type { CommandInput } from '../command-spec.ts'
import { COMMANDS } from '../command-table.ts'
import { completionScript } from '../completion/script.ts'
import { isShell, SHELLS } from '../completion/shells.ts'
import type { CliContext } from '../context.ts'

export async function completion(context: CliContext, input: CommandInput): Promise<number> {
  const shell = input.argument('shell') ?? ''
  if (!isShell(shell)) {
    throw new CairnError('CAIRN_USAGE', `Cairn has no completion for ${JSON.stringify(shell)}.`, {
      hint: `It has one for ${SHELLS.join(', ')}.`,
    })
  }
  await context.write(utf8(completionScript(shell, COMMANDS)))
  return 0
}
