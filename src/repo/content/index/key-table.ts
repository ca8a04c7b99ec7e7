/** Finds the row of a key: open addressing with linear probing over row numbers. */
import type { RowColumns } from './columns.ts'

const FIRST_SLOTS = 1024

/** A hash table whose keys live in the columns; it holds 4 bytes a slot, at most three quarters full. */
export class KeyTable {
  readonly #columns: RowColumns
  readonly #keySize: number
  /** Row number plus one; 0 is a free slot. */
  #slots = new Uint32Array(FIRST_SLOTS)
  #used = 0

  constructor(columns: RowColumns) {
    this.#columns = columns
    this.#keySize = columns.keySizeBytes
  }

  get sizeBytes(): number {
    return this.#slots.byteLength
  }

  /** The row with this prefix byte and hash, or -1. */
  find(prefixByte: number, hash: Uint8Array, hashOffset = 0): number {
    if (hash.length - hashOffset < this.#keySize - 1) return -1
    const mask = this.#slots.length - 1
    for (let slot = slotHash(prefixByte, hash, hashOffset, this.#keySize - 1) & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? 0) - 1
      if (row < 0 || this.#isKey(row, prefixByte, hash, hashOffset)) return row
    }
  }

  /** Makes a row that is not in the table yet findable. */
  add(row: number): void {
    if ((this.#used + 1) * 4 > this.#slots.length * 3) this.#grow()
    this.#place(row)
    this.#used++
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

  #place(row: number): void {
    const keys = this.#columns.keySource(row)
    const at = this.#columns.keyOffset(row)
    const mask = this.#slots.length - 1
    let slot = slotHash(keys[at] ?? 0, keys, at + 1, this.#keySize - 1) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = row + 1
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    for (const entry of old) {
      if (entry !== 0) this.#place(entry - 1)
    }
  }
}

/** Mixes every four bytes of the key (hashes are 16, 28 or 32 bytes long), so that no pattern in the IDs piles up in one place. */
function slotHash(prefixByte: number, bytes: Uint8Array, at: number, length: number): number {
  let mixed = prefixByte
  for (let i = at; i < at + length; i += 4) {
    const word = ((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0)
    mixed = Math.imul(mixed ^ word, 0x85ebca6b)
    mixed ^= mixed >>> 15
  }
  return mixed >>> 0
}
