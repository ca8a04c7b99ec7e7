/** A storage from which one blob was read already. */
import { type BlobId, type BlobStorage, flushOf } from './storage.ts'

/** The same storage, except that the first read of all of `id` gives `bytes` without asking for them again. */
export function withFirstRead(storage: BlobStorage, id: BlobId, bytes: Uint8Array): BlobStorage {
  let kept: Uint8Array | undefined = bytes
  return {
    displayName: storage.displayName,
    async getBlob(asked, options) {
      const { offset = 0, length, mayBeShorter = false } = options ?? {}
      const isWhole = offset === 0 && (length === undefined || (mayBeShorter && length >= bytes.length))
      if (asked !== id || kept === undefined || !isWhole) return await storage.getBlob(asked, options)
      kept = undefined
      return bytes
    },
    statBlob: (asked) => storage.statBlob(asked),
    putBlob: (asked, parts, options) => {
      if (asked === id) kept = undefined
      return storage.putBlob(asked, parts, options)
    },
    deleteBlob: (asked) => {
      if (asked === id) kept = undefined
      return storage.deleteBlob(asked)
    },
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    ...flushOf(storage),
    close: () => storage.close(),
  }
}
