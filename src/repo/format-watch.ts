/** A storage that stops working when the repository is locked or upgraded by somebody else. */
import type { Clock } from '../util/clock.ts'
import { readChecked } from './blob/read-checked.ts'
import { type BlobStorage, flushOf } from './blob/storage.ts'
import { FORMAT_BLOB_ID, MAX_FORMAT_BLOB_BYTES, recheckFormat, type UnlockedFormat } from './format/index.ts'

/** Clients are given this long to see a lock (docs/repository-format.md, "Required features and upgrade lock"). */
const INTERVAL_MS = 15 * 60_000

/**
 * The same storage, except that the format blob is looked at again before blobs are read, written or deleted, when the last look is a quarter of
 * an hour ago. Errors: those of `recheckFormat`.
 */
export function watchingFormat(storage: BlobStorage, format: UnlockedFormat, clock: Clock): BlobStorage {
  let lookedMs = clock.monotonicMs()
  let look: Promise<void> | undefined
  const mayGoOn = async (): Promise<void> => {
    if (look === undefined && clock.monotonicMs() - lookedMs < INTERVAL_MS) return
    look ??= lookAgain().finally(() => {
      look = undefined
    })
    await look
  }
  const lookAgain = async (): Promise<void> => {
    const found = await storage.statBlob(FORMAT_BLOB_ID)
    // A blob that is gone or overlong is for the next opening to complain about.
    if (found !== undefined && found.length <= MAX_FORMAT_BLOB_BYTES) {
      await readChecked(
        () => storage.getBlob(FORMAT_BLOB_ID),
        (bytes) => recheckFormat(bytes, format, clock.nowNs()),
      )
    }
    lookedMs = clock.monotonicMs()
  }
  return {
    displayName: storage.displayName,
    async getBlob(id, options) {
      await mayGoOn()
      return await storage.getBlob(id, options)
    },
    statBlob: (id) => storage.statBlob(id),
    async putBlob(id, parts, options) {
      await mayGoOn()
      return await storage.putBlob(id, parts, options)
    },
    async deleteBlob(id) {
      await mayGoOn()
      await storage.deleteBlob(id)
    },
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    ...flushOf(storage),
    close: () => storage.close(),
  }
}
