/** Every command of the command line: names, flags, help and what runs. Parsing, help and documentation are made from this table. */
import type { CommandSpec, FlagSpec } from './command-spec.ts'

const JSON_FLAG: FlagSpec = { name: 'json', help: 'Print the result as JSON.' }

const CONNECT_FLAGS: readonly FlagSpec[] = [
  { name: 'path', value: 'PATH', help: 'Folder of the repository.' },
  { name: 'override-username', value: 'USER', help: 'User name to record instead of that of the machine.' },
  { name: 'override-hostname', value: 'HOST', help: 'Host name to record instead of that of the machine.' },
  { name: 'description', value: 'TEXT', help: 'Description of the connection.' },
  { name: 'enable-actions', isNegatable: true, help: 'Let snapshots run hooks.' },
  { name: 'readonly', isNegatable: true, help: 'Never write to the repository through this connection.' },
  { name: 'owner-uid', value: 'UID', help: 'User ID that owns new files.' },
  { name: 'owner-gid', value: 'GID', help: 'Group ID that owns new files.' },
  { name: 'file-mode', value: 'MODE', help: 'Mode of new files, octal (0600).' },
  { name: 'dir-mode', value: 'MODE', help: 'Mode of new folders, octal (0700).' },
  { name: 'flat', isNegatable: true, help: 'Keep all blobs in one folder.' },
]

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
  {
    name: 'sources',
    isRequired: true,
    isRepeated: true,
    help: 'Snapshot or object ID with a path below it, then the folder to restore into.',
  },
] as const

const RESTORE_DETAILS = 'Nothing is ever written outside the target, whatever the repository holds.'

/** The table. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    path: ['run'],
    summary: 'Run the policy file of this workspace: hooks, snapshots, report.',
    details: 'The same as the action does in a workflow step. The default connection file is neither read nor written.',
    flags: [
      { name: 'policy-file', value: 'PATH', help: 'Policy file; default .github/cairn.yml in the workspace.' },
      {
        name: 'repository',
        value: 'LOCATION',
        help: 'Where the repository is; default: the policy file, then .cairn/repository in the workspace.',
      },
      { name: 'enable-actions', isNegatable: true, help: 'Run the hooks that the policy file defines; --no-enable-actions skips them.' },
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
    run: async (context, input) => (await import('./verbs/run.ts')).run(context, input),
  },
  {
    path: ['validate'],
    summary: 'Check a policy file and its hook scripts; runs and writes nothing.',
    arguments: [{ name: 'policy-file', help: 'Policy file; default .github/cairn.yml in the workspace.' }],
    flags: [
      { name: 'strict', help: 'Treat warnings as errors.' },
      { name: 'strict-kopia', help: 'Treat everything that a Kopia policy cannot hold as an error.' },
      JSON_FLAG,
    ],
    examples: ['cairn validate --strict', 'cairn validate policies/backup.yml'],
    run: async (context, input) => (await import('./verbs/validate.ts')).validate(context, input),
  },
  {
    path: ['repository', 'create', 'filesystem'],
    summary: 'Create a repository in a folder and connect to it.',
    flags: [
      { name: 'block-hash', value: 'NAME', help: 'Hash that names contents; default HMAC-SHA256-128.' },
      { name: 'encryption', value: 'NAME', help: 'Cipher; default AES256-GCM-HMAC-SHA256.' },
      { name: 'object-splitter', value: 'NAME', help: 'How large files are cut; default DYNAMIC-4M-BUZHASH.' },
      {
        name: 'format-block-key-derivation-algorithm',
        value: 'NAME',
        help: 'How the key is derived from the password; default scrypt-65536-8-1.',
      },
      { name: 'create-only', short: 'c', isNegatable: true, help: 'Do not connect afterwards.' },
      ...CONNECT_FLAGS,
    ],
    examples: ['cairn repository create filesystem --path /backup/repository'],
    run: async (context, input) => (await import('./verbs/repository.ts')).repositoryCreate(context, input),
  },
  {
    path: ['repository', 'connect', 'filesystem'],
    summary: 'Connect to a repository in a folder.',
    flags: CONNECT_FLAGS,
    examples: ['cairn repository connect filesystem --path /backup/repository'],
    run: async (context, input) => (await import('./verbs/repository.ts')).repositoryConnect(context, input),
  },
  {
    path: ['repository', 'status'],
    summary: 'Show the connected repository.',
    flags: [JSON_FLAG],
    run: async (context, input) => (await import('./verbs/repository.ts')).repositoryStatus(context, input),
  },
  {
    path: ['repository', 'disconnect'],
    summary: 'Forget the connection; the repository stays as it is.',
    flags: [],
    run: async (context) => (await import('./verbs/repository.ts')).repositoryDisconnect(context),
  },
  {
    path: ['snapshot', 'create'],
    summary: 'Make snapshots of folders or files.',
    arguments: [{ name: 'source', isRepeated: true, isRequired: true, help: 'Folders or files.' }],
    flags: [
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
    run: async (context, input) => (await import('./verbs/snapshot-create.ts')).snapshotCreate(context, input),
  },
  {
    path: ['snapshot', 'list'],
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
    run: async (context, input) => (await import('./verbs/snapshot-list.ts')).snapshotList(context, input),
  },
  {
    path: ['snapshot', 'restore'],
    summary: 'The same as "restore".',
    details: RESTORE_DETAILS,
    arguments: RESTORE_ARGUMENTS,
    flags: RESTORE_FLAGS,
    run: async (context, input) => (await import('./verbs/restore.ts')).restore(context, input),
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
    run: async (context, input) => (await import('./verbs/restore.ts')).restore(context, input),
  },
  {
    path: ['list'],
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
    run: async (context, input) => (await import('./verbs/list.ts')).list(context, input),
  },
  {
    path: ['show'],
    aliases: ['cat'],
    summary: 'Print the bytes of a file or an object.',
    arguments: [{ name: 'object-path', isRequired: true, help: 'Snapshot or object ID, with a path below it.' }],
    flags: [],
    run: async (context, input) => (await import('./verbs/show.ts')).show(context, input),
  },
]
