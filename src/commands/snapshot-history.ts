/** Copies or moves the snapshots of one user, host or path to another: their manifests only, data stay where they are. */
import { CairnError, throwIfCancelled } from '../errors.ts'
import { formatTarget, type PolicyTarget, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { readSnapshots } from '../snapshot/readable.ts'
import { isSameSource } from '../snapshot/source.ts'
import { deleteSnapshot, saveSnapshot } from '../snapshot/store.ts'
import { formatQuantity } from '../util/format.ts'
import type { CommandContext } from './context.ts'
import { beginEpochWhenDue } from './epoch.ts'

export interface HistoryRequest {
  /** A host, a user of one, or a path; what is left open is taken as a whole. */
  readonly from: PolicyTarget
  /** Replaces those parts of the source that it names; without it the user and host of this client. */
  readonly to: PolicyTarget | undefined
  readonly isMove: boolean
  readonly isDryRun: boolean
  readonly onEvent: (event: HistoryEvent) => void
}

export interface HistoryEvent {
  /** `exists`: the destination has the snapshot already, `dropped`: so that only the source was deleted. */
  readonly kind: 'transferred' | 'exists' | 'dropped'
  readonly manifest: SnapshotManifest
  readonly destination: SourceInfo
}

/**
 * Copies or moves what the request names; all of it becomes visible at once.
 *
 * Errors: CAIRN_HISTORY_COLLISION when the destination names a user or a path that the source leaves open, CAIRN_USAGE for a target
 * without host, and when everything else is done CAIRN_SNAPSHOT_DAMAGED for manifests that cannot be read.
 */
export async function transferHistory(context: CommandContext, repository: Repository, request: HistoryRequest): Promise<void> {
  const { signal, log } = context
  const from = partsOf(request.from)
  const to = request.to === undefined ? { ...repository.identity, path: '' } : partsOf(request.to)
  refuseCollisions(request, from, to)
  const { snapshots, damaged } = await readSnapshots(repository, from, signal)
  const present = (await readSnapshots(repository, to, signal)).snapshots
  for (const manifest of snapshots) {
    throwIfCancelled(signal)
    const destination = overridden(manifest.source, to)
    if (isSameSource(destination, manifest.source)) continue
    if (present.some((other) => isSameSource(other.source, destination) && isSameSnapshot(other, manifest))) {
      const isDropped = request.isMove && !request.isDryRun
      request.onEvent({ kind: isDropped ? 'dropped' : 'exists', manifest, destination })
      if (isDropped) await deleteSnapshot(repository, manifest.id)
      continue
    }
    request.onEvent({ kind: 'transferred', manifest, destination })
    if (request.isDryRun) continue
    await saveSnapshot(repository, { ...manifest, id: '', source: destination })
    if (request.isMove) await deleteSnapshot(repository, manifest.id)
  }
  await repository.flush(signal)
  if (!request.isDryRun) await beginEpochWhenDue(repository, log, signal)
  for (const error of damaged) log.error(error.message)
  const [first] = damaged
  if (first !== undefined) {
    throw new CairnError(
      'CAIRN_SNAPSHOT_DAMAGED',
      `${formatQuantity(damaged.length, 'snapshot')} could not be read, and stayed where they are.`,
      {
        hint: 'All others were looked at.',
        cause: first,
      },
    )
  }
}

function partsOf(target: PolicyTarget): SourceInfo {
  switch (target.kind) {
    case 'global':
      throw new CairnError('CAIRN_USAGE', 'A history belongs to a host, a user or a path; "(global)" is none of them.')
    case 'host':
      return { host: target.host, userName: '', path: '' }
    case 'user':
      return { host: target.host, userName: target.userName, path: '' }
    case 'path':
      return { host: target.host, userName: target.userName, path: target.path }
  }
}

function refuseCollisions(request: HistoryRequest, from: SourceInfo, to: SourceInfo): void {
  const what = to.path !== '' && from.path === '' ? 'path' : to.userName !== '' && from.userName === '' ? 'user' : undefined
  if (what === undefined) return
  const destination = request.to === undefined ? 'this client' : formatTarget(request.to)
  throw new CairnError('CAIRN_HISTORY_COLLISION', `The destination (${destination}) names a ${what}, but the source names none.`, {
    hint: `Several histories would become one. Name the ${what} of the source as well.`,
  })
}

function overridden(source: SourceInfo, to: SourceInfo): SourceInfo {
  return { host: to.host || source.host, userName: to.userName || source.userName, path: to.path || source.path }
}

function isSameSnapshot(a: SnapshotManifest, b: SnapshotManifest): boolean {
  return a.startTimeNs === b.startTimeNs && a.rootEntry?.objectId === b.rootEntry?.objectId
}
