/** Which folders a scout may compare with their earlier directory, and the bytes for it. */
import { CACHE_TAG } from '../../../fs/special-files.ts'
import { isPlain } from '../../../policy/tree.ts'
import { isObjectError } from '../../tree.ts'
import type { FolderTask } from '../folder.ts'
import type { UploadRequest } from '../request.ts'
import type { StoreContext } from '../store-entry.ts'
import { type Avoided, type EarlierFolder, SCOUTED_BYTES } from './protocol.ts'

/**
 * The earlier directory to compare the folder with; undefined when a file in it could be treated differently although nothing changed:
 * by rules, by a policy of its own, by other trees to reuse from, or by a forced reading.
 */
export async function earlierFolder(request: UploadRequest, context: StoreContext, task: FolderTask): Promise<EarlierFolder | undefined> {
  const { policy, previous, parent } = task
  if (previous.compared === undefined || previous.others.length > 0 || request.isHashForced !== undefined) return undefined
  if (parent === undefined || !isPlain(policy) || policy.maxFileSizeBytes > 0 || policy.isOneFileSystem) return undefined
  if (policy.ignoreRules.length > 0 || !parent.context.child(parent.name).isEmpty) return undefined
  const { objectId } = previous.compared
  const bytes = objectId === '' ? undefined : await readSmall(context, objectId)
  if (bytes === undefined) return undefined
  return { objectId, bytes, avoid: avoidedBy(request, policy.ignoreDotFiles) }
}

const avoided = new WeakMap<UploadRequest, Map<readonly string[], Avoided>>()

/** One value for each list of dot-ignore files. */
function avoidedBy(request: UploadRequest, dotFiles: readonly string[]): Avoided {
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
