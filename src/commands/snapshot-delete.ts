/** `snapshot delete`: which snapshots are meant, and forgetting them. */
import { CairnError, throwIfCancelled } from '../errors.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { deleteSnapshot, listSnapshots, snapshotsNamed } from '../snapshot/store.ts'

/** Snapshots by the IDs of their manifests or root objects, each once. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
export async function selectByIds(repository: Repository, ids: readonly string[], signal: AbortSignal): Promise<SnapshotManifest[]> {
  const selected = new Map<string, SnapshotManifest>()
  for (const id of ids) for (const snapshot of await snapshotsNamed(repository, id, signal)) selected.set(snapshot.id, snapshot)
  return [...selected.values()]
}

/** All snapshots of some sources; an empty path stands for all paths of the user. Throws CAIRN_SNAPSHOT_NOT_FOUND when one has none. */
export async function selectBySources(
  repository: Repository,
  sources: readonly SourceInfo[],
  signal: AbortSignal,
): Promise<SnapshotManifest[]> {
  const selected = new Map<string, SnapshotManifest>()
  for (const source of sources) {
    const snapshots = await listSnapshots(repository, source, signal)
    if (snapshots.length === 0) {
      throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There are no snapshots of ${formatSource(source)} in the repository.`, {
        hint: 'List the sources with "cairn snapshot list --all".',
      })
    }
    for (const snapshot of snapshots) selected.set(snapshot.id, snapshot)
  }
  return [...selected.values()]
}

/** Deletes the manifests in one commit; data stays until maintenance. `onDelete` hears of each before. */
export async function deleteSnapshots(
  repository: Repository,
  snapshots: readonly SnapshotManifest[],
  onDelete: (snapshot: SnapshotManifest) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const snapshot of snapshots) {
    throwIfCancelled(signal)
    onDelete(snapshot)
    await deleteSnapshot(repository, snapshot.id)
  }
  if (snapshots.length > 0) await repository.flush(signal)
}
