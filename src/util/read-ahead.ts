/** Results in the order of what they come from, with the next ones under way. */

/** Gives `work(item)` for each item in order; up to `limit` run at a time. A failure is thrown when its turn comes, and nothing new is begun. */
export async function* readAhead<T, R>(items: Iterable<T>, limit: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  const begin = (item: T) => {
    const result = work(item)
    // Its turn may never come; until then a failure must not count as unhandled.
    result.catch(() => undefined)
    running.push(result)
  }
  for (const item of items) {
    const first = running.length >= Math.max(1, limit) ? running.shift() : undefined
    if (first !== undefined) yield await first
    begin(item)
  }
  for (const result of running) yield await result
}
