/** Commands that restore. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'

const RESTORE_FLAGS: readonly FlagSpec[] = [
  { name: 'overwrite-directories', isNegatable: true, default: true, help: 'Restore into folders that exist.' },
  { name: 'overwrite-files', isNegatable: true, default: true, help: 'Replace files that exist.' },
  { name: 'overwrite-symlinks', isNegatable: true, default: true, help: 'Replace symbolic links that exist.' },
  {
    name: 'mode',
    value: 'MODE',
    default: 'auto',
    choices: ['auto', 'local', 'tar', 'tgz', 'zip', 'zip-nocompress'],
    help: 'Write a folder or an archive; auto goes by the name of the target.',
  },
  { name: 'parallel', value: 'N', default: '8', help: 'How many files to restore at a time.' },
  { name: 'skip-owners', isNegatable: true, help: 'Leave owners alone.' },
  { name: 'skip-permissions', isNegatable: true, help: 'Leave modes alone.' },
  { name: 'skip-times', isNegatable: true, help: 'Leave times alone.' },
  { name: 'ignore-permission-errors', isNegatable: true, default: true, help: 'Go on when an owner, a mode or a time cannot be set.' },
  {
    name: 'write-files-atomically',
    isNegatable: true,
    help: 'Write every file under a temporary name first; without it, small files of new folders get their names at once.',
  },
  { name: 'write-sparse-files', isNegatable: true, help: 'Leave blocks of zeros out of files.' },
  { name: 'flush-files', isNegatable: true, help: 'Have the bytes of each file on the disk before it is done.' },
  { name: 'delete-extra', isNegatable: true, help: 'Remove what is in restored folders and not in the snapshot.' },
  { name: 'shallow', value: 'DEPTH', help: 'Write placeholders for what is deeper than this; the folder itself has depth 0.' },
  { name: 'shallow-minsize', value: 'BYTES', help: 'With --shallow: files below this size are restored.' },
  { name: 'ignore-errors', isNegatable: true, help: 'End well although something could not be restored.' },
  { name: 'skip-existing', isNegatable: true, help: 'Leave files alone that are there with the same size and time.' },
  {
    name: 'consistent-attributes',
    isNegatable: true,
    env: 'KOPIA_RESTORE_CONSISTENT_ATTRIBUTES',
    help: 'Refuse an object that snapshots have as root with different attributes.',
  },
  {
    name: 'snapshot-time',
    value: 'TIME',
    default: 'latest',
    help: 'For a path: take the last snapshot from before this time; latest, oldest, yesterday, 2mo-3d-ago, 2026-01-31, …',
  },
]

const RESTORE_ARGUMENTS = [
  {
    name: 'sources',
    isRequired: true,
    isRepeated: true,
    help: 'Snapshot or object ID with a path below it, or the path that files were taken from, and the folder or file to restore to; a path alone is restored in place; or placeholders to expand.',
  },
] as const

const RESTORE_DETAILS =
  'Nothing is ever written outside the target, whatever the repository holds.\n\n' +
  'A path, such as /home/anna/docs or anna@laptop:/home/anna/docs, stands for its version in the latest snapshot of it or of a folder above that has it. ' +
  '--snapshot-time takes an earlier one: a moment stands for all of the year, month, day, hour, minute or second that it names.\n\n' +
  'An archive has all entries with their attributes: flags about files and folders that are written are refused with it.\n\n' +
  'With --shallow, entries below a depth become placeholders, NAME.kopia-entry; "cairn restore NAME.kopia-entry" replaces one by what it stands for.'

export const RESTORE_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['snapshot', 'restore'],
    opensRepository: true,
    summary: 'The same as "restore".',
    details: RESTORE_DETAILS,
    arguments: RESTORE_ARGUMENTS,
    flags: RESTORE_FLAGS,
    run: async (context, input) => (await import('../verbs/restore.ts')).restore(context, input),
  },
  {
    path: ['restore'],
    opensRepository: true,
    summary: 'Restore a snapshot, or a folder or file of one.',
    details: RESTORE_DETAILS,
    arguments: RESTORE_ARGUMENTS,
    flags: RESTORE_FLAGS,
    examples: [
      'cairn restore 57d34b46783c258594ad46325708b191 restored',
      'cairn restore 57d34b46783c258594ad46325708b191/docs restored-docs',
      'cairn restore 57d34b46783c258594ad46325708b191 backup.zip',
      'cairn restore /home/anna/docs --snapshot-time=yesterday',
      'cairn restore anna@laptop:/home/anna/docs restored-docs',
    ],
    run: async (context, input) => (await import('../verbs/restore.ts')).restore(context, input),
  },
]
