/** Any storage, at the end of a long line: tells how many requests are made and how often somebody has to wait for answers. */
import type { BlobId, BlobMetadata, BlobStorage, GetOptions, PutOptions } from '../../src/repo/blob/storage.ts'

/** Turns of the event loop without a new request after which all that were made get their answers. */
const IDLE_TURNS = 10

/**
 * Answers come together, when nobody asks for anything more: `trips` counts how often that happened, which is what latency multiplies. A program
 * that makes one request after the other needs as many trips as requests.
 */
export class DistantStorage implements BlobStorage {
  readonly displayName: string
  trips = 0
  readonly requests: string[] = []
  readonly #storage: BlobStorage
  #waiting: (() => void)[] = []

  constructor(storage: BlobStorage) {
    this.displayName = storage.displayName
    this.#storage = storage
  }

  async getBlob(id: BlobId, options?: GetOptions): Promise<Uint8Array> {
    await this.#trip(`get ${id}`)
    return await this.#storage.getBlob(id, options)
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    await this.#trip(`stat ${id}`)
    return await this.#storage.statBlob(id)
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions): Promise<BlobMetadata> {
    await this.#trip(`put ${id}`)
    return await this.#storage.putBlob(id, parts, options)
  }

  async deleteBlob(id: BlobId): Promise<void> {
    await this.#trip(`delete ${id}`)
    await this.#storage.deleteBlob(id)
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    await this.#trip(`list ${prefix}`)
    yield* this.#storage.listBlobs(prefix, signal)
  }

  async close(): Promise<void> {}

  /** How many requests were made whose text begins so, such as `get p`. */
  count(start: string): number {
    return this.requests.filter((request) => request.startsWith(start)).length
  }

  async #trip(request: string): Promise<void> {
    this.requests.push(request)
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
      if (this.#waiting.length === 1) this.#answerWhenIdle(this.requests.length, IDLE_TURNS)
    })
  }

  #answerWhenIdle(seen: number, turns: number): void {
    setImmediate(() => {
      if (this.requests.length !== seen) return this.#answerWhenIdle(this.requests.length, IDLE_TURNS)
      if (turns > 0) return this.#answerWhenIdle(seen, turns - 1)
      this.trips++
      for (const resolve of this.#waiting.splice(0)) resolve()
    })
  }
}
