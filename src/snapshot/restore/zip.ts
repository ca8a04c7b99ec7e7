/** Zip archives: files as Kopia puts them there, and the folders and links that it leaves out. */
import { Readable } from 'node:stream'
import { createDeflateRaw, deflateRawSync } from 'node:zlib'
import { crc32 } from '../../util/crc32.ts'
import type { ArchiveEntry, ArchiveFormat } from './archive-entries.ts'
import type { ArchiveFile } from './archive-file.ts'
import { type ZipBody, type ZipEntry, zipDirectoryRow, zipEnd, zipLocalHeader } from './zip-records.ts'

const FILE_TYPES = { file: 0o100000, symlink: 0o120000, directory: 0o040000 } as const
const LONGEST_NAME_BYTES = 0xffff
/** Rows of the central directory are kept together in blocks of at least this size. */
const BLOCK_BYTES = 64 * 1024
const NO_BODY: ZipBody = { crc: 0, stored: 0 }

/** Why a zip archive cannot have `path`: many programs take a backslash for a slash, and a letter with a colon for a disk. */
export function refuseZipPath(path: string): string | undefined {
  if (Buffer.byteLength(path) >= LONGEST_NAME_BYTES) return 'its path is too long for a zip archive'
  return path.includes('\\') || /^[a-zA-Z]:/.test(path) ? 'programs that read zip archives would put it elsewhere' : undefined
}

/** Writes a zip archive; its central directory is kept in memory, about 70 bytes and the path for each entry. */
export class ZipFormat implements ArchiveFormat {
  readonly #file: ArchiveFile
  readonly #isCompressed: boolean
  readonly #blocks: Uint8Array[] = []
  #rows: Uint8Array[] = []
  #rowBytes = 0
  #count = 0

  constructor(file: ArchiveFile, isCompressed: boolean) {
    this.#file = file
    this.#isCompressed = isCompressed
  }

  /** Passes on what reading the entry throws; nothing of it is in the archive then. */
  async add(item: ArchiveEntry): Promise<void> {
    const { type, path, entry, size, content, link } = item
    const isDeflated = type === 'file' && this.#isCompressed
    const record: ZipEntry = {
      name: type === 'directory' ? `${path}/` : path,
      method: isDeflated ? 8 : 0,
      mode: FILE_TYPES[type] | (entry.mode & 0o7777),
      mtimeMs: Number(entry.mtimeNs / 1_000_000n),
      size: type === 'symlink' ? link.length : size,
    }
    const offset = this.#file.offset
    const whole = type === 'file' ? content : link
    const body = whole instanceof Uint8Array ? this.#putWhole(record, whole) : await this.#putStream(record, whole)
    this.#addRow(zipDirectoryRow(record, body, offset))
  }

  end(): void {
    this.#closeBlock()
    const offset = this.#file.offset
    for (const block of this.#blocks) this.#file.append(block)
    this.#file.append(zipEnd(this.#count, this.#file.offset - offset, offset))
  }

  #putWhole(record: ZipEntry, bytes: Uint8Array): ZipBody {
    const stored = record.method === 8 ? deflateRawSync(bytes) : bytes
    const body = { crc: crc32(bytes), stored: stored.length }
    this.#file.append(zipLocalHeader(record, body))
    this.#file.append(stored)
    return body
  }

  /** The header says what only the last byte tells: it is written twice. */
  async #putStream(record: ZipEntry, chunks: AsyncIterable<Uint8Array>): Promise<ZipBody> {
    const mark = this.#file.mark()
    try {
      this.#file.append(zipLocalHeader(record, NO_BODY))
      const start = this.#file.offset
      let crc = 0
      const checked = async function* () {
        for await (const chunk of chunks) {
          crc = crc32(chunk, crc)
          yield chunk
        }
      }
      if (record.method === 0) for await (const chunk of checked()) this.#file.append(chunk)
      else await this.#deflate(checked())
      const body = { crc, stored: this.#file.offset - start }
      this.#file.patch(mark, zipLocalHeader(record, body))
      return body
    } catch (error) {
      this.#file.rollback(mark)
      throw error
    }
  }

  async #deflate(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const deflate = createDeflateRaw()
    const source = Readable.from(chunks, { objectMode: false })
    source.once('error', (error) => deflate.destroy(error))
    try {
      for await (const chunk of source.pipe(deflate)) this.#file.append(chunk)
    } finally {
      source.destroy()
    }
  }

  #addRow(row: Uint8Array): void {
    this.#count++
    this.#rows.push(row)
    this.#rowBytes += row.length
    if (this.#rowBytes >= BLOCK_BYTES) this.#closeBlock()
  }

  #closeBlock(): void {
    this.#blocks.push(Buffer.concat(this.#rows))
    this.#rows = []
    this.#rowBytes = 0
  }
}
