/** Index blobs: which there are, and what stands in one. */
import { throwIfCancelled } from '../../errors.ts'
import type { BlobId, BlobMetadata } from '../../repo/blob/storage.ts'
import { BLOB_PREFIXES } from '../../repo/content/blob-names.ts'
import { decodeIndex } from '../../repo/content/index/codec.ts'
import { ContentIndex } from '../../repo/content/index/content-index.ts'
import type { IndexEntry } from '../../repo/content/index/interface.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import { readSealedBlob } from '../../repo/content/sealed-blob.ts'
import type { RepositoryCare } from '../../repo/repository.ts'

const { legacyIndex, uncompactedIndex, compactedEpoch, compactedRange } = BLOB_PREFIXES

/** Every index blob, those that a compaction superseded included. */
export async function allIndexBlobs(care: RepositoryCare, signal: AbortSignal): Promise<BlobMetadata[]> {
  const lists: BlobMetadata[][] = []
  for (const prefix of [legacyIndex, uncompactedIndex, compactedEpoch, compactedRange]) {
    lists.push(await collectBlobs(care.storage, prefix, signal))
  }
  return lists.flat()
}

/** The index blobs that count. */
export async function activeIndexBlobs(care: RepositoryCare, signal: AbortSignal): Promise<readonly BlobMetadata[]> {
  return (await care.contents.indexBlobs.loadActive(signal)).blobs
}

/** An index blob and its entries in the order of their IDs. */
export interface InspectedIndex {
  readonly blob: BlobMetadata
  readonly entries: Iterable<IndexEntry>
}

/** Reads an index blob. Errors: CAIRN_BLOB_NOT_FOUND, CAIRN_INDEX_DAMAGED, storage kinds. */
export async function inspectIndexBlob(care: RepositoryCare, id: BlobId, signal: AbortSignal): Promise<InspectedIndex> {
  throwIfCancelled(signal)
  const { storage, contents } = care
  const index = new ContentIndex(contents.codec.hasher.sizeBytes)
  await readSealedBlob(storage, contents.codec, id, (plain) => decodeIndex(plain, id, index), signal)
  const blob = (await storage.statBlob(id)) ?? { id, length: 0, timestampMs: 0 }
  return { blob, entries: index.entries() }
}
