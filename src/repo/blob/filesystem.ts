/** Blobs as files below one directory (docs/repository-format.md, "Filesystem layout"). */
import { constants } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError, isCairnError, throwIfCancelled } from '../../errors.ts'
import { mapConcurrent, Semaphore } from '../../util/async.ts'
import { fromUtf8, toHex, utf8 } from '../../util/bytes.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { checkBlobId } from './blob-id.ts'
import type { FileOperations, FileStatus, OpenedFile } from './file-operations.ts'
import { filesystemError, isAbsent, systemCodeOf } from './filesystem-errors.ts'
import { resolveRange } from './range.ts'
import {
  BLOB_SUFFIX,
  blobPath,
  defaultSharding,
  mayHoldPrefix,
  SHARDS_OF_NEW_REPOSITORIES,
  SHARDS_WHEN_UNKNOWN,
  type Sharding,
} from './sharding.ts'
import { formatShardsFile, parseShardsFile, SHARDS_FILE, SHARDS_FILE_MAX_BYTES } from './shards-file.ts'
import type { BlobId, BlobMetadata, BlobStorage, GetOptions, PutOptions } from './storage.ts'

export interface FilesystemOptions {
  /** Absolute path of the repository's root directory. */
  readonly path: string
  /** Mode of new files; default 0600. */
  readonly fileMode?: number
  /** Mode of new directories; default 0700. */
  readonly dirMode?: number
  /** Owner of new files, applied only when running as root. */
  readonly uid?: number
  readonly gid?: number
  /** Directory name lengths when there is no `.shards` yet; default [1,3] for a new repository, [3,3] for an old one. */
  readonly shards?: readonly number[]
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
/** Between two pieces of this size a write looks at the signal. */
const WRITE_PIECE_BYTES = 16 * 1024 * 1024
/** Directories read at the same time while listing. */
const LIST_DIRECTORIES = 16

const TEMP_NAME = /\.f\.tmp\.[0-9a-f]{16}$/

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
    if (create) await files.makeDirectory(options.path, { mode: options.dirMode ?? 0o700, parents: true })
    const status = await files.status(options.path)
    if (!status.isDirectory) throw notADirectory(options.path)
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') throw rootMissing(options.path)
    if (systemCodeOf(error) === 'ENOTDIR' || systemCodeOf(error) === 'EEXIST') throw notADirectory(options.path)
    throw filesystemError(error, 'open the repository', options.path)
  }
  const assumed = defaultSharding(options.shards ?? (create ? SHARDS_OF_NEW_REPOSITORIES : SHARDS_WHEN_UNKNOWN))
  const stored = await readShards(files, options.path)
  return new FilesystemStorage(options, {
    files,
    random: how.random ?? systemRandom,
    isReadOnly: how.readonly === true,
    sharding: stored ?? assumed,
    hasShardsFile: stored !== undefined,
  })
}

interface FilesystemState {
  readonly files: FileOperations
  readonly random: RandomSource
  readonly isReadOnly: boolean
  readonly sharding: Sharding
  readonly hasShardsFile: boolean
}

/** Made by `openFilesystemStorage`. */
export class FilesystemStorage implements BlobStorage {
  readonly displayName: string
  readonly #options: FilesystemOptions
  readonly #files: FileOperations
  readonly #random: RandomSource
  readonly #isReadOnly: boolean
  readonly #slots = new Semaphore(OPEN_FILES)
  #sharding: Sharding
  #hasShardsFile: boolean
  #shardsBeingWritten: Promise<void> | undefined

  constructor(options: FilesystemOptions, state: FilesystemState) {
    this.displayName = options.path
    this.#options = options
    this.#files = state.files
    this.#random = state.random
    this.#isReadOnly = state.isReadOnly
    this.#sharding = state.sharding
    this.#hasShardsFile = state.hasShardsFile
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    throwIfCancelled(options.signal)
    const path = this.#pathOf(id)
    return this.#slots.use(async () => {
      try {
        return await readFile(this.#files, path, options, id)
      } catch (error) {
        if (!isAbsent(error)) throw filesystemError(error, `read blob ${id}`, this.displayName)
        await this.#requireRoot()
        throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`, { cause: error })
      }
    })
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    try {
      return metadataOf(id, await this.#files.status(this.#pathOf(id)))
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
    await this.#ensureShardsFile()
    const segments = blobPath(this.#sharding, id)
    try {
      return await this.#slots.use(() => this.#writeFile(segments, parts, options, id))
    } catch (error) {
      throw filesystemError(error, `write blob ${id}`, this.displayName)
    }
  }

  async deleteBlob(id: BlobId): Promise<void> {
    this.#refuseWhenReadOnly()
    try {
      await this.#files.remove(this.#pathOf(id))
    } catch (error) {
      if (!isAbsent(error)) throw filesystemError(error, `delete blob ${id}`, this.displayName)
    }
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    for await (const found of this.#walk(prefix, signal)) {
      if (!found.id.endsWith(BLOB_SUFFIX)) continue
      const id = found.id.slice(0, -BLOB_SUFFIX.length)
      if (id.startsWith(prefix) && found.status.isFile) yield metadataOf(id, found.status)
    }
  }

  async close(): Promise<void> {}

  /** Removes files that an interrupted write left before `beforeMs` (ms since 1970); returns how many. */
  async removeTempFiles(beforeMs: number, signal?: AbortSignal): Promise<number> {
    this.#refuseWhenReadOnly()
    let removed = 0
    for await (const found of this.#walk('', signal)) {
      if (!TEMP_NAME.test(found.id) || found.status.modifiedMs >= beforeMs) continue
      await this.#files.remove(found.path).catch((error: unknown) => {
        if (!isAbsent(error)) throw filesystemError(error, 'remove a temporary file', this.displayName)
      })
      removed++
    }
    return removed
  }

  #pathOf(id: BlobId): string {
    checkBlobId(id)
    return join(this.#options.path, ...blobPath(this.#sharding, id))
  }

  #refuseWhenReadOnly(): void {
    if (this.#isReadOnly) throw new CairnError('CAIRN_STORAGE_READONLY', `${this.displayName} was opened for reading only.`)
  }

  async #requireRoot(): Promise<void> {
    try {
      await this.#files.status(this.#options.path)
    } catch (error) {
      if (isAbsent(error)) throw rootMissing(this.#options.path)
      throw filesystemError(error, 'find the repository', this.displayName)
    }
  }

  /** Files below the root whose spelled-out name may start with `prefix`; `id` is that name with its ending. */
  async *#walk(prefix: string, signal: AbortSignal | undefined): AsyncIterable<FoundFile> {
    let directories: Directory[] = [{ path: this.#options.path, name: '' }]
    while (directories.length > 0) {
      throwIfCancelled(signal)
      // Depth first keeps the queue short; what a batch finds goes before the rest.
      const batch = directories.splice(0, LIST_DIRECTORIES)
      const results = await mapConcurrent(batch, LIST_DIRECTORIES, (directory) => this.#readOne(directory, prefix, signal))
      directories = [...results.flatMap((result) => result.directories), ...directories]
      for (const result of results) yield* result.files
    }
  }

  async #readOne(directory: Directory, prefix: string, signal: AbortSignal | undefined) {
    const directories: Directory[] = []
    const names: string[] = []
    try {
      for (const entry of await this.#files.readDirectory(directory.path)) {
        const name = directory.name + entry.name
        if (!mayHoldPrefix(name, prefix)) continue
        if (entry.isDirectory) directories.push({ path: join(directory.path, entry.name), name })
        else if (entry.name.endsWith(BLOB_SUFFIX) || TEMP_NAME.test(entry.name)) names.push(entry.name)
      }
    } catch (error) {
      if (isAbsent(error) && directory.name === '') throw rootMissing(this.#options.path)
      // A directory that went away held nothing.
      if (!isAbsent(error)) throw filesystemError(error, `list blobs under ${JSON.stringify(directory.name)}`, this.displayName)
    }
    const found = await mapConcurrent(names, OPEN_FILES, async (name): Promise<FoundFile | undefined> => {
      throwIfCancelled(signal)
      const path = join(directory.path, name)
      try {
        return { path, id: directory.name + name, status: await this.#files.status(path) }
      } catch (error) {
        // Deleted between the two calls.
        if (isAbsent(error)) return undefined
        throw filesystemError(error, `list blob ${directory.name + name}`, this.displayName)
      }
    })
    return { directories, files: found.filter((file) => file !== undefined) }
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
    try {
      await this.#writeFile([SHARDS_FILE], [utf8(formatShardsFile(this.#sharding))], { onlyIfAbsent: true }, SHARDS_FILE)
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_BLOB_EXISTS')) throw filesystemError(error, `write ${SHARDS_FILE}`, this.displayName)
      this.#sharding = (await readShards(this.#files, this.#options.path)) ?? this.#sharding
    }
    this.#hasShardsFile = true
  }

  /**
   * Nobody ever sees a part of a file:
   *  1. create a new file beside the final name, 2. write, 3. sync, 4. close, 5. rename (or link, which never replaces), 6. sync the directory.
   * After a failed sync the pages may be gone although a second sync would succeed, so the file is thrown away, never synced again.
   */
  async #writeFile(segments: readonly string[], parts: readonly Uint8Array[], options: PutOptions, id: BlobId): Promise<BlobMetadata> {
    const files = this.#files
    const finalPath = join(this.#options.path, ...segments)
    const directory = join(this.#options.path, ...segments.slice(0, -1))
    if (options.onlyIfAbsent && (await exists(files, finalPath))) throw blobExists(id, this.displayName)
    const tempPath = `${finalPath}.tmp.${toHex(this.#random(8))}`
    const file = await this.#createFile(tempPath, segments)
    let isTempThere = true
    try {
      let status: FileStatus
      try {
        await writeAll(file, parts, options.signal)
        if (this.#options.uid !== undefined && this.#options.gid !== undefined && process.getuid?.() === 0) {
          await file.changeOwner(this.#options.uid, this.#options.gid)
        }
        await file.sync()
        status = await file.status()
      } finally {
        await file.close()
      }
      throwIfCancelled(options.signal)
      if (options.onlyIfAbsent) {
        await linkOrFail(files, tempPath, finalPath, id, this.displayName)
        await files.remove(tempPath)
      } else {
        await files.rename(tempPath, finalPath)
      }
      isTempThere = false
      await files.syncDirectory(directory)
      return metadataOf(id, status)
    } finally {
      if (isTempThere) await files.remove(tempPath).catch(() => undefined)
    }
  }

  async #createFile(path: string, segments: readonly string[]): Promise<OpenedFile> {
    const mode = this.#options.fileMode ?? 0o600
    try {
      return await this.#files.createNew(path, mode)
    } catch (error) {
      if (systemCodeOf(error) !== 'ENOENT') throw error
    }
    await this.#makeDirectories(segments.slice(0, -1))
    return this.#files.createNew(path, mode)
  }

  /** Only below the root: a root that went away is a volume that is not mounted, and must not be made anew in its place. */
  async #makeDirectories(segments: readonly string[]): Promise<void> {
    await this.#requireRoot()
    let parent = this.#options.path
    for (const segment of segments) {
      const path = join(parent, segment)
      try {
        await this.#files.makeDirectory(path, { mode: this.#options.dirMode ?? 0o700, parents: false })
      } catch (error) {
        if (systemCodeOf(error) !== 'EEXIST') throw error
      }
      await this.#files.syncDirectory(parent)
      parent = path
    }
  }
}

interface Directory {
  readonly path: string
  readonly name: string
}

interface FoundFile {
  readonly path: string
  readonly id: string
  readonly status: FileStatus
}

async function readShards(files: FileOperations, root: string): Promise<Sharding | undefined> {
  const path = join(root, SHARDS_FILE)
  try {
    const bytes = await readFile(
      files,
      path,
      { length: Math.min(SHARDS_FILE_MAX_BYTES, (await files.status(path)).sizeBytes) },
      SHARDS_FILE,
    )
    return parseShardsFile(fromUtf8(bytes) ?? '', path)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw filesystemError(error, `read ${SHARDS_FILE}`, root)
  }
}

async function readFile(files: FileOperations, path: string, options: GetOptions, id: BlobId): Promise<Uint8Array> {
  const file = await files.openForReading(path)
  try {
    const status = await file.status()
    if (!status.isFile) throw new CairnError('CAIRN_STORAGE_IO', `${path} is not a regular file.`)
    const { offset, length } = resolveRange(id, options, status.sizeBytes)
    const bytes = uninitialized(length)
    for (let done = 0; done < length; ) {
      throwIfCancelled(options.signal)
      const count = await file.read(bytes.subarray(done), offset + done)
      if (count <= 0) throw new CairnError('CAIRN_BLOB_RANGE', `Blob ${id} ended after ${offset + done} bytes while it was being read.`)
      done += count
    }
    return bytes
  } finally {
    await file.close()
  }
}

/** Memory that every byte of is about to be written to; never from the shared pool, because callers keep views of it. */
function uninitialized(length: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(length)
  return new Uint8Array(buffer.buffer, buffer.byteOffset, length)
}

async function writeAll(file: OpenedFile, parts: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<void> {
  let pending = parts.filter((part) => part.length > 0)
  while (pending.length > 0) {
    throwIfCancelled(signal)
    const taken = await file.write(leading(pending, WRITE_PIECE_BYTES))
    // A file that takes nothing and reports nothing would be tried for ever.
    if (taken <= 0) throw new CairnError('CAIRN_STORAGE_IO', 'The system accepted no more bytes and gave no reason.')
    pending = withoutLeading(pending, taken)
  }
}

/** Views of the first `limit` bytes. */
function leading(parts: readonly Uint8Array[], limit: number): Uint8Array[] {
  const taken: Uint8Array[] = []
  let room = limit
  for (const part of parts) {
    if (room === 0) break
    taken.push(part.length <= room ? part : part.subarray(0, room))
    room -= Math.min(room, part.length)
  }
  return taken
}

/** Views of what follows the first `count` bytes. */
function withoutLeading(parts: readonly Uint8Array[], count: number): Uint8Array[] {
  let index = 0
  let skip = count
  for (let part = parts[0]; part !== undefined && skip >= part.length; part = parts[index]) {
    skip -= part.length
    index++
  }
  const rest = parts.slice(index)
  const first = rest[0]
  if (skip > 0 && first !== undefined) rest[0] = first.subarray(skip)
  return rest
}

async function exists(files: FileOperations, path: string): Promise<boolean> {
  try {
    await files.status(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

const NO_HARD_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

/**
 * Gives the file its final name without replacing another.
 * Where the volume has no hard links (FAT, some network shares) it is a look and a rename, which two writers within a millisecond can both win.
 */
async function linkOrFail(files: FileOperations, tempPath: string, finalPath: string, id: BlobId, place: string): Promise<void> {
  try {
    await files.link(tempPath, finalPath)
    return
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'EEXIST') throw blobExists(id, place)
    if (code === undefined || !NO_HARD_LINKS.has(code)) throw error
  }
  if (await exists(files, finalPath)) throw blobExists(id, place)
  await files.rename(tempPath, finalPath)
}

function metadataOf(id: BlobId, status: FileStatus): BlobMetadata {
  return { id, length: status.sizeBytes, timestampMs: status.modifiedMs }
}

function blobExists(id: BlobId, place: string): CairnError {
  return new CairnError('CAIRN_BLOB_EXISTS', `Blob ${id} is already in ${place}.`, {
    hint: 'Another run was faster, or there is a repository already: connect to it instead of creating one.',
  })
}

function rootMissing(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_ROOT_MISSING', `The repository directory ${path} does not exist.`, {
    hint: 'Check the location for a typo and that the volume is mounted. A new repository is only made when asked for.',
  })
}

function notADirectory(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_ROOT_MISSING', `${path} is not a directory.`, {
    hint: 'A repository is a directory: check the location for a typo.',
  })
}

/** The real file system. */
export const nodeFileOperations: FileOperations = {
  // Non-blocking, or opening a pipe that somebody put there would wait for ever.
  openForReading: async (path) => opened(await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))),
  createNew: async (path, mode) => opened(await open(path, 'wx', mode)),
  readDirectory: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() })),
  status: async (path) => statusOf(await stat(path)),
  makeDirectory: async (path, { mode, parents }) => {
    await mkdir(path, { mode, recursive: parents })
  },
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
    status: async () => statusOf(await handle.stat()),
    changeOwner: (uid, gid) => handle.chown(uid, gid),
    close: () => handle.close(),
  }
}

function statusOf(stats: { isFile(): boolean; isDirectory(): boolean; size: number; mtimeMs: number }): FileStatus {
  return { isFile: stats.isFile(), isDirectory: stats.isDirectory(), sizeBytes: stats.size, modifiedMs: Math.floor(stats.mtimeMs) }
}
