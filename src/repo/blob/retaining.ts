/** A storage that is asked to keep what it is given (docs/repository-format.md, "Blob configuration"). */
import { type BlobRetention, type BlobStorage, flushOf } from './storage.ts'

/** First characters of the names of blobs that are kept: packs, indexes and the configuration. Markers and logs come and go. */
export const RETAINED_PREFIXES = ['n', 'x', 'kopia.repository', 'kopia.blobcfg', 'p', 'q'] as const

/** The same storage, except that blobs which the repository needs are put with `retention`. */
export function retaining(storage: BlobStorage, retention: BlobRetention): BlobStorage {
  return {
    displayName: storage.displayName,
    getBlob: (id, options) => storage.getBlob(id, options),
    statBlob: (id) => storage.statBlob(id),
    putBlob(id, parts, options = {}) {
      const isKept = RETAINED_PREFIXES.some((prefix) => id.startsWith(prefix))
      return storage.putBlob(id, parts, isKept ? { ...options, retention } : options)
    },
    deleteBlob: (id) => storage.deleteBlob(id),
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    ...flushOf(storage),
    close: () => storage.close(),
  }
}
