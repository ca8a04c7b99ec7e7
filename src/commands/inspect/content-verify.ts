/** Checks that every content lies inside a pack that exists, and reads some or all of them. */
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import type { BlobId } from '../../repo/blob/storage.ts'
import type { IndexEntry } from '../../repo/content/index/interface.ts'
import type { RepositoryCare } from '../../repo/repository.ts'
import { mapConcurrent } from '../../util/async.ts'
import type { RandomSource } from '../../util/random.ts'
import { type ContentSelection, selectContents } from './contents.ts'

export interface ContentVerifyOptions {
  readonly selection: ContentSelection
  /** Share of the contents to read back, 0..100. */
  readonly readPercent: number
  readonly parallel: number
  readonly random: RandomSource
  readonly signal: AbortSignal
  /** Called for each content that cannot be read in full. */
  readonly onProblem: (message: string) => void
  /** Called after each content. */
  readonly onProgress?: (result: ContentVerifyResult) => void
  readonly onListed?: (blobCount: number) => void
}

export interface ContentVerifyResult {
  verified: number
  /** Contents that were read back, readable or not. */
  read: number
  inMissingPacks: number
  inTruncatedPacks: number
  unreadable: number
  /** Pack -> contents in it that are concerned. */
  readonly missingPacks: Map<BlobId, number>
  readonly truncatedPacks: Map<BlobId, number>
  readonly corruptedPacks: Map<BlobId, number>
}

/** How many contents failed. */
export function failedContents({ inMissingPacks, inTruncatedPacks, unreadable }: ContentVerifyResult): number {
  return inMissingPacks + inTruncatedPacks + unreadable
}

/** Verifies the selection; what is damaged is counted and reported, other failures (storage, cancel) are thrown. */
export async function verifyContents(care: RepositoryCare, options: ContentVerifyOptions): Promise<ContentVerifyResult> {
  const { signal, readPercent, random, onProblem } = options
  const lengths = new Map<BlobId, number>()
  for await (const blob of care.storage.listBlobs('', signal)) lengths.set(blob.id, blob.length)
  options.onListed?.(lengths.size)
  const result: ContentVerifyResult = {
    verified: 0,
    read: 0,
    inMissingPacks: 0,
    inTruncatedPacks: 0,
    unreadable: 0,
    missingPacks: new Map(),
    truncatedPacks: new Map(),
    corruptedPacks: new Map(),
  }
  const verify = async (entry: IndexEntry): Promise<void> => {
    throwIfCancelled(signal)
    const length = lengths.get(entry.packBlobId)
    if (length === undefined) {
      result.inMissingPacks++
      count(result.missingPacks, entry.packBlobId)
      onProblem(`content ${entry.id} depends on missing blob ${entry.packBlobId}`)
    } else if (entry.packOffset + entry.packedLength > length) {
      result.inTruncatedPacks++
      count(result.truncatedPacks, entry.packBlobId)
      onProblem(`content ${entry.id} out of bounds of its pack blob ${entry.packBlobId}`)
    } else if (isChosen(readPercent, random)) {
      result.read++
      try {
        await care.contents.readEntry(entry)
      } catch (error) {
        if (!isCairnError(error) || error.kind !== 'damage') throw error
        result.unreadable++
        count(result.corruptedPacks, entry.packBlobId)
        onProblem(`content ${entry.id} is invalid: ${messageOf(error)}`)
      }
    }
    result.verified++
    options.onProgress?.(result)
  }
  await mapConcurrent(selectContents(care.contents, options.selection, signal), Math.max(1, options.parallel), verify)
  return result
}

/** CAIRN_CONTENT_DAMAGED when contents failed. */
export function throwIfFailed(result: ContentVerifyResult): void {
  const failed = failedContents(result)
  if (failed === 0) return
  throw new CairnError('CAIRN_CONTENT_DAMAGED', `${failed} of ${result.verified} contents cannot be read.`, {
    hint: 'What needs them cannot be restored in full. Restore the packs named above from a copy of the storage, or take new snapshots.',
  })
}

function count(packs: Map<BlobId, number>, id: BlobId): void {
  packs.set(id, (packs.get(id) ?? 0) + 1)
}

function isChosen(percent: number, random: RandomSource): boolean {
  if (percent <= 0) return false
  if (percent >= 100) return true
  const [a = 0, b = 0, c = 0, d = 0] = random(4)
  return (((a * 256 + b) * 256 + c) * 256 + d) / 2 ** 32 < percent / 100
}
