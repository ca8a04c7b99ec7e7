/** How index rows travel between files and memory without an object for each (docs/repository-format.md, "Index files"). */

/** One row; the same value is refilled for the next row, so whoever wants to keep it copies the fields. */
export interface IndexRow {
  /** The binary key (prefix byte, hash) is `source.subarray(keyOffset, keyOffset + key size)`. */
  source: Uint8Array
  keyOffset: number
  /** Number of the pack in the table of names of the sink or source. */
  pack: number
  packOffset: number
  packedLength: number
  originalLength: number
  /** Unix seconds. */
  timestampSeconds: number
  isDeleted: boolean
  compressionId: number
  formatVersion: number
  encryptionKeyId: number
}

/** Receives the rows of a decoded index file. */
export interface IndexSink {
  /** Size of every key in bytes: one more than the hash. Files with another size are refused. */
  readonly keySizeBytes: number
  /** The number under which rows refer to a pack. */
  packNumber(packBlobId: string): number
  insert(row: IndexRow): void
}

/** Rows to encode, in key order. */
export interface IndexRows {
  readonly count: number
  readonly keySizeBytes: number
  packName(pack: number): string
  /** Fills `row` with row `at`. */
  read(at: number, row: IndexRow): void
}

/** A row to be filled. */
export function emptyRow(): IndexRow {
  return {
    source: new Uint8Array(0),
    keyOffset: 0,
    pack: 0,
    packOffset: 0,
    packedLength: 0,
    originalLength: 0,
    timestampSeconds: 0,
    isDeleted: false,
    compressionId: 0,
    formatVersion: 0,
    encryptionKeyId: 0,
  }
}
