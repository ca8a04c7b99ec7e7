/** Commands about policies stored in the repository. */
import { POLICY_SET_FLAGS } from '../../commands/policy/set-table.ts'
import type { ArgumentSpec, CommandSpec, FlagSpec } from '../command-spec.ts'
import { JSON_FLAGS } from './common.ts'

const TARGET: ArgumentSpec = {
  name: 'target',
  isRepeated: true,
  help: '@host, user@host, user@host:/path, a local path, or the ID of a policy.',
}
const GLOBAL: FlagSpec = { name: 'global', isNegatable: true, help: 'The policy that all others inherit from.' }

export const POLICY_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['policy', 'set'],
    opensRepository: true,
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
    opensRepository: true,
    aliases: ['get'],
    isReader: true,
    summary: 'Show what holds for a target, and where each value was set.',
    details: 'By the policies of the repository. "cairn plan" takes the policy file of a workspace in too.',
    arguments: [TARGET],
    flags: [GLOBAL, ...JSON_FLAGS],
    examples: ['cairn policy show --global', 'cairn policy show ./data'],
    run: async (context, input) => (await import('../verbs/policy-show.ts')).policyShow(context, input),
  },
  {
    path: ['policy', 'list'],
    opensRepository: true,
    aliases: ['ls'],
    isReader: true,
    summary: 'List the policies of the repository.',
    flags: JSON_FLAGS,
    run: async (context, input) => (await import('../verbs/policy-show.ts')).policyList(context, input),
  },
  {
    path: ['policy', 'delete'],
    opensRepository: true,
    aliases: ['remove', 'rm'],
    summary: 'Delete policies of the repository.',
    arguments: [TARGET],
    flags: [GLOBAL, { name: 'dry-run', short: 'n', isNegatable: true, help: 'Delete nothing.' }],
    examples: ['cairn policy delete ./data'],
    run: async (context, input) => (await import('../verbs/policy-set.ts')).policyDelete(context, input),
  },
  {
    path: ['policy', 'edit'],
    summary: 'Change policies of the repository in an editor.',
    details: 'The editor is the one of VISUAL or EDITOR, else vi or Notepad.',
    arguments: [TARGET],
    flags: [GLOBAL],
    examples: ['cairn policy edit ./data'],
    run: async (context, input) => (await import('../verbs/policy-edit.ts')).policyEdit(context, input),
  },
  {
    path: ['policy', 'export'],
    isReader: true,
    summary: 'Export policies as JSON of Kopia, or as a policy file.',
    details:
      'Without targets all of them. With --yaml and --overwrite a policy file that exists is changed only where it differs, and keeps its comments.',
    arguments: [TARGET],
    flags: [
      GLOBAL,
      { name: 'to-file', value: 'PATH', help: 'Write to this file in place of the terminal.' },
      { name: 'overwrite', isNegatable: true, help: 'Replace the file, or bring a policy file up to date.' },
      { name: 'yaml', help: 'Export as a policy file.' },
      {
        name: 'kopia',
        help: 'Export the policy file of the workspace, not the repository, as JSON of Kopia; what Kopia cannot hold is named.',
      },
      { name: 'policy-file', value: 'PATH', help: 'With --kopia: the policy file; default .github/cairn.yml in the workspace.' },
      { name: 'strict-kopia', help: 'With --kopia: what Kopia cannot hold is an error.' },
      { name: 'json-indent', isNegatable: true, isHidden: true, help: 'A line for each member.' },
    ],
    examples: ['cairn policy export --yaml --to-file .github/cairn.yml', 'cairn policy export --kopia | kopia policy import'],
    run: async (context, input) => (await import('../verbs/policy-export.ts')).policyExport(context, input),
  },
  {
    path: ['policy', 'import'],
    summary: 'Import policies from JSON of Kopia or from a policy file.',
    details:
      'Without a file from standard input. A first argument that ends in .yml or .yaml is the file; other arguments limit the import to those targets.',
    arguments: [TARGET],
    flags: [
      GLOBAL,
      { name: 'from-file', value: 'PATH', help: 'Read this file; .yml and .yaml are policy files, everything else is JSON.' },
      { name: 'allow-unknown-fields', isNegatable: true, help: 'Leave out fields of the JSON that no Kopia policy has.' },
      { name: 'delete-other-policies', isNegatable: true, help: 'Delete every policy that was not imported.' },
      { name: 'strict-kopia', help: 'What a Kopia policy cannot hold is an error.' },
    ],
    examples: ['cairn policy import .github/cairn.yml', 'kopia policy export | cairn policy import'],
    run: async (context, input) => (await import('../verbs/policy-import.ts')).policyImport(context, input),
  },
]
