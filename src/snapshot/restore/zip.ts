/** Zip archives: files as Kopia puts them there, and the folders and links that it leaves out. */
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ArchiveEntry } from './archive-entries.ts'

const FILE_TYPES = { file: 0o100000, symlink: 0o120000, directory: 0o040000 } as const

/** Why a zip archive cannot have `path`: many programs take a backslash for a slash, and a letter with a colon for a disk. */
export function refuseZipPath(path: string): string | undefined {
  return path.includes('\\') || /^[a-zA-Z]:/.test(path) ? 'programs that read zip archives would put it elsewhere' : undefined
}

/** The bytes of a zip archive of `entries`, one entry at a time. Passes on what reading the entries throws. */
export async function* zipOf(entries: AsyncIterable<ArchiveEntry>, isCompressed: boolean): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const stop = new AbortController()
  const output = Readable.from(zip.outputStream)
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  const fill = async () => {
    for await (const entry of entries) await add(zip, entry, isCompressed, stop.signal)
    zip.end()
  }
  const filling = fill().catch(fail)
  try {
    for await (const chunk of output) yield chunk
  } finally {
    stop.abort()
    await filling
  }
}

/** Resolves when the bytes of the entry are on their way, so that one entry is read at a time. */
async function add(zip: ZipFile, item: ArchiveEntry, isCompressed: boolean, signal: AbortSignal): Promise<void> {
  const { type, path, entry, size, chunks, link } = item
  const options = { mtime: new Date(Number(entry.mtimeNs / 1_000_000n)), mode: FILE_TYPES[type] | (entry.mode & 0o7777) }
  if (type === 'directory') {
    zip.addEmptyDirectory(path, options)
    return
  }
  const source = Readable.from(type === 'symlink' ? [link] : chunks, { objectMode: false, signal })
  const length = type === 'symlink' ? link.length : size
  await new Promise<void>((resolve, reject) => {
    source.once('close', resolve).once('error', reject)
    zip.addReadStream(source, path, { ...options, size: length, compress: isCompressed && type === 'file' })
  })
}
