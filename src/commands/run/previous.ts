/** The earlier snapshots that an upload compares with and reuses (docs/repository-format.md, "Incremental snapshots"). */
import type { SourceInfo } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import type { DirEntry } from '../../snapshot/dir-entry.ts'
import type { SnapshotManifest } from '../../snapshot/manifest.ts'
import { listSnapshots } from '../../snapshot/store.ts'

export interface PreviousSnapshots {
  /** The latest complete one first, then every incomplete one that started after it. */
  readonly snapshots: readonly SnapshotManifest[]
  readonly bases: readonly DirEntry[]
  /** ID of the snapshot that changes are counted against; empty when there is none. */
  readonly matchedId: string
}

export interface PreviousRequest {
  readonly repository: Repository
  readonly baseOf: (source: SourceInfo) => SourceInfo | undefined
  /** Told of snapshots that cannot be read; the upload goes on without them. */
  warn(message: string): void
}

/** Looks up the earlier snapshots of `source`, and the newest of the base branch's for a pull request. */
export async function findPrevious({ repository, baseOf, warn }: PreviousRequest, source: SourceInfo): Promise<PreviousSnapshots> {
  const all = await listSnapshots(repository, source, undefined, (error) => warn(error.message))
  const complete = all.findLast((snapshot) => snapshot.incomplete === undefined)
  const incomplete = all.filter(
    (snapshot) => snapshot.incomplete !== undefined && (complete === undefined || snapshot.startTimeNs > complete.startTimeNs),
  )
  const snapshots = complete === undefined ? incomplete : [complete, ...incomplete]
  const baseSource = baseOf(source)
  const base =
    baseSource === undefined ? undefined : (await listSnapshots(repository, baseSource)).findLast((one) => one.incomplete === undefined)
  const bases = base?.rootEntry === undefined ? [] : [base.rootEntry]
  return { snapshots, bases, matchedId: complete?.id ?? snapshots[0]?.id ?? base?.id ?? '' }
}
