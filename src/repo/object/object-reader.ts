/** Reading objects back (docs/repository-format.md, "Objects"). */
import { CairnError, throwIfCancelled } from '../../errors.ts'
import { concatBytes } from '../../util/bytes.ts'
import type { ContentId, ObjectId, ObjectReader } from '../api.ts'
import { decompressPayload } from '../compression/index.ts'
import type { ContentManager } from '../content/content-manager.ts'
import { extractContent, extractParts, type PlacedContent } from './file-extractor.ts'
import { decodeIndirect, objectDamaged, type PartEntry } from './indirect.ts'
import { type ParsedObjectId, parseObjectId, requireObjectId } from './object-id.ts'

const MiB = 1024 * 1024
const DEFAULT_LIMIT_BYTES = 256 * MiB
/** Longest list of parts that is read: enough for more than ten terabytes. */
const LIST_LIMIT_BYTES = 256 * MiB
/** A compressed content on its own does not tell its length; no splitter makes longer ones. */
const MAX_COMPRESSED_CONTENT_BYTES = 16 * MiB
/** Contents that are fetched before they are asked for. */
const READ_AHEAD = 2

/** Opens an object; reads its list of parts when it has one. Errors: CAIRN_OBJECT_ID_INVALID, CAIRN_OBJECT_DAMAGED, CAIRN_CONTENT_*. */
export async function openObject(contents: ContentManager, id: ObjectId): Promise<ObjectReader> {
  const parsed = requireObjectId(id)
  if (parsed.levels > 0) return readerOf(contents, id, await readParts(contents, id, parsed))
  if (parsed.isCompressed) {
    const bytes = decompressPayload(await contents.read(parsed.contentId), MAX_COMPRESSED_CONTENT_BYTES)
    return readerOfBytes(id, bytes)
  }
  const entry = await contents.find(parsed.contentId)
  const length = entry.originalLength
  const reader = readingOf(contents, id, [{ start: 0, length, id }])
  // Most objects are one content, and its entry is known already.
  return {
    ...reader,
    readAll: (limit) => (fits(length, limit) ? contents.readEntry(entry) : reader.readAll(limit)),
    extract: (target, rules, signal) => extractContent(contents, entry, target, rules, signal),
  }
}

/** Contents that make up an object, those of its lists included, each once. Errors: CAIRN_CONTENT_MISSING, CAIRN_OBJECT_*. */
export async function contentsOfObject(contents: ContentManager, id: ObjectId): Promise<ContentId[]> {
  const found = new Set<ContentId>()
  await collect(contents, id, requireObjectId(id), found)
  return [...found]
}

async function collect(contents: ContentManager, id: ObjectId, parsed: ParsedObjectId, found: Set<ContentId>): Promise<void> {
  if (parsed.levels === 0) {
    if (found.has(parsed.contentId)) return
    await contents.find(parsed.contentId)
    found.add(parsed.contentId)
    return
  }
  const list = listOf(parsed)
  await collect(contents, id, list, found)
  for (const part of await readParts(contents, id, parsed)) {
    await collect(contents, id, requirePart(id, part), found)
  }
}

async function readParts(contents: ContentManager, id: ObjectId, parsed: ParsedObjectId): Promise<PartEntry[]> {
  const list = listOf(parsed)
  if (list.levels === 0) return decodeIndirect(await contents.read(list.contentId), id)
  const reader = readerOf(contents, id, await readParts(contents, id, list))
  return decodeIndirect(await reader.readAll(LIST_LIMIT_BYTES), id)
}

/** One `I` less: the object that holds the list. */
function listOf(parsed: ParsedObjectId): ParsedObjectId {
  return { ...parsed, levels: parsed.levels - 1 }
}

function requirePart(id: ObjectId, part: PartEntry): ParsedObjectId {
  const parsed = parseObjectId(part.id)
  if (parsed === undefined) throw objectDamaged(id, `${JSON.stringify(part.id)} is no object ID`)
  return parsed
}

function readerOf(contents: ContentManager, id: ObjectId, parts: readonly PartEntry[]): ObjectReader {
  const reader = readingOf(contents, id, parts)
  if (!parts.every((part) => isPlainContent(id, part))) return reader
  const placed = () => placedContents(contents, id, parts)
  return { ...reader, extract: (target, rules, signal) => extractParts(contents, placed(), reader.length, target, rules, signal) }
}

function readingOf(contents: ContentManager, id: ObjectId, parts: readonly PartEntry[]): ObjectReader {
  const last = parts.at(-1)
  const length = last === undefined ? 0 : last.start + last.length
  const chunks = (signal?: AbortSignal) => readChunks(contents, id, parts, signal)
  return { length, chunks, readAll: (limit) => readAll(id, length, chunks(), limit) }
}

/** Whether a part is one content, and no payload that is compressed once more. */
function isPlainContent(id: ObjectId, part: PartEntry): boolean {
  const { levels, isCompressed } = requirePart(id, part)
  return levels === 0 && !isCompressed
}

async function* placedContents(contents: ContentManager, id: ObjectId, parts: readonly PartEntry[]): AsyncGenerator<PlacedContent> {
  for (const part of parts) {
    const entry = await contents.find(requirePart(id, part).contentId)
    if (entry.originalLength !== part.length) throw wrongLength(id, part, entry.originalLength)
    yield { start: part.start, entry }
  }
}

function readerOfBytes(id: ObjectId, bytes: Uint8Array): ObjectReader {
  async function* chunks(signal?: AbortSignal) {
    throwIfCancelled(signal)
    yield bytes
  }
  return { length: bytes.length, chunks, readAll: (limit) => readAll(id, bytes.length, chunks(), limit) }
}

async function* readChunks(
  contents: ContentManager,
  id: ObjectId,
  parts: readonly PartEntry[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const ahead: Promise<Uint8Array | ObjectReader>[] = []
  for (let next = 0, at = 0; at < parts.length; at++) {
    for (; next < parts.length && next <= at + READ_AHEAD; next++) {
      const part = parts[next]
      if (part === undefined) break
      const fetched = readPart(contents, id, part)
      // It is awaited below, unless the caller stops before.
      fetched.catch(() => undefined)
      ahead.push(fetched)
    }
    throwIfCancelled(signal)
    const part = await ahead.shift()
    if (part === undefined) return
    if (part instanceof Uint8Array) yield part
    else yield* part.chunks(signal)
  }
}

/** The bytes of a direct part, or a reader of one that is a list itself. */
async function readPart(contents: ContentManager, id: ObjectId, part: PartEntry): Promise<Uint8Array | ObjectReader> {
  const parsed = requirePart(id, part)
  if (parsed.levels > 0) {
    const reader = await openObject(contents, part.id)
    if (reader.length !== part.length) throw wrongLength(id, part, reader.length)
    return reader
  }
  const stored = await contents.read(parsed.contentId)
  const bytes = parsed.isCompressed ? decompressPayload(stored, part.length) : stored
  if (bytes.length !== part.length) throw wrongLength(id, part, bytes.length)
  return bytes
}

function wrongLength(id: ObjectId, part: PartEntry, length: number): CairnError {
  return objectDamaged(id, `its part ${part.id} has ${length} bytes instead of ${part.length}`)
}

function fits(length: number, limit = DEFAULT_LIMIT_BYTES): boolean {
  return length <= limit
}

async function readAll(id: ObjectId, length: number, chunks: AsyncIterable<Uint8Array>, limit?: number): Promise<Uint8Array> {
  if (!fits(length, limit)) {
    throw new CairnError(
      'CAIRN_OBJECT_TOO_LARGE',
      `Object ${id} has ${length} bytes, more than the ${limit ?? DEFAULT_LIMIT_BYTES} that fit here.`,
      {
        hint: 'Restore it to a file instead.',
      },
    )
  }
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : concatBytes(parts)
}
