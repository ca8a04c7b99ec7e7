/** Puts index blobs together by hand, and forgets contents that were deleted. */
import { CairnError } from '../../errors.ts'
import { epochCareOf } from '../../maintenance/epoch-care.ts'
import { legacyCareOf } from '../../maintenance/legacy-care.ts'
import type { ContentId } from '../../repo/api.ts'
import { advanceWatermark } from '../../repo/content/epoch-maintenance.ts'
import { compactLegacyIndexes } from '../../repo/content/index/legacy-compaction.ts'
import type { OpenedRepository } from '../../repo/repository.ts'

const NS_PER_SECOND = 1_000_000_000n

export interface IndexOptimizeOptions {
  /** Without epochs: how many small index blobs may be left. */
  readonly maxSmallBlobs: number
  /** Without epochs: put large index blobs together too. */
  readonly all: boolean
  /** Forget contents that were deleted longer ago than this; 0 forgets none. */
  readonly dropDeletedOlderThanNs: bigint
  /** Without epochs: forget these contents, live ones too. */
  readonly dropContents: readonly ContentId[]
  readonly signal: AbortSignal
}

/**
 * Does it; in a repository with epochs only the forgetting of deleted contents, because its index blobs are put together by maintenance.
 *
 * Errors: CAIRN_NOT_SUPPORTED when single contents are to be forgotten and there are epochs.
 */
export async function optimizeIndex(repository: OpenedRepository, options: IndexOptimizeOptions): Promise<void> {
  const { signal, dropDeletedOlderThanNs: ageNs, all, maxSmallBlobs } = options
  const tools = { repository, signal }
  const dropBeforeNs = ageNs > 0n ? repository.clock.nowNs() - ageNs : undefined
  if (repository.facts.epochsEnabled) {
    if (options.dropContents.length > 0) {
      throw new CairnError('CAIRN_NOT_SUPPORTED', 'Single contents can only be dropped from an index without epochs.', {
        hint: 'Mark them as deleted with "cairn content delete"; maintenance forgets them later.',
      })
    }
    if (dropBeforeNs !== undefined) await advanceWatermark(epochCareOf(tools), Number(dropBeforeNs / NS_PER_SECOND))
    return
  }
  const dropDeletedBeforeSeconds = dropBeforeNs === undefined ? undefined : Number(dropBeforeNs / NS_PER_SECOND)
  const dropContents = new Set(options.dropContents)
  await compactLegacyIndexes(legacyCareOf(tools), { all, maxSmallBlobs, isPatient: true, dropDeletedBeforeSeconds, dropContents })
}
