/**
 * Compares two trees entry by entry, as Kopia does (docs/repository-format.md, "Comparing trees").
 *
 * Entries with the same object are not read any further: their metadata only count. Everything else is an event.
 */
import { throwIfCancelled } from '../errors.ts'
import type { ObjectManager } from '../repo/api.ts'
import type { DirEntry } from './dir-entry.ts'
import { listDirectory, MAX_TREE_DEPTH } from './tree.ts'
import { isFinding } from './verify/verify.ts'

/** What of an entry differs beside its bytes. */
export type DiffField = 'mode' | 'size' | 'mtime' | 'uid' | 'gid'

/** One difference; `path` starts with `.`, the root itself. */
export type DiffEvent =
  | { readonly kind: 'added' | 'removed'; readonly path: string; readonly entry: DirEntry }
  | { readonly kind: 'field'; readonly path: string; readonly field: DiffField; readonly old: DirEntry; readonly new: DirEntry }
  /** Both are files, with other bytes. */
  | { readonly kind: 'changed'; readonly path: string; readonly old: DirEntry; readonly new: DirEntry }
  /** One is a directory, the other is not. */
  | { readonly kind: 'retyped'; readonly path: string; readonly old: DirEntry; readonly new: DirEntry }
  /** The directory could not be read on one side: what is below it was not compared. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly error: Error }

/** Counts of one kind of entry, in the order in which Kopia prints them. */
export interface DiffCounts {
  added: number
  removed: number
  modified: number
  sameContentButDifferentMetadata: number
  sameContentButDifferentMode: number
  sameContentButDifferentModificationTime: number
  sameContentButDifferentUserOwner: number
  sameContentButDifferentGroupOwner: number
}

export interface DiffStats {
  /** Everything that is no directory. */
  readonly fileEntries: DiffCounts
  readonly directoryEntries: DiffCounts
}

/** Compares `old` with `new`, both directories or both not; `onEvent` is awaited, so that a reader sets the pace. Rejects only when cancelled or the storage fails. */
export async function diffTrees(
  objects: ObjectManager,
  old: DirEntry,
  entry: DirEntry,
  onEvent: (event: DiffEvent) => Promise<void>,
  signal?: AbortSignal,
): Promise<DiffStats> {
  const comparison = new Comparison(objects, onEvent, signal)
  await comparison.compare(old, entry, '.', 0)
  return comparison.stats
}

const NO_COUNTS: DiffCounts = {
  added: 0,
  removed: 0,
  modified: 0,
  sameContentButDifferentMetadata: 0,
  sameContentButDifferentMode: 0,
  sameContentButDifferentModificationTime: 0,
  sameContentButDifferentUserOwner: 0,
  sameContentButDifferentGroupOwner: 0,
}

/** What of a kept entry is counted, and where. */
const METADATA_COUNTS = [
  ['mode', 'sameContentButDifferentMode'],
  ['mtime', 'sameContentButDifferentModificationTime'],
  ['uid', 'sameContentButDifferentUserOwner'],
  ['gid', 'sameContentButDifferentGroupOwner'],
] as const

const FIELDS: readonly DiffField[] = ['mode', 'size', 'mtime', 'uid', 'gid']

class Comparison {
  readonly stats: DiffStats = { fileEntries: { ...NO_COUNTS }, directoryEntries: { ...NO_COUNTS } }
  readonly #objects: ObjectManager
  readonly #onEvent: (event: DiffEvent) => Promise<void>
  readonly #signal: AbortSignal | undefined

  constructor(objects: ObjectManager, onEvent: (event: DiffEvent) => Promise<void>, signal: AbortSignal | undefined) {
    this.#objects = objects
    this.#onEvent = onEvent
    this.#signal = signal
  }

  async compare(old: DirEntry, entry: DirEntry, path: string, depth: number): Promise<void> {
    throwIfCancelled(this.#signal)
    if (old.objectId === entry.objectId) return this.#countMetadata(old, entry)
    await this.#compareFields(old, entry, path)
    if (old.type === 'd' && entry.type === 'd') return await this.#compareDirectories(old, entry, path, depth)
    if (old.type === 'd' || entry.type === 'd') return await this.#onEvent({ kind: 'retyped', path, old, new: entry })
    if (old.type !== 'f' || entry.type !== 'f') return
    this.stats.fileEntries.modified++
    await this.#onEvent({ kind: 'changed', path, old, new: entry })
  }

  #countMetadata(old: DirEntry, entry: DirEntry): void {
    const counts = this.#countsOf(old)
    let isDifferent = false
    for (const [field, name] of METADATA_COUNTS) {
      if (!isFieldDifferent(field, old, entry)) continue
      counts[name]++
      isDifferent = true
    }
    if (isDifferent) counts.sameContentButDifferentMetadata++
  }

  async #compareFields(old: DirEntry, entry: DirEntry, path: string): Promise<void> {
    let isDifferent = false
    for (const field of FIELDS) {
      if (!isFieldDifferent(field, old, entry)) continue
      isDifferent = true
      await this.#onEvent({ kind: 'field', path, field, old, new: entry })
    }
    if (!isDifferent) return
    if (old.type === 'd' && entry.type === 'd') this.stats.directoryEntries.modified++
    else this.stats.fileEntries.modified++
  }

  async #compareDirectories(old: DirEntry | undefined, entry: DirEntry | undefined, path: string, depth: number): Promise<void> {
    if (depth >= MAX_TREE_DEPTH)
      return await this.#onEvent({ kind: 'unreadable', path, error: new Error(`it is nested more than ${MAX_TREE_DEPTH} levels deep`) })
    const olds = await this.#entriesOf(old, path)
    const entries = await this.#entriesOf(entry, path)
    if (olds === undefined || entries === undefined) return
    const oldByName = new Map(olds.map((each) => [each.name, each]))
    for (const child of entries) {
      const before = oldByName.get(child.name)
      oldByName.delete(child.name)
      const childPath = `${path}/${child.name}`
      if (before === undefined) await this.#onOneSide('added', child, childPath, depth + 1)
      else await this.compare(before, child, childPath, depth + 1)
    }
    for (const child of oldByName.values()) await this.#onOneSide('removed', child, `${path}/${child.name}`, depth + 1)
  }

  async #onOneSide(kind: 'added' | 'removed', entry: DirEntry, path: string, depth: number): Promise<void> {
    throwIfCancelled(this.#signal)
    this.#countsOf(entry)[kind]++
    await this.#onEvent({ kind, path, entry })
    if (entry.type !== 'd') return
    if (kind === 'added') await this.#compareDirectories(undefined, entry, path, depth)
    else await this.#compareDirectories(entry, undefined, path, depth)
  }

  /** The entries of a directory that may be absent; undefined when they cannot be read. */
  async #entriesOf(directory: DirEntry | undefined, path: string): Promise<DirEntry[] | undefined> {
    if (directory === undefined) return []
    try {
      const entries = await listDirectory(this.#objects, directory.objectId, this.#signal)
      return entries.map(asListed)
    } catch (error) {
      if (!isFinding(error)) throw error
      await this.#onEvent({ kind: 'unreadable', path, error })
      return undefined
    }
  }

  #countsOf(entry: DirEntry): DiffCounts {
    return entry.type === 'd' ? this.stats.directoryEntries : this.stats.fileEntries
  }
}

/** A nested directory with the newest time below it, which is what Kopia shows and compares. */
export function asListed(entry: DirEntry): DirEntry {
  return entry.type === 'd' && entry.summary !== undefined ? { ...entry, mtimeNs: entry.summary.maxTimeNs } : entry
}

function isFieldDifferent(field: DiffField, old: DirEntry, entry: DirEntry): boolean {
  switch (field) {
    case 'mode':
      return old.mode !== entry.mode || old.type !== entry.type
    case 'size':
      return old.size !== entry.size
    case 'mtime':
      return old.mtimeNs !== entry.mtimeNs
    case 'uid':
      return old.uid !== entry.uid
    case 'gid':
      return old.gid !== entry.gid
  }
}
