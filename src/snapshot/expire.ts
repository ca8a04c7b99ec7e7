/** Carrying out retention: forgetting the snapshots that a plan says are expired. */
import { throwIfCancelled } from '../errors.ts'
import type { Policy } from '../policy/policy.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from './manifest.ts'
import { planRetention, type RetentionDecision } from './retention.ts'
import { deleteSnapshot, listSnapshots, type OnDamagedSnapshot } from './store.ts'

/** The decisions about all snapshots of a source under its effective policy. A snapshot that cannot be read is neither kept nor expired. */
export async function planExpire(
  repository: Repository,
  source: SourceInfo,
  policy: Policy,
  signal?: AbortSignal,
  onDamaged: OnDamagedSnapshot = () => {},
): Promise<RetentionDecision<SnapshotManifest>[]> {
  return planRetention(await listSnapshots(repository, source, signal, onDamaged), policy.retention)
}

/** Deletes the manifests of the expired snapshots and returns how many there were; data stays until maintenance. */
export async function applyRetention(
  repository: Repository,
  decisions: readonly RetentionDecision[],
  signal?: AbortSignal,
): Promise<number> {
  const expired = decisions.filter((decision) => decision.isExpired)
  for (const { snapshot } of expired) {
    throwIfCancelled(signal)
    await deleteSnapshot(repository, snapshot.id)
  }
  return expired.length
}
