/** Things of one directory that run at the same time. */

/** Counts what runs and remembers the first failure; nothing is kept of what has ended. */
export class TaskGroup {
  #running = 0
  #failure: { readonly error: unknown } | undefined
  readonly #whenIdle: (() => void)[] = []
  readonly #onFailure: (error: unknown) => void

  /** `onFailure` hears of the first rejection at once. */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure
  }

  /** Starts `work`; its rejection is thrown by `idle`. */
  start(work: () => Promise<void>): void {
    this.#running++
    const run = async () => {
      try {
        await work()
      } catch (error) {
        if (this.#failure === undefined) {
          this.#failure = { error }
          this.#onFailure(error)
        }
      } finally {
        if (--this.#running === 0) for (const resolve of this.#whenIdle.splice(0)) resolve()
      }
    }
    void run()
  }

  /** Resolves when nothing runs any more; throws the first failure. */
  async idle(): Promise<void> {
    if (this.#running > 0)
      await new Promise<void>((resolve) => {
        this.#whenIdle.push(resolve)
      })
    if (this.#failure !== undefined) throw this.#failure.error
  }
}
