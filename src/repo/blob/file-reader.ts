/** Reads a range of a file into memory. */
import { CairnError, throwIfCancelled } from '../../errors.ts'
import type { FileOperations } from './file-operations.ts'
import { resolveRange } from './range.ts'
import type { BlobId, GetOptions } from './storage.ts'

/** Bytes of the range asked for; `id` is the subject of messages. Errors: CAIRN_BLOB_RANGE, CAIRN_STORAGE_IO, and those of the system. */
export async function readFileRange(files: FileOperations, path: string, options: GetOptions, id: BlobId): Promise<Uint8Array> {
  const file = await files.openForReading(path)
  try {
    const status = await file.status()
    if (!status.isFile) throw new CairnError('CAIRN_STORAGE_IO', `${path} is not a regular file.`)
    const { offset, length } = resolveRange(id, options, status.sizeBytes)
    const bytes = uninitialized(length)
    for (let done = 0; done < length; ) {
      throwIfCancelled(options.signal)
      const count = await file.read(bytes.subarray(done), offset + done)
      if (count <= 0) throw new CairnError('CAIRN_BLOB_RANGE', `Blob ${id} ended after ${offset + done} bytes while it was being read.`)
      done += count
    }
    return bytes
  } finally {
    await file.close()
  }
}

/** Memory that every byte of is about to be written to; never from the shared pool, because callers keep views of it. */
function uninitialized(length: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(length)
  return new Uint8Array(buffer.buffer, buffer.byteOffset, length)
}
