/** The switch in front of commands that can make a repository unreadable. */
import { CairnError } from '../errors.ts'
import type { CliContext } from './context.ts'

/** CAIRN_DANGEROUS_COMMAND unless the user enabled dangerous commands (docs/cli.md, "Dangerous commands"). */
export function requireDangerousCommands(context: CliContext, command: string): void {
  if (context.dangerousCommands === 'enabled') return
  throw new CairnError('CAIRN_DANGEROUS_COMMAND', `"cairn ${command}" can damage the repository and lose snapshots, so it is off.`, {
    hint: 'Nobody needs it in normal use: "cairn maintenance run" does such work safely. To run it all the same, add --dangerous-commands=enabled.',
  })
}
