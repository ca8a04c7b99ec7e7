/** Files of the tree as objects: small ones in batches, large ones cut by a worker, very large ones in sections. */
import { isCairnError } from '../../errors.ts'
import { mapConcurrent } from '../../util/async.ts'
import type { FileOutcome, FileRead, FolderOutcome, FolderRead, WriteOptions, WrittenObject } from '../api.ts'
import type { ContentManager } from '../content/content-manager.ts'
import type { StoredPart } from '../content/pool/jobs.ts'
import { type FolderRules, SMALL_FILE_BYTES } from '../content/pool/protocol.ts'
import { assertCompressor, objectOfPart, splitterOf, writePartList, writeParts } from './object-writer.ts'

/**
 * Reads and stores small files of one batch; undefined for each that is not small, or has grown since.
 * Rejects as a whole when nothing can be written; what concerns one file (CAIRN_FILE_*) is its outcome.
 */
export async function writeFiles(
  contents: ContentManager,
  files: readonly FileRead[],
  options: WriteOptions,
): Promise<readonly FileOutcome[]> {
  const { minBytes } = splitterOf(contents, options).splitter
  assertCompressor(options.compressor)
  const small = files.filter((file) => isSmall(file, minBytes))
  if (small.length === 0) return files.map(() => undefined)
  const stale = contents.freshen(options.signal)
  if (stale !== undefined) await stale
  const parts = await contents.pool.writeSmallFiles(small, options.compressor, options.signal)
  const outcomes = parts.map((part) => {
    if (part === undefined || isCairnError(part)) return part
    return part.length <= minBytes ? objectOfPart(part) : undefined
  })
  if (small.length === files.length) return outcomes
  const ofFile = new Map(small.map((file, index) => [file, outcomes[index]]))
  return files.map((file) => ofFile.get(file))
}

const folderRules = new WeakMap<FolderRead['avoid'], Map<number, FolderRules>>()

/** One value for all folders with the same rules, so that they may share a message. */
function rulesFor(avoid: FolderRead['avoid'], maxFileBytes: number): FolderRules {
  const known = folderRules.get(avoid) ?? new Map<number, FolderRules>()
  folderRules.set(avoid, known)
  const rules = known.get(maxFileBytes) ?? { avoid, maxFileBytes }
  known.set(maxFileBytes, rules)
  return rules
}

/** Reads a folder and stores its small files; undefined when it takes a closer look. Rejects when nothing can be written. */
export async function readFolder(contents: ContentManager, folder: FolderRead, options: WriteOptions): Promise<FolderOutcome | undefined> {
  const { minBytes } = splitterOf(contents, options).splitter
  const { compressor, signal } = options
  assertCompressor(compressor)
  const stale = contents.freshen(signal)
  if (stale !== undefined) await stale
  const rules = rulesFor(folder.avoid, Math.min(SMALL_FILE_BYTES, minBytes))
  const stored = await contents.pool.readFolder({ folder, rules, compressor }, signal)
  if (stored === undefined) return undefined
  const { names, facts, parts, vanished } = stored
  return { names, facts, objects: parts.map((part) => (part === undefined ? undefined : objectOfPart(part))), vanished }
}

/** Whether the file fits a batch and no splitter would cut it. */
function isSmall({ size, sectionSize = 0 }: FileRead, minBytes: number): boolean {
  return size <= Math.min(SMALL_FILE_BYTES, minBytes) && (sectionSize <= 0 || size <= sectionSize)
}

/** Reads and stores a file. Errors: CAIRN_FILE_UNREADABLE, CAIRN_FILE_VANISHED, CAIRN_FILE_CHANGED, CAIRN_NOT_SUPPORTED, storage kinds. */
export async function writeFile(contents: ContentManager, file: FileRead, options: WriteOptions): Promise<WrittenObject> {
  const { name, splitter } = splitterOf(contents, options)
  const { signal } = options
  const compressor = options.compressor
  assertCompressor(compressor)
  const stale = contents.freshen(signal)
  if (stale !== undefined) await stale
  const sectionSize = file.sectionSize ?? 0
  if (isSmall(file, splitter.minBytes)) {
    const [part] = await contents.pool.writeSmallFiles([file], compressor, signal)
    if (isCairnError(part)) throw part
    // A batch has room for a file that grew; it counts as small only while a splitter would not cut it.
    if (part !== undefined && part.length <= splitter.minBytes) return objectOfPart(part)
  }
  const cut = (startByte: number, endByte: number | undefined): Promise<StoredPart[]> => {
    const pieces: Promise<StoredPart>[] = []
    options.onLargeFile?.(() => writeFirst(contents, pieces, options))
    const onPiece = options.onLargeFile === undefined ? undefined : (piece: Promise<StoredPart>) => void pieces.push(piece)
    return contents.pool.cutFile({ file, startByte, endByte, splitter: name, compressor, onPiece }, signal)
  }
  if (sectionSize <= 0 || file.size <= sectionSize) return await writeParts(contents, await cut(0, undefined), options)
  // The last section goes to the end of the file, wherever that is by then, and may be empty.
  const count = Math.floor(file.size / sectionSize) + 1
  const numbers = Array.from({ length: count }, (_, number) => number)
  const sections = await mapConcurrent(numbers, contents.pool.laneCount, (number) =>
    cut(number * sectionSize, number === count - 1 ? undefined : (number + 1) * sectionSize),
  )
  return await writePartList(contents, sections.flat(), options)
}

/** An object of the pieces that have been begun so far, when they are stored; undefined when there is none yet. */
async function writeFirst(
  contents: ContentManager,
  pieces: readonly Promise<StoredPart>[],
  options: WriteOptions,
): Promise<WrittenObject | undefined> {
  const begun = await Promise.allSettled(pieces.slice())
  const parts: StoredPart[] = []
  for (const piece of begun) {
    // What comes after a piece that is missing would stand at the wrong place.
    if (piece.status === 'rejected') break
    parts.push(piece.value)
  }
  // The upload may have been stopped meanwhile; that is no reason to lose what is there.
  return parts.length === 0 ? undefined : await writeParts(contents, parts, { ...options, signal: undefined })
}
