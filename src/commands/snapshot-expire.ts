/** `snapshot expire`: applies retention to sources. */
import { CairnError } from '../errors.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import { applyRetention, planExpire } from '../snapshot/expire.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { repositoryLayers } from '../snapshot/policies.ts'
import type { RetentionDecision } from '../snapshot/retention.ts'
import { compareSources } from '../snapshot/source.ts'
import { listSources, type OnDamagedSnapshot } from '../snapshot/store.ts'

export interface ExpireRequest {
  /** Undefined means every source that has snapshots; an empty path stands for all paths of the user. */
  readonly sources: readonly SourceInfo[] | undefined
  /** Only a plan comes out otherwise. */
  readonly isDeleting: boolean
}

/** What retention says of one source; decisions come newest first. */
export interface ExpirePlan {
  readonly source: SourceInfo
  readonly decisions: readonly RetentionDecision<SnapshotManifest>[]
}

/** Plans, and deletes when asked to, in one commit; sources come in the order of their text. `onPlan` hears of each before it is applied. */
export async function expireSnapshots(
  repository: Repository,
  request: ExpireRequest,
  onPlan: (plan: ExpirePlan) => void,
  onDamaged: OnDamagedSnapshot,
  signal: AbortSignal,
): Promise<void> {
  const known = await listSources(repository)
  const asked = [...(request.sources ?? known)].sort(compareSources)
  const layers = await repositoryLayers(repository, signal)
  let deleted = 0
  for (const source of asked) {
    const below = source.path === '' ? known.filter((one) => isOf(one, source)) : [source]
    if (source.path === '' && below.length === 0) {
      throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There are no snapshots of ${formatSource(source)} in the repository.`, {
        hint: 'List the sources with "cairn snapshot list --all".',
      })
    }
    for (const one of below) {
      const decisions = await planExpire(repository, one, effectivePolicy(one, layers).policy, signal, onDamaged)
      onPlan({ source: one, decisions })
      if (request.isDeleting) deleted += await applyRetention(repository, decisions, signal)
    }
  }
  if (deleted > 0) await repository.flush(signal)
}

function isOf(source: SourceInfo, owner: SourceInfo): boolean {
  return source.host === owner.host && (owner.userName === '' || source.userName === owner.userName)
}
