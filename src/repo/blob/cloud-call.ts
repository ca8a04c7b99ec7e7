/** Time limits of calls to a cloud store, and how an abort becomes an error. */
import { throwIfCancelled } from '../../errors.ts'
import type { Clock } from '../../util/clock.ts'
import { type CloudFailure, PROXY_REFUSED } from './cloud-errors.ts'

/** A store that never answered yet gets no more than this: whoever typed a wrong address should not wait longer. */
const FIRST_CALL_MS = 9_000
/** A call that moves nothing. */
const CALL_MS = 60_000
/** What a call moves may take so long for each KiB: 32 KiB a second is slower than any line that is of use. */
const MS_PER_KIB = 1000 / 32

/** How a call ended that did not succeed. */
export interface CallEnd {
  readonly error: unknown
  /** The caller's own signal was aborted. */
  readonly isAborted: boolean
  /** Words such as `no answer in 9 seconds`; undefined when the limit was not reached. */
  readonly timedOut: string | undefined
  /** No call to this store ever had an answer. */
  readonly isFirst: boolean
}

/** What a call moves at most. */
export interface MovedBytes {
  readonly sent?: number
  readonly fetched?: number
}

/** What is read first of a store is short, so that its silence is known soon. */
function limitOf({ sent = 0, fetched = 0 }: MovedBytes, isFirst: boolean): number {
  const movedKiB = (isFirst ? sent : sent + fetched) / 1024
  return (isFirst ? FIRST_CALL_MS : CALL_MS) + Math.ceil(movedKiB * MS_PER_KIB)
}

/** Runs calls of one store: each with a limit of time, told apart from an abort. */
export class CloudCalls {
  readonly #clock: Pick<Clock, 'sleep'>
  #hasAnswered = false

  constructor(clock: Pick<Clock, 'sleep'>) {
    this.#clock = clock
  }

  /** The store answered, be it with an error: from now on it counts as reachable. */
  answered(): void {
    this.#hasAnswered = true
  }

  /**
   * Runs `call` with a signal that is aborted with the caller's, and when the time is up.
   *
   * Whatever it throws goes through `explain`.
   */
  async run<R>(
    signal: AbortSignal | undefined,
    moved: MovedBytes,
    call: (signal: AbortSignal) => Promise<R>,
    explain: (end: CallEnd) => unknown,
  ): Promise<R> {
    throwIfCancelled(signal)
    const isFirst = !this.#hasAnswered
    const limitMs = limitOf(moved, isFirst)
    const stop = new AbortController()
    const timer = new AbortController()
    let isLate = false
    const onAbort = () => stop.abort()
    signal?.addEventListener('abort', onAbort, { once: true })
    const late = this.#clock.sleep(limitMs, timer.signal).then(
      () => {
        isLate = true
        stop.abort()
      },
      () => undefined,
    )
    try {
      const result = await call(stop.signal)
      this.#hasAnswered = true
      return result
    } catch (error) {
      const timedOut = isLate ? `no answer in ${Math.round(limitMs / 1000)} seconds` : undefined
      throw explain({ error, isAborted: signal?.aborted === true, timedOut, isFirst: !this.#hasAnswered })
    } finally {
      signal?.removeEventListener('abort', onAbort)
      timer.abort()
      await late
    }
  }
}

/**
 * What `cloudError` should be told of a call without an answer.
 *
 * A host that answered before is not missing: a name that cannot be resolved for a moment is then worth another try, as is silence.
 */
export function withoutAnswer(
  end: CallEnd,
  reason: string,
  systemCode: string | undefined,
): Partial<CloudFailure> & { readonly reason: string } {
  if (end.timedOut !== undefined) {
    return end.isFirst ? { reason: end.timedOut, systemCode: 'EHOSTUNREACH' } : { reason: end.timedOut, meaning: 'transient' }
  }
  return end.isFirst || systemCode === PROXY_REFUSED ? { reason, systemCode } : { reason, meaning: 'transient' }
}

/** The first system code, such as `ENOTFOUND`, along the causes of an error. */
export function systemCodeAlong(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth++) {
    if (
      'code' in current &&
      typeof current.code === 'string' &&
      /^[A-Z][A-Z0-9_]+$/.test(current.code) &&
      current.code !== 'REQUEST_SEND_ERROR'
    ) {
      return current.code
    }
    // Several addresses were tried: the first failure stands for all.
    if (current instanceof AggregateError && current.errors.length > 0) return systemCodeAlong(current.errors[0])
  }
  return undefined
}
