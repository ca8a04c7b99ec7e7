/** The completion script of a shell, made from the command table. */
import type { CommandSpec } from '../command-spec.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { powershellScript } from './powershell.ts'
import type { Shell } from './shells.ts'
import { completionTree } from './tree.ts'
import { zshScript } from './zsh.ts'

const WRITERS = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript } as const

/** The script, ending in a newline. */
export function completionScript(shell: Shell, table: readonly CommandSpec[]): string {
  return WRITERS[shell](completionTree(table))
}
