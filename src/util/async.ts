/** Bounded concurrency: the only ways this project runs things at the same time. */

/** Runs `work` on every item, at most `limit` at once; results keep the order. The first rejection stops new work, waits for what runs, and is thrown. */
export async function mapConcurrent<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const take = takerOf(items)
  let index = 0
  let failed = false
  let failure: unknown
  const worker = async () => {
    while (!failed) {
      try {
        const taken = take()
        const next = taken instanceof Promise ? await taken : taken
        if (next.done || failed) return
        const at = index++
        results[at] = await work(next.value, at)
      } catch (error) {
        if (!failed) failure = error
        failed = true
        return
      }
    }
  }
  // A walk calls this for every directory, most of which hold less than the limit.
  const workers = Array.isArray(items) ? Math.min(limit, items.length) : limit
  await Promise.all(Array.from({ length: Math.max(1, workers) }, worker))
  if (failed) throw failure
  return results
}

/** Gives one item after the other; those of an asynchronous source are asked for one at a time. */
function takerOf<T>(items: Iterable<T> | AsyncIterable<T>): () => IteratorResult<T> | Promise<IteratorResult<T>> {
  if (!(Symbol.asyncIterator in items)) {
    const iterator = items[Symbol.iterator]()
    return () => iterator.next()
  }
  const iterator = items[Symbol.asyncIterator]()
  let turn: Promise<unknown> = Promise.resolve()
  return () => {
    const next = turn.then(() => iterator.next())
    turn = next.catch(() => undefined)
    return next
  }
}

/** Lets at most `capacity` units be taken at once; waiters are served in order. */
export class Semaphore {
  #free: number
  readonly #waiters: { units: number; resolve: () => void }[] = []

  constructor(capacity: number) {
    this.#free = capacity
  }

  async acquire(units = 1): Promise<void> {
    if (this.#waiters.length === 0 && this.#free >= units) {
      this.#free -= units
      return
    }
    await new Promise<void>((resolve) => this.#waiters.push({ units, resolve }))
  }

  release(units = 1): void {
    this.#free += units
    for (let first = this.#waiters[0]; first !== undefined && this.#free >= first.units; first = this.#waiters[0]) {
      this.#waiters.shift()
      this.#free -= first.units
      first.resolve()
    }
  }

  /** Runs `work` while holding `units`. */
  async use<R>(work: () => Promise<R>, units = 1): Promise<R> {
    await this.acquire(units)
    try {
      return await work()
    } finally {
      this.release(units)
    }
  }
}
