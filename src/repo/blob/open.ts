/** Location or stored configuration -> storage, with everything around it that every storage gets. */
import { join } from 'node:path'
import { CairnError } from '../../errors.ts'
import { nullLogger } from '../../log.ts'
import { systemRandom } from '../../util/random.ts'
import { beginCloud, type CloudOpening, type CloudOptions, FORMAT_BLOB_ID, type OpenMode, retryingAs } from './cloud-opening.ts'
import { TEMP_NAME } from './file-writer.ts'
import { nodeFileOperations, openFilesystemStorage, readShards } from './filesystem.ts'
import { filesystemError, rootMissing, rootNotADirectory, systemCodeOf } from './filesystem-errors.ts'
import type { Location } from './location.ts'
import { logging } from './logging.ts'
import { readOnly } from './readonly.ts'
import { BLOB_SUFFIX, blobPath } from './sharding.ts'
import { SHARDS_FILE } from './shards-file.ts'
import type { BlobStorage } from './storage.ts'
import { isFar, parseFilesystemConfig, type StorageConfig, storageConfigOf } from './storage-config.ts'

export { FORMAT_BLOB_ID } from './cloud-opening.ts'

/** Packs that a far store takes at once: enough to fill a line, and no more than some 80 MB in memory. */
const FAR_PUTS = 4

export interface OpenStorageOptions extends CloudOptions {
  /**
   * `existing` needs a repository there. `create` makes the folder and needs it to be empty or to hold a repository (which creating then
   * refuses with its own error). Nothing else ever makes a folder: a location typed wrong must not become a new, empty repository.
   * `repair` takes a folder in which the format blob is missing, whatever else is there.
   */
  readonly mode: OpenMode
  /** A cloud store at this place whose opening was begun before, as `opensAlike` allows. */
  readonly begun?: CloudOpening | undefined
}

/**
 * Opens the storage at a location, or the one a config file names; retrying, logging and, when asked, read-only.
 *
 * Errors: CAIRN_STORAGE_ROOT_MISSING (no such folder), CAIRN_STORAGE_EMPTY (nothing in it), CAIRN_STORAGE_FOREIGN (something else in it),
 * CAIRN_STORAGE_FORBIDDEN, CAIRN_STORAGE_UNAVAILABLE, CAIRN_NOT_SUPPORTED (another kind of store), CAIRN_CONFIG_INVALID, for
 * cloud stores those of `cloudError`.
 */
export async function openStorage(where: Location | StorageConfig, options: OpenStorageOptions): Promise<BlobStorage> {
  const storage = await openPlain(where, options)
  const log = options.log ?? nullLogger
  const logged = logging(storage, log, options.clock)
  const decorated = retryingAs(
    isFar('type' in where ? where : storageConfigOf(where)) ? { ...logged, parallelPuts: FAR_PUTS } : logged,
    options,
  )
  return options.readonly === true ? readOnly(decorated) : decorated
}

async function openPlain(where: Location | StorageConfig, options: OpenStorageOptions): Promise<BlobStorage> {
  const config = 'type' in where ? where : storageConfigOf(where)
  if (config.type !== 'filesystem') return await (options.begun ?? beginCloud(config, options)).finish()
  const filesystem = parseFilesystemConfig(config, options.platform)
  const create = options.mode === 'create'
  const presence = await whatIsThere(filesystem.path)
  if (presence === 'missing' && !create) throw rootMissing(filesystem.path)
  if (presence === 'empty' && !create) throw empty(filesystem.path)
  if (presence === 'foreign' && options.mode !== 'repair') throw foreign(filesystem.path)
  return openFilesystemStorage(filesystem, {
    create: create && presence !== 'repository',
    readonly: options.readonly === true,
    random: options.random ?? systemRandom,
  })
}

/** Files that a folder may have before a repository is made in it. */
const NOT_COUNTED = new Set([SHARDS_FILE, '.gitignore', '.DS_Store', 'lost+found', 'desktop.ini'])

async function whatIsThere(path: string): Promise<'missing' | 'empty' | 'repository' | 'foreign'> {
  try {
    const entries = await nodeFileOperations.readDirectory(path)
    if (entries.some((entry) => entry.name === FORMAT_BLOB_ID + BLOB_SUFFIX)) return 'repository'
    if (entries.some((entry) => entry.name === SHARDS_FILE) && (await isInShards(path))) return 'repository'
    return entries.every((entry) => NOT_COUNTED.has(entry.name) || isLeftOver(entry.name)) ? 'empty' : 'foreign'
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return 'missing'
    if (systemCodeOf(error) === 'ENOTDIR') throw rootNotADirectory(path)
    throw filesystemError(error, 'look for a repository', path)
  }
}

/** Whether the format blob lies in a folder: a layout may shard short names too. */
async function isInShards(path: string): Promise<boolean> {
  const sharding = await readShards(nodeFileOperations, path)
  if (sharding === undefined) return false
  try {
    return (await nodeFileOperations.status(join(path, ...blobPath(sharding, FORMAT_BLOB_ID)))).isFile
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** A create that was interrupted before the format blob leaves these, and can be repeated. */
function isLeftOver(name: string): boolean {
  return name === `kopia.blobcfg${BLOB_SUFFIX}` || TEMP_NAME.test(name)
}

function empty(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_EMPTY', `There is no repository in ${path}: the folder is empty.`, {
    hint: 'Check the location for a typo and that the volume is mounted, or create a repository there: "cairn repository create filesystem", or --create-repository in a run.',
  })
}

function foreign(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_FOREIGN', `There is no repository in ${path}, but there are other files.`, {
    hint: `Check the location for a typo. If it was a repository, its file ${FORMAT_BLOB_ID}${BLOB_SUFFIX} is lost: bring it back from a copy.`,
  })
}
