/** Snapshots of a repository of which some manifests may be damaged: those that can be read, and why the others cannot. */
import { CairnError, isCairnError, throwIfCancelled } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from './manifest.ts'
import { findSnapshot, listSnapshots } from './store.ts'

export interface ReadableSnapshots {
  readonly snapshots: readonly SnapshotManifest[]
  /** One error for each manifest that cannot be read; its message names the snapshot. */
  readonly damaged: readonly CairnError[]
}

/** The snapshots of one source, or of all, ascending by time. A source with an empty path stands for all paths of its user. */
export async function readSnapshots(repository: Repository, source?: SourceInfo, signal?: AbortSignal): Promise<ReadableSnapshots> {
  const damaged: CairnError[] = []
  const snapshots = await listSnapshots(repository, source, signal, (error) => damaged.push(error))
  return { snapshots, damaged }
}

/** The snapshots with these IDs, in their order. Throws CAIRN_SNAPSHOT_NOT_FOUND when one of them is not there. */
export async function requireSnapshots(repository: Repository, ids: readonly string[], signal?: AbortSignal): Promise<ReadableSnapshots> {
  const snapshots: SnapshotManifest[] = []
  const damaged: CairnError[] = []
  const absent: string[] = []
  for (const id of new Set(ids)) {
    throwIfCancelled(signal)
    try {
      const snapshot = await findSnapshot(repository, id)
      if (snapshot === undefined) absent.push(id)
      else snapshots.push(snapshot)
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_SNAPSHOT_DAMAGED')) throw error
      damaged.push(error)
    }
  }
  if (absent.length > 0)
    throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There is no snapshot ${absent.join(', ')} in the repository.`, {
      hint: 'List the snapshots with "cairn snapshot list --all".',
    })
  return { snapshots, damaged }
}
