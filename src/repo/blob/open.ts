/** Location or stored configuration -> storage, with everything around it that every storage gets. */
import { join } from 'node:path'
import { CairnError } from '../../errors.ts'
import { type Logger, nullLogger } from '../../log.ts'
import type { Clock } from '../../util/clock.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { TEMP_NAME } from './file-writer.ts'
import { type FilesystemOptions, type FilesystemStorage, nodeFileOperations, openFilesystemStorage, readShards } from './filesystem.ts'
import { filesystemError, rootMissing, rootNotADirectory, systemCodeOf } from './filesystem-errors.ts'
import type { Location } from './location.ts'
import { logging } from './logging.ts'
import { readOnly } from './readonly.ts'
import { retrying } from './retrying.ts'
import { BLOB_SUFFIX, blobPath } from './sharding.ts'
import { SHARDS_FILE } from './shards-file.ts'
import type { BlobStorage } from './storage.ts'
import { parseFilesystemConfig, type StorageConfig, unsupportedStorage } from './storage-config.ts'

/** The blob that makes a storage a repository. */
export const FORMAT_BLOB_ID = 'kopia.repository'

export interface OpenStorageOptions {
  /**
   * `existing` needs a repository there. `create` makes the folder and needs it to be empty or to hold a repository (which creating then
   * refuses with its own error). Nothing else ever makes a folder: a location typed wrong must not become a new, empty repository.
   * `repair` takes a folder in which the format blob is missing, whatever else is there.
   */
  readonly mode: 'existing' | 'create' | 'repair'
  readonly readonly?: boolean
  readonly clock: Clock
  readonly log?: Logger
  readonly random?: RandomSource
  /** As in `process.platform`, for paths in a configuration. */
  readonly platform: string
  /** Layout and modes of a repository that is created. */
  readonly filesystem?: Omit<FilesystemOptions, 'path'>
}

/**
 * Opens the storage at a location, or the one a config file names; retrying, logging and, when asked, read-only.
 *
 * Errors: CAIRN_STORAGE_ROOT_MISSING (no such folder), CAIRN_STORAGE_EMPTY (nothing in it), CAIRN_STORAGE_FOREIGN (something else in it),
 * CAIRN_STORAGE_FORBIDDEN, CAIRN_STORAGE_UNAVAILABLE, CAIRN_NOT_SUPPORTED (a cloud store), CAIRN_CONFIG_INVALID.
 */
export async function openStorage(where: Location | StorageConfig, options: OpenStorageOptions): Promise<BlobStorage> {
  const storage = await openPlain(where, options)
  const log = options.log ?? nullLogger
  const random = options.random ?? systemRandom
  const decorated = retrying(logging(storage, log, options.clock), { clock: options.clock, random, log })
  return options.readonly === true ? readOnly(decorated) : decorated
}

async function openPlain(where: Location | StorageConfig, options: OpenStorageOptions): Promise<FilesystemStorage> {
  const filesystem = filesystemOptionsOf(where, options)
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

function filesystemOptionsOf(where: Location | StorageConfig, options: OpenStorageOptions): FilesystemOptions {
  if ('type' in where) return parseFilesystemConfig(where, options.platform)
  if (where.kind !== 'filesystem') throw unsupportedStorage(where.kind)
  return { ...options.filesystem, path: where.path }
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
    hint: 'Check the location for a typo and that the volume is mounted, or create a repository there ("cairn repository create filesystem").',
  })
}

function foreign(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_FOREIGN', `There is no repository in ${path}, but there are other files.`, {
    hint: `Check the location for a typo. If it was a repository, its file ${FORMAT_BLOB_ID}${BLOB_SUFFIX} is lost: bring it back from a copy.`,
  })
}
