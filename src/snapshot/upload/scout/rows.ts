/** Facts of entries as rows of words, in both directions (the drawing is in protocol.ts). */
import type { Entry, EntryKind } from '../../../fs/entry.ts'
import { ROW_WORDS } from './protocol.ts'

const KINDS: readonly EntryKind[] = ['file', 'directory', 'symlink', 'other']

/** Gathers entries for one report. */
export class RowWriter {
  #words = new BigInt64Array(256 * ROW_WORDS)
  #numbers = new Float64Array(this.#words.buffer)
  #names: string[] = []

  /** Entries so far. */
  get count(): number {
    return this.#names.length
  }

  add(entry: Entry): void {
    const at = this.#names.length * ROW_WORDS
    if (at + ROW_WORDS > this.#words.length) this.#grow()
    this.#words[at] = entry.mtimeNs
    this.#words[at + 1] = BigInt.asIntN(64, entry.device)
    this.#words[at + 2] = BigInt.asIntN(64, entry.inode)
    this.#numbers[at + 3] = entry.size
    this.#numbers[at + 4] = entry.mode | (KINDS.indexOf(entry.kind) << 16)
    this.#numbers[at + 5] = entry.uid
    this.#numbers[at + 6] = entry.gid
    this.#names.push(entry.name)
  }

  /** Everything gathered, in memory of its own; the writer is empty again. */
  take(): { readonly names: string; readonly facts: ArrayBuffer } {
    const names = this.#names.map((name) => `${name}\0`).join('')
    const facts = this.#words.buffer.slice(0, this.#names.length * ROW_WORDS * 8)
    this.#names = []
    return { names, facts }
  }

  #grow(): void {
    const words = new BigInt64Array(2 * this.#words.length)
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
    for (let i = 0; i < count; i++) entries.push(this.#next())
    return entries
  }

  #next(): Entry {
    const at = this.#row * ROW_WORDS
    const numberAt = (word: number) => this.#numbers[at + word] ?? 0
    const modeAndKind = numberAt(4)
    return {
      name: this.#names[this.#row++] ?? '',
      kind: KINDS[modeAndKind >>> 16] ?? 'other',
      mode: modeAndKind & 0xffff,
      size: numberAt(3),
      mtimeNs: this.#words[at] ?? 0n,
      uid: numberAt(5),
      gid: numberAt(6),
      device: BigInt.asUintN(64, this.#words[at + 1] ?? 0n),
      inode: BigInt.asUintN(64, this.#words[at + 2] ?? 0n),
    }
  }
}
