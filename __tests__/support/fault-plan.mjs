/**
 * The language in which tests say what goes wrong on the way to a store. `FaultyStorage` plays it inside the process, `fault-proxy.mjs` on the
 * wire, so that any program can be made to meet the same faults.
 *
 * @typedef {'getBlob' | 'statBlob' | 'putBlob' | 'deleteBlob' | 'listBlobs'} StorageMethod
 *
 * @typedef {object} Fault
 * @property {StorageMethod} [method] Only this kind of call counts; default all.
 * @property {string} [prefix] Only calls about blobs (or list prefixes) that start with this count.
 * @property {number} [call] Which matching call fails first, from 1; default the first.
 * @property {number} [times] How many matching calls fail from there on; default 1.
 * @property {boolean} [sticky] The same as `times` without end.
 * @property {'before' | 'after' | 'half'} [when] `before` the call has an effect (default), `after` it had its whole effect, or when `half` is
 *   done: a put leaves half of the bytes, as a broken store would (through the proxy: the connection breaks with half of them sent); a list ends
 *   after half of its blobs; a get gives half of the bytes.
 * @property {Deed} [does] Default `fail`.
 * @property {number} [status] The HTTP status of `fail`: 500 (default) and 503 are worth another try, 403 is not.
 * @property {number} [retryAfterSeconds] What the store asks for when it fails.
 * @property {number} [delayMs] For `slow`.
 * @property {number} [every] For `flip`, in process only: one bit in each so many bytes instead of one in all, so that none of it can be unused.
 * @property {0 | 1} [keeps] For `partial`: whether the first, third, ... entry of the listing stays (0, the default), or the second, fourth, ...
 * @property {string | (() => unknown)} [error] In process only: the code of the error, or what makes a fresh one.
 *
 * What happens: `fail` with an error of the store; `reset`: the connection breaks; `timeout`: no answer; `short`: a get gives half of the bytes as
 * if that were all; `flip`: one bit of what a get gives is turned over; `empty`: a listing says that there is nothing; `partial`: it leaves
 * out half; `stale`: it shows what was there before this plan began; `lie`: a put is acknowledged and not stored; `slow`: the call is
 * answered late; `kill`: the process that calls ends at once.
 * @typedef {'fail' | 'reset' | 'timeout' | 'short' | 'flip' | 'empty' | 'partial' | 'stale' | 'lie' | 'slow' | 'kill'} Deed
 */

/** Decides which call meets which fault, and remembers every call. */
export class FaultPlan {
  /** Everything that was asked, in order. @type {{ method: StorageMethod, id: string, does?: Deed }[]} */
  calls = []
  /** How many calls met a fault. */
  failures = 0
  /** @type {(Fault & { seen: number })[]} */
  #faults = []

  /** @param {readonly Fault[]} faults */
  constructor(faults = []) {
    for (const fault of faults) this.add(fault)
  }

  /** @param {Fault} fault */
  add(fault) {
    this.#faults.push({ ...fault, seen: 0 })
  }

  /** From now on everything works. */
  heal() {
    this.#faults.length = 0
  }

  /**
   * The fault that this call meets, if any; the call is counted by all.
   * @param {StorageMethod} method
   * @param {string} id
   * @returns {Fault | undefined}
   */
  next(method, id) {
    /** @type {Fault | undefined} */
    let due
    for (const fault of this.#faults) {
      if ((fault.method !== undefined && fault.method !== method) || !id.startsWith(fault.prefix ?? '')) continue
      fault.seen++
      const first = fault.call ?? 1
      const times = fault.sticky ? Number.POSITIVE_INFINITY : (fault.times ?? 1)
      if (fault.seen >= first && fault.seen < first + times) due ??= fault
    }
    this.calls.push({ method, id, ...(due !== undefined && { does: due.does ?? 'fail' }) })
    if (due !== undefined) this.failures++
    return due
  }
}
