/** Contents that are claimed and not delivered yet: being new was promised to whoever writes them, so nobody else stores them again. */
import type { ContentId } from '../api.ts'

export class Claims {
  /** Oldest first, with the number of the claim. */
  readonly #claims = new Map<ContentId, number>()
  #count = 0
  readonly #waiters: { readonly until: number; readonly resolve: () => void }[] = []

  has(id: ContentId): boolean {
    return this.#claims.has(id)
  }

  add(id: ContentId): void {
    this.#claims.set(id, ++this.#count)
  }

  /** The content was delivered. */
  settle(id: ContentId): void {
    this.#claims.delete(id)
    this.#wake()
  }

  /** Nothing will be delivered any more. */
  clear(): void {
    this.#claims.clear()
    this.#wake()
  }

  /** Resolves when everything claimed so far was delivered. */
  async settled(): Promise<void> {
    if (this.#claims.size === 0) return
    await new Promise<void>((resolve) => this.#waiters.push({ until: this.#count, resolve }))
  }

  #wake(): void {
    if (this.#waiters.length === 0) return
    const [oldest] = this.#claims.values()
    for (let i = this.#waiters.length - 1; i >= 0; i--) {
      const waiter = this.#waiters[i]
      if (waiter === undefined || (oldest !== undefined && oldest <= waiter.until)) continue
      this.#waiters.splice(i, 1)
      waiter.resolve()
    }
  }
}
