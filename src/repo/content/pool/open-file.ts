/** Opening and reading files and folders of the tree, synchronously: in a worker that is three times faster than asking for it. */
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readlinkSync, readSync } from 'node:fs'
import { messageOf } from '../../../errors.ts'
import type { FileFailureReason, FileToOpen } from './protocol.ts'

/** The reason why a file could not be read. */
export class FileReadFailure extends Error {
  readonly reason: FileFailureReason

  constructor(reason: FileFailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}

// Never through a link that took the file's place, and never waiting for the other end of a pipe. Windows has neither flag.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Opens the very file that lstat saw, at a path without links; throws FileReadFailure. */
export function openChecked(path: string | Uint8Array, device: bigint, inode: bigint): OpenedFile {
  return openSame(path, device, inode, (descriptor) => {
    // A folder above it may have been a link when lstat looked, and again now: device and inode are then those of a file elsewhere.
    if (!isOpenAt(descriptor, path)) throw new FileReadFailure('changed', 'a folder above it was replaced while it was being read')
  })
}

/** A file that was opened, and how long it was then. */
export interface OpenedFile {
  readonly descriptor: number
  readonly size: number
}

/** Opens what has this device and inode; `check` may refuse it. */
function openSame(path: string | Uint8Array, device: bigint, inode: bigint, check?: (descriptor: number) => void): OpenedFile {
  let descriptor: number
  try {
    descriptor = openSync(typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength), OPEN_FLAGS)
  } catch (error) {
    throw failureOf(error)
  }
  try {
    const stat = fstatSync(descriptor, { bigint: true })
    if (!stat.isFile() || stat.ino !== inode || stat.dev !== device) {
      throw new FileReadFailure('changed', 'another file took its place while it was being read')
    }
    check?.(descriptor)
    return { descriptor, size: Number(stat.size) }
  } catch (error) {
    closeQuietly(descriptor)
    throw error instanceof FileReadFailure ? error : failureOf(error)
  }
}

/** What Linux adds to the path of an open file that was removed. */
const REMOVED = ' (deleted)'
let showsOpenPaths = process.platform === 'linux'

/** Whether the open file really lies at `path` (docs/threat-model.md, "What is snapshotted"); true where the system does not tell. */
function isOpenAt(descriptor: number, path: string | Uint8Array): boolean {
  if (!showsOpenPaths) return true
  let link: Buffer
  try {
    link = readlinkSync(`/proc/self/fd/${descriptor}`, 'buffer')
  } catch {
    // No /proc here.
    showsOpenPaths = false
    return true
  }
  const wanted = typeof path === 'string' ? Buffer.from(path) : path
  if (Buffer.compare(link, wanted) === 0) return true
  // File systems that do not tell letter case apart may show the name as somebody else wrote it.
  const [shown, given] = [link.toString('utf8'), Buffer.from(wanted).toString('utf8')].map((text) => text.normalize().toLowerCase())
  return shown === given || shown === given + REMOVED
}

/**
 * Opens files one after the other; those of one folder through a descriptor of it, so that the folder is checked once instead of with each file.
 *
 * The folder cannot be replaced under its descriptor, and its entries are opened without following links.
 */
export class FolderOpener {
  #folder: string | undefined
  #descriptor: number | undefined

  /** As `openChecked`; `next` is the path that will be asked for next. */
  open(path: string | Uint8Array, next: string | Uint8Array | undefined, device: bigint, inode: bigint): OpenedFile {
    if (typeof path !== 'string' || !showsOpenPaths) return openChecked(path, device, inode)
    const slash = path.lastIndexOf('/')
    const folder = path.slice(0, slash)
    if (folder !== this.#folder) {
      this.close()
      // For a single file the folder would be one more thing to open.
      if (typeof next !== 'string' || next.lastIndexOf('/') !== slash || !next.startsWith(folder)) return openChecked(path, device, inode)
      this.#folder = folder
      this.#descriptor = openFolderAt(folder)
    }
    if (this.#descriptor === undefined) return openChecked(path, device, inode)
    return openSame(`/proc/self/fd/${this.#descriptor}${path.slice(slash)}`, device, inode)
  }

  close(): void {
    if (this.#descriptor !== undefined) closeQuietly(this.#descriptor)
    this.#folder = undefined
    this.#descriptor = undefined
  }
}

/** The folder at exactly this path, or undefined when its files are better opened one by one, with messages of their own. */
function openFolderAt(path: string): number | undefined {
  if (!showsOpenPaths) return undefined
  let descriptor: number
  try {
    descriptor = openSync(path, OPEN_FLAGS | (constants.O_DIRECTORY ?? 0))
  } catch {
    return undefined
  }
  if (isOpenAt(descriptor, path) && showsOpenPaths) return descriptor
  closeQuietly(descriptor)
  return undefined
}

/** Opens a large file at `file`. */
export function openLarge(file: FileToOpen): number {
  return openChecked(file.path, file.device, file.inode).descriptor
}

/** A folder that itself is longer has thousands of entries. */
const MAX_FOLDER_BYTES = 256n * 1024n

/** Opens the very folder that lstat saw, at a path without links; undefined where that cannot be made sure, and when it is large. */
export function openFolder(path: string, device: bigint, inode: bigint): number | undefined {
  const descriptor = openFolderAt(path)
  if (descriptor === undefined) return undefined
  try {
    const stat = fstatSync(descriptor, { bigint: true })
    if (stat.ino === inode && stat.dev === device && stat.size <= MAX_FOLDER_BYTES) return descriptor
  } catch {
    // it will be looked at again
  }
  closeQuietly(descriptor)
  return undefined
}

/** Opens what is at a path in an open folder, if it can be read; the caller looks at what it is. */
export function openPlain(path: string): number | undefined {
  try {
    return openSync(path, OPEN_FLAGS)
  } catch {
    return undefined
  }
}

/** Facts of what is open; throws FileReadFailure. */
export function statOpen(descriptor: number): BigIntStats {
  try {
    return fstatSync(descriptor, { bigint: true })
  } catch (error) {
    throw failureOf(error)
  }
}

/** Reads up to `length` bytes, fewer only at the end of the file; throws FileReadFailure. */
export function readFully(descriptor: number, into: Uint8Array, offset: number, length: number, position: number | null): number {
  let total = 0
  while (total < length) {
    const count = readOnce(descriptor, into, offset + total, length - total, position === null ? null : position + total)
    if (count === 0) break
    total += count
  }
  return total
}

function readOnce(descriptor: number, into: Uint8Array, offset: number, length: number, position: number | null): number {
  try {
    return readSync(descriptor, into, offset, length, position)
  } catch (error) {
    throw failureOf(error)
  }
}

/**
 * Reads an open small file to its end into `arena` from `offset` on and returns its length; throws FileReadFailure. With the `size` that it was
 * seen to have one call is enough: asked for one byte more, the system gives exactly that many only at the end.
 */
export function readSmallFile(descriptor: number, arena: Uint8Array, offset: number, size: number): number {
  const room = arena.length - offset
  const first = size > 0 && size < room ? readOnce(descriptor, arena, offset, size + 1, null) : 0
  if (first === size && size > 0) return size
  const length = first + readFully(descriptor, arena, offset + first, room - first, null)
  if (length === room) throw new FileReadFailure('too-long', 'it grew while it was being read')
  return length
}

/** Closes a descriptor that was only read from: an error cannot lose anything. */
export function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor)
  } catch {
    // nothing was written through it
  }
}

const VANISHED = new Set(['ENOENT', 'ENOTDIR'])
/** What opening a link or a pipe in place of the file gives. */
const REPLACED = new Set(['ELOOP', 'ENXIO', 'EISDIR'])

function failureOf(error: unknown): FileReadFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const reason = VANISHED.has(code) ? 'vanished' : REPLACED.has(code) ? 'changed' : 'unreadable'
  // "EACCES: permission denied, open '/a/b'": the caller names the file, so only the first part is kept.
  return new FileReadFailure(reason, messageOf(error).replace(/, \w+(?: '.*')?$/s, ''))
}
