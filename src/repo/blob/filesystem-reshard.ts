/**
 * Moves the blobs of a filesystem repository into other folders (docs/repository-format.md, "Filesystem layout").
 *
 * rename every blob that lies elsewhere -> remove folders that are empty -> write `.shards`
 *
 * No program finds all blobs meanwhile. When it is interrupted, the same call goes on where it ended.
 */
import { readdir, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { throwIfCancelled } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import { systemRandom } from '../../util/random.ts'
import { makeDirectories } from './file-directories.ts'
import { walkFiles } from './file-walk.ts'
import { writeFileWhole } from './file-writer.ts'
import { nodeFileOperations, readShards } from './filesystem.ts'
import { filesystemError, isAbsent, rootMissing } from './filesystem-errors.ts'
import { BLOB_SUFFIX, blobPath, type Sharding } from './sharding.ts'
import { formatShardsFile, missingShards, SHARDS_FILE } from './shards-file.ts'

const FILE_MODE = 0o600
const DIRECTORY_MODE = 0o700

export interface ReshardOptions {
  /** Root folder of the repository, absolute. */
  readonly root: string
  /** The new layout, from the present one. */
  readonly change: (present: Sharding) => Sharding
  /** Only call `onMove`. */
  readonly isDryRun: boolean
  readonly onMove: (from: string, to: string) => void
  readonly onRemove: (folder: string) => void
  readonly signal: AbortSignal
}

export interface ReshardResult {
  readonly moved: number
  readonly unchanged: number
  /** Empty folders that were removed. */
  readonly removed: number
}

/** Does it. Errors: CAIRN_STORAGE_ROOT_MISSING, CAIRN_STORAGE_SHARDS_INVALID, storage kinds. */
export async function reshard(options: ReshardOptions): Promise<ReshardResult> {
  const { root, isDryRun, signal } = options
  const present = await readShards(nodeFileOperations, root)
  if (present === undefined) throw missingShards(join(root, SHARDS_FILE))
  const sharding = options.change(present)
  let [unchanged, removed] = [0, 0]
  // All are found before the first one moves, or some would be found twice.
  const moves: { readonly from: string; readonly to: string }[] = []
  try {
    const wanted = (name: string) => name.endsWith(BLOB_SUFFIX)
    for await (const { path, spelled } of walkFiles(nodeFileOperations, { root, prefix: '', wanted, signal })) {
      const to = join(root, ...blobPath(sharding, spelled.slice(0, -BLOB_SUFFIX.length)))
      if (path === to) unchanged++
      else moves.push({ from: path, to })
    }
    for (const { from, to } of moves) {
      throwIfCancelled(signal)
      options.onMove(from, to)
      if (!isDryRun) await move(from, to)
    }
    if (isDryRun) return { moved: moves.length, unchanged, removed }
    removed = await removeEmptyFolders(root, options)
    const writer = { files: nodeFileOperations, random: systemRandom, root, fileMode: FILE_MODE, dirMode: DIRECTORY_MODE }
    await writeFileWhole(writer, [SHARDS_FILE], [utf8(formatShardsFile(sharding))], {})
  } catch (error) {
    if (isAbsent(error)) throw rootMissing(root)
    throw filesystemError(error, 'move blobs', root)
  }
  return { moved: moves.length, unchanged, removed }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await nodeFileOperations.rename(from, to)
  } catch (error) {
    if (!isAbsent(error)) throw error
    await makeDirectories(nodeFileOperations, dirname(to), DIRECTORY_MODE)
    await nodeFileOperations.rename(from, to)
  }
}

/** Removes empty folders below `folder`, deepest first; returns how many. */
async function removeEmptyFolders(folder: string, options: ReshardOptions): Promise<number> {
  throwIfCancelled(options.signal)
  let removed = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    removed += await removeEmptyFolders(path, options)
    if ((await readdir(path)).length > 0) continue
    options.onRemove(path)
    await rmdir(path)
    removed++
  }
  return removed
}
