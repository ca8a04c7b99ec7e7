/** Cairn's own cache on this machine: copies of index blobs and metadata packs between runs (docs/backends.md, "Read cache"). */
import { createHash } from 'node:crypto'
import { CacheFolder } from '../repo/blob/cache-folder.ts'
import { type CacheEntry, cacheEntries, clearCache } from '../repo/blob/cache-sweep.ts'
import { caching } from '../repo/blob/caching.ts'
import { nodeFileOperations } from '../repo/blob/filesystem.ts'
import type { BlobStorage } from '../repo/blob/storage.ts'
import { isFar, type StorageConfig } from '../repo/blob/storage-config.ts'
import type { CommandContext, ReadCacheSettings } from './context.ts'

/** What all copies together may take when nobody says another size. */
export const DEFAULT_READ_CACHE_BYTES = 500_000_000

/** Members of a connection that say where it leads; keys and tokens change, and are nobody's business here. */
const PLACE_MEMBERS = ['endpoint', 'bucket', 'container', 'storageAccount', 'prefix', 'path', 'name', 'pointInTime']

/** What a run uses for a connection; undefined when it keeps no copies. */
export function readCacheFor({ readCache }: Pick<CommandContext, 'readCache'>, config: StorageConfig): ReadCacheSettings | undefined {
  if (readCache === undefined || readCache.limitBytes <= 0) return undefined
  return readCache.isForAll || isFar(config) ? readCache : undefined
}

/** The folder for copies of what a connection leads to, where one is used. */
export function cacheFolderFor(context: CommandContext, config: StorageConfig): CacheFolder | undefined {
  const settings = readCacheFor(context, config)
  if (settings === undefined) return undefined
  const { clock, random, log } = context
  const { directory, limitBytes } = settings
  return new CacheFolder({ directory, place: placeOf(config), limitBytes, files: nodeFileOperations, clock, random, log })
}

/** The same storage behind the cache, where one is used. */
export function withReadCache(
  context: CommandContext,
  config: StorageConfig,
  storage: BlobStorage,
  folder = cacheFolderFor(context, config),
): BlobStorage {
  return folder === undefined ? storage : caching(storage, folder)
}

/** What is kept for a connection. Errors: those of the system. */
export async function keptFor(settings: ReadCacheSettings, config: StorageConfig): Promise<readonly CacheEntry[]> {
  return await cacheEntries(nodeFileOperations, settings.directory, placeOf(config))
}

/** Drops what is kept for a connection. Errors: those of the system. */
export async function clearReadCache(settings: ReadCacheSettings, config: StorageConfig): Promise<void> {
  await clearCache(nodeFileOperations, settings.directory, placeOf(config))
}

function placeOf({ type, config }: StorageConfig): string {
  const place = PLACE_MEMBERS.map((name) => config[name] ?? '')
  return createHash('sha256')
    .update(JSON.stringify([type, ...place]))
    .digest('hex')
    .slice(0, 16)
}
