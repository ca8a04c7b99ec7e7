/** Which blobs of a storage to list. */
import type { BlobMetadata, BlobStorage } from '../../repo/blob/storage.ts'

export interface BlobFilter {
  readonly prefix: string
  readonly excludedPrefixes: readonly string[]
  /** Bytes; 0 is no limit. */
  readonly minSize: number
  readonly maxSize: number
  /** Leave out what Kopia does not count as data: legacy indexes, logs, and the blobs that describe the repository. */
  readonly isDataOnly: boolean
}

/** Kopia's own list; sessions and compaction logs pass as data. */
const NOT_DATA = ['n', 'x', '_log_', 'kopia.']

/** The blobs that pass the filter, in the order of the storage. */
export async function* listBlobs(storage: BlobStorage, filter: BlobFilter, signal: AbortSignal): AsyncGenerator<BlobMetadata> {
  const excluded = [...filter.excludedPrefixes, ...(filter.isDataOnly ? NOT_DATA : [])]
  for await (const blob of storage.listBlobs(filter.prefix, signal)) {
    if (filter.maxSize !== 0 && blob.length > filter.maxSize) continue
    if (filter.minSize !== 0 && blob.length < filter.minSize) continue
    if (!excluded.some((prefix) => blob.id.startsWith(prefix))) yield blob
  }
}
