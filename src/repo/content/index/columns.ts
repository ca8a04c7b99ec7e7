/**
 * Index rows in typed arrays, by row number: about 44 bytes a row for 16-byte hashes.
 *
 * Pages of a fixed number of rows, so that growing never copies what is there.
 */
import { CairnError } from '../../../errors.ts'
import type { IndexRow } from './rows.ts'

const PAGE_BITS = 14
const PAGE_ROWS = 1 << PAGE_BITS
const PAGE_MASK = PAGE_ROWS - 1
const DELETED = 0x8000_0000
const OFFSET_MASK = 0x7fff_ffff
const MAX_FORMATS = 0x1_0000
/** A repository has a handful of formats: comparing with the first ones is quicker than looking them up. */
const FORMATS_TO_COMPARE = 8

interface Page {
  readonly keys: Uint8Array
  readonly packs: Uint32Array
  /** Bit 31: deleted. */
  readonly offsets: Uint32Array
  readonly packedLengths: Uint32Array
  readonly originalLengths: Uint32Array
  readonly timestamps: Float64Array
  readonly formats: Uint16Array
  readonly marks: Uint8Array
}

interface Format {
  readonly compressionId: number
  readonly formatVersion: number
  readonly encryptionKeyId: number
}

/** The rows of an index and the names of the packs they refer to. */
export class RowColumns {
  readonly keySizeBytes: number
  readonly #pages: Page[] = []
  readonly #packNumbers = new Map<string, number>()
  readonly #packNames: string[] = []
  readonly #formatNumbers = new Map<number, number>()
  readonly #formats: Format[] = []
  #count = 0

  constructor(keySizeBytes: number) {
    this.keySizeBytes = keySizeBytes
  }

  get count(): number {
    return this.#count
  }

  /** Bytes of all pages. */
  get sizeBytes(): number {
    return this.#pages.length * PAGE_ROWS * (this.keySizeBytes + 27)
  }

  packNumber(packBlobId: string): number {
    const known = this.#packNumbers.get(packBlobId)
    if (known !== undefined) return known
    const number = this.#packNames.length
    this.#packNumbers.set(packBlobId, number)
    this.#packNames.push(packBlobId)
    return number
  }

  packName(pack: number): string {
    const name = this.#packNames[pack]
    if (name === undefined) throw new CairnError('CAIRN_INTERNAL', `Pack number ${pack} has no name.`)
    return name
  }

  /** Appends a copy of `row`; returns its number. */
  append(row: IndexRow): number {
    const number = this.#count++
    if (number >>> PAGE_BITS === this.#pages.length) this.#pages.push(newPage(this.keySizeBytes))
    const { keys } = this.#page(number)
    const keyAt = (number & PAGE_MASK) * this.keySizeBytes
    // Byte by byte: for so few, a view to copy from costs more than copying.
    for (let i = 0; i < this.keySizeBytes; i++) keys[keyAt + i] = row.source[row.keyOffset + i] ?? 0
    this.replace(number, row)
    return number
  }

  /** Overwrites everything but the key. */
  replace(number: number, row: IndexRow): void {
    const page = this.#page(number)
    const at = number & PAGE_MASK
    page.packs[at] = row.pack
    page.offsets[at] = row.packOffset | (row.isDeleted ? DELETED : 0)
    page.packedLengths[at] = row.packedLength
    page.originalLengths[at] = row.originalLength
    page.timestamps[at] = row.timestampSeconds
    page.formats[at] = this.#formatNumber(row)
  }

  /** Fills `row`; its key is a view into the page. */
  read(number: number, row: IndexRow): void {
    const page = this.#page(number)
    const at = number & PAGE_MASK
    const offset = page.offsets[at] ?? 0
    const format = this.#formats[page.formats[at] ?? 0]
    row.source = page.keys
    row.keyOffset = at * this.keySizeBytes
    row.pack = page.packs[at] ?? 0
    row.packOffset = offset & OFFSET_MASK
    row.isDeleted = offset >= DELETED
    row.packedLength = page.packedLengths[at] ?? 0
    row.originalLength = page.originalLengths[at] ?? 0
    row.timestampSeconds = page.timestamps[at] ?? 0
    row.compressionId = format?.compressionId ?? 0
    row.formatVersion = format?.formatVersion ?? 0
    row.encryptionKeyId = format?.encryptionKeyId ?? 0
  }

  timestampSeconds(number: number): number {
    return this.#page(number).timestamps[number & PAGE_MASK] ?? 0
  }

  isDeleted(number: number): boolean {
    return (this.#page(number).offsets[number & PAGE_MASK] ?? 0) >= DELETED
  }

  /** A byte that the owner of the row may use; 0 at first. */
  mark(number: number): number {
    return this.#page(number).marks[number & PAGE_MASK] ?? 0
  }

  setMark(number: number, value: number): void {
    this.#page(number).marks[number & PAGE_MASK] = value
  }

  /** Byte `index` of the key of a row. */
  keyByte(number: number, index: number): number {
    return this.#page(number).keys[(number & PAGE_MASK) * this.keySizeBytes + index] ?? 0
  }

  /** The array that holds the key of a row, and where it starts. */
  keySource(number: number): Uint8Array {
    return this.#page(number).keys
  }

  keyOffset(number: number): number {
    return (number & PAGE_MASK) * this.keySizeBytes
  }

  /** Order of the keys of two rows. */
  compareKeys(a: number, b: number): number {
    const left = this.keySource(a)
    const right = this.keySource(b)
    const leftAt = this.keyOffset(a)
    const rightAt = this.keyOffset(b)
    for (let i = 0; i < this.keySizeBytes; i++) {
      const difference = (left[leftAt + i] ?? 0) - (right[rightAt + i] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }

  #page(number: number): Page {
    const page = this.#pages[number >>> PAGE_BITS]
    if (page === undefined) throw new CairnError('CAIRN_INTERNAL', `The index has no row ${number}.`)
    return page
  }

  #formatNumber(row: IndexRow): number {
    const { compressionId, formatVersion, encryptionKeyId } = row
    const few = Math.min(this.#formats.length, FORMATS_TO_COMPARE)
    for (let number = 0; number < few; number++) {
      const format = this.#formats[number]
      if (format?.compressionId !== compressionId) continue
      if (format.formatVersion === formatVersion && format.encryptionKeyId === encryptionKeyId) return number
    }
    const key = (row.compressionId * 256 + row.formatVersion) * 256 + row.encryptionKeyId
    const known = this.#formatNumbers.get(key)
    if (known !== undefined) return known
    const number = this.#formats.length
    // A handful in practice; without a bound, crafted index files could wrap the 16-bit column.
    if (number === MAX_FORMATS) throw new CairnError('CAIRN_INTERNAL', `The index holds more than ${MAX_FORMATS} content formats.`)
    this.#formatNumbers.set(key, number)
    this.#formats.push({ compressionId, formatVersion, encryptionKeyId })
    return number
  }
}

function newPage(keySizeBytes: number): Page {
  return {
    keys: new Uint8Array(PAGE_ROWS * keySizeBytes),
    packs: new Uint32Array(PAGE_ROWS),
    offsets: new Uint32Array(PAGE_ROWS),
    packedLengths: new Uint32Array(PAGE_ROWS),
    originalLengths: new Uint32Array(PAGE_ROWS),
    timestamps: new Float64Array(PAGE_ROWS),
    formats: new Uint16Array(PAGE_ROWS),
    marks: new Uint8Array(PAGE_ROWS),
  }
}
