/** Gives the event loop its turns while a walk does much at once. */
import type { Clock } from './clock.ts'
import { boundYoungHeap } from './heap.ts'

/** The event loop gets a turn at least this often, so that signals are heard. */
const BREATH_MS = 25

export class Breath {
  readonly #clock: Clock
  #takenMs: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#takenMs = clock.monotonicMs()
  }

  /** Waits for a turn of the event loop when the last one is long ago. */
  async take(): Promise<void> {
    const now = this.#clock.monotonicMs()
    if (now - this.#takenMs < BREATH_MS) return
    boundYoungHeap()
    await new Promise((resolve) => setImmediate(resolve))
    this.#takenMs = this.#clock.monotonicMs()
  }
}
