/**
 * A segment: blobs that were uploaded together, in the one file of an entry (docs/backends/actions-cache.md, "Segments").
 *
 *   0    "cairnsg1"
 *   8    blobs, back to back; heads know where each begins and how long it is
 *
 * Its key is its SHA-256, so that whoever unpacked one can tell whether it is whole.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { CairnError, throwIfCancelled } from '../../../errors.ts'
import { utf8 } from '../../../util/bytes.ts'

const MAGIC = utf8('cairnsg1')
const CHUNK_BYTES = 4 * 1024 * 1024

/** A segment that is being filled. */
export class SegmentWriter {
  readonly path: string
  readonly #handle: FileHandle
  readonly #hash = createHash('sha256')
  #length: number

  private constructor(path: string, handle: FileHandle, length: number) {
    this.path = path
    this.#handle = handle
    this.#length = length
  }

  /** Begins a segment in a new file. */
  static async create(path: string): Promise<SegmentWriter> {
    const writer = new SegmentWriter(path, await open(path, 'wx+', 0o600), 0)
    await writer.append([MAGIC])
    return writer
  }

  get length(): number {
    return this.#length
  }

  get isEmpty(): boolean {
    return this.#length === MAGIC.length
  }

  /** Adds a blob and returns where it begins. One call at a time. */
  async append(parts: readonly Uint8Array[]): Promise<number> {
    const offset = this.#length
    let at = offset
    for (const part of parts) {
      for (let done = 0; done < part.length; ) {
        const { bytesWritten } = await this.#handle.write(part, done, part.length - done, at)
        done += bytesWritten
        at += bytesWritten
      }
    }
    // Only now: what a failed write left behind is written over by the next one.
    for (const part of parts) this.#hash.update(part)
    this.#length = at
    return offset
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    return await readExactly(this.#handle, this.path, offset, length)
  }

  /** Closes the file and returns the SHA-256 of it. */
  async finish(): Promise<Uint8Array> {
    await this.#handle.truncate(this.#length)
    await this.#handle.close()
    return new Uint8Array(this.#hash.digest())
  }

  /** Closes the file without use for it. */
  async drop(): Promise<void> {
    await this.#handle.close()
  }
}

/** Reads `length` bytes of a file from `offset` on. Errors: CAIRN_CACHE_DAMAGED when it ends before. */
export async function readRange(path: string, offset: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    return await readExactly(handle, path, offset, length)
  } finally {
    await handle.close()
  }
}

/** Checks that a file is the segment `key`, with this length and SHA-256. Errors: CAIRN_CACHE_DAMAGED. */
export async function checkSegment(
  path: string,
  { key, length, sha256 }: { readonly key: string; readonly length: number; readonly sha256: string },
  signal?: AbortSignal,
): Promise<void> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size !== length) throw segmentDamaged(key, `it has ${size} bytes instead of ${length}`)
    const hash = createHash('sha256')
    const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, size)))
    for (;;) {
      throwIfCancelled(signal)
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
    }
    if (hash.digest('hex') !== sha256) throw segmentDamaged(key, 'its checksum does not match')
  } finally {
    await handle.close()
  }
}

async function readExactly(handle: FileHandle, path: string, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done)
    if (bytesRead === 0) throw segmentDamaged(path, `it ends ${length - done} bytes too early`)
    done += bytesRead
  }
  return bytes
}

function segmentDamaged(key: string, reason: string): CairnError {
  return new CairnError('CAIRN_CACHE_DAMAGED', `The cache entry ${key} cannot be used: ${reason}.`, {
    hint: 'Delete the entry on the page "Caches" of the repository. The next run falls back to what is left and names what was lost.',
  })
}
