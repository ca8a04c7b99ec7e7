/** The two ways to mend a tree: replacing what cannot be read, and leaving out what is named. */
import { CairnError } from '../../errors.ts'
import type { ObjectId, ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { ObjectCheck } from '../verify/object-check.ts'
import { ObjectIdSet } from '../verify/object-id-set.ts'
import { isFinding } from '../verify/verify.ts'
import type { RewriteRules } from './rewrite.ts'
import { writeStub } from './stub.ts'

/** What to do with an entry that cannot be read: a stub in its place, fail, leave it as it is, or leave it out. */
export type InvalidHandling = 'stub' | 'fail' | 'keep' | 'remove'

/** Says what happens to an entry, in Kopia's words. */
export type FixNote = (message: string) => void

interface CommonRules {
  readonly objects: ObjectManager
  readonly directories: InvalidHandling
  readonly signal: AbortSignal
}

/** Checks every file and link, and treats those that cannot be read as `files` says. */
export function invalidFilesRules(options: CommonRules & { check: ObjectCheck; files: InvalidHandling; onInvalid: FixNote }): RewriteRules {
  const { check, files, onInvalid } = options
  const checked = new ObjectIdSet()
  const failed = new Map<ObjectId, CairnError>()
  const errorOf = async (entry: DirEntry): Promise<CairnError | undefined> => {
    if (checked.has(entry.objectId)) return failed.get(entry.objectId)
    try {
      if (entry.objectId === '') throw new CairnError('CAIRN_OBJECT_DAMAGED', 'the entry has no object ID')
      await check.check(entry.objectId)
    } catch (error) {
      if (!isFinding(error)) throw error
      // A storage that does not answer is no reason to give files up.
      if (error.kind === 'storage') throw error
      failed.set(entry.objectId, error)
    }
    checked.add(entry.objectId)
    return failed.get(entry.objectId)
  }
  return {
    async entry(path, entry) {
      const error = entry.type === 'd' ? undefined : await errorOf(entry)
      if (error === undefined) return entry
      onInvalid(`${files === 'keep' ? 'keeping' : 'removing'} invalid file ${path} due to: ${error.message}`)
      return await handle(options, files, entry, error)
    },
    unreadable: (path, entry, error) => unreadable(options, path, entry, error, onInvalid),
    async malformed(path, name, error) {
      onInvalid(`invalid entry ${path}: ${error.message}`)
      return files === 'keep' ? 'keep' : await handle(options, files, unknownEntry(name), error)
    },
  }
}

/** Leaves out files and directories by object ID or by name. */
export function removeFilesRules(
  options: CommonRules & { isRemoved: (entry: DirEntry) => boolean; onRemoved: FixNote; onInvalid: FixNote },
): RewriteRules {
  const { directories, isRemoved, onRemoved, onInvalid } = options
  return {
    async entry(path, entry) {
      if (!isRemoved(entry)) return entry
      onRemoved(`will remove file ${path}`)
      return undefined
    },
    unreadable: (path, entry, error) => unreadable(options, path, entry, error, onInvalid),
    async malformed(path, name, error) {
      onInvalid(`invalid entry ${path}: ${error.message}`)
      return directories === 'keep' ? 'keep' : await handle(options, directories, unknownEntry(name), error)
    },
  }
}

/** What takes the place of a root that was left out: a snapshot cannot be without one. */
export async function replaceRoot(options: CommonRules, root: DirEntry, snapshotId: string): Promise<DirEntry> {
  const error = new CairnError('CAIRN_DIRECTORY_DAMAGED', `invalid root directory ${snapshotId}`)
  return (await handle(options, options.directories, root, error)) ?? root
}

async function unreadable(options: CommonRules, path: string, entry: DirEntry, error: CairnError, note: FixNote) {
  if (error.kind === 'storage') throw error
  note(`directory ${path} cannot be read: ${error.message}`)
  return await handle(options, options.directories, entry, error)
}

async function handle(
  { objects, signal }: CommonRules,
  handling: InvalidHandling,
  entry: DirEntry,
  error: CairnError,
): Promise<DirEntry | undefined> {
  switch (handling) {
    case 'stub':
      return await writeStub(objects, entry, error.message, signal)
    case 'keep':
      return entry
    case 'remove':
      return undefined
    case 'fail':
      throw error
  }
}

/** A name that could be part of a path, so that the stub can be restored. */
function unknownEntry(name: string): DirEntry {
  const safe = name.replaceAll(/[/\0]/g, '_')
  return { name: safe, type: 'unknown', mode: 0o600, size: 0, mtimeNs: 0n, uid: 0, gid: 0, objectId: '' }
}
