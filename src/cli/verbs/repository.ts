/** `cairn repository create | connect | status | disconnect`. */

import { withRepository } from '../../commands/open.ts'
import { connectFilesystem } from '../../commands/repository-connect.ts'
import { createFilesystem } from '../../commands/repository-create.ts'
import { CairnError } from '../../errors.ts'
import type { RepositoryFormatFacts } from '../../repo/api.ts'
import { removeClientConfig } from '../../repo/config.ts'
import type { ClientConfig } from '../../repo/config-format.ts'
import { formatBytes } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function repositoryCreate(context: CliContext, input: CommandInput): Promise<number> {
  const filesystem = filesystemOptions(input)
  const connect = connectOptions(context, input)
  const format = {
    ...optional('hash', input.text('block-hash')),
    ...optional('encryption', input.text('encryption')),
    ...optional('splitter', input.text('object-splitter')),
    ...optional('keyDerivation', input.text('format-block-key-derivation-algorithm')),
  }
  const isCreateOnly = input.isOn('create-only')
  await createFilesystem(context, { ...connect, filesystem, format, isCreateOnly })
  context.log.info(`Created a repository in ${filesystem.path}.`)
  if (!isCreateOnly) context.log.info('Connected to repository.')
  return 0
}

export async function repositoryConnect(context: CliContext, input: CommandInput): Promise<number> {
  await connectFilesystem(context, { ...connectOptions(context, input), filesystem: filesystemOptions(input) })
  context.log.info('Connected to repository.')
  return 0
}

export async function repositoryDisconnect(context: CliContext): Promise<number> {
  const wasConnected = await removeClientConfig(context.configPath)
  context.log.info(wasConnected ? 'Disconnected from the repository.' : 'There was no connection.')
  return 0
}

export async function repositoryStatus(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true }, async (repository, config) => {
    if (input.isOn('json')) context.print(statusJson(context, config, repository.facts))
    else for (const line of statusLines(context, config, repository.facts)) context.print(line)
  })
  return 0
}

function optional<Key extends string>(key: Key, value: string | undefined): { [name in Key]?: string } {
  // The cast restates what the literal key says.
  return value === undefined ? {} : ({ [key]: value } as { [name in Key]?: string })
}

function filesystemOptions(input: CommandInput) {
  const path = input.text('path')
  if (path === undefined)
    throw new CairnError('CAIRN_USAGE', '--path is missing.', { hint: 'Give the folder of the repository: --path /backup/repository' })
  const number = (name: string, radix: number) => {
    const text = input.text(name)
    if (text === undefined) return undefined
    const value = Number.parseInt(text, radix)
    if (!(radix === 8 ? /^[0-7]{3,5}$/ : /^\d{1,9}$/).test(text))
      throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a number.`)
    return value
  }
  const [fileMode, dirMode, uid, gid] = [number('file-mode', 8), number('dir-mode', 8), number('owner-uid', 10), number('owner-gid', 10)]
  return {
    path,
    ...(fileMode === undefined ? {} : { fileMode }),
    ...(dirMode === undefined ? {} : { dirMode }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(input.isOn('flat') ? { shards: [] } : {}),
  }
}

function connectOptions(context: CliContext, input: CommandInput) {
  return {
    userName: input.text('override-username'),
    host: input.text('override-hostname'),
    description: input.text('description'),
    enableActions: input.isOn('enable-actions'),
    isReadOnly: input.isOn('readonly'),
    persistCredentials: context.persistCredentials,
  }
}

function statusLines(context: CliContext, config: ClientConfig, facts: RepositoryFormatFacts): string[] {
  const storage = JSON.stringify(config.storage.config, null, 2).split('\n')
  const row = (name: string, value: string) => `${`${name}:`.padEnd(21)}${value}`
  return [
    row('Config file', context.configPath),
    '',
    row('Description', config.description ?? ''),
    row('Hostname', config.hostname),
    row('Username', config.username),
    row('Read-only', String(config.isReadOnly ?? false)),
    '',
    row('Storage type', config.storage.type),
    row('Storage config', storage[0] ?? ''),
    ...storage.slice(1).map((line) => `${' '.repeat(21)}${line}`),
    '',
    row('Unique ID', facts.uniqueId),
    row('Hash', facts.hash),
    row('Encryption', facts.encryption),
    row('Splitter', facts.splitter),
    row('Format version', String(facts.formatVersion)),
    row('Content compression', String(facts.indexVersion >= 2)),
    row('Password changes', String(facts.isPasswordChangeSupported)),
    row('Max pack length', formatBytes(facts.maxPackSizeBytes)),
    row('Index Format', `v${facts.indexVersion}`),
    '',
    row('Epoch Manager', facts.epochsEnabled ? 'enabled' : 'disabled'),
  ]
}

function statusJson(context: CliContext, config: ClientConfig, facts: RepositoryFormatFacts): string {
  return JSON.stringify({
    configFile: context.configPath,
    uniqueIDHex: facts.uniqueId,
    clientOptions: {
      hostname: config.hostname,
      username: config.username,
      ...(config.isReadOnly ? { readonly: true } : {}),
      description: config.description,
      enableActions: config.enableActions,
      formatBlobCacheDuration: config.formatBlobCacheDurationNs,
    },
    storage: config.storage,
    contentFormat: {
      hash: facts.hash,
      encryption: facts.encryption,
      version: facts.formatVersion,
      maxPackSize: facts.maxPackSizeBytes,
      indexVersion: facts.indexVersion,
      enablePasswordChange: facts.isPasswordChangeSupported,
    },
    objectFormat: { splitter: facts.splitter },
  })
}
