/** `policy set` as typed, through the table that parses the command line, on a repository in memory. */

import { COMMANDS } from '../../src/cli/command-table.ts'
import { parseCommandLine } from '../../src/cli/program.ts'
import { changedPolicy, setPolicies } from '../../src/commands/policy/set.ts'
import { requestedTargets } from '../../src/commands/policy/targets.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { Repository } from '../../src/repo/api.ts'

export interface SetResult {
  readonly policy: Policy
  readonly messages: readonly string[]
}

/** The policy after the flags; scripts are looked up by their path. */
export async function setFlags(
  flags: readonly string[],
  policy: Policy = {},
  scripts: Readonly<Record<string, Uint8Array>> = {},
): Promise<SetResult> {
  const messages: string[] = []
  const changed = changedPolicy(policy, await inputOf(['--global', ...flags]), surroundings(messages, scripts))
  return { policy: changed, messages }
}

/** Runs the whole command on a repository. */
export async function policySet(repository: Repository, args: readonly string[]): Promise<void> {
  const input = await inputOf(args)
  const request = { isGlobal: input.isOn('global'), targets: input.arguments('target') }
  await setPolicies(repository, await requestedTargets(repository, request, '/srv'), input, surroundings([], {}))
}

async function inputOf(args: readonly string[]) {
  const parsed = await parseCommandLine(COMMANDS, ['policy', 'set', ...args], {}, 'test')
  if (parsed.kind !== 'command') throw new Error('no command')
  return parsed.input
}

function surroundings(messages: string[], scripts: Readonly<Record<string, Uint8Array>>) {
  const say = (level: string) => (text: string) => void messages.push(`${level} ${text}`)
  return {
    log: { info: say('info'), warning: say('warning') },
    readScript(path: string): Uint8Array {
      const script = scripts[path]
      if (script === undefined) throw new Error(`no script ${path}`)
      return script
    },
  }
}
