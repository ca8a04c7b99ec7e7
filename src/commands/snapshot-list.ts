/** Lists snapshots with the reasons for which retention keeps them. */
import { effectivePolicy } from '../policy/effective.ts'
import type { PolicyLayer } from '../policy/layer.ts'
import type { SourceInfo } from '../policy/target.ts'
import { formatSource, relativeAt } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { repositoryLayers } from '../snapshot/policies.ts'
import { planRetention } from '../snapshot/retention.ts'
import { compareSources, isSameSource } from '../snapshot/source.ts'
import { type StorageStats, storageStats, type UsageSources } from '../snapshot/storage-stats.ts'
import { listSnapshots, type OnDamagedSnapshot } from '../snapshot/store.ts'
import { findChild, isObjectError } from '../snapshot/tree.ts'

export interface SnapshotListOptions {
  /** Only snapshots of this path and of the paths above it. */
  readonly source?: SourceInfo | undefined
  /** Only snapshots of this user and host. */
  readonly owner?: Pick<SourceInfo, 'userName' | 'host'> | undefined
  /** Tag filters, `key` -> value. */
  readonly tags: Readonly<Record<string, string>>
  /** Keep only the last of each source, in the order asked for; 0 means all. */
  readonly maxResults: number
  readonly isReversed: boolean
  /** Only what is shown counts for retention, as in Kopia's JSON; otherwise all snapshots of the source do. */
  readonly retainsOnlyShown: boolean
  /** Look up the asked path in each snapshot. */
  readonly findsEntries: boolean
  /** Compute what each snapshot takes up. */
  readonly usage?: UsageSources | undefined
}

export interface ListedSnapshot {
  readonly manifest: SnapshotManifest
  readonly reasons: readonly string[]
  /** The entry at the asked path in this snapshot, or why there is none. */
  readonly entry: DirEntry | string
  readonly usage: StorageStats | undefined
}

export interface SnapshotGroup {
  readonly source: SourceInfo
  readonly snapshots: readonly ListedSnapshot[]
}

export interface SnapshotListing {
  /** Sources in order of their text, snapshots ascending by time. */
  readonly groups: readonly SnapshotGroup[]
  /** Snapshots that were found before `owner` was looked at. */
  readonly foundCount: number
}

/** The snapshots that `options` ask for; those whose manifest cannot be read are left out and `onDamaged` hears of them. */
export async function listSnapshotGroups(
  repository: Repository,
  options: SnapshotListOptions,
  onDamaged: OnDamagedSnapshot,
  signal?: AbortSignal,
): Promise<SnapshotListing> {
  const all = await listSnapshots(repository, undefined, signal, onDamaged)
  const layers = await repositoryLayers(repository, signal)
  const found = all.filter((manifest) => isWanted(manifest, options))
  const { owner } = options
  const wanted =
    owner === undefined ? found : found.filter(({ source }) => source.host === owner.host && source.userName === owner.userName)
  const sources = new Map(wanted.map((manifest) => [formatSource(manifest.source), manifest.source]))
  const groups: SnapshotGroup[] = []
  for (const source of [...sources.values()].sort(compareSources)) {
    const ofSource = wanted.filter((manifest) => isSameSource(manifest.source, source))
    groups.push({ source, snapshots: await listGroup(repository, options, layers, ofSource, signal) })
  }
  return { groups, foundCount: found.length }
}

async function listGroup(
  repository: Repository,
  options: SnapshotListOptions,
  layers: readonly PolicyLayer[],
  ofSource: readonly SnapshotManifest[],
  signal: AbortSignal | undefined,
): Promise<ListedSnapshot[]> {
  const ordered = options.isReversed ? [...ofSource].reverse() : ofSource
  const shown = options.maxResults > 0 ? ordered.slice(-options.maxResults) : ordered
  const [first] = shown
  if (first === undefined) return []
  const retention = effectivePolicy(first.source, layers).policy.retention
  const decisions = planRetention(options.retainsOnlyShown ? shown : ofSource, retention)
  const reasons = new Map(decisions.map((decision) => [decision.snapshot.id, decision.reasons]))
  const usage = options.usage === undefined ? undefined : storageStats(options.usage, shown, signal)
  const listed: ListedSnapshot[] = []
  for (const manifest of shown) {
    const entry = options.findsEntries ? await entryAt(repository, manifest, options.source) : (manifest.rootEntry ?? NO_ROOT)
    const next = await usage?.next()
    listed.push({ manifest, reasons: reasons.get(manifest.id) ?? [], entry, usage: next?.done === false ? next.value : undefined })
  }
  return listed
}

function isWanted(manifest: SnapshotManifest, { source, tags }: SnapshotListOptions): boolean {
  if (!Object.entries(tags).every(([key, value]) => manifest.tags[`tag:${key}`] === value)) return false
  if (source === undefined) return true
  const own = manifest.source
  // Without a path nothing is named, as in Kopia.
  if (source.path === '' || own.host !== source.host || own.userName !== source.userName) return false
  return relativeAt(own.path, source.path) !== undefined
}

const NO_ROOT = 'the snapshot has no root entry'

async function entryAt(repository: Repository, manifest: SnapshotManifest, source: SourceInfo | undefined): Promise<DirEntry | string> {
  const relative = source === undefined ? '' : (relativeAt(manifest.source.path, source.path) ?? '')
  let entry = manifest.rootEntry
  if (entry === undefined) return NO_ROOT
  for (const name of relative.split('/').filter((part) => part !== '')) {
    if (entry.type !== 'd') return `entry not found "${name}": parent is not a directory`
    let child: DirEntry | undefined
    try {
      child = await findChild(repository.objects, entry, name)
    } catch (error) {
      if (isObjectError(error)) return error.message
      throw error
    }
    if (child === undefined) return 'error reading directory: entry not found'
    entry = child
  }
  return entry
}
