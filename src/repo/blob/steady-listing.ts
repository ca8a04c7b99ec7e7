/** Listings of the index that never lose what is known to be there (docs/reliability.md, "Listings that lie"). */
import { mapConcurrent } from '../../util/async.ts'
import { type BlobId, type BlobMetadata, type BlobStorage, flushOf } from './storage.ts'

/** First characters of the names of index blobs. There are thousands of them at most, while packs may be millions. */
const REMEMBERED = ['x', 'n', 'm', 'l']
/** What the names of all index blobs begin with, with epochs and without. */
const WHOLE_INDEX = ['x', 'n']
/** So many blobs that two listings leave out are looked for one by one. */
const MAX_LOOKED_FOR = 100
const CONCURRENCY = 8

/**
 * The same storage, except that a listing of index blobs which leaves out one that was listed or put here before is made again, and that
 * what both leave out is looked for by name. Blobs deleted here, or by others since, stay away. As long as listings agree, this costs no request.
 *
 * A client that took an incomplete listing for the truth would put an incomplete index in the place of a complete one, or erase packs that are
 * in use.
 */
export function steadyListing(storage: BlobStorage): BlobStorage {
  const known = new Map<BlobId, BlobMetadata>()
  const remember = (blob: BlobMetadata): void => {
    if (REMEMBERED.includes(blob.id.charAt(0))) known.set(blob.id, blob)
  }
  const isDeletedHere = new Set<BlobId>()

  const list = async (prefix: string, signal: AbortSignal | undefined, into: Map<BlobId, BlobMetadata>): Promise<void> => {
    for await (const blob of storage.listBlobs(prefix, signal)) into.set(blob.id, blob)
  }

  /** Names of known blobs that a listing of `prefix` should hold and does not. */
  const missingFrom = (prefix: string, listed: ReadonlyMap<BlobId, BlobMetadata>): BlobId[] =>
    [...known.keys()].filter((id) => id.startsWith(prefix) && !listed.has(id))

  const lookFor = async (missing: readonly BlobId[], into: Map<BlobId, BlobMetadata>): Promise<void> => {
    const looked = missing.slice(0, MAX_LOOKED_FOR)
    let found = 0
    await mapConcurrent(looked, CONCURRENCY, async (id) => {
      const blob = await storage.statBlob(id)
      if (blob === undefined) known.delete(id)
      else {
        found++
        into.set(id, blob)
      }
    })
    // Where all of the first are gone, the rest went with them: another client has cleaned up.
    for (const id of missing.slice(MAX_LOOKED_FOR)) {
      const blob = found === 0 ? undefined : known.get(id)
      if (blob === undefined) known.delete(id)
      else into.set(id, blob)
    }
  }

  return {
    displayName: storage.displayName,
    getBlob: (id, options) => storage.getBlob(id, options),
    statBlob: (id) => storage.statBlob(id),
    async putBlob(id, parts, options) {
      const put = await storage.putBlob(id, parts, options)
      isDeletedHere.delete(id)
      remember(put)
      return put
    },
    async deleteBlob(id) {
      known.delete(id)
      if (REMEMBERED.includes(id.charAt(0))) isDeletedHere.add(id)
      await storage.deleteBlob(id)
    },
    async *listBlobs(prefix, signal) {
      if (!REMEMBERED.includes(prefix.charAt(0))) {
        yield* storage.listBlobs(prefix, signal)
        return
      }
      const listed = new Map<BlobId, BlobMetadata>()
      await list(prefix, signal, listed)
      // No index at all is what a store says that has lost its way, and what a new repository says.
      const isEmpty = listed.size === 0 && WHOLE_INDEX.includes(prefix)
      if (isEmpty || missingFrom(prefix, listed).length > 0) await list(prefix, signal, listed)
      const missing = missingFrom(prefix, listed)
      if (missing.length > 0) await lookFor(missing, listed)
      for (const blob of listed.values()) {
        if (isDeletedHere.has(blob.id)) continue
        remember(blob)
        yield blob
      }
    },
    ...flushOf(storage),
    close: () => storage.close(),
  }
}
