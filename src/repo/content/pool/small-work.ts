/** Small files and whole folders that wait for a lane, and what a lane is given of them at a time. */
import { type Batch, fileBatch } from './batch.ts'
import { FileQueue } from './file-queue.ts'
import { FOLDERS_PER_JOB, type FolderItem, FolderQueue, folderBatch } from './folder-jobs.ts'
import type { FileGroup } from './jobs.ts'
import { BATCH_FILES, type LaneReply, type LaneRequest } from './protocol.ts'

/** Requests that are answered with `hashed`. */
export type ContentRequest = Extract<LaneRequest, { kind: 'files' | 'folders' | 'piece' }>

/** One request, and what to do with its answer. */
export interface Work {
  request(job: number): ContentRequest
  /** What was hashed, once that is known. */
  batchOf(reply: Extract<LaneReply, { kind: 'hashed' }>): Batch
  /** Nothing can be written any more. */
  fail(error: unknown): void
  readonly transfer?: ArrayBuffer[] | undefined
}

/** Files that are worth a job ahead of time. */
const MIN_AHEAD_FILES = 32
/** Files that a folder is taken to have, before it is read. */
const FILES_PER_FOLDER = 8

export class SmallWork {
  /** Files by compressor, because a batch has one. */
  readonly #files: FileQueue[] = []
  readonly #folders = new FolderQueue()
  #begunFiles = 0

  /** Files given to lanes so far and those that wait, as far as it is known. */
  get fileCount(): number {
    return this.#begunFiles + this.#files.reduce((sum, queue) => sum + queue.length, 0) + FILES_PER_FOLDER * this.#folders.length
  }

  /** Adds files; true when there is enough for a batch. */
  addFiles(group: FileGroup, compressor: string | undefined): boolean {
    let queue = this.#files.find((each) => each.compressor === compressor)
    if (queue === undefined) {
      queue = new FileQueue(compressor)
      this.#files.push(queue)
    }
    queue.push(group)
    return queue.isFull
  }

  /** Adds a folder; true when there are enough for a message. */
  addFolder(item: FolderItem): boolean {
    this.#folders.push(item)
    return this.#folders.length >= FOLDERS_PER_JOB
  }

  /** Something for a lane that has nothing to do, or for a busy one when it is worth the messages. Folders go first: below them is more work. */
  take(isIdle: boolean, idleLanes: number): Work | undefined {
    return this.#takeFolders(isIdle, idleLanes) ?? this.#takeFiles(isIdle, idleLanes)
  }

  rejectAll(error: unknown): void {
    for (const queue of this.#files) queue.rejectAll(error)
    this.#folders.rejectAll(error)
  }

  #takeFolders(isIdle: boolean, idleLanes: number): Work | undefined {
    const waiting = this.#folders.length
    if (!isIdle && waiting < FOLDERS_PER_JOB / 2) return undefined
    const items = this.#folders.take(Math.min(FOLDERS_PER_JOB, Math.ceil(waiting / Math.max(1, idleLanes))))
    const [first] = items
    if (first === undefined) return undefined
    const { rules, compressor } = first
    return {
      request: (job) => ({ kind: 'folders', job, folders: items.map(({ folder }) => folder), rules, compressor }),
      batchOf: (reply) => {
        this.#begunFiles += reply.lengths.length
        this.#folders.putBack(items.slice(reply.folders?.findings.length))
        return folderBatch(items, reply)
      },
      fail: (error) => {
        for (const { waiter } of items) waiter.reject(error)
      },
    }
  }

  #takeFiles(isIdle: boolean, idleLanes: number): Work | undefined {
    for (const queue of this.#files) {
      if (queue.length === 0) continue
      // Less than a batch is shared among the lanes that have nothing to do; a busy one waits until it is worth the messages.
      if (!queue.isFull && !isIdle && queue.length < MIN_AHEAD_FILES) continue
      const share = queue.isFull ? BATCH_FILES : Math.max(MIN_AHEAD_FILES / 2, Math.ceil(queue.length / Math.max(1, idleLanes)))
      const groups = queue.take(share)
      if (groups.length === 0) continue
      const { batch, paths, identities } = fileBatch(groups)
      this.#begunFiles += batch.length
      const { compressor } = queue
      return {
        request: (job) => ({ kind: 'files', job, paths, identities, compressor }),
        batchOf: () => batch,
        fail: (error) => batch.reject(error),
      }
    }
    return undefined
  }
}
