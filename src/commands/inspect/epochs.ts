/** The epochs of the index as they stand. */
import { CairnError } from '../../errors.ts'
import { type BlobMetadata, blobTimeNs } from '../../repo/blob/storage.ts'
import { numberOfEpochBlob } from '../../repo/content/epoch.ts'
import { EpochManager } from '../../repo/content/epoch-manager.ts'
import type { EpochRange } from '../../repo/content/epoch-state.ts'
import type { RepositoryCare } from '../../repo/repository.ts'

/** Index blobs of one epoch. */
export interface EpochBlobs {
  readonly epoch: number
  /** Blobs that writers added; only epochs that may still grow have them here. */
  readonly uncompacted: readonly BlobMetadata[]
  /** One complete compaction of the epoch. */
  readonly compacted: readonly BlobMetadata[] | undefined
}

export interface EpochOverview {
  readonly writeEpoch: number
  /** Undefined for epoch 0, which has no marker. */
  readonly startedNs: bigint | undefined
  /** Newest first, down to the first that no range covers. */
  readonly epochs: readonly EpochBlobs[]
  readonly ranges: readonly EpochRange[]
}

/** Reads the state of the epochs; CAIRN_NOT_SUPPORTED in a repository without them. */
export async function epochOverview(care: RepositoryCare, signal: AbortSignal): Promise<EpochOverview> {
  const manager = care.contents.indexBlobs
  if (!(manager instanceof EpochManager)) {
    throw new CairnError('CAIRN_NOT_SUPPORTED', 'The index of this repository has no epochs.', {
      hint: 'Repositories of format version 1 have none: "cairn index list" shows their index blobs.',
    })
  }
  const { listing, state, uncompacted } = await manager.survey(signal)
  const { writeEpoch, ranges, firstUncovered } = state
  const marker = listing.markers.find(({ id }) => numberOfEpochBlob(id) === writeEpoch)
  const epochs: EpochBlobs[] = []
  for (let epoch = writeEpoch; epoch >= firstUncovered; epoch--) {
    // Earlier epochs are settled: Kopia does not look for what writers added to them.
    const isOpen = epoch >= writeEpoch - 1
    epochs.push({
      epoch,
      uncompacted: isOpen ? uncompacted.filter(({ id }) => numberOfEpochBlob(id) === epoch) : [],
      compacted: state.compactedEpochs.get(epoch),
    })
  }
  return { writeEpoch, startedNs: marker === undefined ? undefined : blobTimeNs(marker), epochs, ranges }
}
