/**
 * Walks trees and checks every object in them once, however often it is met (docs/repository-format.md, "Verifying").
 *
 *  1. Directories are read depth first, several at a time; each distinct one is read once.
 *  2. Files and links found there wait in a queue of bounded length for those that check them.
 *  3. What is damaged is reported with its path, and the walk goes on.
 */
import { CairnError, isCairnError, throwIfCancelled } from '../../errors.ts'
import type { ObjectId } from '../../repo/api.ts'
import { BoundedQueue } from '../../util/bounded-queue.ts'
import { SpareHands } from '../../util/spare-hands.ts'
import type { DirEntry } from '../dir-entry.ts'
import { readDirectory } from '../directory-stream.ts'
import { isObjectError, MAX_TREE_DEPTH } from '../tree.ts'
import type { ObjectCheck, VerifiableRepository } from './object-check.ts'
import { ObjectIdSet } from './object-id-set.ts'

/** A tree or a single object to verify, and how its root is called in findings. */
export interface VerifyRoot {
  readonly entry: DirEntry
  readonly path: string
}

/** Something that cannot be read. */
export interface VerifyFinding {
  /** From the name of the root on. */
  readonly path: string
  /** The damaged object, when it is one. */
  readonly objectId?: ObjectId | undefined
  readonly error: CairnError
}

export interface VerifyOptions {
  readonly check: ObjectCheck
  /** Directories that are read at a time. */
  readonly parallel: number
  /** Files that are checked at a time. */
  readonly fileParallel: number
  /** Files that wait to be checked. */
  readonly queueLength: number
  /** Stop after this many findings; 0 never stops. */
  readonly maxErrors: number
  readonly onFinding: (finding: VerifyFinding) => void
  /** Called after every object. */
  readonly onProgress: (counts: VerifyCounts) => void
  readonly signal?: AbortSignal | undefined
}

export interface VerifyCounts {
  /** Objects that were looked at, directories included, and the bytes of files and links among them. */
  readonly processedObjects: number
  readonly processedBytes: number
}

/** Errors about one thing among many: the rest may still be fine. */
export function isFinding(error: unknown): error is CairnError {
  if (isObjectError(error)) return true
  return isCairnError(error) && (error.kind === 'storage' || error.code === 'CAIRN_FORMAT_UNSUPPORTED')
}

/** Verifies the trees; rejects only when cancelled, or with an error that is none of the repository's. */
export async function verifyTrees(
  repository: VerifiableRepository,
  roots: readonly VerifyRoot[],
  options: VerifyOptions,
): Promise<VerifyCounts> {
  const walk = new VerifyWalk(repository, options)
  return await walk.run(roots)
}

interface FileJob {
  readonly entry: DirEntry
  readonly path: string
}

/** The directories above an entry, nearest first. */
interface Above {
  readonly objectId: ObjectId
  readonly depth: number
  readonly parent: Above | undefined
}

class VerifyWalk {
  readonly #repository: VerifiableRepository
  readonly #options: VerifyOptions
  readonly #seen = new ObjectIdSet()
  readonly #queue: BoundedQueue<FileJob>
  readonly #walkers: SpareHands
  #findings = 0
  #processedObjects = 0
  #processedBytes = 0
  #failure: { readonly error: unknown } | undefined

  constructor(repository: VerifiableRepository, options: VerifyOptions) {
    this.#repository = repository
    this.#options = options
    this.#queue = new BoundedQueue(options.queueLength)
    this.#walkers = new SpareHands(options.parallel)
  }

  async run(roots: readonly VerifyRoot[]): Promise<VerifyCounts> {
    const checkers = Array.from({ length: Math.max(1, this.#options.fileParallel) }, () => this.#guard(() => this.#checkFiles()))
    for (const { entry, path } of roots) await this.#guard(() => this.#visit(entry, path, undefined))
    this.#queue.close()
    await Promise.all(checkers)
    if (this.#failure !== undefined) throw this.#failure.error
    throwIfCancelled(this.#options.signal)
    return this.#counts()
  }

  /** Remembers the first error that is no finding, which ends everything. */
  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#failure ??= { error }
      this.#queue.close()
    }
  }

  #isOver(): boolean {
    const { maxErrors, signal } = this.#options
    return this.#failure !== undefined || signal?.aborted === true || (maxErrors > 0 && this.#findings >= maxErrors)
  }

  async #visit(entry: DirEntry, path: string, above: Above | undefined): Promise<void> {
    if (this.#isOver()) return
    if (entry.objectId === '') {
      const code = entry.type === 'd' ? 'CAIRN_DIRECTORY_DAMAGED' : 'CAIRN_OBJECT_DAMAGED'
      return this.#report(path, undefined, new CairnError(code, 'the entry has no object ID'))
    }
    if (!this.#seen.add(entry.objectId)) return this.#reportLoop(entry, path, above)
    if (entry.type !== 'd') {
      await this.#queue.push({ entry, path })
      return
    }
    this.#count(0)
    await this.#readDirectory(entry, path, above)
  }

  async #readDirectory(directory: DirEntry, path: string, above: Above | undefined): Promise<void> {
    const here: Above = { objectId: directory.objectId, depth: (above?.depth ?? 0) + 1, parent: above }
    if (here.depth > MAX_TREE_DEPTH) {
      const text = `a directory is nested more than ${MAX_TREE_DEPTH} levels deep`
      return this.#report(path, directory.objectId, new CairnError('CAIRN_TREE_TOO_DEEP', text))
    }
    const below: Promise<void>[] = []
    try {
      for await (const { entries, rejected } of readDirectory(this.#repository.objects, directory.objectId, this.#options.signal)) {
        for (const { name, reason, entry } of rejected) {
          this.#report(join(path, name), entry?.objectId, rejectedEntry(directory.objectId, name, reason))
          // Only the name is bad: the object may be wanted by its ID.
          if (entry !== undefined) await this.#visit(entry, join(path, name), here)
        }
        for (const entry of entries) {
          if (this.#isOver()) break
          const visit = () => this.#visit(entry, join(path, entry.name), here)
          const beside = entry.type === 'd' ? this.#walkers.share(() => this.#guard(visit)) : undefined
          if (beside === undefined) await visit()
          else below.push(beside)
        }
      }
    } catch (error) {
      if (!isFinding(error)) throw error
      this.#report(path, directory.objectId, error)
    } finally {
      await Promise.all(below)
    }
  }

  async #checkFiles(): Promise<void> {
    for (let job = await this.#queue.take(); job !== undefined; job = await this.#queue.take()) {
      if (this.#isOver()) continue
      const { entry, path } = job
      try {
        // A checkpoint of a large file has the size of the whole.
        const isPart = entry.name.startsWith('.checkpointed.')
        await this.#options.check.check(entry.objectId, isPart ? undefined : entry.size)
      } catch (error) {
        if (!isFinding(error)) throw error
        this.#report(path, entry.objectId, error)
      }
      this.#count(entry.size)
    }
  }

  #reportLoop(entry: DirEntry, path: string, above: Above | undefined): void {
    if (entry.type !== 'd') return
    for (let at = above; at !== undefined; at = at.parent) {
      if (at.objectId !== entry.objectId) continue
      this.#report(path, entry.objectId, new CairnError('CAIRN_TREE_LOOP', `directory ${entry.objectId} contains itself`))
      return
    }
  }

  #report(path: string, objectId: ObjectId | undefined, error: CairnError): void {
    if (this.#isOver()) return
    this.#findings++
    this.#options.onFinding({ path, objectId, error })
  }

  #count(bytes: number): void {
    this.#processedObjects++
    this.#processedBytes += bytes
    this.#options.onProgress(this.#counts())
  }

  #counts(): VerifyCounts {
    return { processedObjects: this.#processedObjects, processedBytes: this.#processedBytes }
  }
}

function join(path: string, name: string): string {
  return `${path}/${name}`
}

function rejectedEntry(directoryId: ObjectId, name: string, reason: string): CairnError {
  const text = `the entry ${JSON.stringify(name)} of directory ${directoryId} cannot be restored: ${reason}`
  return new CairnError('CAIRN_DIRECTORY_DAMAGED', text, { hint: 'The other entries of the directory are restored.' })
}
