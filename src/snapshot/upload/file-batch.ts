/** Small files of one directory that are read together: a message and a promise for each would cost more than hashing it. */
import type { Entry } from '../../fs/entry.ts'
import type { LocalPath } from '../../fs/local.ts'
import { compressorForFile } from '../../policy/compressor-choice.ts'
import type { Policy } from '../../policy/policy.ts'
import { BATCH_LIMITS } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'

/** A file that has to be read. */
export interface FileJob {
  readonly entry: Entry
  readonly path: LocalPath
  /** What it is called in messages. */
  readonly relativePath: string
  /** What the earlier snapshot has under its name. */
  readonly compared: DirEntry | undefined
}

/** Files that are written with the same options. */
export interface FileBatch {
  readonly policy: Policy
  readonly compressor: string | undefined
  readonly jobs: FileJob[]
  bytes: number
}

/** Half of what is read at once, so that two directories share the message of a worker. */
const MAX_FILES = BATCH_LIMITS.files / 2
const MAX_BYTES = BATCH_LIMITS.bytes / 2

export class FileBatches {
  #open: FileBatch[] = []

  /** Adds a file; returns the batches that are complete by that. */
  add(job: FileJob, policy: Policy): FileBatch[] {
    const compressor = compressorForFile(policy.compression, job.entry.name, job.entry.size)
    const { size } = job.entry
    // A large file has work for many messages.
    if (size > MAX_BYTES) return [{ policy, compressor, jobs: [job], bytes: size }]
    const complete: FileBatch[] = []
    let batch = this.#open.find((each) => each.policy === policy && each.compressor === compressor)
    if (batch !== undefined && batch.bytes + size > MAX_BYTES) {
      complete.push(this.#close(batch))
      batch = undefined
    }
    if (batch === undefined) {
      batch = { policy, compressor, jobs: [], bytes: 0 }
      this.#open.push(batch)
    }
    batch.jobs.push(job)
    batch.bytes += size
    if (batch.jobs.length >= MAX_FILES) complete.push(this.#close(batch))
    return complete
  }

  /** Everything that is left. */
  takeRest(): FileBatch[] {
    return this.#open.splice(0)
  }

  #close(batch: FileBatch): FileBatch {
    this.#open = this.#open.filter((each) => each !== batch)
    return batch
  }
}
