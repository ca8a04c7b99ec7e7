/** A queue between those who find work and those who do it, of bounded length. */

/** `push` waits while the queue is full, `take` while it is empty. */
export class BoundedQueue<T> {
  readonly #limit: number
  #items: T[] = []
  /** Taken items stay in front until there are many of them: shifting each one would copy the rest. */
  #first = 0
  #isClosed = false
  readonly #takers: (() => void)[] = []
  readonly #pushers: (() => void)[] = []

  /** At most `limit` items wait at a time. */
  constructor(limit: number) {
    this.#limit = Math.max(1, limit)
  }

  /** Adds an item; false when the queue is closed and nobody will take it. */
  async push(item: T): Promise<boolean> {
    while (!this.#isClosed && this.#length() >= this.#limit) await new Promise<void>((resolve) => this.#pushers.push(resolve))
    if (this.#isClosed) return false
    this.#items.push(item)
    this.#takers.shift()?.()
    return true
  }

  /** The oldest item, or undefined when the queue is closed and empty. */
  async take(): Promise<T | undefined> {
    while (this.#length() === 0) {
      if (this.#isClosed) return undefined
      await new Promise<void>((resolve) => this.#takers.push(resolve))
    }
    const item = this.#items[this.#first++]
    if (this.#first > this.#limit) {
      this.#items = this.#items.slice(this.#first)
      this.#first = 0
    }
    this.#pushers.shift()?.()
    return item
  }

  /** No more items come; those that wait are still taken. */
  close(): void {
    this.#isClosed = true
    for (const wake of [...this.#takers.splice(0), ...this.#pushers.splice(0)]) wake()
  }

  #length(): number {
    return this.#items.length - this.#first
  }
}
