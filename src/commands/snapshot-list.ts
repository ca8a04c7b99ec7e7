/** Lists snapshots with the reasons for which retention keeps them. */
import { posix } from 'node:path'
import { effectivePolicy } from '../policy/effective.ts'
import type { SourceInfo } from '../policy/target.ts'
import { formatSource } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { repositoryLayers } from '../snapshot/policies.ts'
import { planRetention } from '../snapshot/retention.ts'
import { compareSources, isSameSource } from '../snapshot/source.ts'
import { listSnapshots } from '../snapshot/store.ts'
import { findChild } from '../snapshot/tree.ts'

export interface SnapshotListOptions {
  /** Only snapshots of this path and of the paths above it. */
  readonly source?: SourceInfo | undefined
  /** Tag filters, `key` -> value. */
  readonly tags: Readonly<Record<string, string>>
  /** Keep only the newest of each source; 0 means all. */
  readonly maxResults: number
  readonly isReversed: boolean
}

export interface ListedSnapshot {
  readonly manifest: SnapshotManifest
  readonly reasons: readonly string[]
  /** The entry at the asked path in this snapshot; absent when it is not there. */
  readonly entry: DirEntry | undefined
}

export interface SnapshotGroup {
  readonly source: SourceInfo
  readonly snapshots: readonly ListedSnapshot[]
}

/** Snapshots grouped by source, sources in order of their text, snapshots ascending by time. */
export async function listSnapshotGroups(
  repository: Repository,
  options: SnapshotListOptions,
  signal?: AbortSignal,
): Promise<SnapshotGroup[]> {
  const all = await listSnapshots(repository, undefined, signal)
  const layers = await repositoryLayers(repository, signal)
  const wanted = all.filter((manifest) => isWanted(manifest, options))
  const sources = new Map(wanted.map((manifest) => [formatSource(manifest.source), manifest.source]))
  const groups: SnapshotGroup[] = []
  for (const source of [...sources.values()].sort(compareSources)) {
    const ofSource = wanted.filter((manifest) => isSameSource(manifest.source, source))
    const retention = effectivePolicy(source, layers).policy.retention ?? {}
    const reasons = new Map(planRetention(ofSource, retention).map((decision) => [decision.snapshot.id, decision.reasons]))
    const ordered = options.isReversed ? [...ofSource].reverse() : ofSource
    const shown = options.maxResults > 0 ? ordered.slice(-options.maxResults) : ordered
    const snapshots: ListedSnapshot[] = []
    for (const manifest of shown) {
      const entry = await entryAt(repository, manifest, options.source)
      snapshots.push({ manifest, reasons: reasons.get(manifest.id) ?? [], entry })
    }
    groups.push({ source, snapshots })
  }
  return groups
}

function isWanted(manifest: SnapshotManifest, { source, tags }: SnapshotListOptions): boolean {
  if (!Object.entries(tags).every(([key, value]) => manifest.tags[`tag:${key}`] === value)) return false
  if (source === undefined) return true
  const own = manifest.source
  return own.host === source.host && own.userName === source.userName && relativeBelow(own.path, source.path) !== undefined
}

/** The path of `path` below `root`, empty for the root itself, undefined when it is elsewhere. */
function relativeBelow(root: string, path: string): string | undefined {
  const relative = posix.relative(root, path)
  return relative === '..' || relative.startsWith('../') ? undefined : relative
}

async function entryAt(repository: Repository, manifest: SnapshotManifest, source: SourceInfo | undefined): Promise<DirEntry | undefined> {
  const relative = source === undefined ? '' : (relativeBelow(manifest.source.path, source.path) ?? '')
  let entry = manifest.rootEntry
  for (const name of relative.split('/').filter((part) => part !== '')) {
    entry = entry?.type === 'd' ? await findChild(repository.objects, entry, name) : undefined
  }
  return entry
}
