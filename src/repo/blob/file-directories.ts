/** Makes a directory with its parents, and says truly why it cannot. */
import { dirname } from 'node:path'
import type { FileOperations } from './file-operations.ts'
import { systemCodeOf } from './filesystem-errors.ts'

/**
 * Makes `path` and the parents that are missing; nothing happens when it is there. Errors are those of the system.
 *
 * Node's own recursive `mkdir` answers ENOENT for every failure that it does not know, such as a file system mounted read-only or a full quota.
 */
export async function makeDirectories(files: FileOperations, path: string, mode: number): Promise<void> {
  try {
    await files.makeDirectory(path, mode)
  } catch (error) {
    const parent = dirname(path)
    if (systemCodeOf(error) !== 'ENOENT' || parent === path) return await acceptDirectory(files, path, error)
    await makeDirectories(files, parent, mode)
    await files.makeDirectory(path, mode).catch((second) => acceptDirectory(files, path, second))
  }
}

/** A directory that is there is what was wanted, whatever the system calls that: EEXIST, or EISDIR and EPERM for the top of a drive. */
async function acceptDirectory(files: FileOperations, path: string, error: unknown): Promise<void> {
  const status = await files.status(path).catch(() => undefined)
  if (status?.isDirectory !== true) throw error
}
