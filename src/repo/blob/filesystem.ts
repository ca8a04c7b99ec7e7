/** Blobs as files below one directory (docs/repository-format.md, "Filesystem layout"). */
import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError, throwIfCancelled } from '../../errors.ts'
import { Semaphore } from '../../util/async.ts'
import { fromUtf8, utf8 } from '../../util/bytes.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { checkBlobId } from './blob-id.ts'
import { makeDirectories } from './file-directories.ts'
import type { FileOperations, FileStatus, OpenedFile } from './file-operations.ts'
import { readFileRange } from './file-reader.ts'
import { walkFiles } from './file-walk.ts'
import { type FileWriterOptions, TEMP_NAME, writeFileWhole } from './file-writer.ts'
import {
  filesystemError,
  isAbsent,
  retentionUnsupported,
  rootMissing,
  rootNotADirectory,
  rootUnmakeable,
  systemCodeOf,
} from './filesystem-errors.ts'
import { BLOB_SUFFIX, blobPath, defaultSharding, SHARDS_OF_NEW_REPOSITORIES, SHARDS_WHEN_UNKNOWN, type Sharding } from './sharding.ts'
import { formatShardsFile, parseShardsFile, SHARDS_FILE, SHARDS_FILE_MAX_BYTES } from './shards-file.ts'
import type { BlobId, BlobMetadata, BlobStorage, GetOptions, PutOptions } from './storage.ts'
import type { ThrottleLimits } from './throttle-limits.ts'

export interface FilesystemOptions {
  /** Absolute path of the repository's root directory. */
  readonly path: string
  /** Mode of new files; default 0600. */
  readonly fileMode?: number
  /** Mode of new directories; default 0700. */
  readonly dirMode?: number
  /** Owner of new files, applied only when running as root and both are given. */
  readonly uid?: number
  readonly gid?: number
  /** Directory name lengths when there is no `.shards` yet; default [1,3] for a new repository, [3,3] for an old one. */
  readonly shards?: readonly number[]
  /** Limits of speed that belong to this storage, whatever the connection says. */
  readonly limits?: ThrottleLimits
}

export interface FilesystemOpenOptions {
  /** Make the root directory when it is missing, and lay out as a new repository. */
  readonly create?: boolean
  /** Never write, not even `.shards`. */
  readonly readonly?: boolean
  readonly random?: RandomSource
  readonly files?: FileOperations
}

/** At most this many files are open at once: enough to keep the disk busy, far below the smallest usual limit of open files. */
const OPEN_FILES = 16

/**
 * Opens the directory as a blob storage.
 *
 * Without `create` nothing is written here: a missing root fails with CAIRN_STORAGE_ROOT_MISSING (it may be a volume that is not mounted), and
 * `.shards` is only added together with the first blob, so that opening a wrong directory leaves no trace in it.
 */
export async function openFilesystemStorage(options: FilesystemOptions, how: FilesystemOpenOptions = {}): Promise<FilesystemStorage> {
  const files = how.files ?? nodeFileOperations
  const create = how.create === true && how.readonly !== true
  try {
    if (create) await makeDirectories(files, options.path, options.dirMode ?? 0o700)
    if (!(await files.status(options.path)).isDirectory) throw rootNotADirectory(options.path)
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOTDIR' || code === 'EEXIST') throw rootNotADirectory(options.path)
    if (code === 'ENOENT') throw create ? rootUnmakeable(options.path) : rootMissing(options.path)
    throw filesystemError(error, create ? 'make the repository' : 'open the repository', options.path)
  }
  const assumed = defaultSharding(options.shards ?? (create ? SHARDS_OF_NEW_REPOSITORIES : SHARDS_WHEN_UNKNOWN))
  const stored = await readShards(files, options.path)
  return new FilesystemStorage({
    isReadOnly: how.readonly === true,
    sharding: stored ?? assumed,
    hasShardsFile: stored !== undefined,
    writer: {
      files,
      random: how.random ?? systemRandom,
      root: options.path,
      fileMode: options.fileMode ?? 0o600,
      dirMode: options.dirMode ?? 0o700,
      ...(options.uid !== undefined && options.gid !== undefined && isRoot() && { owner: { uid: options.uid, gid: options.gid } }),
    },
  })
}

interface FilesystemState {
  readonly isReadOnly: boolean
  readonly sharding: Sharding
  readonly hasShardsFile: boolean
  readonly writer: FileWriterOptions
}

/** Made by `openFilesystemStorage`. */
export class FilesystemStorage implements BlobStorage {
  readonly displayName: string
  readonly #writer: FileWriterOptions
  readonly #files: FileOperations
  readonly #isReadOnly: boolean
  readonly #slots = new Semaphore(OPEN_FILES)
  #sharding: Sharding
  #hasShardsFile: boolean
  #shardsBeingWritten: Promise<void> | undefined

  constructor(state: FilesystemState) {
    this.displayName = state.writer.root
    this.#writer = state.writer
    this.#files = state.writer.files
    this.#isReadOnly = state.isReadOnly
    this.#sharding = state.sharding
    this.#hasShardsFile = state.hasShardsFile
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    throwIfCancelled(options.signal)
    const path = this.#pathOf(id)
    return this.#slots.use(async () => {
      try {
        return await readFileRange(this.#files, path, options, id)
      } catch (error) {
        if (!isAbsent(error)) throw filesystemError(error, `read blob ${id}`, this.displayName)
        await this.#requireRoot()
        throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`, { cause: error })
      }
    })
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    const path = this.#pathOf(id)
    try {
      return metadataOf(id, await this.#files.status(path))
    } catch (error) {
      if (!isAbsent(error)) throw filesystemError(error, `look at blob ${id}`, this.displayName)
      await this.#requireRoot()
      return undefined
    }
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options: PutOptions = {}): Promise<BlobMetadata> {
    throwIfCancelled(options.signal)
    this.#refuseWhenReadOnly()
    checkBlobId(id)
    if (options.retention !== undefined) throw retentionUnsupported(this.displayName)
    await this.#ensureShardsFile()
    const segments = blobPath(this.#sharding, id)
    try {
      const outcome = await this.#slots.use(() => writeFileWhole(this.#writer, segments, parts, options))
      if (outcome !== 'exists') return metadataOf(id, outcome)
    } catch (error) {
      if (isAbsent(error)) await this.#requireRoot()
      throw filesystemError(error, `write blob ${id}`, this.displayName)
    }
    throw new CairnError('CAIRN_BLOB_EXISTS', `Blob ${id} is already in ${this.displayName}.`, {
      hint: 'Another run was faster, or there is a repository already: connect to it instead of creating one.',
    })
  }

  async deleteBlob(id: BlobId): Promise<void> {
    this.#refuseWhenReadOnly()
    const path = this.#pathOf(id)
    try {
      await this.#files.remove(path)
    } catch (error) {
      if (!isAbsent(error)) throw filesystemError(error, `delete blob ${id}`, this.displayName)
    }
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    const root = this.#writer.root
    const wanted = (name: string) => name.endsWith(BLOB_SUFFIX)
    try {
      for await (const { spelled, status } of walkFiles(this.#files, { root, prefix, wanted, signal })) {
        const id = spelled.slice(0, -BLOB_SUFFIX.length)
        if (status.isFile && id.startsWith(prefix)) yield metadataOf(id, status)
      }
    } catch (error) {
      if (isAbsent(error)) throw rootMissing(root)
      throw filesystemError(error, `list blobs${prefix === '' ? '' : ` that start with ${prefix}`}`, this.displayName)
    }
  }

  async close(): Promise<void> {}

  /** Removes files that interrupted writes left before `beforeMs` (ms since 1970); returns how many. */
  async removeTempFiles(beforeMs: number, signal?: AbortSignal): Promise<number> {
    this.#refuseWhenReadOnly()
    const wanted = (name: string) => TEMP_NAME.test(name)
    let removed = 0
    try {
      for await (const { path, status } of walkFiles(this.#files, { root: this.#writer.root, prefix: '', wanted, signal })) {
        if (!status.isFile || status.modifiedMs >= beforeMs) continue
        await this.#files.remove(path)
        removed++
      }
    } catch (error) {
      throw filesystemError(error, 'remove temporary files', this.displayName)
    }
    return removed
  }

  #pathOf(id: BlobId): string {
    checkBlobId(id)
    return join(this.#writer.root, ...blobPath(this.#sharding, id))
  }

  #refuseWhenReadOnly(): void {
    if (this.#isReadOnly) throw new CairnError('CAIRN_STORAGE_READONLY', `${this.displayName} was opened for reading only.`)
  }

  /** Tells an absent blob from a root that is not there, such as a volume that was unmounted. */
  async #requireRoot(): Promise<void> {
    try {
      await this.#files.status(this.#writer.root)
    } catch (error) {
      if (isAbsent(error)) throw rootMissing(this.#writer.root)
      throw filesystemError(error, 'find the repository', this.displayName)
    }
  }

  /** Writes `.shards` before the first blob; when another writer was faster, its layout counts. */
  async #ensureShardsFile(): Promise<void> {
    if (this.#hasShardsFile) return
    this.#shardsBeingWritten ??= this.#writeShardsFile().finally(() => {
      this.#shardsBeingWritten = undefined
    })
    await this.#shardsBeingWritten
  }

  async #writeShardsFile(): Promise<void> {
    const { root } = this.#writer
    try {
      const outcome = await writeFileWhole(this.#writer, [SHARDS_FILE], [utf8(formatShardsFile(this.#sharding))], { onlyIfAbsent: true })
      if (outcome === 'exists') this.#sharding = (await readShards(this.#files, root)) ?? this.#sharding
    } catch (error) {
      if (isAbsent(error)) await this.#requireRoot()
      throw filesystemError(error, `write ${SHARDS_FILE}`, root)
    }
    this.#hasShardsFile = true
  }
}

/** The layout that `.shards` in `root` describes; undefined when there is none. Errors: CAIRN_STORAGE_SHARDS_INVALID, storage kinds. */
export async function readShards(files: FileOperations, root: string): Promise<Sharding | undefined> {
  const path = join(root, SHARDS_FILE)
  try {
    const { sizeBytes } = await files.status(path)
    const bytes = await readFileRange(files, path, { length: Math.min(SHARDS_FILE_MAX_BYTES, sizeBytes) }, SHARDS_FILE)
    return parseShardsFile(fromUtf8(bytes) ?? '', path)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw filesystemError(error, `read ${SHARDS_FILE}`, root)
  }
}

function metadataOf(id: BlobId, status: FileStatus): BlobMetadata {
  const { sizeBytes, modifiedMs, modifiedNs } = status
  return { id, length: sizeBytes, timestampMs: modifiedMs, ...(modifiedNs === undefined ? {} : { timestampNs: modifiedNs }) }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The real file system. */
export const nodeFileOperations: FileOperations = {
  // Non-blocking, or opening a pipe that somebody put there would wait for ever.
  openForReading: async (path) => opened(await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))),
  createNew: async (path, mode) => opened(await open(path, 'wx', mode)),
  readDirectory: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() })),
  status: async (path) => statusOf(await stat(path, { bigint: true })),
  makeDirectory: (path, mode) => mkdir(path, { mode }),
  rename,
  link,
  remove: unlink,
  syncDirectory: async (path) => {
    // Windows cannot open a directory; its file systems log renames themselves.
    if (process.platform === 'win32') return
    const directory = await open(path, constants.O_RDONLY)
    try {
      await directory.sync()
    } catch (error) {
      // Some network and FUSE file systems have no such call.
      const code = systemCodeOf(error)
      if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    } finally {
      await directory.close()
    }
  },
}

function opened(handle: FileHandle): OpenedFile {
  return {
    read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
    write: async (parts) => (await handle.writev(parts)).bytesWritten,
    sync: () => handle.sync(),
    status: async () => statusOf(await handle.stat({ bigint: true })),
    changeOwner: (uid, gid) => handle.chown(uid, gid),
    // The system takes a floating number of seconds and cuts it to microseconds: the middle of the next one is safe from rounding, so that
    // a copy is never older than its source.
    changeTime: (modifiedNs) => {
      const seconds = (Number(modifiedNs / 1000n) + 1.5) / 1e6
      return handle.utimes(seconds, seconds)
    },
    close: () => handle.close(),
  }
}

function statusOf(stats: BigIntStats): FileStatus {
  return {
    isFile: stats.isFile(),
    isDirectory: stats.isDirectory(),
    sizeBytes: Number(stats.size),
    modifiedMs: Number(stats.mtimeMs),
    modifiedNs: stats.mtimeNs,
  }
}
