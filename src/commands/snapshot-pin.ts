/** `snapshot pin`: adds pins to snapshots and takes them away. */
import { throwIfCancelled } from '../errors.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { changedPins } from '../snapshot/pins.ts'
import { replaceSnapshot } from '../snapshot/store.ts'
import { selectByIds } from './snapshot-delete.ts'

export interface PinRequest {
  /** IDs of manifests or root objects. */
  readonly ids: readonly string[]
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** Replaces the manifests whose pins change, in one commit; `onEach` hears of every snapshot. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
export async function pinSnapshots(
  repository: Repository,
  { ids, add, remove }: PinRequest,
  onEach: (snapshot: SnapshotManifest, isChanged: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const snapshot of await selectByIds(repository, ids, signal)) {
    throwIfCancelled(signal)
    const pins = changedPins(snapshot.pins, add, remove)
    onEach(snapshot, pins !== undefined)
    if (pins !== undefined) await replaceSnapshot(repository, { ...snapshot, pins })
  }
  await repository.flush(signal)
}
