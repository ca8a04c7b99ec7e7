/** Byte streams of any length as objects (docs/repository-format.md, "Objects"). */
import { throwIfCancelled } from '../../errors.ts'
import type { WriteOptions, WrittenObject } from '../api.ts'
import { writingCompressor } from '../content/content-codec.ts'
import type { ContentManager } from '../content/content-manager.ts'
import type { StoredPart } from '../content/pool/jobs.ts'
import { createSplitter } from '../splitter/index.ts'
import type { Splitter } from '../splitter/interface.ts'
import { encodeIndirect, type PartEntry } from './indirect.ts'
import { formatObjectId } from './object-id.ts'

/** What directories and lists of parts are compressed with unless told otherwise. */
export const DEFAULT_METADATA_COMPRESSOR = 'zstd-fastest'
/** Contents of this size and more are worth a way to a worker and back. */
const POOL_FROM_BYTES = 64 * 1024

/** The splitter that an object is cut with. */
export function splitterOf(contents: ContentManager, options: WriteOptions): { readonly name: string; readonly splitter: Splitter } {
  const name = options.splitter === undefined || options.splitter === '' ? contents.format.splitter : options.splitter
  return { name, splitter: createSplitter(name) }
}

/** Refuses an unknown compression here, because a worker that meets one ends. Errors: CAIRN_NOT_SUPPORTED. */
export function assertCompressor(name: string | undefined): void {
  writingCompressor(name)
}

/** Stores bytes that are in memory already. */
export async function writeBytes(contents: ContentManager, bytes: Uint8Array, options: WriteOptions): Promise<WrittenObject> {
  throwIfCancelled(options.signal)
  const { splitter } = splitterOf(contents, options)
  if (bytes.length <= splitter.minBytes)
    return await writeParts(
      contents,
      [await store(contents, bytes.length < POOL_FROM_BYTES ? bytes : copyOf(bytes, 0, bytes.length), options)],
      options,
    )
  const parts: Promise<StoredPart>[] = []
  for (let start = 0; start < bytes.length; ) {
    const cut = splitter.findCut(bytes, start, bytes.length)
    const length = cut < 0 ? bytes.length - start : cut
    parts.push(keep(store(contents, copyOf(bytes, start, length), options)))
    start += length
    if (parts.length % (2 * contents.pool.laneCount) === 0) await parts[parts.length - 1 - contents.pool.laneCount]
    throwIfCancelled(options.signal)
  }
  return await writeParts(contents, await Promise.all(parts), options)
}

/** Stores a stream of unknown length; memory is bounded by a few contents. */
export async function writeStream(
  contents: ContentManager,
  chunks: AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<WrittenObject> {
  const { splitter } = splitterOf(contents, options)
  const window = new Uint8Array(2 * splitter.maxBytes)
  const parts: Promise<StoredPart>[] = []
  let filled = 0
  const cutOff = async (length: number) => {
    const part = keep(store(contents, copyOf(window, 0, length), options))
    parts.push(part)
    window.copyWithin(0, length, filled)
    filled -= length
    const oldest = parts[parts.length - 1 - contents.pool.laneCount]
    if (oldest !== undefined) await oldest
  }
  for await (const chunk of chunks) {
    throwIfCancelled(options.signal)
    for (let offset = 0; offset < chunk.length; ) {
      const count = Math.min(chunk.length - offset, window.length - filled)
      window.set(chunk.subarray(offset, offset + count), filled)
      offset += count
      filled += count
      while (filled >= splitter.maxBytes) await cutOff(splitter.findCut(window, 0, filled))
    }
  }
  while (filled > 0) {
    const cut = splitter.findCut(window, 0, filled)
    await cutOff(cut < 0 ? filled : cut)
  }
  if (parts.length === 0) parts.push(store(contents, new Uint8Array(0), options))
  return await writeParts(contents, await Promise.all(parts), options)
}

/** One part is the object itself; more get a list, which is an object again, and one more `I`. */
export async function writeParts(contents: ContentManager, parts: readonly StoredPart[], options: WriteOptions): Promise<WrittenObject> {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return objectOfPart(only)
  return await writePartList(contents, parts, options)
}

/** A list of parts, however many there are. */
export async function writePartList(contents: ContentManager, parts: readonly StoredPart[], options: WriteOptions): Promise<WrittenObject> {
  let length = 0
  let newBytes = 0
  const entries: PartEntry[] = parts.map((part) => {
    const entry = { start: length, length: part.length, id: idOfPart(part) }
    length += part.length
    if (part.isNew) newBytes += part.length
    return entry
  })
  const compressor = options.metadataCompressor ?? DEFAULT_METADATA_COMPRESSOR
  // Lists are cut by the splitter of the repository, whatever the object itself was cut with.
  const list = await writeListBytes(contents, encodeIndirect(entries), options.prefix || 'x', compressor, options.signal)
  return { id: `I${list.id}`, length, newBytes: newBytes + list.newBytes }
}

/** The object that is one part. */
export function objectOfPart(part: StoredPart): WrittenObject {
  return { id: idOfPart(part), length: part.length, newBytes: part.isNew ? part.length : 0 }
}

/** The object ID of a single part. */
export function idOfPart(part: StoredPart): string {
  return formatObjectId({ levels: 0, isCompressed: part.isCompressed, contentId: part.id })
}

async function writeListBytes(
  contents: ContentManager,
  bytes: Uint8Array,
  prefix: string,
  compressor: string,
  signal: AbortSignal | undefined,
): Promise<WrittenObject> {
  const splitter = createSplitter(contents.format.splitter)
  const parts: StoredPart[] = []
  for (let start = 0; start < bytes.length; ) {
    throwIfCancelled(signal)
    const cut = splitter.findCut(bytes, start, bytes.length)
    const length = cut < 0 ? bytes.length - start : cut
    parts.push(contents.write(bytes.subarray(start, start + length), prefix, compressor))
    start += length
  }
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return { id: only.id, length: only.length, newBytes: only.isNew ? only.length : 0 }
  let offset = 0
  let newBytes = 0
  const entries = parts.map((part) => {
    const entry = { start: offset, length: part.length, id: part.id }
    offset += part.length
    if (part.isNew) newBytes += part.length
    return entry
  })
  const list = await writeListBytes(contents, encodeIndirect(entries), prefix, compressor, signal)
  return { id: `I${list.id}`, length: offset, newBytes: newBytes + list.newBytes }
}

/** Metadata and small contents are stored on the spot, the others by a worker; `bytes` is given away. */
async function store(contents: ContentManager, bytes: Uint8Array, options: WriteOptions): Promise<StoredPart> {
  const prefix = options.prefix ?? ''
  if (prefix !== '' || bytes.length < POOL_FROM_BYTES) {
    await contents.room(options.signal)
    return contents.write(bytes, prefix, options.compressor)
  }
  assertCompressor(options.compressor)
  return await contents.pool.writePiece(bytes, options.compressor, options.signal)
}

/** A part in memory of its own, because a worker takes that over. Never `slice`: that of a Buffer does not copy. */
function copyOf(bytes: Uint8Array, start: number, length: number): Uint8Array {
  return new Uint8Array(bytes.subarray(start, start + length))
}

/** A promise that is awaited later: its failure must not count as unhandled until then. */
function keep<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
