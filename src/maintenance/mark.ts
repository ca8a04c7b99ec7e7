/** Which contents are in use: everything that a snapshot reaches (docs/repository-format.md, "Snapshot garbage collection"). */
import { CairnError, isCairnError } from '../errors.ts'
import { formatSource } from '../policy/target.ts'
import type { ContentId, ObjectId } from '../repo/api.ts'
import type { ContentManager } from '../repo/content/content-manager.ts'
import { requireObjectId } from '../repo/object/object-id.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'
import { readDirectory } from '../snapshot/directory-stream.ts'
import { listSnapshots } from '../snapshot/store.ts'
import { isObjectError } from '../snapshot/tree.ts'
import { mapConcurrent } from '../util/async.ts'
import type { MaintenanceTools } from './step.ts'

const USED = 1
/** The directory that the content is has been walked, or will be. */
const WALKED = 2
/** The parts of the list that the content is are marked. */
const EXPANDED = 4

/** Directories that are read at the same time. */
const WALK_CONCURRENCY = 8
const BATCH_DIRECTORIES = 64

/** One byte for each row of the index. */
export class ContentMarks {
  readonly #contents: ContentManager
  #bits: Uint8Array

  constructor(contents: ContentManager) {
    this.#contents = contents
    this.#bits = new Uint8Array(contents.index.count)
  }

  isUsed(row: number): boolean {
    return ((this.#bits[row] ?? 0) & USED) !== 0
  }

  /** Sets a bit of a row; false when it was set. */
  set(row: number, bit: number): boolean {
    if (row >= this.#bits.length) {
      const longer = new Uint8Array(Math.max(this.#contents.index.count, row + 1))
      longer.set(this.#bits)
      this.#bits = longer
    }
    const before = this.#bits[row] ?? 0
    this.#bits[row] = before | bit
    return (before & bit) === 0
  }

  /** Marks a content as used and returns its row. Errors: CAIRN_CONTENT_MISSING. */
  async use(id: ContentId): Promise<number> {
    const { index } = this.#contents
    let row = index.rowOf(id)
    if (row < 0 || index.isHidden(row)) {
      await this.#contents.find(id)
      row = index.rowOf(id)
    }
    this.set(row, USED)
    return row
  }
}

/**
 * Marks everything that any snapshot reaches, incomplete ones included.
 *
 * Errors: CAIRN_MAINTENANCE_UNREADABLE naming the snapshot that cannot be read in full: what it uses is unknown, so nothing may be erased.
 */
export async function markReachable(tools: MaintenanceTools): Promise<ContentMarks> {
  const { repository, signal } = tools
  const walk = new Walk(tools)
  for (const snapshot of await listSnapshots(repository, undefined, signal)) {
    try {
      if (snapshot.rootEntry === undefined) throw new CairnError('CAIRN_SNAPSHOT_DAMAGED', 'It has no root.')
      await walk.entry(snapshot.rootEntry)
      await walk.finish()
    } catch (error) {
      if (!isObjectError(error) && !isCairnError(error, 'CAIRN_OBJECT_ID_INVALID')) throw error
      const what = `Snapshot ${snapshot.id} of ${formatSource(snapshot.source)} cannot be read in full`
      throw new CairnError('CAIRN_MAINTENANCE_UNREADABLE', `${what}, so nothing is erased: ${error.message}`, {
        hint: 'What a damaged snapshot still needs cannot be told. Repair or delete it, then run maintenance again.',
        cause: error,
      })
    }
  }
  return walk.marks
}

class Walk {
  readonly marks: ContentMarks
  readonly #tools: MaintenanceTools
  /** Directories to be read: rows of the index, and object IDs where a directory is more than one content. */
  readonly #pending: (number | ObjectId)[] = []

  constructor(tools: MaintenanceTools) {
    this.#tools = tools
    this.marks = new ContentMarks(tools.repository.care.contents)
  }

  /** Marks the object of an entry, and remembers a directory for later. */
  async entry(entry: DirEntry): Promise<void> {
    if (entry.objectId === '') {
      if (entry.type === 'd') throw new CairnError('CAIRN_DIRECTORY_DAMAGED', `The directory "${entry.name}" has no object ID.`)
      return
    }
    const { row, isSimple } = await this.#object(entry.objectId)
    if (entry.type === 'd' && this.marks.set(row, WALKED)) this.#pending.push(isSimple ? row : entry.objectId)
  }

  /** Reads directories until none is left. */
  async finish(): Promise<void> {
    const { index } = this.#tools.repository.care.contents
    while (this.#pending.length > 0) {
      await this.#tools.keep()
      // From the end, so that the list stays about as long as the tree is deep times as wide as its folders.
      const batch = this.#pending.splice(-BATCH_DIRECTORIES)
      await mapConcurrent(batch, WALK_CONCURRENCY, (item) => this.#directory(typeof item === 'number' ? index.idOfRow(item) : item))
    }
  }

  async #directory(id: ObjectId): Promise<void> {
    const { repository, signal } = this.#tools
    for await (const { entries, rejected } of readDirectory(repository.objects, id, signal)) {
      for (const entry of entries) await this.entry(entry)
      for (const { name, reason, entry } of rejected) {
        // A name that cannot become a path is no reason to erase the file behind it.
        if (entry !== undefined) await this.entry(entry)
        else throw new CairnError('CAIRN_DIRECTORY_DAMAGED', `The entry "${name}" of directory ${id} cannot be read: ${reason}.`)
      }
    }
  }

  /** Marks all contents of an object. The row is that of its first content, which tells objects apart; a simple object is one plain content. */
  async #object(id: ObjectId): Promise<{ readonly row: number; readonly isSimple: boolean }> {
    const { levels, isCompressed, contentId } = requireObjectId(id)
    const row = await this.marks.use(contentId)
    if (levels === 0) return { row, isSimple: !isCompressed }
    // With more than one level the same content may be the top of different objects.
    if (levels === 1 && !this.marks.set(row, EXPANDED)) return { row, isSimple: false }
    for (const part of await this.#tools.repository.objects.contentsOf(id)) await this.marks.use(part)
    return { row, isSimple: false }
  }
}
