/** Saves incomplete snapshots while an upload goes on (docs/repository-format.md, "Incomplete snapshots"). */
import type { EffectivePolicy } from '../../policy/effective.ts'
import type { SourceInfo } from '../../policy/target.ts'
import { applyRetention, planExpire } from '../../snapshot/expire.ts'
import { EMPTY_STATS } from '../../snapshot/stats.ts'
import { saveSnapshot } from '../../snapshot/store.ts'
import type { CheckpointRequest } from '../../snapshot/upload/request.ts'
import type { OpenRun } from './state.ts'

/** Longest time between two checkpoints, and the usual one: maintenance erases what no snapshot has named for a day. */
export const MAX_CHECKPOINT_INTERVAL_MS = 45 * 60_000

/** What the upload of a source does about checkpoints. Older ones go by the rules of retention, in the same commit. */
export function checkpointOf(run: OpenRun, source: SourceInfo, effective: EffectivePolicy, startTimeNs: bigint): CheckpointRequest {
  const { context, repository } = run
  return {
    intervalMs: run.checkpointIntervalMs ?? MAX_CHECKPOINT_INTERVAL_MS,
    async save(rootEntry) {
      const manifest = await saveSnapshot(repository, {
        id: '',
        source,
        description: '',
        startTimeNs,
        endTimeNs: context.clock.nowNs(),
        stats: EMPTY_STATS,
        incomplete: 'checkpoint',
        rootEntry,
        tags: {},
        pins: [],
      })
      await applyRetention(repository, await planExpire(repository, source, effective.policy))
      await repository.flush()
      context.log.debug(`Saved a checkpoint with root ${rootEntry.objectId} as ${manifest.id}.`)
    },
  }
}
