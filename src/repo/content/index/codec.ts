/** Index files of any version: the first byte says which (docs/repository-format.md, "Index files"). */
import { indexDamaged } from './damage.ts'
import type { IndexRows, IndexSink } from './rows.ts'
import { decodeIndexV1, encodeIndexV1 } from './v1.ts'
import { decodeIndexV2 } from './v2.ts'
import { encodeIndexV2 } from './v2-encode.ts'

/** Feeds every row of an index file into `sink`; extra bytes at the end are ignored. CAIRN_INDEX_DAMAGED names `blobId`. */
export function decodeIndex(bytes: Uint8Array, blobId: string, sink: IndexSink): void {
  const version = bytes[0]
  if (version === 1) decodeIndexV1(bytes, blobId, sink)
  else if (version === 2) decodeIndexV2(bytes, blobId, sink)
  else throw indexDamaged(blobId, version === undefined ? 'it is empty' : `index version ${version} is unknown`)
}

/** The index file of `rows`, which are in key order. */
export function encodeIndexRows(version: 1 | 2, rows: IndexRows): Uint8Array {
  return version === 1 ? encodeIndexV1(rows) : encodeIndexV2(rows)
}
