/** Commands that verify, mend and move snapshots. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'
import { JSON_FLAGS } from './common.ts'

const FIX_FLAGS: readonly FlagSpec[] = [
  { name: 'manifest-id', value: 'ID', isRepeated: true, help: 'Snapshot to look at; without any and without --source, all.' },
  { name: 'source', value: 'SOURCE', isRepeated: true, help: 'Look at all snapshots of this source.' },
  { name: 'commit', isNegatable: true, help: 'Replace the snapshots; otherwise only say what would change.' },
  { name: 'parallel', value: 'N', help: 'How many entries to look at at a time; default: as many as there are processors.' },
  {
    name: 'invalid-directory-handling',
    value: 'WAY',
    choices: ['stub', 'fail', 'keep'],
    default: 'stub',
    help: 'What to do with a folder that cannot be read: put a small file in its place that says so, fail, or leave it.',
  },
]

const HISTORY_ARGUMENTS = [
  { name: 'source', isRequired: true, help: '@host, user@host or user@host:/path.' },
  { name: 'destination', help: 'What to replace: the same forms. Default: user and host of this client.' },
] as const

const HISTORY_DETAILS =
  'Only manifests are written: data are shared. Parts that the destination does not name stay as they are; it may not name a user or a path that the source leaves open. A snapshot that is there already is not copied twice.'

const HISTORY_FLAGS: readonly FlagSpec[] = [{ name: 'dry-run', short: 'n', isNegatable: true, help: 'Only say what would happen.' }]

export const TRANSFER_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['snapshot', 'verify'],
    opensRepository: true,
    summary: 'Verify that snapshots can be restored.',
    details:
      'Reads every directory, and checks that everything that files are made of is there; with --verify-files-percent the bytes of files are read as well. Damage never ends the verification: at the end it says what is lost, and what can still be restored.',
    arguments: [
      { name: 'snapshot-ids', isRepeated: true, help: 'Snapshots to verify; without any, and without the flags that name something, all.' },
    ],
    flags: [
      { name: 'max-errors', value: 'N', default: '0', help: 'Stop after this many errors; 0 never stops.' },
      { name: 'directory-id', value: 'ID', isRepeated: true, help: 'Directory to verify: object ID, with a path below it.' },
      { name: 'file-id', value: 'ID', isRepeated: true, help: 'File to verify: object ID, with a path below it.' },
      { name: 'all-sources', isNegatable: true, help: 'Verify all snapshots, beside what else is named.' },
      { name: 'sources', value: 'SOURCE', isRepeated: true, help: 'Verify all snapshots of this source.' },
      { name: 'parallel', value: 'N', default: '8', help: 'How many directories to read at a time.' },
      { name: 'file-queue-length', value: 'N', default: '20000', help: 'How many files may wait to be verified.' },
      { name: 'file-parallelism', value: 'N', help: 'How many files to verify at a time; default: as many as there are processors.' },
      { name: 'verify-files-percent', value: 'PERCENT', default: '0', help: 'Read this share of the files to the end, chosen at random.' },
      ...JSON_FLAGS,
    ],
    examples: ['cairn snapshot verify', 'cairn snapshot verify --verify-files-percent=100 57d34b46783c258594ad46325708b191'],
    run: async (context, input) => (await import('../verbs/snapshot-verify.ts')).snapshotVerify(context, input),
  },
  {
    path: ['snapshot', 'fix', 'invalid-files'],
    summary: 'Replace in snapshots the files that cannot be read.',
    details:
      'Everything else of the snapshots stays as it is. Look at the result before it is committed: the lines "diff" show what to compare.',
    flags: [
      ...FIX_FLAGS,
      {
        name: 'invalid-file-handling',
        value: 'WAY',
        choices: ['stub', 'fail', 'keep', 'remove'],
        default: 'stub',
        help: 'What to do with a file that cannot be read: put a small file in its place that says so, fail, leave it, or leave it out.',
      },
      { name: 'verify-files-percent', value: 'PERCENT', default: '0', help: 'Read this share of the files to the end, chosen at random.' },
    ],
    examples: ['cairn snapshot fix invalid-files', 'cairn snapshot fix invalid-files --verify-files-percent=100 --commit'],
    run: async (context, input) => (await import('../verbs/snapshot-fix.ts')).fixInvalidFiles(context, input),
  },
  {
    path: ['snapshot', 'fix', 'remove-files'],
    summary: 'Leave files or folders out of snapshots.',
    flags: [
      ...FIX_FLAGS,
      { name: 'object-id', value: 'ID', isRepeated: true, help: 'Leave out what has this object ID.' },
      { name: 'filename', value: 'PATTERN', isRepeated: true, help: 'Leave out what has such a name; * and ? stand for others.' },
    ],
    examples: ['cairn snapshot fix remove-files --filename "*.key" --commit'],
    run: async (context, input) => (await import('../verbs/snapshot-fix.ts')).fixRemoveFiles(context, input),
  },
  {
    path: ['snapshot', 'migrate'],
    summary: 'Bring snapshots over from another repository.',
    details:
      'Snapshots are stored anew with the hashes and policies of the connected repository; those that it has already are skipped. What cannot be read in the other repository is named, and everything else is brought over.',
    flags: [
      { name: 'source-config', value: 'PATH', help: 'Connection file of the other repository; required.' },
      { name: 'sources', value: 'SOURCE', isRepeated: true, help: 'Bring over the snapshots of this source.' },
      { name: 'all', isNegatable: true, help: 'Bring over the snapshots of all sources.' },
      { name: 'policies', isNegatable: true, default: true, help: 'Bring policies over as well.' },
      { name: 'overwrite-policies', isNegatable: true, help: 'Replace policies that are there already.' },
      { name: 'latest-only', isNegatable: true, help: 'Only the latest snapshot of each source.' },
      { name: 'parallel', value: 'N', default: '1', help: 'How many sources to bring over at a time.' },
      { name: 'apply-ignore-rules', isNegatable: true, help: 'Leave out what the policies of the connected repository ignore.' },
    ],
    examples: ['cairn snapshot migrate --source-config old.config --all'],
    run: async (context, input) => (await import('../verbs/snapshot-migrate.ts')).snapshotMigrate(context, input),
  },
  {
    path: ['snapshot', 'copy-history'],
    opensRepository: true,
    summary: 'Copy the snapshots of one user, host or path to another.',
    details: HISTORY_DETAILS,
    arguments: HISTORY_ARGUMENTS,
    flags: HISTORY_FLAGS,
    examples: ['cairn snapshot copy-history ann@old-laptop @new-laptop', 'cairn snapshot copy-history ann@laptop:/a ann@laptop:/b'],
    run: async (context, input) => (await import('../verbs/snapshot-history.ts')).copyHistory(context, input),
  },
  {
    path: ['snapshot', 'move-history'],
    opensRepository: true,
    summary: 'Move the snapshots of one user, host or path to another.',
    details: HISTORY_DETAILS,
    arguments: HISTORY_ARGUMENTS,
    flags: HISTORY_FLAGS,
    examples: ['cairn snapshot move-history --dry-run @old-laptop @new-laptop'],
    run: async (context, input) => (await import('../verbs/snapshot-history.ts')).moveHistory(context, input),
  },
  {
    path: ['diff'],
    opensRepository: true,
    aliases: ['compare'],
    summary: 'Show how two snapshots, folders or files differ.',
    arguments: [
      { name: 'object-path1', isRequired: true, help: 'Snapshot or object ID, with a path below it.' },
      { name: 'object-path2', isRequired: true, help: 'What to compare it with.' },
    ],
    flags: [
      { name: 'files', short: 'f', isNegatable: true, help: 'Show both versions of each changed file to a program.' },
      { name: 'stats-only', isNegatable: true, help: 'Print only the counts.' },
      {
        name: 'diff-command',
        value: 'PROGRAM',
        default: process.platform === 'win32' ? 'cmp' : 'diff -u',
        env: 'KOPIA_DIFF',
        help: 'Program for --files, with its arguments.',
      },
    ],
    isReader: true,
    examples: ['cairn diff 57d34b46783c258594ad46325708b191 6ffe3d4ec4e1bc0c1a1cbd5e4e02ae2c'],
    run: async (context, input) => (await import('../verbs/diff.ts')).diff(context, input),
  },
]
