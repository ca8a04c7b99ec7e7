/** Asking for what will surely be read next while something else is being waited for. */
import type { Clock } from '../../util/clock.ts'
import { type BlobId, type BlobMetadata, type BlobStorage, flushOf } from './storage.ts'

/** A page in most stores. A listing that is longer is not waited for. */
const MAX_LISTED = 1000
/** Together, in bytes; the rest is read when it is asked for. */
const MAX_READ_BYTES = 16 * 1024 * 1024
const MAX_READ_BLOBS = 16
/** What was asked for longer ago is asked for again. */
const MAX_AGE_MS = 30_000

export interface Anticipated {
  /** What the listing is of. */
  readonly prefix: string
  /** Which of the listed blobs will be read, as a whole. */
  readonly choose: (listed: readonly BlobMetadata[]) => readonly BlobMetadata[]
  readonly signal?: AbortSignal | undefined
}

interface Listed {
  readonly blobs: readonly BlobMetadata[]
  readonly isWhole: boolean
  readonly reads: Map<BlobId, Promise<Uint8Array>>
}

/**
 * The same storage, which begins to list `prefix` and to read what is there at once. The first listing of that prefix, and the first read of each
 * of those blobs, get what is under way. A failure is that of whoever asks.
 */
export function anticipating(storage: BlobStorage, { prefix, choose, signal }: Anticipated, clock: Clock): BlobStorage {
  const signalled = signal === undefined ? {} : { signal }
  const begunMs = clock.monotonicMs()
  const begin = async (): Promise<Listed> => {
    const blobs: BlobMetadata[] = []
    for await (const blob of storage.listBlobs(prefix, signal)) {
      blobs.push(blob)
      if (blobs.length >= MAX_LISTED) return { blobs, isWhole: false, reads: new Map() }
    }
    const reads = new Map<BlobId, Promise<Uint8Array>>()
    let bytes = 0
    for (const blob of choose(blobs)) {
      if (bytes + blob.length > MAX_READ_BYTES || reads.size >= MAX_READ_BLOBS) continue
      bytes += blob.length
      const read = storage.getBlob(blob.id, signalled)
      read.catch(() => undefined)
      reads.set(blob.id, read)
    }
    return { blobs, isWhole: true, reads }
  }
  let listed: Promise<Listed> | undefined = begin()
  let isListingLeft = true
  listed.catch(() => undefined)
  const current = () => {
    if (clock.monotonicMs() - begunMs > MAX_AGE_MS) listed = undefined
    return listed
  }
  return {
    displayName: storage.displayName,
    async getBlob(id, options) {
      const isWhole = options === undefined || (options.offset === undefined && options.length === undefined && options.isFresh !== true)
      const found = isWhole ? current() : undefined
      // Only a listing that was used tells which blobs are read.
      if (found !== undefined && !isListingLeft) {
        const { reads } = await found
        const read = reads.get(id)
        reads.delete(id)
        if (read !== undefined) return await read
      }
      return await storage.getBlob(id, options)
    },
    statBlob: (id) => storage.statBlob(id),
    putBlob: (id, parts, options) => storage.putBlob(id, parts, options),
    deleteBlob: (id) => storage.deleteBlob(id),
    async *listBlobs(asked, given) {
      const found = asked === prefix && isListingLeft ? current() : undefined
      if (found === undefined) {
        yield* storage.listBlobs(asked, given)
        return
      }
      isListingLeft = false
      const { blobs, isWhole } = await found
      yield* blobs
      if (isWhole) return
      const known = new Set(blobs.map(({ id }) => id))
      for await (const blob of storage.listBlobs(asked, given)) if (!known.has(blob.id)) yield blob
    },
    ...flushOf(storage),
    close: () => storage.close(),
  }
}
