/**
 * Facts of entries as rows of eight 64-bit words, in both directions: what crosses threads cheaply.
 *
 *  word    0        1        2        3            4            5        6       7
 *        mtime   device   inode   size (f64)  mode | kind    uid, gid as f64   mark
 *        int64   uint64   uint64               << 16 (f64)                     (f64)
 *
 * The mark is for whoever writes the row; 0 unless said otherwise.
 */
import type { Entry, EntryKind } from './entry.ts'

/** Words of a row. */
export const ROW_WORDS = 8

const KINDS: readonly EntryKind[] = ['file', 'directory', 'symlink', 'other']

/** Entries of one folder: few and small objects, however many they are. */
export interface Rows {
  readonly names: readonly string[]
  readonly facts: BigInt64Array<ArrayBuffer>
}

/** The entries as rows in memory of their own. */
export function rowsOf(entries: readonly Entry[]): Rows {
  const facts = new BigInt64Array(entries.length * ROW_WORDS)
  const numbers = new Float64Array(facts.buffer)
  const names: string[] = []
  for (const entry of entries) {
    writeRow(entry, facts, numbers, names.length * ROW_WORDS)
    names.push(entry.name)
  }
  return { names, facts }
}

/** The entries of rows, one after the other. */
export function* entriesOf({ names, facts }: Rows): Generator<Entry> {
  const numbers = new Float64Array(facts.buffer)
  for (const [row, name] of names.entries()) yield readRow(name, facts, numbers, row * ROW_WORDS)
}

/** Looks at single facts of rows, so that no entry has to be made where a few of them are enough. */
export class RowView {
  readonly #words: BigInt64Array
  readonly #numbers: Float64Array

  constructor(facts: BigInt64Array<ArrayBuffer>) {
    this.#words = facts
    this.#numbers = new Float64Array(facts.buffer, facts.byteOffset, facts.length)
  }

  mtimeNs(row: number): bigint {
    return this.#words[row * ROW_WORDS] ?? 0n
  }

  size(row: number): number {
    return this.#numbers[row * ROW_WORDS + 3] ?? 0
  }

  mode(row: number): number {
    return (this.#numbers[row * ROW_WORDS + 4] ?? 0) & 0xffff
  }

  uid(row: number): number {
    return this.#numbers[row * ROW_WORDS + 5] ?? 0
  }

  gid(row: number): number {
    return this.#numbers[row * ROW_WORDS + 6] ?? 0
  }

  entry(row: number, name: string): Entry {
    return readRow(name, this.#words, this.#numbers, row * ROW_WORDS)
  }
}

/** Gathers entries for one report. */
export class RowWriter {
  #words = new BigInt64Array(256 * ROW_WORDS)
  #numbers = new Float64Array(this.#words.buffer)
  #names: string[] = []

  /** Entries so far. */
  get count(): number {
    return this.#names.length
  }

  add(entry: Entry, mark = 0): void {
    this.#makeRoom(1)
    const at = this.#names.length * ROW_WORDS
    writeRow(entry, this.#words, this.#numbers, at)
    this.#numbers[at + 7] = mark
    this.#names.push(entry.name)
  }

  /** Forgets all but the first `count` entries. */
  cut(count: number): void {
    this.#names.length = Math.min(count, this.#names.length)
  }

  addAll({ names, facts }: Rows): void {
    this.#makeRoom(names.length)
    this.#words.set(facts, this.#names.length * ROW_WORDS)
    for (const name of names) this.#names.push(name)
  }

  /** Everything gathered, in memory of its own; the writer is empty again. */
  take(): { readonly names: string; readonly facts: ArrayBuffer } {
    const names = this.#names.length === 0 ? '' : `${this.#names.join('\0')}\0`
    const facts = this.#words.buffer.slice(0, this.#names.length * ROW_WORDS * 8)
    this.#names = []
    return { names, facts }
  }

  #makeRoom(count: number): void {
    const needed = (this.#names.length + count) * ROW_WORDS
    if (needed <= this.#words.length) return
    const words = new BigInt64Array(Math.max(needed, 2 * this.#words.length))
    words.set(this.#words)
    this.#words = words
    this.#numbers = new Float64Array(words.buffer)
  }
}

/** Reads the entries of a report, in order. */
export class RowReader {
  readonly #names: readonly string[]
  readonly #words: BigInt64Array
  readonly #numbers: Float64Array
  #row = 0

  constructor(names: string, facts: ArrayBuffer) {
    this.#names = names.split('\0')
    this.#words = new BigInt64Array(facts)
    this.#numbers = new Float64Array(facts)
  }

  /** The next `count` entries. */
  take(count: number): Entry[] {
    const entries: Entry[] = []
    for (let i = 0; i < count; i++) {
      entries.push(readRow(this.#names[this.#row] ?? '', this.#words, this.#numbers, this.#row * ROW_WORDS))
      this.#row++
    }
    return entries
  }
}

function writeRow(entry: Entry, words: BigInt64Array, numbers: Float64Array, at: number): void {
  words[at] = entry.mtimeNs
  words[at + 1] = BigInt.asIntN(64, entry.device)
  words[at + 2] = BigInt.asIntN(64, entry.inode)
  numbers[at + 3] = entry.size
  numbers[at + 4] = entry.mode | (KINDS.indexOf(entry.kind) << 16)
  numbers[at + 5] = entry.uid
  numbers[at + 6] = entry.gid
}

function readRow(name: string, words: BigInt64Array, numbers: Float64Array, at: number): Entry {
  const numberAt = (word: number) => numbers[at + word] ?? 0
  const modeAndKind = numberAt(4)
  return {
    name,
    kind: KINDS[modeAndKind >>> 16] ?? 'other',
    mode: modeAndKind & 0xffff,
    size: numberAt(3),
    mtimeNs: words[at] ?? 0n,
    uid: numberAt(5),
    gid: numberAt(6),
    device: BigInt.asUintN(64, words[at + 1] ?? 0n),
    inode: BigInt.asUintN(64, words[at + 2] ?? 0n),
  }
}
