/** A clock that only moves when told. */
import type { Clock } from '../../src/util/clock.ts'

/** 2026-01-02T03:04:05Z, the usual start of a test. */
export const TEST_START_MS = Date.UTC(2026, 0, 2, 3, 4, 5)

/** `sleep` moves the clock and returns at once; `sleeps` records how long each was. */
export class FakeClock implements Clock {
  readonly sleeps: number[] = []
  #ns: bigint
  readonly #startNs: bigint

  constructor(startMs: number = TEST_START_MS) {
    this.#startNs = BigInt(startMs) * 1_000_000n
    this.#ns = this.#startNs
  }

  nowNs(): bigint {
    return this.#ns
  }

  nowMs(): number {
    return Number(this.#ns / 1_000_000n)
  }

  monotonicMs(): number {
    return Number(this.#ns - this.#startNs) / 1e6
  }

  advance(ms: number): void {
    this.#ns += BigInt(Math.round(ms * 1e6))
  }

  advanceNs(ns: bigint): void {
    this.#ns += ns
  }

  setMs(ms: number): void {
    this.#ns = BigInt(ms) * 1_000_000n
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw signal.reason
    this.sleeps.push(ms)
    this.advance(ms)
    await Promise.resolve()
    if (signal?.aborted) throw signal.reason
  }
}
