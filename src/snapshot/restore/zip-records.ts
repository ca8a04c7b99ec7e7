/**
 * Records of zip archives (PKWARE's APPNOTE), for files of any size and any number of them. Integers are little-endian.
 *
 *   local file header    "PK\3\4" | needed(2) flags(2) method(2) time(2) date(2) crc(4) stored(4) size(4) nameLength(2) extraLength(2) | name | extra
 *   central directory    "PK\1\2" | madeBy(2) needed(2) flags(2) method(2) time(2) date(2) crc(4) stored(4) size(4)
 *                        nameLength(2) extraLength(2) commentLength(2) disk(2) internal(2) external(4) offset(4) | name | extra
 *   end, 64 bits         "PK\6\6" | rest(8) madeBy(2) needed(2) disk(4) disk(4) entries(8) entries(8) size(8) offset(8)
 *   its locator          "PK\6\7" | disk(4) offset(8) disks(4)
 *   end                  "PK\5\6" | disk(2) disk(2) entries(2) entries(2) size(4) offset(4) commentLength(2)
 *   extra fields         time: 0x5455 5(2) 1(1) mtime(4) | 64 bits: 1(2) length(2) size(8) stored(8) [offset(8)]
 */
import { concatBytes, utf8 } from '../../util/bytes.ts'

const UTF8_NAMES = 0x800
const UNIX = 3
const MAX_16 = 0xffff
const MAX_32 = 0xffffffff
/** A file that may not fit into 32 bits, compressed or not, says so before its compressed length is known. */
const LARGE_BYTES = 0xf0000000

export interface ZipEntry {
  /** Of a directory with a slash at the end. */
  readonly name: string
  /** 0 as it is, 8 deflated. */
  readonly method: 0 | 8
  /** POSIX type and permission bits. */
  readonly mode: number
  readonly mtimeMs: number
  readonly size: number
}

/** What is known when the bytes of an entry have been written. */
export interface ZipBody {
  readonly crc: number
  /** Bytes in the archive. */
  readonly stored: number
}

/** The header before the bytes of an entry; it has the same length whatever `body` says. */
export function zipLocalHeader(entry: ZipEntry, { crc, stored }: ZipBody): Uint8Array {
  const isLarge = entry.size >= LARGE_BYTES
  const name = utf8(entry.name)
  const extra = concatBytes([timeField(entry), ...(isLarge ? [field64([entry.size, stored])] : [])])
  const header = new Record(30, 'PK\u0003\u0004')
  header.u16(isLarge ? 45 : 20)
  putCommon(header, entry, { crc, stored: isLarge ? MAX_32 : stored, size: isLarge ? MAX_32 : entry.size }, name, extra)
  return concatBytes([header.bytes, name, extra])
}

/** The row of the central directory for an entry whose local header is at `offset`. */
export function zipDirectoryRow(entry: ZipEntry, { crc, stored }: ZipBody, offset: number): Uint8Array {
  const isLarge = entry.size >= LARGE_BYTES || offset >= MAX_32
  const name = utf8(entry.name)
  const extra = concatBytes([timeField(entry), ...(isLarge ? [field64([entry.size, stored, offset])] : [])])
  const row = new Record(46, 'PK\u0001\u0002')
  row.u16((UNIX << 8) | (isLarge ? 45 : 20))
  row.u16(isLarge ? 45 : 20)
  putCommon(row, entry, { crc, stored: isLarge ? MAX_32 : stored, size: isLarge ? MAX_32 : entry.size }, name, extra)
  for (let field = 0; field < 3; field++) row.u16(0)
  const directoryOfDos = entry.name.endsWith('/') ? 0x10 : 0
  row.u32(entry.mode * 0x10000 + directoryOfDos)
  row.u32(isLarge ? MAX_32 : offset)
  return concatBytes([row.bytes, name, extra])
}

/** What follows the central directory, which has `count` rows in `size` bytes at `offset`. */
export function zipEnd(count: number, size: number, offset: number): Uint8Array {
  const end = new Record(22, 'PK\u0005\u0006')
  const isLarge = count >= MAX_16 || size >= MAX_32 || offset >= MAX_32
  for (const value of [0, 0, Math.min(count, MAX_16), Math.min(count, MAX_16)]) end.u16(value)
  for (const value of [Math.min(size, MAX_32), Math.min(offset, MAX_32)]) end.u32(value)
  if (!isLarge) return end.bytes
  const end64 = new Record(56, 'PK\u0006\u0006')
  end64.u64(44)
  for (const value of [(UNIX << 8) | 45, 45]) end64.u16(value)
  for (const value of [0, 0]) end64.u32(value)
  for (const value of [count, count, size, offset]) end64.u64(value)
  const locator = new Record(20, 'PK\u0006\u0007')
  locator.u32(0)
  locator.u64(offset + size)
  locator.u32(1)
  return concatBytes([end64.bytes, locator.bytes, end.bytes])
}

function putCommon(
  record: Record,
  { method, mtimeMs }: ZipEntry,
  { crc, stored, size }: ZipBody & { readonly size: number },
  name: Uint8Array,
  extra: Uint8Array,
): void {
  record.u16(UTF8_NAMES)
  record.u16(method)
  for (const value of dosTime(mtimeMs)) record.u16(value)
  for (const value of [crc, stored, size]) record.u32(value)
  for (const { length } of [name, extra]) record.u16(length)
}

/** Local time in steps of two seconds, from 1980 to 2107: what programs without the extra field go by. */
function dosTime(ms: number): [time: number, date: number] {
  const date = new Date(ms)
  const year = date.getFullYear()
  if (!(year >= 1980)) return [0, (1 << 5) | 1]
  if (year > 2107) return [(23 << 11) | (59 << 5) | 29, (127 << 9) | (12 << 5) | 31]
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
  return [time, ((year - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()]
}

/** Nothing where the time does not fit. */
function timeField({ mtimeMs }: ZipEntry): Uint8Array {
  const seconds = Math.floor(mtimeMs / 1000)
  if (seconds !== (seconds | 0)) return new Uint8Array(0)
  const bytes = new Uint8Array(9)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0x5455, true)
  view.setUint16(2, 5, true)
  view.setUint8(4, 1)
  view.setInt32(5, seconds, true)
  return bytes
}

function field64(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + 8 * values.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 1, true)
  view.setUint16(2, 8 * values.length, true)
  for (const [index, value] of values.entries()) view.setBigUint64(4 + 8 * index, BigInt(value), true)
  return bytes
}

/** A record of fixed length that is filled from its start. */
class Record {
  readonly bytes: Uint8Array
  readonly #view: DataView
  #at: number

  constructor(length: number, signature: string) {
    this.bytes = new Uint8Array(length)
    this.bytes.set(utf8(signature))
    this.#view = new DataView(this.bytes.buffer)
    this.#at = signature.length
  }

  u16(value: number): void {
    this.#view.setUint16(this.#at, value, true)
    this.#at += 2
  }

  u32(value: number): void {
    this.#view.setUint32(this.#at, value, true)
    this.#at += 4
  }

  u64(value: number): void {
    this.#view.setBigUint64(this.#at, BigInt(value), true)
    this.#at += 8
  }
}
