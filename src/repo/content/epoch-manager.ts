/** Index blobs of repositories with epochs (docs/repository-format.md, "Epochs"). No locks: names and delays keep writers apart. */
import { CairnError, throwIfCancelled } from '../../errors.ts'
import { mapConcurrent } from '../../util/async.ts'
import { toHex, utf8 } from '../../util/bytes.ts'
import type { Clock } from '../../util/clock.ts'
import type { BlobMetadata, BlobStorage, PutOptions } from '../blob/storage.ts'
import type { EpochParameters } from '../format/interface.ts'
import { BLOB_PREFIXES } from './blob-names.ts'
import { EPOCH_MARKER_TEXT, epochMarkerName, numberOfEpochBlob, setSuffix, uncompactedPrefix } from './epoch.ts'
import { activeIndexBlobs, type EpochListing, type EpochState, epochStateOf, epochsToList } from './epoch-state.ts'
import type { ActiveIndexBlobs, IndexBlobManager } from './index/blob-manager.ts'
import { collectBlobs } from './list-blobs.ts'
import { type BlobKeys, sealBlob } from './sealed-blob.ts'

const LIST_CONCURRENCY = 8
/** What the names of all blobs about epochs begin with. */
export const EPOCH_PREFIX = 'x'
/** A page of a listing in most stores: so many blobs cost one request. */
const MAX_LISTED_TOGETHER = 1000
/** So many are as quick to list as those that are asked for. */
const FEW_BLOBS = 200
const MAX_ATTEMPTS = 10
const NS_PER_MS = 1_000_000n

/** Everything known about epochs at one moment. */
export interface EpochSurvey extends ActiveIndexBlobs {
  readonly listing: EpochListing
  readonly state: EpochState
  /** Uncompacted blobs of the epochs that are not read compacted. */
  readonly uncompacted: readonly BlobMetadata[]
  /** Every blob about epochs, where one listing told them all. */
  readonly all: readonly BlobMetadata[] | undefined
}

export interface EpochManagerOptions {
  readonly storage: BlobStorage
  readonly keys: BlobKeys
  readonly parameters: EpochParameters
  readonly clock: Clock
}

/** The write epoch, and when the listing that told it began. */
interface KnownEpoch {
  readonly writeEpoch: number
  readonly moment: Moment
}

interface Moment {
  readonly wallMs: number
  readonly steadyMs: number
}

export class EpochManager implements IndexBlobManager {
  readonly #storage: BlobStorage
  readonly #keys: BlobKeys
  readonly #parameters: EpochParameters
  readonly #clock: Clock
  readonly #refreshMs: number
  #known: KnownEpoch | undefined
  /** What the last listing of everything held, as long as nothing was put since. */
  #listed: { readonly all: readonly BlobMetadata[]; readonly moment: Moment } | undefined
  #isShort = false

  constructor(options: EpochManagerOptions) {
    this.#storage = options.storage
    this.#keys = options.keys
    this.#parameters = options.parameters
    this.#clock = options.clock
    this.#refreshMs = Number(options.parameters.refreshFrequencyNs / NS_PER_MS)
  }

  async loadActive(signal?: AbortSignal): Promise<ActiveIndexBlobs> {
    return await this.survey(signal)
  }

  /**
   * Lists everything about epochs; listings that together took longer than they may be trusted are made again.
   * Errors: CAIRN_INDEX_UNSTABLE when that keeps happening.
   */
  async survey(signal?: AbortSignal): Promise<EpochSurvey> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      throwIfCancelled(signal)
      const moment = this.#now()
      const all = await this.#listTogether(signal)
      const listing = all === undefined ? await this.#list(signal) : listingOf(all)
      const state = epochStateOf(listing)
      const uncompacted = await this.#uncompacted(state, all, signal)
      if (this.#ageMs(moment) > this.#refreshMs) continue
      this.#known = { writeEpoch: state.writeEpoch, moment }
      this.#remember(all, moment)
      return { listing, state, uncompacted, all, blobs: activeIndexBlobs(state, uncompacted), watermarkSeconds: state.watermarkSeconds }
    }
    throw new CairnError('CAIRN_INDEX_UNSTABLE', `Listing the index of ${this.#storage.displayName} takes too long to be consistent.`, {
      hint: `The listings must finish within ${Math.round(this.#refreshMs / 1000)} seconds. Check the connection, then run the command again.`,
    })
  }

  /** The epoch that writers add to, as it was a few minutes ago at most. */
  async writeEpoch(signal?: AbortSignal): Promise<number> {
    return (await this.#epochNotOlderThan(this.#refreshMs / 4, signal)).writeEpoch
  }

  async writeIndexBlobs(shards: readonly Uint8Array[], sessionId: string, signal?: AbortSignal): Promise<BlobMetadata[]> {
    if (shards.length === 0) return []
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const { writeEpoch } = await this.#epochNotOlderThan(this.#refreshMs / 4, signal)
      const written: BlobMetadata[] = []
      const isComplete = await this.#putShards(writeEpoch, shards, sessionId, written, signal)
      if (!isComplete) {
        await this.#discard(written)
        continue
      }
      // Readers look at the epoch after theirs at most: entries of an epoch that settled meanwhile might never be seen.
      const now = await this.#refreshEpoch(signal)
      if (now.writeEpoch < writeEpoch + 2) return written
      await this.#discard(written)
      break
    }
    throw new CairnError(
      'CAIRN_INDEX_WRITE_TOO_SLOW',
      'Writing the index took so long that other clients no longer look where it was put.',
      {
        hint: 'Nothing was committed and earlier snapshots are untouched. Check the connection, then run the command again.',
      },
    )
  }

  /** Begins the next epoch when the present one is old and large enough; returns its number, or undefined. Any writer may. */
  async advanceIfNeeded(signal?: AbortSignal): Promise<number | undefined> {
    // An old view only repeats a marker that another client has put.
    const { writeEpoch } = await this.#epochNotOlderThan(this.#refreshMs / 4, signal)
    const blobs = this.#recentBlobs(uncompactedPrefix(writeEpoch)) ?? (await this.#collect(uncompactedPrefix(writeEpoch), signal))
    if (!shouldAdvance(blobs, this.#parameters)) return undefined
    this.#listed = undefined
    await this.#storage.putBlob(epochMarkerName(writeEpoch + 1), [utf8(EPOCH_MARKER_TEXT)], putOptions(signal))
    await this.#refreshEpoch(signal)
    return writeEpoch + 1
  }

  /** Puts the compaction of epochs `first` to `last` (one epoch when equal). For maintenance only. */
  async writeCompaction(first: number, last: number, shards: readonly Uint8Array[], signal?: AbortSignal): Promise<BlobMetadata[]> {
    const suffix = setSuffix(`s${toHex(this.#keys.random(8))}`, shards.length)
    const prefix = first === last ? `${BLOB_PREFIXES.compactedEpoch}${first}_` : `${BLOB_PREFIXES.compactedRange}${first}_${last}_`
    const written: BlobMetadata[] = []
    for (const shard of shards) {
      const { id, bytes } = sealBlob(this.#keys, prefix, suffix, shard)
      written.push(await this.#storage.putBlob(id, [bytes], putOptions(signal)))
    }
    return written
  }

  /** False when the epoch advanced meanwhile; `written` grows with each blob. */
  async #putShards(
    writeEpoch: number,
    shards: readonly Uint8Array[],
    sessionId: string,
    written: BlobMetadata[],
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    for (const shard of shards) {
      const known = await this.#epochNotOlderThan(this.#refreshMs, signal)
      if (known.writeEpoch !== writeEpoch) return false
      const { id, bytes } = sealBlob(this.#keys, uncompactedPrefix(writeEpoch), setSuffix(sessionId, shards.length), shard)
      this.#listed = undefined
      written.push(await this.#storage.putBlob(id, [bytes], putOptions(signal)))
    }
    return true
  }

  /** Best effort: blobs left behind hold entries of packs that exist, which hurts nobody. */
  async #discard(written: readonly BlobMetadata[]): Promise<void> {
    await Promise.allSettled(written.map(({ id }) => this.#storage.deleteBlob(id)))
  }

  async #epochNotOlderThan(maxAgeMs: number, signal: AbortSignal | undefined): Promise<KnownEpoch> {
    if (this.#known !== undefined && this.#ageMs(this.#known.moment) <= maxAgeMs) return this.#known
    return await this.#refreshEpoch(signal)
  }

  async #refreshEpoch(signal: AbortSignal | undefined): Promise<KnownEpoch> {
    throwIfCancelled(signal)
    const moment = this.#now()
    let writeEpoch = 0
    // Where there is little to list, one listing also tells what is asked for next.
    const all = this.#isShort ? await this.#listTogether(signal) : undefined
    this.#remember(all, moment)
    const markers =
      all === undefined ? await this.#collect(BLOB_PREFIXES.epochMarker, signal) : withPrefixes(all, [BLOB_PREFIXES.epochMarker])
    for (const { id } of markers) {
      writeEpoch = Math.max(writeEpoch, numberOfEpochBlob(id) ?? 0)
    }
    this.#known = { writeEpoch, moment }
    return this.#known
  }

  #remember(all: readonly BlobMetadata[] | undefined, moment: Moment): void {
    this.#isShort = all !== undefined && all.length <= FEW_BLOBS
    this.#listed = all === undefined ? undefined : { all, moment }
  }

  /** Blobs of a recent listing of everything; undefined when there is none that holds what was put here. */
  #recentBlobs(prefix: string): readonly BlobMetadata[] | undefined {
    if (this.#listed === undefined || this.#ageMs(this.#listed.moment) > this.#refreshMs / 4) return undefined
    return withPrefixes(this.#listed.all, [prefix])
  }

  /** Every blob about epochs in one listing; undefined when there are so many that listing only what counts is cheaper. */
  async #listTogether(signal: AbortSignal | undefined): Promise<readonly BlobMetadata[] | undefined> {
    const blobs: BlobMetadata[] = []
    for await (const blob of this.#storage.listBlobs(EPOCH_PREFIX, signal)) {
      throwIfCancelled(signal)
      blobs.push(blob)
      if (blobs.length >= MAX_LISTED_TOGETHER) return undefined
    }
    return blobs
  }

  async #uncompacted(state: EpochState, all: readonly BlobMetadata[] | undefined, signal: AbortSignal | undefined) {
    const prefixes = uncompactedPrefixes(state)
    if (all !== undefined) return withPrefixes(all, prefixes)
    return (await mapConcurrent(prefixes, LIST_CONCURRENCY, (prefix) => this.#collect(prefix, signal))).flat()
  }

  async #list(signal: AbortSignal | undefined): Promise<EpochListing> {
    const [markers, watermarks, compactedEpochs, compactedRanges] = await Promise.all([
      this.#collect(BLOB_PREFIXES.epochMarker, signal),
      this.#collect(BLOB_PREFIXES.deletionWatermark, signal),
      this.#collect(BLOB_PREFIXES.compactedEpoch, signal),
      this.#collect(BLOB_PREFIXES.compactedRange, signal),
    ])
    return { markers, watermarks, compactedEpochs, compactedRanges }
  }

  #collect(prefix: string, signal: AbortSignal | undefined): Promise<BlobMetadata[]> {
    return collectBlobs(this.#storage, prefix, signal)
  }

  #now(): Moment {
    return { wallMs: this.#clock.nowMs(), steadyMs: this.#clock.monotonicMs() }
  }

  /** The steady clock may stand still while the machine sleeps, the wall clock may be set back: the larger age counts. */
  #ageMs(moment: Moment): number {
    return Math.max(this.#clock.nowMs() - moment.wallMs, this.#clock.monotonicMs() - moment.steadyMs)
  }
}

/** The index blobs that count when everything about epochs was listed together. */
export function activeOf(all: readonly BlobMetadata[]): BlobMetadata[] {
  const state = epochStateOf(listingOf(all))
  return activeIndexBlobs(state, withPrefixes(all, uncompactedPrefixes(state)))
}

function uncompactedPrefixes(state: EpochState): string[] {
  return epochsToList(state)?.map(uncompactedPrefix) ?? [BLOB_PREFIXES.uncompactedIndex]
}

function withPrefixes(all: readonly BlobMetadata[], prefixes: readonly string[]): BlobMetadata[] {
  return all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)))
}

/** The parts of a listing of everything about epochs. */
function listingOf(all: readonly BlobMetadata[]): EpochListing {
  return {
    markers: withPrefixes(all, [BLOB_PREFIXES.epochMarker]),
    watermarks: withPrefixes(all, [BLOB_PREFIXES.deletionWatermark]),
    compactedEpochs: withPrefixes(all, [BLOB_PREFIXES.compactedEpoch]),
    compactedRanges: withPrefixes(all, [BLOB_PREFIXES.compactedRange]),
  }
}

/** Whether the blobs of the write epoch span long enough, and are many or large enough, to begin the next. */
export function shouldAdvance(blobs: readonly BlobMetadata[], parameters: EpochParameters): boolean {
  let oldestMs = Number.POSITIVE_INFINITY
  let newestMs = Number.NEGATIVE_INFINITY
  let totalBytes = 0
  for (const blob of blobs) {
    oldestMs = Math.min(oldestMs, blob.timestampMs)
    newestMs = Math.max(newestMs, blob.timestampMs)
    totalBytes += blob.length
  }
  if (blobs.length === 0 || newestMs - oldestMs < Number(parameters.minEpochDurationNs / NS_PER_MS)) return false
  return blobs.length >= parameters.advanceOnCount || totalBytes >= parameters.advanceOnTotalSizeBytes
}

function putOptions(signal: AbortSignal | undefined): PutOptions {
  return { needsTime: false, ...(signal === undefined ? {} : { signal }) }
}
