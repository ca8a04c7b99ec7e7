/** Small files that wait for a lane, in batches of one compressor. */
import type { FileGroup } from './jobs.ts'
import { BATCH_BYTES, BATCH_FILES } from './protocol.ts'

export class FileQueue {
  readonly compressor: string | undefined
  #groups: FileGroup[] = []
  #files = 0
  #bytes = 0

  constructor(compressor: string | undefined) {
    this.compressor = compressor
  }

  /** Files that wait. */
  get length(): number {
    return this.#files
  }

  /** Whether there is enough for a batch. */
  get isFull(): boolean {
    return this.#files >= BATCH_FILES || this.#bytes >= BATCH_BYTES
  }

  push(group: FileGroup): void {
    this.#groups.push(group)
    this.#files += group.files.length
    this.#bytes += group.bytes
  }

  /** Takes the next groups off the queue, about `wanted` files and at most a batch, leaving out those nobody waits for any more. */
  take(wanted: number): FileGroup[] {
    const taken: FileGroup[] = []
    let files = 0
    let bytes = 0
    let count = 0
    for (const group of this.#groups) {
      const isTooMuch = files + group.files.length > BATCH_FILES || bytes + group.bytes > BATCH_BYTES
      if (taken.length > 0 && (files >= wanted || isTooMuch)) break
      count++
      this.#files -= group.files.length
      this.#bytes -= group.bytes
      if (group.waiter.isSettled) continue
      taken.push(group)
      files += group.files.length
      bytes += group.bytes
    }
    this.#groups.splice(0, count)
    return taken
  }

  rejectAll(error: unknown): void {
    for (const group of this.#groups.splice(0)) group.waiter.reject(error)
    this.#files = 0
    this.#bytes = 0
  }
}
