/** A store that keeps old versions of its blobs, as it was at a time: for reading only. */
import { CairnError } from '../../errors.ts'
import { checkBlobId } from './blob-id.ts'
import { readOnly } from './readonly.ts'
import type { BlobId, BlobMetadata, BlobStorage, GetOptions } from './storage.ts'

/** One version of a blob, or the mark that it was deleted. */
export interface BlobVersion {
  readonly blob: BlobMetadata
  /** What the store calls it. */
  readonly version: string
  /** From when on it was the blob, in nanoseconds since 1970. */
  readonly fromNs: bigint
  /** From when on it was no longer, where the store says so; another version or a mark says it too. */
  readonly untilNs?: bigint | undefined
  /** From `fromNs` on there was no blob. */
  readonly isDeletion?: boolean
}

/** What a store has to be able to do for this. */
export interface VersionedStore {
  readonly displayName: string
  /** All versions of the blobs whose names begin like this; those of one blob follow each other, in any order. */
  listVersions(prefix: string, signal?: AbortSignal): AsyncIterable<BlobVersion>
  readVersion(id: BlobId, version: string, options: GetOptions): Promise<Uint8Array>
  close(): Promise<void>
}

/** The store at `atNs` (nanoseconds since 1970); what was read once is remembered, for it cannot change any more. */
export function storageAt(store: VersionedStore, atNs: bigint): BlobStorage {
  const known = new Map<BlobId, BlobVersion | undefined>()

  const find = async (id: BlobId, signal?: AbortSignal): Promise<BlobVersion | undefined> => {
    checkBlobId(id)
    if (!known.has(id)) {
      let newest: BlobVersion | undefined
      for await (const version of store.listVersions(id, signal)) if (version.blob.id === id) newest = newerOf(newest, version, atNs)
      known.set(id, present(newest, atNs))
    }
    return known.get(id)
  }

  return readOnly({
    displayName: store.displayName,
    async getBlob(id, options = {}) {
      const found = await find(id, options.signal)
      if (found === undefined) throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} was not in ${store.displayName} at that time.`)
      return await store.readVersion(id, found.version, options)
    },
    statBlob: async (id) => (await find(id))?.blob,
    putBlob: refuse,
    deleteBlob: refuse,
    async *listBlobs(prefix, signal) {
      let newest: BlobVersion | undefined
      let current: BlobId | undefined
      const finish = (): BlobMetadata | undefined => {
        const found = present(newest, atNs)
        if (current !== undefined) known.set(current, found)
        return found?.blob
      }
      for await (const version of store.listVersions(prefix, signal)) {
        if (version.blob.id !== current) {
          const finished = finish()
          if (finished !== undefined) yield finished
          current = version.blob.id
          newest = undefined
        }
        newest = newerOf(newest, version, atNs)
      }
      const last = finish()
      if (last !== undefined) yield last
    },
    close: () => store.close(),
  })
}

/** Of two versions the one that counted last at `atNs`. */
function newerOf(best: BlobVersion | undefined, version: BlobVersion, atNs: bigint): BlobVersion | undefined {
  if (version.fromNs > atNs) return best
  return best === undefined || version.fromNs >= best.fromNs ? version : best
}

function present(version: BlobVersion | undefined, atNs: bigint): BlobVersion | undefined {
  if (version === undefined || version.isDeletion === true) return undefined
  return version.untilNs !== undefined && version.untilNs <= atNs ? undefined : version
}

/** `readOnly` stands before it. */
async function refuse(): Promise<never> {
  throw new CairnError('CAIRN_STORAGE_READONLY', 'An earlier state of a store is only for reading.')
}
