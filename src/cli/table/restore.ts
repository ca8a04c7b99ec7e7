/** Commands that restore. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'

const RESTORE_FLAGS: readonly FlagSpec[] = [
  { name: 'overwrite-directories', isNegatable: true, default: true, help: 'Restore into folders that exist.' },
  { name: 'overwrite-files', isNegatable: true, default: true, help: 'Replace files that exist.' },
  { name: 'overwrite-symlinks', isNegatable: true, default: true, help: 'Replace symbolic links that exist.' },
  { name: 'parallel', value: 'N', default: '8', help: 'How many files to restore at a time.' },
  { name: 'skip-owners', isNegatable: true, help: 'Leave owners alone.' },
  { name: 'skip-permissions', isNegatable: true, help: 'Leave modes alone.' },
  { name: 'skip-times', isNegatable: true, help: 'Leave times alone.' },
  { name: 'ignore-permission-errors', isNegatable: true, default: true, help: 'Go on when an owner, a mode or a time cannot be set.' },
  { name: 'write-files-atomically', isNegatable: true, help: 'Accepted; Cairn always writes files atomically.' },
  { name: 'ignore-errors', isNegatable: true, help: 'End well although something could not be restored.' },
  { name: 'skip-existing', isNegatable: true, help: 'Leave files alone that are there with the same size and time.' },
]

const RESTORE_ARGUMENTS = [
  { name: 'source', isRequired: true, help: 'Snapshot or object ID, with a path below it.' },
  { name: 'target', isRequired: true, help: 'Folder or file to restore to.' },
] as const

const RESTORE_DETAILS = 'Nothing is ever written outside the target, whatever the repository holds.'

export const RESTORE_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['snapshot', 'restore'],
    summary: 'The same as "restore".',
    details: RESTORE_DETAILS,
    arguments: RESTORE_ARGUMENTS,
    flags: RESTORE_FLAGS,
    run: async (context, input) => (await import('../verbs/restore.ts')).restore(context, input),
  },
  {
    path: ['restore'],
    summary: 'Restore a snapshot, or a folder or file of one.',
    details: RESTORE_DETAILS,
    arguments: RESTORE_ARGUMENTS,
    flags: RESTORE_FLAGS,
    examples: [
      'cairn restore 57d34b46783c258594ad46325708b191 restored',
      'cairn restore 57d34b46783c258594ad46325708b191/docs restored-docs',
    ],
    run: async (context, input) => (await import('../verbs/restore.ts')).restore(context, input),
  },
]
