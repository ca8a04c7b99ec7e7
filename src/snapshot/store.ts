/** Snapshot manifests in a repository: find, load, save, delete. */
import { CairnError, isCairnError, throwIfCancelled } from '../errors.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import { compareByTime, decodeSnapshotManifest, encodeSnapshotManifest, type SnapshotManifest } from './manifest.ts'
import { compareSources, SNAPSHOT_TYPE, sourceFromLabels, sourceLabels } from './source.ts'

/** Longest description that Kopia takes, in bytes. */
const MAX_DESCRIPTION_BYTES = 1024

/** Hears of a manifest that cannot be read, and is left out for that. */
export type OnDamagedSnapshot = (error: CairnError) => void

/**
 * Snapshots ascending by time: of one source, or of all. A source with an empty path stands for all paths of its user.
 * Throws CAIRN_SNAPSHOT_DAMAGED for one that cannot be read, unless `onDamaged` takes note of it.
 */
export async function listSnapshots(
  repository: Repository,
  source?: SourceInfo,
  signal?: AbortSignal,
  onDamaged?: OnDamagedSnapshot,
): Promise<SnapshotManifest[]> {
  const labels = source === undefined ? { type: SNAPSHOT_TYPE } : sourceLabels(source)
  const snapshots: SnapshotManifest[] = []
  for (const entry of await repository.manifests.find(labels)) {
    throwIfCancelled(signal)
    const found = await repository.manifests.get(entry.id)
    // Another client may have deleted it between the two calls.
    if (found === undefined) continue
    try {
      snapshots.push(decodeSnapshotManifest(entry.id, found.json))
    } catch (error) {
      if (onDamaged === undefined || !isCairnError(error, 'CAIRN_SNAPSHOT_DAMAGED')) throw error
      onDamaged(error)
    }
  }
  return snapshots.sort(compareByTime)
}

/** The sources that have snapshots, in order of their text form. */
export async function listSources(repository: Repository): Promise<SourceInfo[]> {
  const sources = new Map<string, SourceInfo>()
  for (const entry of await repository.manifests.find({ type: SNAPSHOT_TYPE })) {
    const source = sourceFromLabels(entry.labels)
    sources.set(formatSource(source), source)
  }
  return [...sources.values()].sort(compareSources)
}

/** One snapshot by the ID of its manifest; undefined when there is none. */
export async function findSnapshot(repository: Repository, id: string): Promise<SnapshotManifest | undefined> {
  const found = await repository.manifests.get(id)
  return found === undefined || found.entry.labels['type'] !== SNAPSHOT_TYPE ? undefined : decodeSnapshotManifest(id, found.json)
}

/** One snapshot by the ID of its manifest. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
export async function loadSnapshot(repository: Repository, id: string): Promise<SnapshotManifest> {
  const snapshot = await findSnapshot(repository, id)
  if (snapshot === undefined) throw notFound(id)
  return snapshot
}

/**
 * The snapshots that an ID names: one by the ID of its manifest, or all with that root object.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND when there is none.
 */
export async function snapshotsNamed(repository: Repository, id: string, signal?: AbortSignal): Promise<SnapshotManifest[]> {
  const snapshot = await findSnapshot(repository, id)
  if (snapshot !== undefined) return [snapshot]
  // One that is damaged has no root that anybody could have named.
  const all = await listSnapshots(repository, undefined, signal, () => {})
  const found = all.filter((one) => one.rootEntry?.objectId === id)
  if (found.length === 0 || id === '') throw notFound(id)
  return found
}

function notFound(id: string): CairnError {
  return new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There is no snapshot ${id} in the repository.`, {
    hint: 'List the snapshots with "cairn snapshot list --all".',
  })
}

/** Refuses a description that Kopia would not take. Throws CAIRN_USAGE. */
export function assertDescription(description: string): void {
  if (Buffer.byteLength(description) <= MAX_DESCRIPTION_BYTES) return
  throw new CairnError('CAIRN_USAGE', `The description is longer than ${MAX_DESCRIPTION_BYTES} bytes.`, {
    hint: 'Shorten it, or use tags.',
  })
}

/**
 * Stores the manifest and returns it with its ID; it becomes visible to others at the next flush.
 * Throws CAIRN_USAGE for a source with an empty part, a tag key that clashes with a label, or a description above 1024 bytes.
 */
export async function saveSnapshot(repository: Repository, manifest: SnapshotManifest): Promise<SnapshotManifest> {
  const { source } = manifest
  if (source.host === '' || source.userName === '' || source.path === '')
    throw new CairnError('CAIRN_USAGE', `A snapshot needs a user, a host and a path; this one has ${formatSource(source)}.`)
  assertDescription(manifest.description)
  const labels = sourceLabels(source)
  for (const [key, value] of Object.entries(manifest.tags)) {
    if (Object.hasOwn(labels, key)) throw new CairnError('CAIRN_USAGE', `The tag key "${key}" is reserved.`)
    labels[key] = value
  }
  const id = await repository.manifests.put(labels, encodeSnapshotManifest(manifest))
  return { ...manifest, id }
}

/** Replaces a stored manifest, for pins and descriptions: a new ID, and the old one is deleted. */
export async function replaceSnapshot(repository: Repository, manifest: SnapshotManifest): Promise<SnapshotManifest> {
  const saved = await saveSnapshot(repository, manifest)
  if (manifest.id !== '') await repository.manifests.delete(manifest.id)
  return saved
}

/** Forgets a snapshot; its data stays until maintenance finds it unused. */
export async function deleteSnapshot(repository: Repository, id: string): Promise<void> {
  await repository.manifests.delete(id)
}
