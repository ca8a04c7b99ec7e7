/**
 * Bounds the memory of a walk without ever blocking it.
 *
 * A directory passes the gate before it is listed. While the listed directories hold many entries, others wait; the newest goes
 * first, so that the walk goes down before it goes on. When nobody is at work any more, all that is held belongs to
 * directories that wait for their children: then one passes in any case.
 */
export class WalkGate {
  readonly #maxEntries: number
  readonly #maxWorking: number
  readonly #waiters: (() => void)[] = []
  #entries = 0
  #working = 0
  readonly #maxUnlisted: number
  /** Directories that passed and did not say yet how many entries they have. */
  #unlisted = 0

  /** Of the directories that did not say yet how many entries they have only `maxUnlisted` pass, else many large ones would pass together. */
  constructor(maxEntries: number, maxWorking: number, maxUnlisted = 1) {
    this.#maxEntries = maxEntries
    this.#maxWorking = maxWorking
    this.#maxUnlisted = maxUnlisted
  }

  /** Resolves when the directory may be listed; it is at work from then on. `hold` must follow. */
  async enter(): Promise<void> {
    if (this.#waiters.length === 0 && this.#isOpen()) {
      this.#working++
      this.#unlisted++
      return
    }
    await new Promise<void>((resolve) => this.#waiters.push(resolve))
  }

  /** The directory at work turned out to have `count` entries; 0 when it could not be listed. */
  hold(count: number): void {
    this.#entries += count
    this.#unlisted--
    this.#wake()
  }

  /** The directory is done with its own entries and waits for its children, or has ended. */
  rest(): void {
    this.#working--
    this.#wake()
  }

  /** The directory no longer holds `count` entries. */
  drop(count: number): void {
    this.#entries -= count
    this.#wake()
  }

  #isOpen(): boolean {
    return (
      this.#working === 0 || (this.#unlisted < this.#maxUnlisted && this.#entries < this.#maxEntries && this.#working < this.#maxWorking)
    )
  }

  #wake(): void {
    while (this.#waiters.length > 0 && this.#isOpen()) {
      this.#working++
      this.#unlisted++
      this.#waiters.pop()?.()
    }
  }
}
