/** Commands that look into snapshots. */
import type { CommandSpec } from '../command-spec.ts'

export const OBJECTS_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List a folder of a snapshot.',
    arguments: [{ name: 'object-path', isRequired: true, help: 'Snapshot or object ID, with a path below it.' }],
    flags: [
      { name: 'long', short: 'l', isNegatable: true, help: 'Show mode, size, time and object ID.' },
      { name: 'human-readable', short: 'h', isNegatable: true, help: 'Sizes with units.' },
      { name: 'recursive', short: 'r', isNegatable: true, help: 'With everything below.' },
      { name: 'show-object-id', short: 'o', isNegatable: true, help: 'Show object IDs.' },
      { name: 'error-summary', isNegatable: true, default: true, help: 'Say what could not be read when the snapshot was made.' },
    ],
    run: async (context, input) => (await import('../verbs/list.ts')).list(context, input),
  },
  {
    path: ['show'],
    opensRepository: true,
    isReader: true,
    aliases: ['cat'],
    summary: 'Print the bytes of a file or an object.',
    arguments: [{ name: 'object-path', isRequired: true, help: 'Snapshot or object ID, with a path below it.' }],
    flags: [],
    run: async (context, input) => (await import('../verbs/show.ts')).show(context, input),
  },
]
