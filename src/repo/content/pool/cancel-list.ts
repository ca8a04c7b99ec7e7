/** Many waiting operations on few signals: one listener per signal, however many wait. */

export class CancelList {
  readonly #waiting = new Map<AbortSignal, { readonly callbacks: Set<() => void>; readonly listener: () => void }>()

  /** Calls `onAbort` when the signal is aborted; the result takes it off the list. */
  add(signal: AbortSignal, onAbort: () => void): () => void {
    let entry = this.#waiting.get(signal)
    if (entry === undefined) {
      const callbacks = new Set<() => void>()
      const listener = () => {
        this.#waiting.delete(signal)
        for (const callback of callbacks) callback()
      }
      entry = { callbacks, listener }
      this.#waiting.set(signal, entry)
      signal.addEventListener('abort', listener, { once: true })
    }
    const { callbacks, listener } = entry
    callbacks.add(onAbort)
    return () => {
      callbacks.delete(onAbort)
      if (callbacks.size > 0 || this.#waiting.get(signal)?.callbacks !== callbacks) return
      this.#waiting.delete(signal)
      signal.removeEventListener('abort', listener)
    }
  }
}
