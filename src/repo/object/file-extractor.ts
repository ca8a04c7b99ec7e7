/** Objects as files: contents go to the lanes as they lie in their packs, and are opened and written there. */
import { CairnError, isCairnError, throwIfCancelled } from '../../errors.ts'
import { AttributeWriter } from '../../fs/attributes.ts'
import { release } from '../../util/bytes.ts'
import type { FileTarget } from '../api.ts'
import type { ContentManager } from '../content/content-manager.ts'
import type { IndexEntry } from '../content/index/interface.ts'
import { extractFile, UnfinishedFile, writeAt } from '../content/pool/extract-file.ts'

/** Pieces of one file that are under way. */
const PIECES_PER_FILE = 6

/** Writes an object of one content; returns bits of `LOST`. Errors: CAIRN_CONTENT_*, CAIRN_BLOB_MISSING, storage kinds, those of the system. */
export async function extractContent(contents: ContentManager, entry: IndexEntry, target: FileTarget, signal?: AbortSignal): Promise<number> {
  throwIfCancelled(signal)
  try {
    return await contents.extracting.writeFile(entry.packedLength, () => contents.readSealed(entry), target)
  } catch (error) {
    if (!isWorthReadingAgain(error)) throw error
    return extractFile(await contents.readEntry(entry), target, new AttributeWriter(target.rules))
  }
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
  signal?: AbortSignal,
): Promise<number> {
  throwIfCancelled(signal)
  const file = new UnfinishedFile(target, length)
  const underWay = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  try {
    try {
      for await (const { start, entry } of parts) {
        throwIfCancelled(signal)
        const piece = extractPiece(contents, entry, { descriptor: file.descriptor, position: start, isSparse: target.rules.isSparse })
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
    return file.finish(new AttributeWriter(target.rules))
  } finally {
    file.discard()
  }
}

async function extractPiece(
  contents: ContentManager,
  entry: IndexEntry,
  place: { readonly descriptor: number; readonly position: number; readonly isSparse: boolean },
): Promise<void> {
  try {
    await contents.extracting.writePiece(entry.packedLength, () => contents.readSealed(entry), place)
  } catch (error) {
    if (!isWorthReadingAgain(error)) throw error
    const plain = await contents.readEntry(entry)
    writeAt(place.descriptor, plain, place.position, place.isSparse)
    release(plain)
  }
}

/** Damage may have come from the way here, and maintenance may have moved a content: `readEntry` knows what to do. */
function isWorthReadingAgain(error: unknown): boolean {
  return isCairnError(error) && error.kind === 'damage'
}
