/** Which folders a scout may compare with their earlier directory, and the bytes for it. */
import { throwIfCancelled } from '../../../errors.ts'
import { CACHE_TAG } from '../../../fs/special-files.ts'
import { concatBytes } from '../../../util/bytes.ts'
import type { DirEntry } from '../../dir-entry.ts'
import { isObjectError } from '../../tree.ts'
import { type FolderTask, treatsAllAlike } from '../folder.ts'
import type { UploadRequest } from '../request.ts'
import { isComplete } from '../same.ts'
import type { StoreContext } from '../store-entry.ts'
import { type Avoided, type EarlierBelow, type EarlierFolder, SCOUTED_BYTES } from './protocol.ts'

/** Entries of a tree that is compared as a whole: enough to save most of the messages, few enough to be answered within a moment. */
export const TREE_ENTRIES = 4096
/** Bytes of the directories of such a tree. */
const TREE_BYTES = 2 * 1024 * 1024

/**
 * The earlier directory that the folder may be compared with; undefined when a file in it could be treated differently although nothing
 * changed: by rules, by a policy of its own, by other trees to reuse from, or by a forced reading. What holds for it holds for all below it.
 */
export function comparableDirectory(request: UploadRequest, task: FolderTask): DirEntry | undefined {
  const { compared, others } = task.previous
  if (compared === undefined || others.length > 0 || request.isHashForced !== undefined || compared.objectId === '') return undefined
  return treatsAllAlike(task) ? compared : undefined
}

/** What the scout needs of it, with the directories below it when it is a tree; undefined when it cannot be read, or is large. */
export async function earlierFolder(
  request: UploadRequest,
  context: StoreContext,
  { policy }: FolderTask,
  { objectId }: DirEntry,
  isTree: boolean,
): Promise<EarlierFolder | undefined> {
  const bytes = await readSmall(context, objectId)
  if (bytes === undefined) return undefined
  const below = isTree ? await readBelow(context, bytes) : undefined
  return { objectId, bytes, avoid: avoidedBy(request, policy.ignoreDotFiles), below }
}

/** Whether everything in an earlier folder may be compared at once. */
export function isSmallTree(earlier: DirEntry): boolean {
  return isComplete(earlier.summary) && entriesOf(earlier) <= TREE_ENTRIES
}

/** How many entries an earlier folder and those below it have. */
export function entriesOf({ summary }: DirEntry): number {
  return summary === undefined ? 0 : summary.files + summary.symlinks + summary.dirs
}

/** All directories below one; undefined when they are too large or cannot be read. */
async function readBelow(context: StoreContext, top: Uint8Array): Promise<EarlierBelow | undefined> {
  const found = new Map<string, Uint8Array>()
  const pending = [top]
  let total = 0
  for (let bytes = pending.pop(); bytes !== undefined; bytes = pending.pop()) {
    throwIfCancelled(context.signal)
    for (const id of folderIds(bytes)) {
      if (found.has(id)) continue
      const below = await readSmall(context, id)
      total += below?.length ?? 0
      if (below === undefined || total > TREE_BYTES) return undefined
      found.set(id, below)
      pending.push(below)
    }
  }
  const directories = [...found.values()]
  let end = 0
  const ends = Uint32Array.from(directories, (bytes) => (end += bytes.length))
  return { ids: [...found.keys()], ends, bytes: concatBytes(directories) }
}

/**
 * Object IDs of the folders in a directory object, as programs write it. Only a guess at what the scout will look for, much cheaper than
 * decoding it: quotes within names are escaped, so that nothing else looks like this, and what is not found is walked.
 */
function folderIds(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return Array.from(text.matchAll(/"type":"d"[^{}]*?"obj":"(k[0-9a-f]+)"/g), (match) => match[1] ?? '')
}

const avoided = new WeakMap<UploadRequest, Map<readonly string[], Avoided>>()

/** What a folder must not have to be looked at by others than the walk; one value for each list of dot-ignore files. */
export function avoidedBy(request: UploadRequest, dotFiles: readonly string[]): Avoided {
  const known = avoided.get(request) ?? new Map<readonly string[], Avoided>()
  avoided.set(request, known)
  let value = known.get(dotFiles)
  if (value === undefined) {
    const names = [CACHE_TAG, ...dotFiles, ...(request.includeGit ? [] : ['.git'])]
    value = { names, inodes: (request.leaveOut ?? []).map(({ inode }) => inode) }
    known.set(dotFiles, value)
  }
  return value
}

/** Undefined for a large object, and for one that cannot be read: the walk finds that out again and says so. */
async function readSmall({ objects }: StoreContext, objectId: string): Promise<Uint8Array | undefined> {
  try {
    const reader = await objects.open(objectId)
    return reader.length > SCOUTED_BYTES ? undefined : await reader.readAll(SCOUTED_BYTES)
  } catch (error) {
    if (!isObjectError(error)) throw error
    return undefined
  }
}
