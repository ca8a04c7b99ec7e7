/** Finds the row of a key: open addressing with linear probing over row numbers. */
import type { RowColumns } from './columns.ts'

const FIRST_SLOTS = 1024
const MAX_SLOTS = 2 ** 31

/**
 * A hash table whose keys live in the columns; it holds 5 bytes a slot, at most three quarters full.
 *
 * A byte of the hash stands beside each slot: nearly every step of a search is decided by bytes that lie together, and the keys, which lie
 * anywhere, are looked at when they are probably equal.
 */
export class KeyTable {
  readonly #columns: RowColumns
  readonly #keySize: number
  /** 0 is a free slot. */
  #tags = new Uint8Array(FIRST_SLOTS)
  #rows = new Uint32Array(FIRST_SLOTS)
  #used = 0

  constructor(columns: RowColumns) {
    this.#columns = columns
    this.#keySize = columns.keySizeBytes
  }

  get sizeBytes(): number {
    return this.#tags.byteLength + this.#rows.byteLength
  }

  /** The row with this prefix byte and hash, or -1. */
  find(prefixByte: number, hash: Uint8Array, hashOffset = 0): number {
    if (hash.length - hashOffset < this.#keySize - 1) return -1
    const mixed = mixedHash(prefixByte, hash, hashOffset, this.#keySize - 1)
    const slot = this.#slotOf(mixed, prefixByte, hash, hashOffset)
    return this.#tags[slot] === 0 ? -1 : (this.#rows[slot] ?? 0)
  }

  /** The row whose key is the one at `keyOffset`; when there is none, `row` is findable under it from now on, and -1 is returned. */
  findOrAdd(source: Uint8Array, keyOffset: number, row: number): number {
    if ((this.#used + 1) * 4 > this.#tags.length * 3) this.#resize(this.#tags.length * 2)
    const prefixByte = source[keyOffset] ?? 0
    const mixed = mixedHash(prefixByte, source, keyOffset + 1, this.#keySize - 1)
    const slot = this.#slotOf(mixed, prefixByte, source, keyOffset + 1)
    if (this.#tags[slot] !== 0) return this.#rows[slot] ?? 0
    this.#tags[slot] = tagOf(mixed)
    this.#rows[slot] = row
    this.#used++
    return -1
  }

  /** Makes room for `count` more rows at once, instead of growing step by step. */
  reserve(count: number): void {
    let slots = this.#tags.length
    while ((this.#used + count) * 4 > slots * 3 && slots < MAX_SLOTS) slots *= 2
    if (slots > this.#tags.length) this.#resize(slots)
  }

  /** The slot that holds the key, or the free one where it would be. */
  #slotOf(mixed: number, prefixByte: number, hash: Uint8Array, hashOffset: number): number {
    const tags = this.#tags
    const mask = tags.length - 1
    const tag = tagOf(mixed)
    for (let slot = mixed & mask; ; slot = (slot + 1) & mask) {
      const present = tags[slot]
      if (present === 0) return slot
      if (present === tag && this.#isKey(this.#rows[slot] ?? 0, prefixByte, hash, hashOffset)) return slot
    }
  }

  #isKey(row: number, prefixByte: number, hash: Uint8Array, hashOffset: number): boolean {
    const keys = this.#columns.keySource(row)
    const at = this.#columns.keyOffset(row)
    if (keys[at] !== prefixByte) return false
    for (let i = 1; i < this.#keySize; i++) {
      if (keys[at + i] !== hash[hashOffset + i - 1]) return false
    }
    return true
  }

  #resize(slots: number): void {
    const oldTags = this.#tags
    const oldRows = this.#rows
    const tags = new Uint8Array(slots)
    const rows = new Uint32Array(slots)
    const mask = slots - 1
    for (let old = 0; old < oldTags.length; old++) {
      const tag = oldTags[old] ?? 0
      if (tag === 0) continue
      const row = oldRows[old] ?? 0
      const keys = this.#columns.keySource(row)
      const at = this.#columns.keyOffset(row)
      let slot = mixedHash(keys[at] ?? 0, keys, at + 1, this.#keySize - 1) & mask
      while (tags[slot] !== 0) slot = (slot + 1) & mask
      tags[slot] = tag
      rows[slot] = row
    }
    this.#tags = tags
    this.#rows = rows
  }
}

/** From bits that choose no slot before the table has 16 million; never 0, which marks a free slot. */
function tagOf(mixed: number): number {
  return (mixed >>> 24) | 1
}

/** Mixes every four bytes of the key (hashes are 16, 28 or 32 bytes long), so that no pattern in the IDs piles up in one place. */
function mixedHash(prefixByte: number, bytes: Uint8Array, at: number, length: number): number {
  let mixed = prefixByte
  for (let i = at; i < at + length; i += 4) {
    const word = ((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0)
    mixed = Math.imul(mixed ^ word, 0x85ebca6b)
    mixed ^= mixed >>> 15
  }
  return mixed >>> 0
}
