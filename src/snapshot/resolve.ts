/**
 * What a person means by `ID` or `ID/path/below`: a snapshot, or an object, and an entry below it
 * (docs/repository-format.md, "Naming what to restore").
 */
import { CairnError, isCairnError } from '../errors.ts'
import type { ObjectId, Repository } from '../repo/api.ts'
import { type DirEntry, encodeDirEntry } from './dir-entry.ts'
import type { SnapshotManifest } from './manifest.ts'
import { readSnapshots } from './readable.ts'
import { findSnapshot } from './store.ts'
import { findChild, isObjectError } from './tree.ts'

export interface ResolvedEntry {
  readonly entry: DirEntry
  /** The snapshot whose attributes the root has; undefined for an object that is the root of none. */
  readonly snapshot: SnapshotManifest | undefined
  /** Path below the root, parts joined by `/`; empty for the root itself. */
  readonly path: string
}

export interface ResolveOptions {
  /** Refuse an object that is the root of several snapshots whose attributes differ; the ID of a snapshot is never ambiguous, nor a path below. */
  readonly consistentAttributes?: boolean | undefined
}

const OBJECT_ID = /^I*(?:Z|D)?D?([g-z]?)((?:[0-9a-f]{2}){8,64})$/

/** Whether `text` has the form of an ID, perhaps with a path below; everything else can only be a path. */
export function namesObject(text: string): boolean {
  return OBJECT_ID.test(text.split('/', 1)[0] ?? '')
}

/**
 * The entry that `text` names: the ID of a snapshot or of an object, then perhaps `/` and a path.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND for an unknown ID, CAIRN_ENTRY_NOT_FOUND for a path that is not there, CAIRN_SNAPSHOT_AMBIGUOUS, and what reading
 * objects throws.
 */
export async function resolveEntry(
  repository: Repository,
  text: string,
  signal?: AbortSignal,
  options: ResolveOptions = {},
): Promise<ResolvedEntry> {
  const [id = '', ...below] = text.split('/')
  const parts = below.filter((part) => part !== '')
  const needsConsistency = options.consistentAttributes === true && below.length === 0
  if (id === '' && text !== '') throw notAnId(text)
  const root = (await snapshotRoot(repository, id)) ?? (await objectRoot(repository, id, needsConsistency, signal))
  const entry = await entryBelow(repository, root.entry, id, parts, signal)
  return { entry, snapshot: root.snapshot, path: parts.join('/') }
}

/** The entry at `parts` below `root`, which messages call `name`. Throws CAIRN_ENTRY_NOT_FOUND, and what reading objects throws. */
export async function entryBelow(
  repository: Repository,
  root: DirEntry,
  name: string,
  parts: readonly string[],
  signal?: AbortSignal,
): Promise<DirEntry> {
  let entry = root
  let parent = name
  for (const part of parts) {
    if (entry.type !== 'd') throw notFound(`"${parent}" is not a directory.`)
    const child = await findChild(repository.objects, entry, part, signal)
    if (child === undefined) throw notFound(`There is no "${part}" in "${parent}".`)
    entry = child
    parent = `${parent}/${part}`
  }
  return entry
}

/** Throws CAIRN_SNAPSHOT_AMBIGUOUS when snapshots with the root object `id` have roots with other attributes. */
export async function assertConsistentRoots(repository: Repository, id: ObjectId, signal?: AbortSignal): Promise<void> {
  refuseInconsistent(id, await snapshotsWithRoot(repository, id, signal))
}

function refuseInconsistent(id: ObjectId, snapshots: readonly SnapshotManifest[]): void {
  const roots = new Set(snapshots.map(({ rootEntry }) => rootEntry && encodeDirEntry(rootEntry)))
  if (roots.size <= 1) return
  throw new CairnError('CAIRN_SNAPSHOT_AMBIGUOUS', `${snapshots.length} snapshots have the root ${id}, with different attributes.`, {
    hint: 'Name one of the snapshots by its own ID, or leave out --consistent-attributes to take the newest.',
  })
}

async function snapshotsWithRoot(repository: Repository, id: ObjectId, signal: AbortSignal | undefined): Promise<SnapshotManifest[]> {
  return (await readableSnapshots(repository, signal)).filter((one) => one.rootEntry?.objectId === id)
}

type Root = Pick<ResolvedEntry, 'entry' | 'snapshot'>

async function snapshotRoot(repository: Repository, id: string): Promise<Root | undefined> {
  const snapshot = await findSnapshot(repository, id)
  if (snapshot === undefined) return undefined
  if (snapshot.rootEntry === undefined)
    throw new CairnError('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} has no root entry.`, {
      hint: 'Use another snapshot of the same source.',
    })
  return { entry: snapshot.rootEntry, snapshot }
}

async function objectRoot(repository: Repository, id: ObjectId, needsConsistency: boolean, signal: AbortSignal | undefined): Promise<Root> {
  const match = OBJECT_ID.exec(id)
  if (match === null) throw unknownId(id)
  const snapshots = await snapshotsWithRoot(repository, id, signal)
  if (needsConsistency) refuseInconsistent(id, snapshots)
  const snapshot = snapshots.at(-1)
  if (snapshot?.rootEntry !== undefined) return { entry: snapshot.rootEntry, snapshot }
  const reader = await openOrUnknown(repository, id)
  const isDirectory = match[1] === 'k'
  const entry: DirEntry = {
    name: id,
    type: isDirectory ? 'd' : 'f',
    // Kopia's choice for objects whose attributes nobody knows; the owner is whoever restores.
    mode: isDirectory ? 0o555 : 0o644,
    size: isDirectory ? 0 : reader.length,
    mtimeNs: repository.clock.nowNs(),
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    objectId: id,
  }
  return { entry, snapshot: undefined }
}

/** A manifest that is damaged must not keep anybody from restoring an object by its ID. */
async function readableSnapshots(repository: Repository, signal: AbortSignal | undefined): Promise<readonly SnapshotManifest[]> {
  try {
    return (await readSnapshots(repository, undefined, signal)).snapshots
  } catch (error) {
    if (isObjectError(error)) return []
    throw error
  }
}

async function openOrUnknown(repository: Repository, id: ObjectId) {
  try {
    return await repository.objects.open(id)
  } catch (error) {
    // An ID that is well formed but not in the index is most likely a mistyped one.
    if (isCairnError(error, 'CAIRN_CONTENT_MISSING')) throw unknownId(id, error)
    throw error
  }
}

function unknownId(id: string, cause?: unknown): CairnError {
  // An unset variable of a script.
  const message = id === '' ? 'The ID of a snapshot or object is empty.' : `There is no snapshot and no object ${id} in the repository.`
  return new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', message, {
    hint: 'List the snapshots with "cairn snapshot list --all".',
    cause,
  })
}

function notAnId(text: string): CairnError {
  return new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `"${text}" is a path, where the ID of a snapshot or object is needed.`, {
    hint: `"cairn snapshot list ${text}" shows IDs; write ID or ID/path/below.`,
  })
}

function notFound(message: string): CairnError {
  return new CairnError('CAIRN_ENTRY_NOT_FOUND', message, { hint: 'List what is there with "cairn ls".' })
}
