/** Commands about the repository as a whole. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'
import { JSON_FLAG } from './common.ts'
import { FORMAT_FLAGS } from './format-flags.ts'

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

export const REPOSITORY_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['repository', 'create', 'filesystem'],
    summary: 'Create a repository in a folder and connect to it.',
    flags: [...FORMAT_FLAGS, { name: 'create-only', short: 'c', isNegatable: true, help: 'Do not connect afterwards.' }, ...CONNECT_FLAGS],
    examples: ['cairn repository create filesystem --path /backup/repository'],
    run: async (context, input) => (await import('../verbs/repository.ts')).repositoryCreate(context, input),
  },
  {
    path: ['repository', 'connect', 'filesystem'],
    summary: 'Connect to a repository in a folder.',
    flags: CONNECT_FLAGS,
    examples: ['cairn repository connect filesystem --path /backup/repository'],
    run: async (context, input) => (await import('../verbs/repository.ts')).repositoryConnect(context, input),
  },
  {
    path: ['repository', 'status'],
    isReader: true,
    summary: 'Show the connected repository.',
    flags: [JSON_FLAG],
    run: async (context, input) => (await import('../verbs/repository-status.ts')).repositoryStatus(context, input),
  },
  {
    path: ['repository', 'disconnect'],
    summary: 'Forget the connection; the repository stays as it is.',
    flags: [],
    run: async (context) => (await import('../verbs/repository.ts')).repositoryDisconnect(context),
  },
]
