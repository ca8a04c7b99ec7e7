/** Tries again what failed for a moment. The only place that retries storage calls. */
import { cancelled, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { concatBytes, equalBytes } from '../../util/bytes.ts'
import type { Clock } from '../../util/clock.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import type { BlobId, BlobMetadata, BlobStorage, PutOptions } from './storage.ts'
import { unlessAborted } from './unless-aborted.ts'

export interface RetryOptions {
  readonly clock: Clock
  /** Calls in all, the first included; default 6. */
  readonly attempts?: number
  /** Longest pause before the second call, doubled for each further one; default 100 ms. */
  readonly firstDelayMs?: number
  /** No pause is longer; default 10 s. */
  readonly maxDelayMs?: number
  readonly random?: RandomSource
  readonly log?: Logger
  /** Of the whole run, for calls that cannot be given one. */
  readonly signal?: AbortSignal | undefined
}

/** A store that asks for a longer pause than this is not waited for so long. */
const MAX_RETRY_AFTER_MS = 60_000

/**
 * The same storage; calls that fail with CAIRN_STORAGE_UNAVAILABLE are made again after a pause.
 *
 * The pause is random between half and the whole of a doubling limit, so that many runs that failed together do not come back together.
 * A pause that the store asked for is kept, up to a minute. An aborted signal ends the wait with CAIRN_CANCELLED; what a cancelled run begins
 * after that, to save or to tidy up, keeps only short pauses.
 */
export function retrying(storage: BlobStorage, options: RetryOptions): BlobStorage {
  const attempts = options.attempts ?? 6

  /** Waits before call number `next`, or throws `error` when it is not to be made. */
  const pause = async (error: unknown, next: number, what: string, signal: AbortSignal | undefined): Promise<void> => {
    if (next > attempts || !isCairnError(error, 'CAIRN_STORAGE_UNAVAILABLE')) throw error
    throwIfCancelled(signal)
    const askedMs = options.signal?.aborted === true ? 0 : Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)
    const delayMs = Math.max(delayBefore(next, options), askedMs)
    options.log?.debug(`storage: ${what} failed, call ${next} of ${attempts} in ${delayMs} ms: ${messageOf(error)}`)
    try {
      await options.clock.sleep(delayMs, signal)
    } catch (reason) {
      throw signal?.aborted ? cancelled() : reason
    }
  }

  const retry = async <R>(what: string, signal: AbortSignal | undefined, call: (attempt: number) => Promise<R>): Promise<R> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call(attempt)
      } catch (error) {
        await pause(error, attempt + 1, what, signal)
      }
    }
  }

  /** For calls that do not hear a signal: a run that is cancelled does not wait for what is under way. */
  const retryDeaf = async <R>(what: string, call: () => Promise<R>): Promise<R> => {
    const { signal } = options
    if (signal === undefined || signal.aborted) return await retry(what, undefined, call)
    try {
      return await unlessAborted(retry(what, signal, call), signal)
    } catch (error) {
      throw signal.aborted ? cancelled() : error
    }
  }

  const { flush, extendRetention, parallelPuts, prepareWrites } = storage
  return {
    displayName: storage.displayName,
    getBlob: (id, get) => retry(`get ${id}`, get?.signal, () => storage.getBlob(id, get)),
    statBlob: (id) => retryDeaf(`stat ${id}`, () => storage.statBlob(id)),
    putBlob: (id, parts, put) => retry(`put ${id}`, put?.signal, (attempt) => putOnce(storage, id, parts, put, attempt)),
    deleteBlob: (id) => retryDeaf(`delete ${id}`, () => storage.deleteBlob(id)),
    async *listBlobs(prefix, signal) {
      // A second listing starts from the beginning: what was given already is left out.
      const given = new Set<BlobId>()
      for (let attempt = 1; ; attempt++) {
        try {
          for await (const blob of storage.listBlobs(prefix, signal)) {
            if (given.has(blob.id)) continue
            given.add(blob.id)
            yield blob
          }
          return
        } catch (error) {
          await pause(error, attempt + 1, `list ${prefix}`, signal)
        }
      }
    },
    ...(parallelPuts === undefined ? {} : { parallelPuts }),
    ...(flush === undefined ? {} : { flush: (given) => retry('flush', given?.signal, () => flush.call(storage, given)) }),
    ...(extendRetention === undefined
      ? {}
      : { extendRetention: (id, retention) => retryDeaf(`retain ${id}`, () => extendRetention.call(storage, id, retention)) }),
    ...(prepareWrites === undefined ? {} : { prepareWrites: () => retryDeaf('prepare writes', () => prepareWrites.call(storage)) }),
    close: () => storage.close(),
  }
}

/** A call that failed may have stored the blob all the same: on a later one, "it exists" with the very same bytes is our own success. */
async function putOnce(
  storage: BlobStorage,
  id: BlobId,
  parts: readonly Uint8Array[],
  options: PutOptions | undefined,
  attempt: number,
): Promise<BlobMetadata> {
  try {
    return await storage.putBlob(id, parts, options)
  } catch (error) {
    if (attempt === 1 || !isCairnError(error, 'CAIRN_BLOB_EXISTS')) throw error
    const stored = await storage.statBlob(id)
    if (stored === undefined || !equalBytes(await storage.getBlob(id), concatBytes(parts))) throw error
    return stored
  }
}

function delayBefore(attempt: number, options: RetryOptions): number {
  const limit = Math.min(options.maxDelayMs ?? 10_000, (options.firstDelayMs ?? 100) * 2 ** (attempt - 2))
  const [high = 0, low = 0] = (options.random ?? systemRandom)(2)
  const fraction = (high * 256 + low) / 65_536
  return Math.round(limit * (0.5 + fraction / 2))
}
