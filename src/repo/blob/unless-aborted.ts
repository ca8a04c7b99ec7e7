/** Waiting for what does not hear a signal itself. */

/** What `work` gives, unless `signal` is aborted before; errors: those of `work`, the reason of the abort. */
export async function unlessAborted<R>(work: Promise<R>, signal: AbortSignal): Promise<R> {
  // What comes too late is not waited for.
  work.catch(() => undefined)
  signal.throwIfAborted()
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
