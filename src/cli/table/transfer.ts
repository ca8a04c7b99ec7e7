/** Commands that verify, mend and move snapshots. */
import type { CommandSpec } from '../command-spec.ts'
import { JSON_FLAG } from './common.ts'

export const TRANSFER_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['snapshot', 'verify'],
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
      JSON_FLAG,
    ],
    examples: ['cairn snapshot verify', 'cairn snapshot verify --verify-files-percent=100 57d34b46783c258594ad46325708b191'],
    run: async (context, input) => (await import('../verbs/snapshot-verify.ts')).snapshotVerify(context, input),
  },
  {
    path: ['diff'],
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
