/** Snapshots of a repository of which some manifests may be damaged: those that can be read, and why the others cannot. */
import { CairnError, throwIfCancelled } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import { compareByTime, decodeSnapshotManifest, type SnapshotManifest } from './manifest.ts'
import { SNAPSHOT_TYPE, sourceLabels } from './source.ts'
import { isObjectError } from './tree.ts'

export interface ReadableSnapshots {
  /** Ascending by time. */
  readonly snapshots: readonly SnapshotManifest[]
  readonly damaged: readonly { readonly id: string; readonly error: CairnError }[]
}

/** The snapshots of one source, or of all. */
export async function readSnapshots(repository: Repository, source?: SourceInfo, signal?: AbortSignal): Promise<ReadableSnapshots> {
  const labels = source === undefined ? { type: SNAPSHOT_TYPE } : sourceLabels(source)
  const entries = await repository.manifests.find(labels)
  return await readSnapshotsById(
    repository,
    entries.map(({ id }) => id),
    signal,
  )
}

/** The snapshots with these IDs; one that is not there is left out. */
export async function readSnapshotsById(repository: Repository, ids: readonly string[], signal?: AbortSignal): Promise<ReadableSnapshots> {
  const snapshots: SnapshotManifest[] = []
  const damaged: { id: string; error: CairnError }[] = []
  for (const id of new Set(ids)) {
    throwIfCancelled(signal)
    const found = await repository.manifests.get(id)
    if (found?.entry.labels['type'] !== SNAPSHOT_TYPE) continue
    try {
      snapshots.push(decodeSnapshotManifest(id, found.json))
    } catch (error) {
      if (!isObjectError(error)) throw error
      damaged.push({ id, error })
    }
  }
  return { snapshots: snapshots.sort(compareByTime), damaged }
}

/** The snapshots with these IDs. Throws CAIRN_SNAPSHOT_NOT_FOUND when one of them is not there. */
export async function requireSnapshotsById(
  repository: Repository,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadableSnapshots> {
  const read = await readSnapshotsById(repository, ids, signal)
  const found = new Set([...read.snapshots, ...read.damaged].map(({ id }) => id))
  const absent = ids.filter((id) => !found.has(id))
  if (absent.length > 0)
    throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There is no snapshot ${absent.join(', ')} in the repository.`, {
      hint: 'List the snapshots with "cairn snapshot list --all".',
    })
  return read
}
