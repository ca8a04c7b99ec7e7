/** Commands about the repository as a whole. */
import type { CommandSpec } from '../command-spec.ts'
import { JSON_FLAGS } from './common.ts'
import { CONNECTION_FLAGS, FROM_CONFIG_FLAGS } from './connect-flags.ts'
import { FORMAT_FLAGS } from './format-flags.ts'
import { REPAIR_FLAGS, SET_CLIENT_FLAGS, SET_PARAMETERS_FLAGS, SYNC_FLAGS, VALIDATE_FLAGS } from './repository-flags.ts'
import { STORAGE_KINDS, type StorageKindSpec } from './storage-kinds.ts'

const CREATE_FLAGS = [...FORMAT_FLAGS, { name: 'create-only', short: 'c', isNegatable: true, help: 'Do not connect afterwards.' }]

export const REPOSITORY_COMMANDS: readonly CommandSpec[] = [
  ...STORAGE_KINDS.map(createCommand),
  {
    path: ['repository', 'create', 'from-config'],
    summary: 'Create a repository where a connection token or another connection file points to.',
    flags: [...CREATE_FLAGS, ...FROM_CONFIG_FLAGS, ...CONNECTION_FLAGS],
    examples: ['cairn repository create from-config --token-file token.txt'],
    run: async (context, input) => (await import('../verbs/repository.ts')).repositoryCreateFromConfig(context, input),
  },
  ...STORAGE_KINDS.map(connectCommand),
  {
    path: ['repository', 'connect', 'from-config'],
    summary: 'Connect with a token, or to the storage of another connection file.',
    details: 'A token may hold the password; it is used when no other is given with --password.',
    flags: [...FROM_CONFIG_FLAGS, ...CONNECTION_FLAGS],
    examples: [
      'cairn repository connect from-config --token-stdin < token.txt',
      'cairn repository connect from-config --file other.config',
    ],
    run: async (context, input) => (await import('../verbs/repository.ts')).repositoryConnectFromConfig(context, input),
  },
  {
    path: ['repository', 'status'],
    opensRepository: true,
    isReader: true,
    summary: 'Show the connected repository.',
    flags: [
      ...JSON_FLAGS,
      { name: 'reconnect-token', short: 't', help: 'Also print a token to connect with elsewhere.' },
      {
        name: 'reconnect-token-with-password',
        short: 's',
        help: 'Put the password into the token: whoever has it can read everything.',
      },
    ],
    examples: ['cairn repository status --json', 'cairn repository status --reconnect-token'],
    run: async (context, input) => (await import('../verbs/repository-status.ts')).repositoryStatus(context, input),
  },
  {
    path: ['repository', 'set-client'],
    summary: 'Change settings of this connection.',
    details: 'Only the connection file changes. At least one change has to be asked for.',
    flags: SET_CLIENT_FLAGS,
    examples: ['cairn repository set-client --read-only', 'cairn repository set-client --username ci --hostname builds'],
    run: async (context, input) => (await import('../verbs/repository-settings.ts')).repositorySetClient(context, input),
  },
  {
    path: ['repository', 'set-parameters'],
    aliases: ['set-params'],
    summary: 'Change parameters of the repository, for every client.',
    details: 'Disconnect all other clients first, and connect them again afterwards: they may go on with the old parameters for a while.',
    flags: SET_PARAMETERS_FLAGS,
    examples: ['cairn repository set-parameters --max-pack-size-mb 40', 'cairn repository set-parameters --upgrade'],
    run: async (context, input) => (await import('../verbs/repository-settings.ts')).repositorySetParameters(context, input),
  },
  {
    path: ['repository', 'change-password'],
    summary: 'Give the repository another password.',
    details: 'Clients that are connected need the new password when they next open the repository. Snapshots stay as they are.',
    flags: [
      {
        name: 'new-password',
        value: 'PASSWORD',
        env: 'KOPIA_NEW_PASSWORD',
        help: 'The new password. Other users of the machine can see it: prefer the variable, or being asked.',
      },
    ],
    run: async (context, input) => (await import('../verbs/repository-settings.ts')).repositoryChangePassword(context, input),
  },
  ...STORAGE_KINDS.map(syncCommand),
  {
    path: ['repository', 'sync-to', 'from-config'],
    summary: 'The same, to where a token or another connection file points.',
    flags: [...SYNC_FLAGS, ...FROM_CONFIG_FLAGS],
    run: async (context, input) => (await import('../verbs/repository-sync.ts')).repositorySyncToConfig(context, input),
  },
  ...STORAGE_KINDS.map(repairCommand),
  {
    path: ['repository', 'repair', 'from-config'],
    summary: 'The same, where a token or another connection file points to.',
    flags: [...REPAIR_FLAGS, ...FROM_CONFIG_FLAGS],
    run: async (context, input) => (await import('../verbs/repository-repair.ts')).repositoryRepairConfig(context, input),
  },
  {
    path: ['repository', 'validate-provider'],
    summary: 'Prove that the storage keeps the promises that a repository rests on.',
    details: 'Writes, reads, lists and removes blobs of its own beside the repository, from many sides at once.',
    flags: VALIDATE_FLAGS,
    run: async (context, input) => (await import('../verbs/repository-validate.ts')).repositoryValidateProvider(context, input),
  },
  {
    path: ['repository', 'disconnect'],
    summary: 'Forget the connection; the repository stays as it is.',
    flags: [],
    run: async (context) => (await import('../verbs/repository.ts')).repositoryDisconnect(context),
  },
]

function createCommand({ word, place, flags, example }: StorageKindSpec): CommandSpec {
  return {
    path: ['repository', 'create', word],
    summary: `Create a repository in ${place} and connect to it.`,
    flags: [...CREATE_FLAGS, ...flags, ...CONNECTION_FLAGS],
    examples: [`cairn repository create ${word} ${example}`],
    run: async (context, input) => (await import('../verbs/repository.ts')).repositoryCreate(context, input, word),
  }
}

function connectCommand({ word, place, flags, example }: StorageKindSpec): CommandSpec {
  return {
    path: ['repository', 'connect', word],
    summary: `Connect to a repository in ${place}.`,
    flags: [...flags, ...CONNECTION_FLAGS],
    examples: [`cairn repository connect ${word} ${example}`],
    run: async (context, input) => (await import('../verbs/repository.ts')).repositoryConnect(context, input, word),
  }
}

function syncCommand({ word, place, flags, example }: StorageKindSpec): CommandSpec {
  return {
    path: ['repository', 'sync-to', word],
    summary: `Copy the repository to ${place}, or bring an earlier copy up to date.`,
    details: `The copy is a repository of its own, with the same password. ${place.replace(/^a (\w+).*/, 'The $1').replace(/^t/, 'T')} has to exist. No password is needed to copy.`,
    flags: [...SYNC_FLAGS, ...flags],
    examples: [`cairn repository sync-to ${word} ${example} --delete`],
    run: async (context, input) => (await import('../verbs/repository-sync.ts')).repositorySyncTo(context, input, word),
  }
}

function repairCommand({ word, place, flags }: StorageKindSpec): CommandSpec {
  return {
    path: ['repository', 'repair', word],
    summary: `Bring back the lost format blob of an old repository in ${place}.`,
    details: 'Packs of repositories made before kopia 0.9 hold copies of it. Needs --dangerous-commands=enabled.',
    flags: [...REPAIR_FLAGS, ...flags],
    run: async (context, input) => (await import('../verbs/repository-repair.ts')).repositoryRepair(context, input, word),
  }
}
