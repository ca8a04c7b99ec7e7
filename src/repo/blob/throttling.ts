/** A storage that is used no faster than the limits of its connection allow. */
import { cancelled, throwIfCancelled } from '../../errors.ts'
import { Semaphore } from '../../util/async.ts'
import type { Clock } from '../../util/clock.ts'
import { type BlobStorage, flushOf } from './storage.ts'
import type { ThrottleLimits } from './throttle-limits.ts'

/** What was not used in this time may be used at once. */
const BURST_MS = 1000

/**
 * The same storage within `limits`. Bytes are counted when they are handed over: a blob goes at full speed, and what comes after it waits.
 *
 * A wait that `signal` ends fails with CAIRN_CANCELLED.
 */
export function throttling(storage: BlobStorage, limits: ThrottleLimits, clock: Clock): BlobStorage {
  if (Object.values(limits).every((limit) => limit === 0)) return storage
  const [reads, writes, lists] = [limits.readsPerSecond, limits.writesPerSecond, limits.listsPerSecond].map((rate) => paced(rate, clock))
  const [uploads, downloads] = [limits.uploadBytesPerSecond, limits.downloadBytesPerSecond].map((rate) => paced(rate, clock))
  const reading = slots(limits.concurrentReads)
  const writing = slots(limits.concurrentWrites)
  return {
    displayName: storage.displayName,
    getBlob: (id, options) =>
      reading(async () => {
        await reads?.(1, options?.signal)
        // The bytes of an earlier read are what this one waits for.
        await downloads?.(0, options?.signal)
        const bytes = await storage.getBlob(id, options)
        downloads?.spend(bytes.length)
        return bytes
      }),
    statBlob: (id) =>
      reading(async () => {
        await reads?.(1, undefined)
        return await storage.statBlob(id)
      }),
    putBlob: (id, parts, options) =>
      writing(async () => {
        await writes?.(1, options?.signal)
        await uploads?.(0, options?.signal)
        uploads?.spend(parts.reduce((sum, { length }) => sum + length, 0))
        return await storage.putBlob(id, parts, options)
      }),
    deleteBlob: (id) =>
      writing(async () => {
        await writes?.(1, undefined)
        await storage.deleteBlob(id)
      }),
    async *listBlobs(prefix, signal) {
      await lists?.(1, signal)
      yield* storage.listBlobs(prefix, signal)
    },
    ...flushOf(storage),
    close: () => storage.close(),
  }
}

interface Pace {
  /** Waits until `amount` may be used. */
  (amount: number, signal: AbortSignal | undefined): Promise<void>
  /** Counts `amount` as used; those who come later wait for it. */
  spend(amount: number): void
}

/** Undefined without a limit. */
function paced(perSecond: number, clock: Clock): Pace | undefined {
  if (perSecond === 0) return undefined
  // When everything asked for so far is paid for, at this rate.
  let paidAtMs = Number.NEGATIVE_INFINITY
  const spend = (amount: number) => {
    paidAtMs = Math.max(paidAtMs, clock.monotonicMs() - BURST_MS) + (amount / perSecond) * 1000
  }
  const wait = async (amount: number, signal: AbortSignal | undefined) => {
    throwIfCancelled(signal)
    spend(amount)
    const delayMs = paidAtMs - clock.monotonicMs()
    if (delayMs <= 0) return
    try {
      await clock.sleep(delayMs, signal)
    } catch (reason) {
      throw signal?.aborted ? cancelled() : reason
    }
  }
  return Object.assign(wait, { spend })
}

function slots(count: number): <R>(work: () => Promise<R>) => Promise<R> {
  if (count === 0) return (work) => work()
  const semaphore = new Semaphore(Math.max(1, Math.floor(count)))
  return (work) => semaphore.use(work)
}
