/** Commands of maintenance. */
import type { CommandSpec } from '../command-spec.ts'
import { JSON_FLAGS } from './common.ts'

export const MAINTENANCE_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['maintenance', 'info'],
    opensRepository: true,
    isReader: true,
    aliases: ['status'],
    summary: 'Show who maintains the repository, when, and what was done.',
    flags: JSON_FLAGS,
    run: async (context, input) => (await import('../verbs/maintenance-info.ts')).showMaintenance(context, input),
  },
  {
    path: ['maintenance', 'run'],
    opensRepository: true,
    summary: 'Maintain the repository now.',
    details:
      'Quick maintenance keeps the index small. Full maintenance also erases what no snapshot uses, which takes two runs at least 4 hours apart ' +
      'and a day. Other clients may go on writing meanwhile.',
    flags: [
      { name: 'full', isNegatable: true, help: 'Full maintenance.' },
      {
        name: 'safety',
        value: 'LEVEL',
        choices: ['full', 'none'],
        default: 'full',
        help: 'none erases at once: only while no other client uses the repository.',
      },
      { name: 'force', isNegatable: true, isHidden: true, help: 'Run although another client owns maintenance.' },
    ],
    examples: ['cairn maintenance run --full'],
    run: async (context, input) => (await import('../verbs/maintenance-run.ts')).maintenanceRun(context, input),
  },
  {
    path: ['maintenance', 'set'],
    opensRepository: true,
    summary: 'Change who maintains the repository, and how.',
    flags: [
      { name: 'owner', value: 'USER@HOST', help: 'The client that maintains the repository; "me" for this one.' },
      { name: 'enable-quick', value: 'BOOL', isRepeated: true, help: 'Whether quick maintenance runs by itself.' },
      { name: 'enable-full', value: 'BOOL', isRepeated: true, help: 'Whether full maintenance runs by itself.' },
      { name: 'quick-interval', value: 'DURATION', help: 'Time between two runs of quick maintenance.' },
      { name: 'full-interval', value: 'DURATION', help: 'Time between two runs of full maintenance.' },
      { name: 'pause-quick', value: 'DURATION', help: 'No quick maintenance for this long.' },
      { name: 'pause-full', value: 'DURATION', help: 'No full maintenance for this long.' },
      { name: 'max-retained-log-count', value: 'N', help: 'How many logs to keep in the repository.' },
      { name: 'max-retained-log-age', value: 'DURATION', help: 'How long to keep logs.' },
      { name: 'max-retained-log-size-mb', value: 'MB', help: 'How much space logs may take, in MiB.' },
      { name: 'extend-object-locks', value: 'BOOL', isRepeated: true, help: 'Whether full maintenance extends the locks of blobs.' },
      { name: 'list-parallelism', value: 'N', help: 'How finely listings of packs are divided.' },
    ],
    examples: ['cairn maintenance set --owner=me', 'cairn maintenance set --full-interval=12h'],
    run: async (context, input) => (await import('../verbs/maintenance-set.ts')).maintenanceSet(context, input),
  },
]
