/** Commands about policies stored in the repository. */
import { POLICY_SET_FLAGS } from '../../commands/policy/set-table.ts'
import type { ArgumentSpec, CommandSpec, FlagSpec } from '../command-spec.ts'
import { JSON_FLAG } from './common.ts'

const TARGET: ArgumentSpec = {
  name: 'target',
  isRepeated: true,
  help: '@host, user@host, user@host:/path, a local path, or the ID of a policy.',
}
const GLOBAL: FlagSpec = { name: 'global', isNegatable: true, help: 'The policy that all others inherit from.' }
const INDENT: FlagSpec = { name: 'json-indent', isNegatable: true, isHidden: true, help: 'With --json: a line for each member.' }

export const POLICY_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['policy', 'set'],
    summary: 'Change policies of the repository.',
    details: 'What is not set is inherited: from the paths above, then user@host, @host, the global policy and the defaults.',
    arguments: [TARGET],
    flags: [GLOBAL, ...POLICY_SET_FLAGS],
    examples: [
      'cairn policy set --global --compression zstd-fastest --keep-daily 14',
      'cairn policy set ./data --add-ignore "*.tmp" --keep-latest inherit',
    ],
    run: async (context, input) => (await import('../verbs/policy-set.ts')).policySet(context, input),
  },
  {
    path: ['policy', 'show'],
    aliases: ['get'],
    isReader: true,
    summary: 'Show what holds for a target, and where each value was set.',
    details: 'By the policies of the repository. "cairn plan" takes the policy file of a workspace in too.',
    arguments: [TARGET],
    flags: [GLOBAL, JSON_FLAG, INDENT],
    examples: ['cairn policy show --global', 'cairn policy show ./data'],
    run: async (context, input) => (await import('../verbs/policy-show.ts')).policyShow(context, input),
  },
  {
    path: ['policy', 'list'],
    aliases: ['ls'],
    isReader: true,
    summary: 'List the policies of the repository.',
    flags: [JSON_FLAG, INDENT],
    run: async (context, input) => (await import('../verbs/policy-show.ts')).policyList(context, input),
  },
  {
    path: ['policy', 'delete'],
    aliases: ['remove', 'rm'],
    summary: 'Delete policies of the repository.',
    arguments: [TARGET],
    flags: [GLOBAL, { name: 'dry-run', short: 'n', isNegatable: true, help: 'Delete nothing.' }],
    examples: ['cairn policy delete ./data'],
    run: async (context, input) => (await import('../verbs/policy-set.ts')).policyDelete(context, input),
  },
]
