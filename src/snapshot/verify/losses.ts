/** What damaged objects mean for each snapshot: how much of it can no longer be restored. */
import { throwIfCancelled } from '../../errors.ts'
import type { ObjectId, ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { readDirectory } from '../directory-stream.ts'
import { isFinding } from './verify.ts'

/** Files and links that are lost in a tree; those of a lost directory are counted as its summary says. */
export interface Losses {
  readonly files: number
  readonly directories: number
}

const NOTHING: Losses = { files: 0, directories: 0 }

/** Counts losses in tree after tree; a directory that several of them share is read once. */
export class LossCount {
  readonly #objects: ObjectManager
  readonly #damaged: ReadonlySet<ObjectId>
  readonly #signal: AbortSignal | undefined
  readonly #known = new Map<ObjectId, Losses>()

  /** `damaged` are the objects of files, links and directories that a verification found. */
  constructor(objects: ObjectManager, damaged: ReadonlySet<ObjectId>, signal?: AbortSignal) {
    this.#objects = objects
    this.#damaged = damaged
    this.#signal = signal
  }

  /** What is lost at and below `entry`. */
  async of(entry: DirEntry): Promise<Losses> {
    if (entry.type !== 'd') return this.#damaged.has(entry.objectId) ? { files: 1, directories: 0 } : NOTHING
    const known = this.#known.get(entry.objectId)
    if (known !== undefined) return known
    // A directory that contains itself adds nothing to itself.
    this.#known.set(entry.objectId, NOTHING)
    const losses = this.#damaged.has(entry.objectId) ? wholeOf(entry) : await this.#below(entry)
    this.#known.set(entry.objectId, losses)
    return losses
  }

  async #below(directory: DirEntry): Promise<Losses> {
    let files = 0
    let directories = 0
    try {
      for await (const batch of readDirectory(this.#objects, directory.objectId, this.#signal)) {
        for (const entry of batch.entries) {
          throwIfCancelled(this.#signal)
          const lost = await this.of(entry)
          files += lost.files
          directories += lost.directories
        }
        files += batch.rejected.length
      }
    } catch (error) {
      if (!isFinding(error)) throw error
      return wholeOf(directory)
    }
    return files + directories === 0 ? NOTHING : { files, directories }
  }
}

/** Everything that the summary of a directory counts. */
function wholeOf({ summary }: DirEntry): Losses {
  return { files: (summary?.files ?? 0) + (summary?.symlinks ?? 0), directories: Math.max(1, summary?.dirs ?? 1) }
}
