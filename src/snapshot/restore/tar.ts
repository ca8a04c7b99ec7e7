/**
 * Headers of tar archives (POSIX pax), for names, links and numbers of any size.
 *
 *   name(100) mode(8) uid(8) gid(8) size(12) mtime(12) checksum(8) type(1) linkname(100) "ustar\0" "00" … zeros to 512
 *
 * What does not fit is said by a pax record before the header, `LENGTH KEY=VALUE\n`, where LENGTH counts itself.
 */
import { concatBytes, utf8 } from '../../util/bytes.ts'
import type { ArchiveEntry, ArchiveFormat } from './archive-entries.ts'
import type { ArchiveOutput } from './archive-file.ts'

const BLOCK_BYTES = 512
const NS_PER_SECOND = 1_000_000_000n

export interface TarEntry {
  /** Of a directory with a slash at the end. */
  readonly name: string
  readonly type: 'file' | 'symlink' | 'directory'
  /** POSIX bits 0..0o7777. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly size: number
  readonly mtimeNs: bigint
  /** Target of a symlink. */
  readonly link: Uint8Array
}

const TYPES = { file: '0', symlink: '2', directory: '5' } as const

/** Writes a tar archive. */
export class TarFormat implements ArchiveFormat {
  readonly #output: ArchiveOutput

  constructor(output: ArchiveOutput) {
    this.#output = output
  }

  /** Passes on what reading the entry throws; nothing of it is in the archive then. */
  async add({ type, path, entry, size, content, link }: ArchiveEntry): Promise<void> {
    const output = this.#output
    const header = tarHeader({ ...entry, type, size, link, name: type === 'directory' ? `${path}/` : path })
    if (content instanceof Uint8Array) {
      await output.append(header)
      if (content.length > 0) await output.append(content)
    } else {
      const mark = await output.mark()
      try {
        await output.append(header)
        for await (const chunk of content) await output.append(chunk)
      } catch (error) {
        output.rollback(mark)
        throw error
      }
    }
    await output.append(tarPadding(size))
  }

  async end(): Promise<void> {
    await this.#output.append(tarEnd())
  }
}

/** The header of an entry, with its pax records where needed. */
export function tarHeader(entry: TarEntry): Uint8Array {
  const name = utf8(entry.name)
  const seconds = roundedSeconds(entry.mtimeNs)
  const records: Uint8Array[] = []
  if (!fitsText(name)) records.push(paxRecord('path', name))
  if (!fitsText(entry.link)) records.push(paxRecord('linkpath', entry.link))
  for (const [key, value, digits] of [
    ['size', entry.size, 11],
    ['uid', entry.uid, 7],
    ['gid', entry.gid, 7],
    ['mtime', seconds, 11],
  ] as const) {
    if (!fitsOctal(value, digits)) records.push(paxRecord(key, utf8(String(value))))
  }
  const header = block(entry, TYPES[entry.type], name, entry.link, entry.size, seconds)
  if (records.length === 0) return header
  const body = concatBytes(records)
  const short = utf8('PaxHeaders/entry')
  return concatBytes([
    block({ ...entry, mode: 0o644 }, 'x', short, new Uint8Array(0), body.length, 0),
    body,
    tarPadding(body.length),
    header,
  ])
}

/** Zeros that fill the last block of `length` bytes. */
export function tarPadding(length: number): Uint8Array {
  return new Uint8Array((BLOCK_BYTES - (length % BLOCK_BYTES)) % BLOCK_BYTES)
}

/** What ends an archive. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * BLOCK_BYTES)
}

function block(entry: TarEntry, type: string, name: Uint8Array, link: Uint8Array, size: number, seconds: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_BYTES)
  const put = (text: string, at: number) => bytes.set(utf8(text), at)
  bytes.set(name.subarray(0, 100), 0)
  put(octal(entry.mode, 7), 100)
  put(octal(entry.uid, 7), 108)
  put(octal(entry.gid, 7), 116)
  put(octal(size, 11), 124)
  put(octal(seconds, 11), 136)
  put('        ', 148)
  put(type, 156)
  bytes.set(link.subarray(0, 100), 157)
  put('ustar\u000000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

function octal(value: number, digits: number): string {
  return (fitsOctal(value, digits) ? value : 0).toString(8).padStart(digits, '0')
}

function fitsOctal(value: number, digits: number): boolean {
  return value >= 0 && value < 8 ** digits
}

function fitsText(bytes: Uint8Array): boolean {
  return bytes.length <= 100 && bytes.every((byte) => byte < 128)
}

function roundedSeconds(ns: bigint): number {
  const doubled = 2n * ns + NS_PER_SECOND
  const quotient = doubled / (2n * NS_PER_SECOND)
  return Number(doubled < 0n && doubled % (2n * NS_PER_SECOND) !== 0n ? quotient - 1n : quotient)
}

function paxRecord(key: string, value: Uint8Array): Uint8Array {
  const rest = concatBytes([utf8(` ${key}=`), value, utf8('\n')])
  let length = rest.length + 1
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return concatBytes([utf8(String(length)), rest])
}
