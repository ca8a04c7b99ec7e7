/** One debug line for every call to a storage. */
import { messageOf } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import type { Clock } from '../../util/clock.ts'
import { type BlobStorage, flushOf } from './storage.ts'

/** The same storage; each call is logged with its blob, bytes and milliseconds when it ends. Bytes of blobs are never logged. */
export function logging(storage: BlobStorage, log: Logger, clock: Clock): BlobStorage {
  const timed = async <R>(call: string, work: () => Promise<R>, outcome: (result: R) => string): Promise<R> => {
    const start = clock.monotonicMs()
    const line = (text: string) => log.debug(`storage: ${call}: ${text}, ${Math.round(clock.monotonicMs() - start)} ms`)
    try {
      const result = await work()
      line(outcome(result))
      return result
    } catch (error) {
      line(`failed: ${messageOf(error)}`)
      throw error
    }
  }
  return {
    displayName: storage.displayName,
    getBlob: (id, options) => {
      const range = options?.offset === undefined && options?.length === undefined ? '' : ` from ${options.offset ?? 0}`
      return timed(
        `get ${id}${range}`,
        () => storage.getBlob(id, options),
        (bytes) => `${bytes.length} bytes`,
      )
    },
    statBlob: (id) =>
      timed(
        `stat ${id}`,
        () => storage.statBlob(id),
        (blob) => (blob === undefined ? 'absent' : `${blob.length} bytes`),
      ),
    putBlob: (id, parts, options) =>
      timed(
        `put ${id}`,
        () => storage.putBlob(id, parts, options),
        (blob) => `${blob.length} bytes`,
      ),
    deleteBlob: (id) =>
      timed(
        `delete ${id}`,
        () => storage.deleteBlob(id),
        () => 'done',
      ),
    async *listBlobs(prefix, signal) {
      const start = clock.monotonicMs()
      let count = 0
      try {
        for await (const blob of storage.listBlobs(prefix, signal)) {
          count++
          yield blob
        }
      } finally {
        log.debug(`storage: list ${prefix === '' ? 'everything' : prefix}: ${count} blobs, ${Math.round(clock.monotonicMs() - start)} ms`)
      }
    },
    ...flushOf(storage),
    close: () => storage.close(),
  }
}
