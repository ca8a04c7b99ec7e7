/** Index blobs put together into new index files: what every compaction writes. */
import { throwIfCancelled } from '../../../errors.ts'
import { mapConcurrent } from '../../../util/async.ts'
import type { BlobMetadata, BlobStorage } from '../../blob/storage.ts'
import { type BlobKeys, readSealedBlob } from '../sealed-blob.ts'
import { decodeIndex } from './codec.ts'
import { ContentIndex } from './content-index.ts'
import { emptyRow, type IndexRow, type IndexRows } from './rows.ts'

/** Index blobs that are read at the same time. */
const READ_CONCURRENCY = 4

/**
 * Reads the blobs and merges their entries (docs/repository-format.md, "Merging index entries").
 * Errors: CAIRN_INDEX_DAMAGED naming the blob, CAIRN_BLOB_NOT_FOUND, storage kinds.
 */
export async function mergeIndexBlobs(
  storage: BlobStorage,
  keys: BlobKeys,
  blobs: readonly BlobMetadata[],
  signal?: AbortSignal,
): Promise<ContentIndex> {
  const index = new ContentIndex(keys.hasher.sizeBytes)
  await mapConcurrent(blobs, READ_CONCURRENCY, async ({ id }) => {
    throwIfCancelled(signal)
    await readSealedBlob(storage, keys, id, (plain) => decodeIndex(plain, id, index), signal)
  })
  return index
}

/** The rows that `keep` accepts, in their order. */
export function filterRows(rows: IndexRows, keep: (row: IndexRow) => boolean): IndexRows {
  const kept = new Uint32Array(rows.count)
  let count = 0
  const row = emptyRow()
  for (let at = 0; at < rows.count; at++) {
    rows.read(at, row)
    if (keep(row)) kept[count++] = at
  }
  return {
    count,
    keySizeBytes: rows.keySizeBytes,
    packName: (pack) => rows.packName(pack),
    read: (at, into) => rows.read(kept[at] ?? 0, into),
  }
}
