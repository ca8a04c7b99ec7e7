/** Plain contents that were read lately: equal files of a snapshot are one content, which is then decrypted once. */
import type { ContentId } from '../api.ts'

/** Larger contents are seldom shared, and would push out many small ones. */
const MAX_CONTENT_BYTES = 256 * 1024
const CACHE_BYTES = 32 * 1024 * 1024

/** Keeps what was used last, bounded in bytes. Content IDs are hashes, so nothing in here can be out of date. */
export class ContentCache {
  /** Least recently used first. */
  readonly #contents = new Map<ContentId, Uint8Array>()
  #bytes = 0

  get(id: ContentId): Uint8Array | undefined {
    const plain = this.#contents.get(id)
    if (plain === undefined) return undefined
    this.#contents.delete(id)
    this.#contents.set(id, plain)
    return plain
  }

  add(id: ContentId, plain: Uint8Array): void {
    if (plain.length > MAX_CONTENT_BYTES || this.#contents.has(id)) return
    this.#contents.set(id, plain)
    this.#bytes += plain.length
    for (const [oldest, other] of this.#contents) {
      if (this.#bytes <= CACHE_BYTES) break
      this.#contents.delete(oldest)
      this.#bytes -= other.length
    }
  }
}
