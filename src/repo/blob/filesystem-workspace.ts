/** The folder `.cairn` of a workspace: kept out of Git by a file of its own. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError, messageOf } from '../../errors.ts'
import { makeDirectories } from './file-directories.ts'
import { nodeFileOperations } from './filesystem.ts'

/** Makes the folder with a `.gitignore` that covers everything in it; leaves both alone when they are there. */
export async function ensureWorkspaceFolder(path: string): Promise<void> {
  try {
    await makeDirectories(nodeFileOperations, path, 0o700)
    await writeFile(join(path, '.gitignore'), '*\n', { flag: 'wx' })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return
    throw new CairnError('CAIRN_STORAGE_FORBIDDEN', `Cannot make the folder ${path}: ${messageOf(cause)}.`, {
      hint: 'Give the user of this run write access to the workspace, or name another place with "repository".',
      cause,
    })
  }
}
