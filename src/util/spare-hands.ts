/** Work that nests, such as directories in directories, with a bound over the whole of it. */

/** Runs work beside the caller while hands are free; otherwise the caller does it in its own place. */
export class SpareHands {
  #free: number

  /** `count` is how many things may be under way at a time, the caller's own included. */
  constructor(count: number) {
    this.#free = Math.max(1, count) - 1
  }

  /** Starts `work` when a hand is free; undefined means that the caller has to run it. */
  share<R>(work: () => Promise<R>): Promise<R> | undefined {
    if (this.#free === 0) return undefined
    this.#free--
    return work().finally(() => {
      this.#free++
    })
  }

  /** Runs `work` on every item, beside the caller where hands are free; results keep the order. All that was begun ends before the first failure is thrown. */
  async each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
    const results: R[] = []
    const shared: Promise<void>[] = []
    let failure: { readonly error: unknown } | undefined
    const run = async (item: T, index: number) => {
      try {
        results[index] = await work(item)
      } catch (error) {
        failure ??= { error }
      }
    }
    for (const [index, item] of items.entries()) {
      if (failure !== undefined) break
      const beside = this.share(() => run(item, index))
      if (beside === undefined) await run(item, index)
      else shared.push(beside)
    }
    await Promise.all(shared)
    if (failure !== undefined) throw failure.error
    return results
  }
}
