/** Small files that wait for a lane, in batches of one compressor. */
import type { FileItem } from './jobs.ts'
import { BATCH_BYTES, BATCH_FILES } from './protocol.ts'

export class FileQueue {
  readonly compressor: string | undefined
  #items: FileItem[] = []
  #bytes = 0

  constructor(compressor: string | undefined) {
    this.compressor = compressor
  }

  get length(): number {
    return this.#items.length
  }

  /** Whether there is enough for a batch. */
  get isFull(): boolean {
    return this.#items.length >= BATCH_FILES || this.#bytes >= BATCH_BYTES
  }

  push(item: FileItem): void {
    this.#items.push(item)
    this.#bytes += item.size
  }

  /** Takes the next files off the queue, at most a batch, leaving out those nobody waits for any more. */
  take(maxFiles: number): FileItem[] {
    const taken: FileItem[] = []
    let bytes = 0
    let count = 0
    for (const item of this.#items) {
      if (taken.length >= Math.min(maxFiles, BATCH_FILES) || (taken.length > 0 && bytes + item.size > BATCH_BYTES)) break
      count++
      this.#bytes -= item.size
      if (item.waiter.isSettled) continue
      taken.push(item)
      bytes += item.size
    }
    this.#items.splice(0, count)
    return taken
  }

  rejectAll(error: unknown): void {
    for (const item of this.#items.splice(0)) item.waiter.reject(error)
    this.#bytes = 0
  }
}
