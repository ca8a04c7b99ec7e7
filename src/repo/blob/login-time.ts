/** Limits of time for logins to a cloud: whoever waits for one that does not come should not wait long. */
import { cancelled } from '../../errors.ts'
import type { BackendContext } from './backends.ts'

/** For all that is tried before the first call to a store. */
export const LOGIN_MS = 9_000
/** Each of several candidates gets as much, though others took long. */
const LEAST_MS = 1_000

/** Says that the limit was reached; `words` are such as `no answer in 9 seconds`. */
export class LoginTimeout extends Error {}

type Surroundings = Pick<BackendContext, 'clock' | 'signal'>

/** A limit that several attempts share, from now on: each call tells what is left of it, in ms. */
export function sharedLimit({ clock }: Pick<BackendContext, 'clock'>): () => number {
  const endMs = clock.monotonicMs() + LOGIN_MS
  return () => Math.max(LEAST_MS, endMs - clock.monotonicMs())
}

/** Runs `work`; what comes too late is not waited for. Errors: those of `work`, LoginTimeout, CAIRN_CANCELLED. */
export async function inTime<R>(limitMs: number, { clock, signal }: Surroundings, work: () => Promise<R>): Promise<R> {
  const stop = new AbortController()
  const onAbort = () => stop.abort()
  signal?.addEventListener('abort', onAbort, { once: true })
  if (signal?.aborted === true) onAbort()
  const end = clock.sleep(limitMs, stop.signal).then(
    () => new LoginTimeout(`no answer in ${Math.round(limitMs / 1000)} seconds`),
    () => cancelled(),
  )
  const result = work()
  // Nobody may be left to hear of it.
  result.catch(() => undefined)
  try {
    const first = await Promise.race([result.then((value) => ({ value })), end])
    if (first instanceof Error) throw first
    return first.value
  } finally {
    signal?.removeEventListener('abort', onAbort)
    stop.abort()
  }
}
