/** Opening and reading one file of the tree, synchronously: in a worker that is three times faster than asking for it. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
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

/** Opens the very file that lstat saw; throws FileReadFailure. */
export function openChecked(path: string | Uint8Array, device: bigint, inode: bigint): number {
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
    return descriptor
  } catch (error) {
    closeQuietly(descriptor)
    throw error instanceof FileReadFailure ? error : failureOf(error)
  }
}

/** Opens a large file at `file`. */
export function openLarge(file: FileToOpen): number {
  return openChecked(file.path, file.device, file.inode)
}

/** Reads up to `length` bytes, fewer only at the end of the file; throws FileReadFailure. */
export function readFully(descriptor: number, into: Uint8Array, offset: number, length: number, position: number | null): number {
  let total = 0
  while (total < length) {
    let count: number
    try {
      count = readSync(descriptor, into, offset + total, length - total, position === null ? null : position + total)
    } catch (error) {
      throw failureOf(error)
    }
    if (count === 0) break
    total += count
  }
  return total
}

/** Reads a small file to its end into `arena` from `offset` on and returns its length; throws FileReadFailure. */
export function readSmallFile(path: string | Uint8Array, device: bigint, inode: bigint, arena: Uint8Array, offset: number): number {
  const descriptor = openChecked(path, device, inode)
  try {
    const room = arena.length - offset
    const length = readFully(descriptor, arena, offset, room, null)
    if (length === room) throw new FileReadFailure('too-long', 'it grew while it was being read')
    return length
  } finally {
    closeQuietly(descriptor)
  }
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
