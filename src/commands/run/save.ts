/** Saves the manifest of an upload and applies retention to its source. */
import type { EffectivePolicy } from '../../policy/effective.ts'
import type { SourceInfo } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import { applyRetention, planExpire } from '../../snapshot/expire.ts'
import type { SnapshotManifest } from '../../snapshot/manifest.ts'
import { saveSnapshot } from '../../snapshot/store.ts'
import type { UploadResult } from '../../snapshot/upload/request.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import type { PreviousSnapshots } from './previous.ts'
import type { RetentionReport } from './report.ts'

export interface SaveRequest {
  readonly repository: Repository
  readonly tags: Readonly<Record<string, string>>
  readonly description: string
  readonly pins: readonly string[]
  /** Told of what was saved, because retention may remove it at once. */
  readonly onSaved?: ((manifest: SnapshotManifest) => void) | undefined
}

export interface SavedSnapshot {
  /** Empty when nothing was saved, because it would have been identical. */
  readonly snapshotId: string
  readonly retention?: RetentionReport
}

export interface SaveTimes {
  readonly startTimeNs: bigint
  readonly endTimeNs: bigint
}

/** The manifest becomes durable first; only then are older ones expired, as in Kopia. */
export async function saveUpload(
  request: SaveRequest,
  source: SourceInfo,
  result: UploadResult,
  previous: PreviousSnapshots,
  effective: EffectivePolicy,
  times: SaveTimes,
): Promise<SavedSnapshot> {
  const { repository } = request
  const retention = effective.policy.retention ?? {}
  const latest = previous.snapshots.find((snapshot) => snapshot.incomplete === undefined)
  const { incomplete } = result
  if (retention.ignoreIdenticalSnapshots === true && incomplete === undefined && latest?.rootEntry?.objectId === result.rootEntry.objectId)
    return { snapshotId: '' }
  const manifest = await saveSnapshot(repository, {
    id: '',
    source,
    description: request.description,
    ...times,
    stats: result.stats,
    ...(incomplete === undefined ? {} : { incomplete }),
    rootEntry: result.rootEntry,
    tags: request.tags,
    pins: request.pins,
  })
  await repository.flush()
  request.onSaved?.(manifest)
  const decisions = await planExpire(repository, source, effective.policy)
  const removed = decisions.filter((decision) => decision.isExpired)
  if ((await applyRetention(repository, removed)) > 0) await repository.flush()
  const row = (snapshot: SnapshotManifest) => ({ id: snapshot.id, startTime: formatTimestamp(snapshot.startTimeNs) })
  return {
    snapshotId: manifest.id,
    retention: {
      kept: decisions
        .filter((decision) => !decision.isExpired)
        .map(({ snapshot, reasons }) => ({ ...row(snapshot), reasons: [...reasons, ...snapshot.pins.map((pin) => `pin:${pin}`)] })),
      removed: removed.map(({ snapshot }) => row(snapshot)),
    },
  }
}
