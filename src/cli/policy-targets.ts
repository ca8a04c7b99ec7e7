/** The targets that the policy commands take: `--global` or a list. */
import { requestedTargets } from '../commands/policy/targets.ts'
import type { PolicyTarget } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'

/** Throws CAIRN_USAGE unless there is exactly one of the two, CAIRN_TARGET_INVALID. */
export async function targetsOf(context: CliContext, input: CommandInput, repository: Repository): Promise<PolicyTarget[]> {
  return await requestedTargets(repository, { isGlobal: input.isOn('global'), targets: input.arguments('target') }, context.cwd)
}

/** Whether the user limited a command to some targets. */
export function namesTargets(input: CommandInput): boolean {
  return input.isOn('global') || input.arguments('target').length > 0
}
