/**
 * What a person means by `ID` or `ID/path/below`: a snapshot, or an object, and an entry below it
 * (docs/repository-format.md, "Naming what to restore").
 */
import { CairnError, isCairnError } from '../errors.ts'
import type { ObjectId, Repository } from '../repo/api.ts'
import type { DirEntry } from './dir-entry.ts'
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

const OBJECT_ID = /^I*(?:Z|D)?D?([g-z]?)((?:[0-9a-f]{2}){8,64})$/

/**
 * The entry that `text` names: the ID of a snapshot or of an object, then perhaps `/` and a path.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND for an unknown ID, CAIRN_ENTRY_NOT_FOUND for a path that is not there, and what reading objects throws.
 */
export async function resolveEntry(repository: Repository, text: string, signal?: AbortSignal): Promise<ResolvedEntry> {
  const slash = text.indexOf('/')
  const id = slash < 0 ? text : text.slice(0, slash)
  const parts =
    slash < 0
      ? []
      : text
          .slice(slash + 1)
          .split('/')
          .filter((part) => part !== '')
  const root = (await snapshotRoot(repository, id)) ?? (await objectRoot(repository, id, signal))
  let entry = root.entry
  let path = ''
  for (const part of parts) {
    const parent = path === '' ? id : `${id}/${path}`
    if (entry.type !== 'd') throw notFound(`"${parent}" is not a directory.`)
    const child = await findChild(repository.objects, entry, part, signal)
    if (child === undefined) throw notFound(`There is no "${part}" in "${parent}".`)
    entry = child
    path = path === '' ? part : `${path}/${part}`
  }
  return { entry, snapshot: root.snapshot, path }
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

async function objectRoot(repository: Repository, id: ObjectId, signal: AbortSignal | undefined): Promise<Root> {
  const match = OBJECT_ID.exec(id)
  if (match === null) throw unknownId(id)
  const snapshot = (await readableSnapshots(repository, signal)).findLast((one) => one.rootEntry?.objectId === id)
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

function notFound(message: string): CairnError {
  return new CairnError('CAIRN_ENTRY_NOT_FOUND', message, { hint: 'List what is there with "cairn ls".' })
}
