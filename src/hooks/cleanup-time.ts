/** How long cleanup may take once the run was cancelled: a runner kills what is still there after some seconds (docs/hooks.md, "Cancel"). */
import type { Clock } from '../util/clock.ts'

export interface CleanupLimits {
  /** For one hook, in milliseconds. */
  readonly hookMs: number
  /** For all hooks together, from the cancel on. */
  readonly totalMs: number
  /** Between TERM and KILL of a cleanup hook whose time is over. */
  readonly graceMs: number
}

// A GitHub runner waits 7.5 s after SIGINT before it sends SIGTERM: 3 s for the hook that was cancelled leave this much.
const DEFAULT_LIMITS: CleanupLimits = { hookMs: 3_000, totalMs: 6_000, graceMs: 1_000 }

/** Gives cleanup hooks a signal that a cancel does not abort at once, but when their time is over. */
export class CleanupTime {
  readonly #clock: Clock
  readonly #cancel: AbortSignal | undefined
  readonly #limits: CleanupLimits
  #cancelMs: number | undefined

  constructor(clock: Clock, cancel: AbortSignal | undefined, limits: Partial<CleanupLimits> = {}) {
    this.#clock = clock
    this.#cancel = cancel
    this.#limits = { ...DEFAULT_LIMITS, ...limits }
    if (cancel?.aborted) this.#cancelMs = clock.monotonicMs()
    cancel?.addEventListener(
      'abort',
      () => {
        this.#cancelMs ??= clock.monotonicMs()
      },
      { once: true },
    )
  }

  get graceMs(): number {
    return this.#limits.graceMs
  }

  /** A signal for one cleanup hook; `close` when the hook has ended. */
  open(): { readonly signal: AbortSignal; close(): void } {
    const over = new AbortController()
    const closed = new AbortController()
    const count = () => {
      const spentMs = this.#clock.monotonicMs() - (this.#cancelMs ?? this.#clock.monotonicMs())
      const leftMs = Math.min(this.#limits.hookMs, this.#limits.totalMs - spentMs)
      if (leftMs <= 0) return over.abort()
      this.#clock.sleep(leftMs, closed.signal).then(
        () => over.abort(),
        () => {},
      )
    }
    if (this.#cancel?.aborted) count()
    else this.#cancel?.addEventListener('abort', count, { once: true, signal: closed.signal })
    return { signal: over.signal, close: () => closed.abort() }
  }
}
