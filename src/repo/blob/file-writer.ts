/** Writes a file so that nobody ever sees a part of it. */
import { join } from 'node:path'
import { CairnError, throwIfCancelled } from '../../errors.ts'
import { toHex } from '../../util/bytes.ts'
import type { RandomSource } from '../../util/random.ts'
import { WRITE_PIECE_BYTES } from '../../util/write-piece.ts'
import type { FileOperations, FileStatus, OpenedFile } from './file-operations.ts'
import { isAbsent, systemCodeOf } from './filesystem-errors.ts'
import type { PutOptions } from './storage.ts'

/** What a file is called until it is complete: `<final name>.tmp.<16 hex digits>`, in the same directory. */
export const TEMP_NAME = /\.tmp\.[0-9a-f]{16}$/

export interface FileWriterOptions {
  readonly files: FileOperations
  readonly random: RandomSource
  /** Must exist; directories are only made below it. */
  readonly root: string
  readonly fileMode: number
  readonly dirMode: number
  readonly owner?: { readonly uid: number; readonly gid: number }
}

/** The outcome when `onlyIfAbsent` was asked and the file was there; otherwise what was written. */
export type WriteOutcome = FileStatus | 'exists'

/**
 * Writes `parts` to the file at `segments` below the root:
 *  1. create a new file beside the final name, 2. write, 3. sync, 4. close, 5. rename (or link, which never replaces), 6. sync the directory.
 *
 * After a failed sync the pages may be gone although a second sync would succeed, so the file is thrown away, never synced again.
 * Errors are those of the system, CAIRN_CANCELLED and CAIRN_STORAGE_IO; the temporary file is gone in every case.
 */
export async function writeFileWhole(
  writer: FileWriterOptions,
  segments: readonly string[],
  parts: readonly Uint8Array[],
  options: PutOptions,
): Promise<WriteOutcome> {
  const { files } = writer
  const finalPath = join(writer.root, ...segments)
  if (options.onlyIfAbsent && (await exists(files, finalPath))) return 'exists'
  const tempPath = `${finalPath}.tmp.${toHex(writer.random(8))}`
  const file = await createFile(writer, tempPath, segments)
  let isTempThere = true
  try {
    const status = await fill(writer, file, parts, options)
    throwIfCancelled(options.signal)
    if (options.onlyIfAbsent) {
      if (!(await linkUnlessThere(files, tempPath, finalPath))) return 'exists'
    } else {
      await files.rename(tempPath, finalPath)
      isTempThere = false
    }
    await files.syncDirectory(join(writer.root, ...segments.slice(0, -1)))
    return status
  } finally {
    // After a rename without hard links there is nothing to remove any more; that is no fault, nor is a second failure on a broken disk.
    if (isTempThere) await files.remove(tempPath).catch(() => undefined)
  }
}

async function fill(writer: FileWriterOptions, file: OpenedFile, parts: readonly Uint8Array[], options: PutOptions) {
  try {
    await writeAll(file, parts, options.signal)
    if (writer.owner !== undefined) await file.changeOwner(writer.owner.uid, writer.owner.gid)
    if (options.modifiedNs !== undefined) await file.changeTime(options.modifiedNs)
    await file.sync()
    return await file.status()
  } finally {
    await file.close()
  }
}

async function createFile(writer: FileWriterOptions, path: string, segments: readonly string[]): Promise<OpenedFile> {
  try {
    return await writer.files.createNew(path, writer.fileMode)
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
  }
  await makeDirectories(writer, segments.slice(0, -1))
  return writer.files.createNew(path, writer.fileMode)
}

/** Only below the root: a root that went away is a volume that is not mounted, and must not be made anew in its place. */
async function makeDirectories({ files, root, dirMode }: FileWriterOptions, segments: readonly string[]): Promise<void> {
  let parent = root
  for (const segment of segments) {
    const path = join(parent, segment)
    try {
      await files.makeDirectory(path, dirMode)
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST') throw error
    }
    await files.syncDirectory(parent)
    parent = path
  }
}

/**
 * Writes every byte of `parts`, however few the system takes at a time, and looks at the signal between two pieces.
 * Errors: those of the system, CAIRN_CANCELLED, CAIRN_STORAGE_IO.
 */
export async function writeAll(file: OpenedFile, parts: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<void> {
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

const NO_HARD_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

/**
 * Gives the file its final name without replacing another; false when the name is taken.
 *
 * Where the volume has no hard links (FAT, some network shares) it is a look and a rename, which two writers within a millisecond can both win.
 */
async function linkUnlessThere(files: FileOperations, tempPath: string, finalPath: string): Promise<boolean> {
  try {
    await files.link(tempPath, finalPath)
    return true
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'EEXIST') return false
    if (code === undefined || !NO_HARD_LINKS.has(code)) throw error
  }
  if (await exists(files, finalPath)) return false
  await files.rename(tempPath, finalPath)
  return true
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
