/** Connects to a repository: proves that it opens, then writes the connection file. */
import { openStorage } from '../repo/blob/open.ts'
import { descriptionOf, type StorageConfig } from '../repo/blob/storage-config.ts'
import { writeClientConfig, writePassword } from '../repo/config.ts'
import { type CachingSettings, cachingMember, DEFAULT_CACHING, readCaching } from '../repo/config-caching.ts'
import { DEFAULT_FORMAT_BLOB_CACHE_NS } from '../repo/config-format.ts'
import { defaultCaching } from '../repo/config-path.ts'
import { startKeyThread } from '../repo/format/key-derivation.ts'
import { KeysAhead } from '../repo/format/keys-ahead.ts'
import { openRepository } from '../repo/repository.ts'
import { fromHex } from '../util/bytes.ts'
import { type Connection, identityOf } from './open.ts'
import { resolvePassword } from './password.ts'
import { absolutePath } from './repository-create.ts'
import { storageOptions } from './storage-options.ts'

export interface ConnectOptions {
  /** Instead of the names of the machine. */
  readonly userName?: string | undefined
  readonly host?: string | undefined
  readonly description?: string | undefined
  readonly enableActions: boolean
  readonly isReadOnly: boolean
  /** Let kopia read although index blobs are damaged. */
  readonly permissiveCacheLoading?: boolean | undefined
  /** Keep the password in a file beside the connection file. */
  readonly persistCredentials: boolean
  /** Of kopia's cache, where they differ from its defaults. */
  readonly caching?: Partial<CachingSettings> | undefined
  /** For how long kopia trusts its copy of the format blob; below zero it keeps none. */
  readonly formatBlobCacheDurationNs?: number | undefined
}

export interface StorageConnectRequest extends ConnectOptions {
  readonly storage: StorageConfig
  /** Comes before all other sources of a password, except the flag. */
  readonly password?: string | undefined
}

/** Errors: those of opening a repository, CAIRN_CONFIG_UNWRITABLE. An existing connection is replaced only when everything worked. */
export async function connectStorage(context: Connection, request: StorageConnectRequest): Promise<void> {
  const config = request.storage
  // A store that is far away takes longer to answer than the thread to start.
  const thread = config.type === 'filesystem' ? undefined : startKeyThread()
  const storage = await openStorage(config, { ...storageOptions(context), mode: 'existing', readonly: request.isReadOnly }).catch(
    (error) => {
      thread?.abandon()
      throw error
    },
  )
  const identity = identityOf(context, { username: request.userName ?? '', hostname: request.host ?? '' })
  let password: string
  let uniqueId: string
  try {
    password = (await resolvePassword(context, { given: context.passwordFlag ?? request.password })).password
    const repository = await openRepository({
      storage,
      password,
      keys: new KeysAhead(password, thread),
      identity,
      clock: context.clock,
      random: context.random,
      log: context.log,
      readonly: true,
      workers: 0,
      signal: context.signal,
    })
    uniqueId = repository.facts.uniqueId
  } finally {
    thread?.abandon()
    await storage.close()
  }
  await writeClientConfig(
    context.configPath,
    {
      storage: config,
      caching: cachingOf(context, uniqueId, request.caching ?? {}),
      hostname: identity.host,
      username: identity.userName,
      isReadOnly: request.isReadOnly,
      permissiveCacheLoading: request.permissiveCacheLoading,
      description: request.description ?? descriptionOf(config),
      enableActions: request.enableActions,
      formatBlobCacheDurationNs: request.formatBlobCacheDurationNs ?? DEFAULT_FORMAT_BLOB_CACHE_NS,
    },
    context.random,
  )
  if (request.persistCredentials) await writePassword(context.configPath, password, context.random)
}

function cachingOf(context: Connection, uniqueId: string, changes: Partial<CachingSettings>) {
  const user = { platform: context.platform, env: context.env, home: context.os.homeDirectory, workingDirectory: context.cwd }
  // The ID comes from our own hex.
  const usual = defaultCaching(context.configPath, fromHex(uniqueId) ?? new Uint8Array(), user)
  const { directory } = readCaching(usual, context.configPath, context.platform)
  const given = changes.directory === undefined || changes.directory === '' ? undefined : absolutePath(context, changes.directory)
  return cachingMember({ ...DEFAULT_CACHING, ...changes, directory: given ?? directory }, context.configPath, context.platform)
}
