/**
 * What earlier snapshots hold at the place of the walk: entries to reuse and to compare with
 * (docs/repository-format.md, "Incremental snapshots").
 */
import { throwIfCancelled } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import type { Logger } from '../../log.ts'
import type { ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { readDirectory } from '../directory-stream.ts'
import { isObjectError } from '../tree.ts'
import { isReusable } from './same.ts'
import type { SameFolder } from './scout/scout.ts'

/** Earlier directories at one relative path. */
export interface PreviousFolders {
  /** In the tree that changes are counted against; undefined when it has no such directory. */
  readonly compared: DirEntry | undefined
  /** In the other trees. */
  readonly others: readonly DirEntry[]
}

export const NOTHING_PREVIOUS: PreviousFolders = { compared: undefined, others: [] }

/** The earlier content of one directory. */
export class PreviousDirectory {
  /** Entries that the compared directory has; undefined when they are not all that its object holds. */
  readonly comparedCount: number | undefined
  readonly #compared: Map<string, DirEntry>
  readonly #others: readonly Map<string, DirEntry>[]

  /** `unloaded` entries of the compared directory are known to be the same and are left out. */
  constructor(compared: LoadedFolder | undefined, others: readonly LoadedFolder[], unloaded = 0) {
    this.#compared = compared?.entries ?? new Map<string, DirEntry>()
    this.#others = others.map(({ entries }) => entries)
    this.comparedCount = compared?.isWhole === true ? compared.entries.size + unloaded : undefined
  }

  /** The entry that `name` is compared with. It is not asked for again, so that `remaining` holds what was removed. */
  take(name: string): DirEntry | undefined {
    const entry = this.#compared.get(name)
    if (entry !== undefined) this.#compared.delete(name)
    return entry
  }

  /** Entries that were never taken: gone since. */
  remaining(): Iterable<DirEntry> {
    return this.#compared.values()
  }

  /** An earlier entry with the same metadata, whose bytes are therefore taken to be the same. */
  reusable(entry: Entry, compared: DirEntry | undefined): DirEntry | undefined {
    if (compared !== undefined && isReusable(compared, entry)) return compared
    for (const entries of this.#others) {
      const other = entries.get(entry.name)
      if (other !== undefined && isReusable(other, entry)) return other
    }
    return undefined
  }

  /** Earlier directories called `name`. */
  folders(name: string, compared: DirEntry | undefined): PreviousFolders {
    const others: DirEntry[] = []
    for (const entries of this.#others) {
      const other = entries.get(name)
      if (other?.type === 'd') others.push(other)
    }
    return { compared: compared?.type === 'd' ? compared : undefined, others }
  }
}

/** What a folder is compared with that has these sub-folders to look at, and `unloaded` entries that are known to be as they were. */
export function knownSame(folders: SameFolder['folders'], unloaded: number): PreviousDirectory {
  return new PreviousDirectory({ entries: new Map(folders.map(({ earlier }) => [earlier.name, earlier])), isWhole: true }, [], unloaded)
}

/** Reads the earlier directories, each distinct object once. One that cannot be read counts as absent: its files are read again. */
export async function openPrevious(
  objects: ObjectManager,
  folders: PreviousFolders,
  log: Logger,
  signal: AbortSignal | undefined,
): Promise<PreviousDirectory> {
  const { compared, others } = folders
  const seen = new Set<string>(compared === undefined ? [] : [compared.objectId])
  const loaded = compared === undefined ? undefined : await load(objects, compared, log, signal)
  const loadedOthers: LoadedFolder[] = []
  for (const other of others) {
    if (seen.has(other.objectId)) continue
    seen.add(other.objectId)
    loadedOthers.push(await load(objects, other, log, signal))
  }
  return new PreviousDirectory(loaded, loadedOthers)
}

/** What an earlier directory holds, by name. */
export interface LoadedFolder {
  readonly entries: Map<string, DirEntry>
  /** Nothing in the object was damaged, refused or doubled. */
  readonly isWhole: boolean
}

async function load(objects: ObjectManager, folder: DirEntry, log: Logger, signal: AbortSignal | undefined): Promise<LoadedFolder> {
  const entries = new Map<string, DirEntry>()
  if (folder.objectId === '') return { entries, isWhole: false }
  let isWhole = true
  try {
    for await (const batch of readDirectory(objects, folder.objectId, signal)) {
      for (const entry of batch.entries) {
        if (entries.has(entry.name)) isWhole = false
        else entries.set(entry.name, entry)
      }
      if (batch.rejected.length > 0) isWhole = false
    }
  } catch (error) {
    throwIfCancelled(signal)
    if (!isObjectError(error)) throw error
    log.warning(`An earlier snapshot is damaged, its files are read again: ${error.message}`)
    isWhole = false
  }
  return { entries, isWhole }
}
