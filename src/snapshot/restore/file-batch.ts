/** Small files on their way to a worker, which writes many for one message. */
import { BATCH_LIMITS, type FileExtraction } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { attributesOf } from './attributes.ts'
import type { OpenDirectory } from './open-directories.ts'
import type { EntryStep } from './plan.ts'
import type { TargetDirectory } from './safe-path.ts'
import { isCheckpointed, type WriteContext } from './write-entry.ts'

/** Directories that a batch keeps open, besides those on the path. */
const MAX_DIRECTORIES = 32
/** Up to this size files go into batches. */
const SMALL_BYTES = 512 * 1024

/** A file that waits, and the directory that waits for it. */
export interface BatchedFile<Directory> {
  readonly path: string
  readonly name: string
  readonly entry: DirEntry
  readonly parent: Directory
  readonly extraction: FileExtraction
}

/** Whether a file goes to a worker with others: small ones do, where their directory is held by a descriptor. */
export function canBatch(step: EntryStep, parent: OpenDirectory | undefined, context: WriteContext): parent is OpenDirectory {
  return (
    step.kind === 'file' &&
    step.entry.size <= SMALL_BYTES &&
    context.usesWorkers &&
    context.objects.extractFiles !== undefined &&
    parent?.target.fd !== undefined &&
    !isCheckpointed(step.entry)
  )
}

/** Gathers files until there are enough for a message. */
export class FileBatch<Directory extends { readonly target: TargetDirectory }> {
  #files: BatchedFile<Directory>[] = []
  #bytes = 0
  #directories = 0
  #last: Directory | undefined

  /** `temporary` is the name to write under first, or undefined for the final one. */
  add(file: Omit<BatchedFile<Directory>, 'extraction'>, temporary: string | undefined): void {
    const { entry, name, parent } = file
    const target = {
      temporary: temporary === undefined ? undefined : parent.target.at(temporary),
      final: parent.target.at(name),
      attributes: attributesOf(entry),
    }
    this.#files.push({ ...file, extraction: { id: entry.objectId, size: entry.size, target } })
    this.#bytes += entry.size
    if (parent === this.#last) return
    this.#last = parent
    this.#directories++
  }

  /** Whether there are enough. */
  get isFull(): boolean {
    return this.#files.length >= BATCH_LIMITS.files || this.#bytes >= BATCH_LIMITS.bytes || this.#directories >= MAX_DIRECTORIES
  }

  /** Takes all that wait. */
  take(): readonly BatchedFile<Directory>[] {
    const files = this.#files
    this.#files = []
    this.#bytes = 0
    this.#directories = 0
    this.#last = undefined
    return files
  }
}
