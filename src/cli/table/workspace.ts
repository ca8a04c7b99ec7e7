/** Commands of a workspace with a policy file. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'
import { JSON_FLAG } from './common.ts'

/** What decides before a run begins; a plan takes the same. */
const PREPARATION_FLAGS: readonly FlagSpec[] = [
  { name: 'policy-file', value: 'PATH', help: 'Policy file; default .github/cairn.yml in the workspace.' },
  {
    name: 'repository',
    value: 'LOCATION',
    help: 'Where the repository is; default: the policy file, then .cairn/repository in the workspace.',
  },
  {
    name: 'enable-actions',
    isNegatable: true,
    help: 'Run the hooks that the policy file defines; --no-enable-actions skips them, without either they are an error.',
  },
  { name: 'allow-repository-hooks', help: "Also run hooks that are stored only in the repository's policies." },
  {
    name: 'hook-secret',
    value: 'NAME',
    isRepeated: true,
    help: 'Variable that hooks may receive when the policy file lists it under "secrets".',
  },
  { name: 'source', value: 'PATH', isRepeated: true, help: 'Folder to snapshot; replaces "sources" of the policy file.' },
  { name: 'source-suffix', value: 'TEXT', help: 'Appended to the path under which snapshots are recorded.' },
  { name: 'create-repository', help: 'Create the repository when it does not exist.' },
  { name: 'allow-outside-workspace', help: 'Accept sources outside the workspace.' },
]

export const WORKSPACE_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['run'],
    summary: 'Run the policy file of this workspace: hooks, snapshots, report.',
    details: 'The same as the action does in a workflow step. The default connection file is neither read nor written.',
    flags: [
      ...PREPARATION_FLAGS,
      {
        name: 'on-missing-source',
        value: 'WHAT',
        choices: ['error', 'warn', 'ignore'],
        default: 'error',
        help: 'What to do when a source does not exist.',
      },
      {
        name: 'on-unreadable-file',
        value: 'WHAT',
        choices: ['error', 'warn', 'ignore'],
        default: 'error',
        help: 'What to do when files could not be read.',
      },
      { name: 'report', value: 'PATH', help: 'Write the full report as JSON to this file.' },
      { name: 'json', help: 'Print the full report as JSON.' },
    ],
    examples: ['KOPIA_PASSWORD=… cairn run --enable-actions', 'cairn run --repository /backup/repository --source ./data'],
    run: async (context, input) => (await import('../verbs/run.ts')).run(context, input),
  },
  {
    path: ['plan'],
    isReader: true,
    summary: 'Show what a run would do; runs and writes nothing.',
    details:
      'For each source: what is in it and what is left out, the hooks, the snapshots that would be kept and removed, and every value of its policy with its origin. Takes the flags of "run" that decide about it.\n\n' +
      'It ends with 0 whatever it found, also where the run would end at once because nobody agreed to its hooks: the line "hooks" and, with --json, "consent" say so.',
    flags: [...PREPARATION_FLAGS, JSON_FLAG],
    examples: ['cairn plan', 'cairn plan --json --source ./data'],
    run: async (context, input) => (await import('../verbs/plan.ts')).plan(context, input),
  },
  {
    path: ['validate'],
    isReader: true,
    summary: 'Check a policy file and its hook scripts; runs and writes nothing.',
    arguments: [{ name: 'policy-file', help: 'Policy file; default .github/cairn.yml in the workspace.' }],
    flags: [
      { name: 'strict', help: 'Treat warnings as errors.' },
      { name: 'strict-kopia', help: 'Treat everything that a Kopia policy cannot hold as an error.' },
      JSON_FLAG,
    ],
    examples: ['cairn validate --strict', 'cairn validate policies/backup.yml'],
    run: async (context, input) => (await import('../verbs/validate.ts')).validate(context, input),
  },
  {
    path: ['doctor'],
    isReader: true,
    summary: 'Look whether a storage can hold a repository, and whether the one in it opens.',
    details:
      'Says which credentials are used, writes, reads, lists and deletes a small blob, compares the clocks and measures a call. Without --repository it looks at the connected repository. A repository is opened only when a password is given.',
    flags: [
      { name: 'repository', value: 'LOCATION', help: 'Where to look, as in the policy file; default: the connected repository.' },
      JSON_FLAG,
    ],
    examples: ['cairn doctor', 'cairn doctor --repository s3://team-backups/shop'],
    run: async (context, input) => (await import('../verbs/doctor.ts')).doctor(context, input),
  },
]
