/** Runs the hooks around one folder of the walk (docs/hooks.md, "Folder hooks"). */
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { type LocalPath, openLocalSource, showPath, statLocal } from '../../fs/local.ts'
import type { Semaphore } from '../../util/async.ts'
import type { DirEntry } from '../dir-entry.ts'
import { FolderFailure, type FolderTask } from './folder.ts'
import type { FileIdentity, FolderOutcome, FolderSession, OnFolder } from './request.ts'
import type { UploadTally } from './tally.ts'

export interface HookContext {
  readonly onFolder: OnFolder | undefined
  /** Hooks that may run at the same time. */
  readonly slots: Semaphore
  readonly tally: UploadTally
  readonly signal: AbortSignal
  /** Whether the user ended the upload, rather than an error. */
  readonly isCancelled: () => boolean
}

/** Reads `path` as the folder of the task; the directory must be the one with this identity. */
export type ReadFolder = (task: FolderTask, path: LocalPath, identity: FileIdentity) => Promise<DirEntry>

/** Reads the folder, with its hooks around it. Throws FolderFailure when only this folder failed. */
export async function withFolderHooks(context: HookContext, task: FolderTask, read: ReadFolder): Promise<DirEntry> {
  const { onFolder, slots, tally, signal } = context
  const { beforeFolder, afterFolder } = task.policy.hooks
  if (onFolder === undefined || (beforeFolder === undefined && afterFolder === undefined)) {
    return await read(task, task.path, task.entry)
  }
  throwIfCancelled(signal)
  const { relativePath } = task
  const isRoot = relativePath === ''
  const session = await slots.use(async () => {
    try {
      return await onFolder({ relativePath, realPath: showPath(task.path), isRoot })
    } catch (error) {
      throw isCairnError(error, 'CAIRN_CANCELLED') ? error : new FolderFailure(error)
    }
  })
  let outcome: FolderOutcome = { status: 'failed' }
  try {
    const stored = await readHookedFolder(task, session?.redirect, read)
    outcome = { status: 'uploaded', entry: stored }
    return stored
  } catch (error) {
    const status = context.isCancelled() ? 'cancelled' : 'failed'
    outcome = { status, error: error instanceof FolderFailure ? error.reason : error }
    throw error
  } finally {
    if (session !== undefined) await slots.use(() => endSession(tally, session, relativePath, outcome))
  }
}

/** What the after-hook of a folder does never undoes the folder. */
async function endSession(tally: UploadTally, session: FolderSession, relativePath: string, outcome: FolderOutcome): Promise<void> {
  try {
    await session.after(outcome)
  } catch (error) {
    tally.warn(`The after-hook of "${relativePath || '.'}" failed: ${messageOf(error)}`)
  }
}

/** The hook may have mounted something on the folder, or named another directory to read under the folder's name. */
async function readHookedFolder(task: FolderTask, redirect: string | undefined, read: ReadFolder): Promise<DirEntry> {
  let source: { readonly path: LocalPath; readonly entry: Entry }
  try {
    source = redirect === undefined ? { path: task.path, entry: statLocal(task.path) } : openLocalSource(redirect)
    if (source.entry.kind !== 'directory') throw notADirectory(showPath(source.path))
  } catch (error) {
    throw new FolderFailure(error)
  }
  // As for Kopia the root takes name and metadata of the directory that is really read.
  const isRenamed = redirect !== undefined && task.relativePath === ''
  return await read(isRenamed ? { ...task, entry: source.entry } : task, source.path, source.entry)
}

function notADirectory(path: string): CairnError {
  return new CairnError('CAIRN_FILE_UNREADABLE', `${path} is not a directory.`, { hint: 'A hook may only name a directory to read.' })
}
