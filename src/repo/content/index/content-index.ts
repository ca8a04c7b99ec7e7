/**
 * All index entries of a repository in memory, merged (docs/repository-format.md, "Merging index entries").
 *
 * A million entries of 16-byte hashes take about 55 MB: rows in typed arrays, an open-addressing table over them, no object per entry.
 */
import { CairnError } from '../../../errors.ts'
import type { ContentId } from '../../api.ts'
import type { BlobId } from '../../blob/storage.ts'
import { formatContentId, keyOfContentId, prefixByteOf } from '../content-id.ts'
import { RowColumns } from './columns.ts'
import type { IndexEntry } from './interface.ts'
import { KeyTable } from './key-table.ts'
import { emptyRow, type IndexRow, type IndexRows, type IndexSink } from './rows.ts'
import { sortRows } from './sort-rows.ts'

const PENDING = 1

/** Entries that were added here and go into the next index blob. */
export interface PendingRows {
  /** In key order, ready to encode; encode before the index changes again. */
  readonly rows: IndexRows
  /** Marks them pending again, for when the blob could not be written. */
  putBack(): void
}

/** Which entries to list. */
export interface EntryFilter {
  /** A prefix letter, or the empty string for contents without one; absent means all. */
  readonly prefix?: string
}

export class ContentIndex implements IndexSink {
  readonly keySizeBytes: number
  /** Deleted entries with a timestamp up to this one count as absent, Unix seconds; 0 is none. */
  watermarkSeconds = 0
  /** Index blobs whose entries are in here; a refresh does not read them again. */
  readonly loadedBlobs = new Set<BlobId>()
  readonly #columns: RowColumns
  readonly #table: KeyTable
  readonly #incumbent = emptyRow()
  #pending: number[] = []
  #pendingCount = 0

  /** For content hashes of `hashSizeBytes` (16..32). */
  constructor(hashSizeBytes: number) {
    this.keySizeBytes = hashSizeBytes + 1
    this.#columns = new RowColumns(this.keySizeBytes)
    this.#table = new KeyTable(this.#columns)
  }

  /** Number of entries, deleted ones included. */
  get count(): number {
    return this.#columns.count
  }

  /** Number of entries that wait for the next index blob. */
  get pendingCount(): number {
    return this.#pendingCount
  }

  /** Bytes of memory held by rows and table. */
  get sizeBytes(): number {
    return this.#columns.sizeBytes + this.#table.sizeBytes
  }

  packNumber(packBlobId: string): number {
    return this.#columns.packNumber(packBlobId)
  }

  /** Makes room for about `count` more entries, so that loading them moves nothing. */
  reserve(count: number): void {
    this.#table.reserve(count)
  }

  /** Merges a row read from an index file. */
  insert(row: IndexRow): void {
    this.#merge(row)
  }

  /**
   * Merges a new entry and keeps it for the next index blob; false when an entry that is already here wins over it.
   * Give it `nextTimestamp` to win over what is here. CAIRN_INTERNAL when the ID has another hash length.
   */
  add(entry: IndexEntry): boolean {
    const key = keyOfContentId(entry.id)
    if (key?.length !== this.keySizeBytes) throw new CairnError('CAIRN_INTERNAL', `${entry.id} is no content ID of this repository.`)
    const number = this.#merge({ ...entry, source: key, keyOffset: 0, pack: this.packNumber(entry.packBlobId) })
    if (number < 0) return false
    this.#setPending(number)
    return true
  }

  /** The entry of a content, deleted or not; undefined when there is none or the watermark hides it. */
  get(id: ContentId): IndexEntry | undefined {
    const key = keyOfContentId(id)
    if (key?.length !== this.keySizeBytes) return undefined
    return this.getByHash(key[0] ?? 0, key.subarray(1))
  }

  /** Like `get`, by prefix byte (0 for none) and hash. */
  getByHash(prefixByte: number, hash: Uint8Array): IndexEntry | undefined {
    const number = this.#find(prefixByte, hash)
    return number < 0 || this.isHidden(number) ? undefined : this.#entry(number)
  }

  /** Whether the content is stored and not deleted. */
  hasLive(id: ContentId): boolean {
    const key = keyOfContentId(id)
    return key !== undefined && this.findLive(key[0] ?? 0, key.subarray(1))
  }

  /** Like `hasLive`, by prefix byte (0 for none) and hash; builds no strings. */
  findLive(prefixByte: number, hash: Uint8Array): boolean {
    const number = this.#find(prefixByte, hash)
    return number >= 0 && !this.#columns.isDeleted(number)
  }

  /** The timestamp with which a new entry wins over the present one, hidden or not: `max(now, present + 1)` in Unix seconds. */
  nextTimestamp(prefixByte: number, hash: Uint8Array, nowSeconds: number): number {
    const number = this.#find(prefixByte, hash)
    return number < 0 ? nowSeconds : Math.max(nowSeconds, this.#columns.timestampSeconds(number) + 1)
  }

  /** The number of the row of a content, hidden or not; -1 when there is none. Numbers stay the same while rows are merged. */
  rowOf(id: ContentId): number {
    const key = keyOfContentId(id)
    return key === undefined ? -1 : this.#find(key[0] ?? 0, key.subarray(1))
  }

  /** Fills `row` with row `number`, from 0 to `count`, in the order of arrival; builds no strings. */
  readRow(number: number, row: IndexRow): void {
    this.#columns.read(number, row)
  }

  /** Whether the watermark hides a row. */
  isHidden(number: number): boolean {
    const isBelow = this.watermarkSeconds > 0 && this.#columns.timestampSeconds(number) <= this.watermarkSeconds
    return isBelow && this.#columns.isDeleted(number)
  }

  /** The content ID of a row. */
  idOfRow(number: number): ContentId {
    const at = this.#columns.keyOffset(number)
    const source = this.#columns.keySource(number)
    return formatContentId(source[at] ?? 0, source.subarray(at + 1, at + this.keySizeBytes))
  }

  /** The name behind the pack number of a row. */
  packName(pack: number): BlobId {
    return this.#columns.packName(pack)
  }

  /** Takes the pending entries whose pack `isReady` accepts (all by default); the others stay pending. */
  takePending(isReady: (packBlobId: string) => boolean = () => true): PendingRows {
    const taken: number[] = []
    const left: number[] = []
    const ready = new Map<number, boolean>()
    const row = this.#incumbent
    for (const number of this.#pending) {
      // A number may stand here twice, or have been overruled by a loaded entry: the mark decides.
      if (this.#columns.mark(number) !== PENDING) continue
      this.#columns.read(number, row)
      let isPackReady = ready.get(row.pack)
      if (isPackReady === undefined) {
        isPackReady = isReady(this.#columns.packName(row.pack))
        ready.set(row.pack, isPackReady)
      }
      if (isPackReady) {
        this.#clearPending(number)
        taken.push(number)
      } else {
        left.push(number)
      }
    }
    this.#pending = left
    return {
      rows: this.#rows(Uint32Array.from(taken)),
      putBack: () => {
        for (const number of taken) this.#setPending(number)
      },
    }
  }

  /** Every row in key order, entries that the watermark hides included: what a compaction writes. */
  rows(): IndexRows {
    return this.#rows(Uint32Array.from({ length: this.count }, (_, number) => number))
  }

  /** Entries in the order of their IDs, deleted ones included unless the watermark hides them. */
  *entries(filter: EntryFilter = {}): Generator<IndexEntry> {
    const prefixByte = filter.prefix === undefined ? undefined : prefixByteOf(filter.prefix)
    const numbers: number[] = []
    for (let number = 0; number < this.count; number++) {
      if (prefixByte !== undefined && this.#columns.keyByte(number, 0) !== prefixByte) continue
      numbers.push(number)
    }
    for (const number of sortRows(this.#columns, Uint32Array.from(numbers))) {
      if (!this.isHidden(number)) yield this.#entry(number)
    }
  }

  #find(prefixByte: number, hash: Uint8Array): number {
    return hash.length === this.keySizeBytes - 1 ? this.#table.find(prefixByte, hash) : -1
  }

  /** The number of the row when it is new or wins, else -1. */
  #merge(row: IndexRow): number {
    const present = this.#table.findOrAdd(row.source, row.keyOffset, this.#columns.count)
    if (present < 0) return this.#columns.append(row)
    this.#columns.read(present, this.#incumbent)
    if (!this.#beats(row, this.#incumbent)) return -1
    this.#columns.replace(present, row)
    this.#clearPending(present)
    return present
  }

  /** Newest first; then not deleted; then the later pack name. The offset only makes the order total. */
  #beats(a: IndexRow, b: IndexRow): boolean {
    if (a.timestampSeconds !== b.timestampSeconds) return a.timestampSeconds > b.timestampSeconds
    if (a.isDeleted !== b.isDeleted) return b.isDeleted
    if (a.pack !== b.pack) return this.#columns.packName(a.pack) > this.#columns.packName(b.pack)
    return a.packOffset > b.packOffset
  }

  #setPending(number: number): void {
    if (this.#columns.mark(number) === PENDING) return
    this.#columns.setMark(number, PENDING)
    this.#pending.push(number)
    this.#pendingCount++
  }

  #clearPending(number: number): void {
    if (this.#columns.mark(number) !== PENDING) return
    this.#columns.setMark(number, 0)
    this.#pendingCount--
  }

  #rows(numbers: Uint32Array): IndexRows {
    const columns = this.#columns
    const sorted = sortRows(columns, numbers)
    return {
      count: sorted.length,
      keySizeBytes: this.keySizeBytes,
      packName: (pack) => columns.packName(pack),
      read: (at, row) => columns.read(sorted[at] ?? 0, row),
    }
  }

  #entry(number: number): IndexEntry {
    const row = emptyRow()
    this.#columns.read(number, row)
    const hash = row.source.subarray(row.keyOffset + 1, row.keyOffset + this.keySizeBytes)
    return {
      id: formatContentId(row.source[row.keyOffset] ?? 0, hash),
      packBlobId: this.#columns.packName(row.pack),
      packOffset: row.packOffset,
      packedLength: row.packedLength,
      originalLength: row.originalLength,
      timestampSeconds: row.timestampSeconds,
      isDeleted: row.isDeleted,
      compressionId: row.compressionId,
      formatVersion: row.formatVersion,
      encryptionKeyId: row.encryptionKeyId,
    }
  }
}
