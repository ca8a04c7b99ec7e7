/** Time by argument: the only file that asks the system for the time. */

/** Tells the time and waits. Tests give a fake one. */
export interface Clock {
  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  nowNs(): bigint
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number
  /** A clock that never jumps, in milliseconds; only differences mean something. */
  monotonicMs(): number
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

const startNs = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint()

/** The real clock; nanoseconds come from the monotonic counter, anchored to the wall clock at start and re-anchored when they drift apart. */
export const systemClock: Clock = {
  nowNs() {
    const wallNs = BigInt(Date.now()) * 1_000_000n
    const fineNs = startNs + process.hrtime.bigint()
    const drift = fineNs - wallNs
    return drift > -50_000_000n && drift < 50_000_000n ? fineNs : wallNs
  },
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const onAbort = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      }, ms)
      signal?.addEventListener('abort', onAbort, { once: true })
    })
  },
}
