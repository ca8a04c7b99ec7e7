/** Index files from lists of entries: local indexes of packs, and what a flush commits. */
import { encodeIndexRows } from './codec.ts'
import { ContentIndex } from './content-index.ts'
import type { IndexEntry } from './interface.ts'
import type { IndexRows } from './rows.ts'
import { MAX_ENTRIES_PER_SHARD, shardRows } from './shards.ts'

/** One index file with `entries` (any order; of two for one content the winner of the merge), such as the local index of a pack. */
export function encodeIndexEntries(version: 1 | 2, hashSizeBytes: number, entries: Iterable<IndexEntry>): Uint8Array {
  const index = new ContentIndex(hashSizeBytes)
  for (const entry of entries) index.add(entry)
  return encodeIndexRows(version, index.rows())
}

/** The index files of `rows`: one, unless there are more than `maxEntries`; none when there are no rows. */
export function encodeIndexShards(version: 1 | 2, rows: IndexRows, maxEntries: number = MAX_ENTRIES_PER_SHARD): Uint8Array[] {
  return shardRows(rows, maxEntries).map((shard) => encodeIndexRows(version, shard))
}
