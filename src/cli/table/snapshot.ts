/** Commands about snapshots. */
import type { CommandSpec } from '../command-spec.ts'
import { JSON_FLAG } from './common.ts'

export const SNAPSHOT_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['snapshot', 'create'],
    summary: 'Make snapshots of folders or files.',
    details: 'With the policies that are stored in the repository, as Kopia does. For the policy file of a workspace there is "cairn run".',
    arguments: [{ name: 'source', isRepeated: true, help: 'Folders or files.' }],
    flags: [
      { name: 'all', isNegatable: true, help: 'Snapshot everything that this user has snapshotted on this machine before.' },
      { name: 'description', value: 'TEXT', help: 'Description of the snapshot.' },
      { name: 'tags', value: 'KEY:VALUE', isRepeated: true, help: 'Tag of the snapshot.' },
      { name: 'pin', value: 'NAME', isRepeated: true, help: 'Pin: retention never removes the snapshot.' },
      { name: 'override-source', value: 'SOURCE', help: 'Record the snapshot as user@host:/path instead.' },
      { name: 'start-time', value: 'TIME', help: 'Time to record as the start, RFC 3339 or "2026-01-31 15:04:05 UTC".' },
      { name: 'end-time', value: 'TIME', help: 'Time to record as the end.' },
      { name: 'force-hash', value: 'PERCENT', help: 'Read this share of the files again although they look unchanged.' },
      { name: 'parallel', value: 'N', help: 'How many files to read at a time.' },
      { name: 'force-enable-actions', help: 'Run hooks although the connection does not allow them.' },
      { name: 'force-disable-actions', help: 'Run no hooks.' },
      JSON_FLAG,
    ],
    examples: ['cairn snapshot create ./data', 'cairn snapshot create ./data --tags release:1.4'],
    run: async (context, input) => (await import('../verbs/snapshot-create.ts')).snapshotCreate(context, input),
  },
  {
    path: ['snapshot', 'list'],
    isReader: true,
    aliases: ['ls'],
    summary: 'List snapshots.',
    arguments: [{ name: 'source', help: 'Folder or file whose history to show.' }],
    flags: [
      { name: 'incomplete', short: 'i', isNegatable: true, help: 'Include incomplete snapshots.' },
      { name: 'human-readable', isNegatable: true, default: true, help: 'Sizes with units.' },
      { name: 'delta', short: 'd', isNegatable: true, help: 'Show by how much each snapshot is larger.' },
      { name: 'manifest-id', short: 'm', isNegatable: true, help: 'Show snapshot IDs.' },
      { name: 'retention', isNegatable: true, default: true, help: 'Show why a snapshot is kept.' },
      { name: 'mtime', isNegatable: true, help: 'Show the time of the root.' },
      { name: 'owner', isNegatable: true, help: 'Show the owner of the root.' },
      { name: 'show-identical', short: 'l', isNegatable: true, help: 'Show every one of several identical snapshots.' },
      { name: 'reverse', isNegatable: true, help: 'Newest first.' },
      { name: 'all', short: 'a', isNegatable: true, help: 'Show the snapshots of all users and hosts.' },
      { name: 'max-results', short: 'n', value: 'N', help: 'At most this many of each source, the newest.' },
      { name: 'tags', value: 'KEY:VALUE', isRepeated: true, help: 'Only snapshots with this tag.' },
      JSON_FLAG,
    ],
    run: async (context, input) => (await import('../verbs/snapshot-list.ts')).snapshotList(context, input),
  },
]
