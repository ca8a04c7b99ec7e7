/** A file or folder by its path on the machine it was taken from: the snapshot to take it from, and the entry there. */
import { isCairnError } from '../errors.ts'
import { parentPath, relativeAt, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { DirEntry } from './dir-entry.ts'
import { compareByTime, type SnapshotManifest } from './manifest.ts'
import { readSnapshots } from './readable.ts'
import { entryBelow } from './resolve.ts'
import type { SnapshotChoice } from './time-spec.ts'
import { isObjectError } from './tree.ts'

export interface PathVersion {
  readonly snapshot: SnapshotManifest
  readonly entry: DirEntry
  /** Path below the root of the snapshot, parts joined by `/`; empty for the root itself. */
  readonly path: string
}

export interface PathSearchOptions {
  /** Hears of snapshots and manifests that may hold the path and cannot be read, before they are passed over. */
  readonly onPassedOver: (error: Error, snapshot?: SnapshotManifest) => void
  readonly signal?: AbortSignal
}

/**
 * The version of `source` that `choice` means, out of all complete snapshots of its path and of the paths above that have it.
 * Undefined when there is none.
 */
export async function findPathVersion(
  repository: Repository,
  source: SourceInfo,
  choice: SnapshotChoice,
  { onPassedOver, signal }: PathSearchOptions,
): Promise<PathVersion | undefined> {
  const path = source.path.replace(/(?<=[^/\\:])[/\\]+$/, '')
  const snapshots: SnapshotManifest[] = []
  for (let above: string | undefined = path; above !== undefined; above = parentPath(above)) {
    const found = await readSnapshots(repository, { ...source, path: above }, signal)
    snapshots.push(...found.snapshots)
    for (const error of found.damaged) onPassedOver(error)
  }
  const complete = snapshots.filter(({ incomplete }) => incomplete === undefined).sort(compareByTime)
  for (const snapshot of choice.kind === 'oldest' ? complete : complete.reverse()) {
    if (snapshot.rootEntry === undefined || (choice.kind === 'before' && snapshot.startTimeNs >= choice.ns)) continue
    const relative = relativeAt(snapshot.source.path, path) ?? ''
    try {
      const entry = await entryBelow(
        repository,
        snapshot.rootEntry,
        snapshot.id,
        relative.split('/').filter((part) => part !== ''),
        signal,
      )
      return { snapshot, entry, path: relative }
    } catch (error) {
      if (isCairnError(error, 'CAIRN_ENTRY_NOT_FOUND')) continue
      if (!isObjectError(error)) throw error
      onPassedOver(error, snapshot)
    }
  }
  return undefined
}
