/** Objects as files: contents go to the lanes as they lie in their packs, and are opened and written there. */
import { isCairnError, throwIfCancelled } from '../../errors.ts'
import { AttributeWriter } from '../../fs/attributes.ts'
import { NewFile, writeAt } from '../../fs/new-file.ts'
import type { FileTarget, WriteRules } from '../../util/file-target.ts'
import { BATCH_LIMITS, type ExtractOutcome, type FileExtraction } from '../api.ts'
import type { ContentManager } from '../content/content-manager.ts'
import type { IndexEntry } from '../content/index/interface.ts'
import type { PiecePlace } from '../content/pool/extract-pool.ts'
import type { SealedContent } from '../content/pool/extract-protocol.ts'
import { parseObjectId } from './object-id.ts'

/** Pieces of one file that are under way. */
const PIECES_PER_FILE = 6

/** Writes small objects of one content each; see `ObjectManager.extractFiles`. Errors: CAIRN_INTERNAL when a worker ends. */
export async function extractFiles(
  contents: ContentManager,
  files: readonly FileExtraction[],
  rules: WriteRules,
): Promise<readonly ExtractOutcome[]> {
  const outcomes: ExtractOutcome[] = files.map(() => undefined)
  const batch: { readonly content: SealedContent; readonly target: FileTarget }[] = []
  const places: number[] = []
  for (const [index, { id, size, target }] of files.entries()) {
    const content = await readSmall(contents, id, size)
    if (content === undefined) continue
    batch.push({ content, target })
    places.push(index)
  }
  if (batch.length === 0) return outcomes
  const { losses, failures } = await contents.extracting.writeFiles(batch, rules)
  for (const [at, place] of places.entries()) outcomes[place] = losses[at]
  for (const { index, isContent, error } of failures) outcomes[places[index] ?? 0] = isContent ? undefined : error
  return outcomes
}

/** The sealed content of a small object, or undefined where anything is out of the ordinary. */
async function readSmall(contents: ContentManager, id: string, size: number): Promise<SealedContent | undefined> {
  const parsed = parseObjectId(id)
  if (parsed === undefined || parsed.levels > 0 || parsed.isCompressed) return undefined
  const entry = contents.index.get(parsed.contentId)
  if (entry === undefined || entry.originalLength !== size || entry.packedLength > BATCH_LIMITS.bytes) return undefined
  try {
    return contents.peekSealed(entry) ?? (await contents.readSealed(entry))
  } catch (error) {
    // It is tried alone, where it is the failure of one file.
    if (isWorthReadingAgain(error) || isCairnError(error, 'CAIRN_STORAGE_IO')) return undefined
    throw error
  }
}

/** Writes an object of one content; returns bits of `LOST`. Errors: CAIRN_CONTENT_*, CAIRN_BLOB_MISSING, storage kinds, those of the system. */
export async function extractContent(
  contents: ContentManager,
  entry: IndexEntry,
  target: FileTarget,
  rules: WriteRules,
  signal?: AbortSignal,
): Promise<number> {
  async function* whole() {
    yield { start: 0, entry }
  }
  return await extractParts(contents, whole(), entry.originalLength, target, rules, signal)
}

/** A content of an object and where it begins. */
export interface PlacedContent {
  readonly start: number
  readonly entry: IndexEntry
}

/** Writes an object of several contents, of `length` bytes together. Returns and throws like `extractContent`. */
export async function extractParts(
  contents: ContentManager,
  parts: AsyncIterable<PlacedContent>,
  length: number,
  target: FileTarget,
  rules: WriteRules,
  signal?: AbortSignal,
): Promise<number> {
  throwIfCancelled(signal)
  const file = new NewFile(target, rules, length)
  const underWay = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  try {
    try {
      for await (const { start, entry } of parts) {
        throwIfCancelled(signal)
        const piece = extractPiece(contents, entry, { descriptor: file.descriptor, position: start, isSparse: rules.isSparse })
          .catch((error) => {
            failure ??= { error }
          })
          .finally(() => underWay.delete(piece))
        underWay.add(piece)
        if (underWay.size >= PIECES_PER_FILE) await Promise.race(underWay)
        if (failure !== undefined) break
      }
    } finally {
      // The number of a closed file may be another file's at once.
      await Promise.all(underWay)
    }
    if (failure !== undefined) throw failure.error
    return file.finish(new AttributeWriter(rules))
  } finally {
    file.discard()
  }
}

async function extractPiece(contents: ContentManager, entry: IndexEntry, place: PiecePlace): Promise<void> {
  try {
    await contents.extracting.writePiece(entry.packedLength, () => contents.readSealed(entry), place)
  } catch (error) {
    if (!isWorthReadingAgain(error)) throw error
    // Not to be released: it may be kept for the next who reads it.
    const plain = await contents.readEntry(entry)
    writeAt(place.descriptor, plain, place.position, place.isSparse)
  }
}

/** Damage may have come from the way here, and maintenance may have moved a content: `readEntry` knows what to do. */
function isWorthReadingAgain(error: unknown): boolean {
  return isCairnError(error) && error.kind === 'damage'
}
