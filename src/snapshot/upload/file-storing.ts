/**
 * Stores the files and links of directories: the earlier object is used at once when their metadata are the same; the others are read, files
 * many together (docs/repository-format.md, "Incremental snapshots").
 */
import { isCairnError } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { isVanished } from '../../fs/errors.ts'
import { pathOfEntry } from '../../fs/local.ts'
import type { Policy } from '../../policy/policy.ts'
import { Semaphore } from '../../util/async.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { EntryLog } from './entry-log.ts'
import type { FileBatch, FileBatches, FileJob } from './file-batch.ts'
import { isEntryError, type OpenFolder } from './folder.ts'
import type { UploadRequest } from './request.ts'
import { dirEntryOf, fileEntry, fileRead, isCutShort, type StoreContext, storeEntry, withKeptTime, writeOptions } from './store-entry.ts'
import type { TaskGroup } from './tasks.ts'

/** Files that are being read over the whole walk: enough to fill the batches of the workers. */
const OPEN_FILES = 512

export class FileStoring {
  readonly #request: UploadRequest
  readonly #context: StoreContext
  readonly #entryLog: EntryLog
  readonly #slots = new Semaphore(OPEN_FILES)

  constructor(request: UploadRequest, context: StoreContext, entryLog: EntryLog) {
    this.#request = request
    this.#context = context
    this.#entryLog = entryLog
  }

  /** Uses the earlier object of a file or link at once, or gathers it to be read; what takes time runs among `files`. */
  async start(folder: OpenFolder, entry: Entry, files: TaskGroup, batches: FileBatches): Promise<void> {
    const { tally } = this.#context
    const { content, previous, task } = folder
    const policy = task.policy.child(entry.name).policy
    if (entry.kind === 'other') {
      if (policy.errorHandling?.ignoreUnknownTypes ?? true) tally.leftOut.special++
      // Kopia's words: the text is part of the directory object, and so of its ID.
      else content.fail(entry.name, 'unknown or unsupported entry type', false)
      return
    }
    const compared = previous.take(entry.name)
    const relativePath = content.pathOf(entry.name)
    const isForced = this.#request.isHashForced?.(relativePath) ?? false
    const earlier = isForced ? undefined : previous.reusable(entry, compared)
    if (earlier !== undefined) {
      tally.reused(entry.size)
      this.#entryLog.cached(relativePath, earlier, policy)
      this.#add(
        folder,
        earlier === compared && entry.rawName === undefined ? earlier : dirEntryOf(entry, earlier.objectId, entry.size),
        compared,
      )
      return
    }
    if (compared !== undefined && compared.type !== 'd') this.#entryLog.missed(relativePath, compared, policy)
    if (!this.#context.stop.reserve(entry.size)) return
    const job: FileJob = { entry, path: pathOfEntry(folder.path, entry), relativePath, compared }
    if (entry.kind === 'symlink') {
      await this.#slots.acquire()
      files.start(async () => {
        try {
          await this.#settle(folder, job, policy, () => storeEntry(this.#context, job.path, relativePath, entry, policy))
        } finally {
          this.#slots.release()
        }
      })
    } else for (const batch of batches.add(job, policy)) await this.startBatch(folder, batch, files)
  }

  /** Reads files together when there is room for them. */
  async startBatch(folder: OpenFolder, batch: FileBatch, files: TaskGroup): Promise<void> {
    const { jobs, policy } = batch
    await this.#slots.acquire(jobs.length)
    if (this.#isCancelled) return this.#slots.release(jobs.length)
    files.start(async () => {
      const beganMs = this.#entryLog.beginMs()
      try {
        const reads = jobs.map(({ path, entry }) => fileRead(path, entry, policy))
        const outcomes = await this.#context.objects.writeFiles(reads, writeOptions(policy, batch.compressor, this.#context.signal))
        for (const [index, job] of jobs.entries()) {
          const outcome = outcomes[index]
          if (outcome === undefined || isCairnError(outcome, 'CAIRN_FILE_CHANGED')) {
            await this.#settle(folder, job, policy, () => storeEntry(this.#context, job.path, job.relativePath, job.entry, policy))
          } else if (isCairnError(outcome)) this.#fail(folder, job, outcome)
          else {
            const stored = fileEntry(this.#context.tally, job.relativePath, job.entry, outcome, policy)
            this.#entryLog.stored(job.relativePath, stored, policy, beganMs)
            this.#add(folder, stored, job.compared)
          }
        }
      } finally {
        this.#slots.release(jobs.length)
      }
    })
  }

  /** Stores one entry; what concerns only it is its failure. */
  async #settle(folder: OpenFolder, job: FileJob, policy: Policy, store: () => Promise<DirEntry>): Promise<void> {
    const beganMs = this.#entryLog.beginMs()
    try {
      const stored = await store()
      this.#entryLog.stored(job.relativePath, stored, policy, beganMs)
      this.#add(folder, stored, job.compared)
    } catch (error) {
      this.#fail(folder, job, error)
    }
  }

  #fail(folder: OpenFolder, { entry }: FileJob, error: unknown): void {
    if (isCutShort(this.#context, error)) return
    if (!isEntryError(error)) throw error
    if (isVanished(error)) this.#context.tally.leftOut.vanished++
    else folder.content.fail(entry.name, error.message, ignoresFileErrors(folder))
  }

  #add(folder: OpenFolder, stored: DirEntry, compared: DirEntry | undefined): void {
    this.#context.tally.compare(folder.content.pathOf(stored.name), stored, compared)
    folder.content.add(withKeptTime(this.#context, stored, compared), compared)
  }

  /** Whether files that were found already are not to be read any more; those within an upload limit are. */
  get #isCancelled(): boolean {
    return this.#context.stop.signal.aborted
  }
}

/** Whether the folder is stored although files in it cannot be read. */
export function ignoresFileErrors(folder: OpenFolder): boolean {
  return folder.task.policy.policy.errorHandling?.ignoreFileErrors ?? false
}
