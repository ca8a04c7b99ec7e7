/** `cairn repository create | connect | disconnect`. */
import { connectStorage } from '../../commands/repository-connect.ts'
import { createInStorage } from '../../commands/repository-create.ts'
import { descriptionOf, type StorageConfig, storagePath } from '../../repo/blob/storage-config.ts'
import { readClientConfig, removeClientConfig } from '../../repo/config.ts'
import { readCaching } from '../../repo/config-caching.ts'
import { clearKopiaCache } from '../cache-directory.ts'
import { cacheChanges } from '../cache-flags.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { durationFlagNs } from '../flag-values.ts'
import { storageOfConfig, storageOfFlags } from '../storage-flags.ts'
import type { StorageKind } from '../table/storage-kinds.ts'
import { newFormatOf } from './new-format.ts'

export async function repositoryCreate(context: CliContext, input: CommandInput, kind: StorageKind): Promise<number> {
  return await create(context, input, await storageOfFlags(kind, context, input))
}

export async function repositoryCreateFromConfig(context: CliContext, input: CommandInput): Promise<number> {
  const { storage, password } = await storageOfConfig(context, input)
  const withPassword = password === undefined ? context : { ...context, passwordFlag: context.passwordFlag ?? password }
  return await create(withPassword, input, storage)
}

async function create(context: CliContext, input: CommandInput, storage: StorageConfig): Promise<number> {
  const connect = connectOptions(context, input)
  const format = newFormatOf(input)
  const isCreateOnly = input.isOn('create-only')
  await createInStorage(context, { ...connect, storage, format, isCreateOnly })
  context.log.info(`Created a repository in ${storagePath(storage) ?? descriptionOf(storage).replace('Repository in ', '')}.`)
  if (!isCreateOnly) context.log.info('Connected to repository.')
  return 0
}

export async function repositoryConnect(context: CliContext, input: CommandInput, kind: StorageKind): Promise<number> {
  await connectStorage(context, { ...connectOptions(context, input), storage: await storageOfFlags(kind, context, input) })
  context.log.info('Connected to repository.')
  return 0
}

export async function repositoryConnectFromConfig(context: CliContext, input: CommandInput): Promise<number> {
  const { storage, password } = await storageOfConfig(context, input)
  await connectStorage(context, { ...connectOptions(context, input), storage, password })
  context.log.info('Connected to repository.')
  return 0
}

export async function repositoryDisconnect(context: CliContext): Promise<number> {
  const config = await readClientConfig(context.configPath).catch(() => undefined)
  const wasConnected = await removeClientConfig(context.configPath)
  // Nobody would find it again: its name is made from the connection.
  if (wasConnected) clearKopiaCache(readCaching(config?.caching, context.configPath, context.platform).directory)
  context.log.info(wasConnected ? 'Disconnected from the repository.' : 'There was no connection.')
  return 0
}

const BYTES_PER_MB = 2 ** 20

function connectOptions(context: CliContext, input: CommandInput) {
  if (input.choice('check-for-updates') === true) context.log.notice('Cairn never looks for updates, with or without --check-for-updates.')
  const directory = input.text('cache-directory')
  const formatCacheNs = durationFlagNs(input, 'repository-format-cache-duration')
  return {
    userName: input.text('override-username'),
    host: input.text('override-hostname'),
    description: input.text('description'),
    enableActions: input.isOn('enable-actions'),
    isReadOnly: input.isOn('readonly'),
    permissiveCacheLoading: input.isOn('permissive-cache-loading'),
    persistCredentials: context.persistCredentials,
    caching: { ...cacheChanges(input, BYTES_PER_MB), ...(directory === undefined ? {} : { directory }) },
    formatBlobCacheDurationNs: input.isOn('disable-repository-format-cache')
      ? -1
      : formatCacheNs === undefined || formatCacheNs === 0n
        ? undefined
        : Number(formatCacheNs),
  }
}
