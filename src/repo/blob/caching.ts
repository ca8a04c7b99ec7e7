/** A storage that keeps copies of index blobs and metadata packs on this machine (docs/backends.md, "Read cache"). */
import type { CacheFolder } from './cache-folder.ts'
import { READ_AHEAD_BYTES } from './read-up-to.ts'
import { type BlobId, type BlobStorage, flushOf, type GetOptions } from './storage.ts'

/** Blobs that never change under their name: index blobs that hold entries, and packs of folders and manifests. */
const KEPT = /^(?:x[nsr]\d|[nm][0-9a-f]{16}|q[0-9a-f]{16})/
const PACK = 'q'
const WHOLE = 'all'

/**
 * The same storage; what was read before, by this run or an earlier one, is taken from `folder`. Listings always ask the storage, so that a copy
 * counts for nothing when its blob is gone. A read with `isFresh` drops the copies of its blob.
 */
export function caching(storage: BlobStorage, folder: CacheFolder): BlobStorage {
  return {
    displayName: storage.displayName,
    async getBlob(id, options) {
      const part = partOf(id, options)
      if (options?.isFresh === true) await folder.forget(id)
      else if (part !== undefined) {
        const kept = await folder.read(id, part)
        if (kept !== undefined) return kept
      }
      const bytes = await storage.getBlob(id, options)
      if (part !== undefined) folder.add(id, part, bytes)
      return bytes
    },
    statBlob: (id) => storage.statBlob(id),
    async putBlob(id, parts, options) {
      const stored = await storage.putBlob(id, parts, options)
      // The next run on this machine begins with what this one wrote.
      if (KEPT.test(id)) keep(folder, id, parts)
      return stored
    },
    async deleteBlob(id) {
      await storage.deleteBlob(id)
      if (KEPT.test(id)) await folder.forget(id)
    },
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    ...flushOf(storage),
    async close() {
      await folder.close()
      await storage.close()
    },
  }
}

/** What a read asks for, in the words of the folder; undefined when it is not kept. */
function partOf(id: BlobId, options: GetOptions = {}): string | undefined {
  if (!KEPT.test(id)) return undefined
  const { offset = 0, length, mayBeShorter = false } = options
  if (!id.startsWith(PACK)) return offset === 0 && length === undefined ? WHOLE : undefined
  return mayBeShorter && length === READ_AHEAD_BYTES && offset % READ_AHEAD_BYTES === 0 ? segmentName(offset) : undefined
}

function keep(folder: CacheFolder, id: BlobId, parts: readonly Uint8Array[]): void {
  // A copy of its own: who put the blob uses the memory again.
  const bytes = new Uint8Array(Buffer.concat(parts))
  if (!id.startsWith(PACK)) folder.add(id, WHOLE, bytes)
  else
    for (let offset = 0; offset < bytes.length; offset += READ_AHEAD_BYTES) {
      folder.add(id, segmentName(offset), bytes.subarray(offset, offset + READ_AHEAD_BYTES))
    }
}

function segmentName(offset: number): string {
  return (offset / READ_AHEAD_BYTES).toString(10)
}
