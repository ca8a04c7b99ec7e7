/** What listings of epoch blobs mean: a pure function of names (docs/repository-format.md, "Epochs: reading"). */
import type { BlobMetadata } from '../blob/storage.ts'
import { completeSets, numberOfEpochBlob, rangeOfEpochBlob } from './epoch.ts'

/** Listings of `xe`, `xw`, `xs` and `xr`, in any order. */
export interface EpochListing {
  readonly markers: readonly BlobMetadata[]
  readonly watermarks: readonly BlobMetadata[]
  readonly compactedEpochs: readonly BlobMetadata[]
  readonly compactedRanges: readonly BlobMetadata[]
}

/** One complete compaction of epochs `first` to `last`, both included. */
export interface EpochRange {
  readonly first: number
  readonly last: number
  readonly blobs: readonly BlobMetadata[]
}

export interface EpochState {
  /** The epoch that writers add to. */
  readonly writeEpoch: number
  /** Unix seconds; 0 when there is none. */
  readonly watermarkSeconds: number
  /** Ranges that follow each other from epoch 0 on. */
  readonly ranges: readonly EpochRange[]
  /** First epoch that no range of the chain covers. */
  readonly firstUncovered: number
  /** Epoch -> one complete compaction of it. */
  readonly compactedEpochs: ReadonlyMap<number, readonly BlobMetadata[]>
}

/** Up to this many epochs are listed one by one; beyond, one listing of all is cheaper and cannot be made endless by a crafted name. */
const MAX_EPOCHS_TO_LIST = 12

/** The state that the listings describe. */
export function epochStateOf(listing: EpochListing): EpochState {
  const ranges = longestChain(completeRanges(listing.compactedRanges))
  // Kopia takes a range only when it ends after the first epoch not covered yet, which leaves out a lone 0..0.
  const used: EpochRange[] = []
  let firstUncovered = 0
  for (const range of ranges) {
    if (range.last <= firstUncovered) continue
    used.push(range)
    firstUncovered = range.last + 1
  }
  return {
    writeEpoch: highestNumber(listing.markers),
    watermarkSeconds: highestNumber(listing.watermarks),
    ranges: used,
    firstUncovered,
    compactedEpochs: completeEpochs(listing.compactedEpochs),
  }
}

/** Whether an epoch is read from its compaction: it gets no more entries and a complete compaction exists. */
export function isReadCompacted(state: EpochState, epoch: number): boolean {
  return isSettled(state, epoch) && state.compactedEpochs.has(epoch)
}

/** Whether no correct writer adds to the epoch any more. */
export function isSettled(state: EpochState, epoch: number): boolean {
  return epoch <= state.writeEpoch - 2
}

/** The epochs whose uncompacted blobs must be listed; undefined when there are so many that all uncompacted blobs should be. */
export function epochsToList(state: EpochState): number[] | undefined {
  const last = state.writeEpoch + 1
  if (last - state.firstUncovered - state.compactedEpochs.size > MAX_EPOCHS_TO_LIST) return undefined
  const epochs: number[] = []
  for (let epoch = state.firstUncovered; epoch <= last; epoch++) {
    if (!isReadCompacted(state, epoch)) epochs.push(epoch)
  }
  return epochs
}

/**
 * The index blobs that together hold every entry: ranges, compacted epochs after them, and of all other epochs up to the one after the
 * write epoch (another client may just have advanced) the uncompacted blobs.
 */
export function activeIndexBlobs(state: EpochState, uncompacted: readonly BlobMetadata[]): BlobMetadata[] {
  const active = state.ranges.flatMap((range) => [...range.blobs])
  for (const [epoch, blobs] of state.compactedEpochs) {
    if (epoch >= state.firstUncovered && isSettled(state, epoch)) active.push(...blobs)
  }
  for (const blob of uncompacted) {
    const epoch = numberOfEpochBlob(blob.id)
    if (epoch === undefined || epoch < state.firstUncovered || epoch > state.writeEpoch + 1) continue
    if (!isReadCompacted(state, epoch)) active.push(blob)
  }
  return active
}

function highestNumber(blobs: readonly BlobMetadata[]): number {
  let highest = 0
  for (const { id } of blobs) highest = Math.max(highest, numberOfEpochBlob(id) ?? 0)
  return highest
}

function groupBy<K>(blobs: readonly BlobMetadata[], keyOf: (blob: BlobMetadata) => K | undefined): Map<K, BlobMetadata[]> {
  const groups = new Map<K, BlobMetadata[]>()
  for (const blob of blobs) {
    const key = keyOf(blob)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [blob])
    else group.push(blob)
  }
  return groups
}

function completeEpochs(blobs: readonly BlobMetadata[]): Map<number, BlobMetadata[]> {
  const complete = new Map<number, BlobMetadata[]>()
  for (const [epoch, members] of groupBy(blobs, ({ id }) => numberOfEpochBlob(id))) {
    // Two compactors may both have finished: their sets hold the same entries, any one will do.
    const set = completeSets(members)[0]
    if (set !== undefined) complete.set(epoch, set)
  }
  return complete
}

function completeRanges(blobs: readonly BlobMetadata[]): EpochRange[] {
  const complete: EpochRange[] = []
  const groups = groupBy(blobs, ({ id }) => {
    const range = rangeOfEpochBlob(id)
    return range === undefined ? undefined : `${range.first} ${range.last}`
  })
  for (const members of groups.values()) {
    const range = members[0] === undefined ? undefined : rangeOfEpochBlob(members[0].id)
    const set = completeSets(members)[0]
    if (range !== undefined && set !== undefined) complete.push({ ...range, blobs: set })
  }
  return complete
}

/** Ranges from epoch 0 on, each starting where the one before ended, that reach farthest; of those, the fewest. */
function longestChain(ranges: readonly EpochRange[]): EpochRange[] {
  interface Chain {
    readonly reach: number
    readonly length: number
    readonly range: EpochRange
  }
  // From the last start backwards, so that the best continuation of each range is known when it is looked at.
  const bestFrom = new Map<number, Chain>()
  for (const range of [...ranges].sort((a, b) => b.first - a.first)) {
    const next = bestFrom.get(range.last + 1)
    const chain: Chain = { reach: next?.reach ?? range.last, length: 1 + (next?.length ?? 0), range }
    const best = bestFrom.get(range.first)
    if (best === undefined || chain.reach > best.reach || (chain.reach === best.reach && chain.length < best.length)) {
      bestFrom.set(range.first, chain)
    }
  }
  const chain: EpochRange[] = []
  for (let link = bestFrom.get(0); link !== undefined; link = bestFrom.get(link.range.last + 1)) chain.push(link.range)
  return chain
}
