/**
 * Walks the tree of a snapshot, depth first and with bounded memory.
 *
 * What is stored is hostile in shape even when it is authentic: a directory may contain itself, be endlessly deep, or not be there.
 */
import { CairnError, isCairnError, throwIfCancelled } from '../errors.ts'
import type { ObjectId, ObjectManager } from '../repo/api.ts'
import type { DirEntry } from './dir-entry.ts'
import { readDirectory } from './directory-stream.ts'

/** Deeper trees are refused: no file system could have held them. */
export const MAX_TREE_DEPTH = 4096

/** One step of a walk. `path` is relative to the root, parts joined by `/`, empty for the root itself. */
export type TreeEvent =
  /** A directory; its content follows unless `skip` is called before the next event is asked for. */
  | { readonly kind: 'enter'; readonly path: string; readonly entry: DirEntry; readonly skip: () => void }
  /** A file, a symlink, or an entry of unknown type. */
  | { readonly kind: 'entry'; readonly path: string; readonly entry: DirEntry }
  /** The content of the directory is complete; every `enter` has one. */
  | { readonly kind: 'leave'; readonly path: string; readonly entry: DirEntry }
  /** An entry with a dangerous name or malformed members. */
  | { readonly kind: 'rejected'; readonly path: string; readonly name: string; readonly reason: string }
  /** The directory could not be read, or not to its end. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly entry: DirEntry; readonly error: CairnError }

/** Errors that concern one object, or the ID that a directory gives for one; all others (storage, cancel) end a walk. */
export function isObjectError(error: unknown): error is CairnError {
  return isCairnError(error) && (error.kind === 'damage' || error.code === 'CAIRN_OBJECT_ID_INVALID')
}

interface Level {
  readonly path: string
  readonly entry: DirEntry
  readonly batches: AsyncIterator<{ entries: readonly DirEntry[]; rejected: readonly { name: string; reason: string }[] }>
  entries: readonly DirEntry[]
  rejected: readonly { name: string; reason: string }[]
  at: number
}

/** All that is below `root`, which may be a single file. Damage of one directory, or what `isEvent` says, is an event; other errors are thrown. */
export async function* walkTree(
  objects: ObjectManager,
  root: DirEntry,
  signal?: AbortSignal,
  isEvent: (error: unknown) => error is CairnError = isObjectError,
): AsyncGenerator<TreeEvent> {
  if (root.type !== 'd') {
    yield { kind: 'entry', path: '', entry: root }
    return
  }
  const levels: Level[] = []
  const onPath = new Set<ObjectId>()
  let pending: { path: string; entry: DirEntry } | undefined = { path: '', entry: root }
  while (pending !== undefined || levels.length > 0) {
    throwIfCancelled(signal)
    if (pending !== undefined) {
      const { path, entry }: { path: string; entry: DirEntry } = pending
      pending = undefined
      let isSkipped = false
      yield {
        kind: 'enter',
        path,
        entry,
        skip: () => {
          isSkipped = true
        },
      }
      const refusal = isSkipped ? undefined : refuse(entry, path, levels.length, onPath)
      if (refusal !== undefined) yield { kind: 'unreadable', path, entry, error: refusal }
      if (isSkipped || refusal !== undefined) {
        yield { kind: 'leave', path, entry }
        continue
      }
      onPath.add(entry.objectId)
      levels.push({ path, entry, batches: readDirectory(objects, entry.objectId, signal), entries: [], rejected: [], at: 0 })
    }
    // The loop's condition: without a pending directory there is a level.
    const level = levels[levels.length - 1] as Level
    const next = level.entries[level.at]
    if (next !== undefined) {
      level.at++
      const path = level.path === '' ? next.name : `${level.path}/${next.name}`
      if (next.type === 'd') pending = { path, entry: next }
      else yield { kind: 'entry', path, entry: next }
      continue
    }
    let isLast = false
    try {
      const batch = await level.batches.next()
      if (batch.done) isLast = true
      else {
        level.entries = batch.value.entries
        level.rejected = batch.value.rejected
        level.at = 0
      }
    } catch (error) {
      if (!isEvent(error)) throw error
      yield { kind: 'unreadable', path: level.path, entry: level.entry, error }
      isLast = true
    }
    if (!isLast) {
      for (const { name, reason } of level.rejected) yield { kind: 'rejected', path: level.path, name, reason }
      continue
    }
    levels.pop()
    onPath.delete(level.entry.objectId)
    yield { kind: 'leave', path: level.path, entry: level.entry }
  }
}

function refuse(entry: DirEntry, path: string, depth: number, onPath: ReadonlySet<ObjectId>): CairnError | undefined {
  if (depth >= MAX_TREE_DEPTH)
    return new CairnError('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${MAX_TREE_DEPTH} levels deep.`)
  if (onPath.has(entry.objectId)) return new CairnError('CAIRN_TREE_LOOP', `Directory ${entry.objectId} contains itself, at "${path}".`)
  if (entry.objectId === '') return new CairnError('CAIRN_DIRECTORY_DAMAGED', `The directory "${path}" has no object ID.`)
  return undefined
}

/** The entry called `name` in the directory `directory`, or undefined. */
export async function findChild(
  objects: ObjectManager,
  directory: DirEntry,
  name: string,
  signal?: AbortSignal,
): Promise<DirEntry | undefined> {
  for await (const batch of readDirectory(objects, directory.objectId, signal)) {
    const found = batch.entries.find((entry) => entry.name === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** All safely named entries of one directory, for listings. */
export async function listDirectory(objects: ObjectManager, id: ObjectId, signal?: AbortSignal): Promise<DirEntry[]> {
  const all: DirEntry[] = []
  for await (const batch of readDirectory(objects, id, signal)) for (const entry of batch.entries) all.push(entry)
  return all
}
