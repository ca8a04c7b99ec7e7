/**
 * A repository in the Actions cache (docs/backends/actions-cache.md).
 *
 * What is put is gathered in a folder and seen by this client alone, until `flush` uploads it: one segment with the new packs, then the head
 * that makes them count.
 */
import { CairnError, throwIfCancelled } from '../../../errors.ts'
import { Semaphore } from '../../../util/async.ts'
import { concatBytes } from '../../../util/bytes.ts'
import type { Clock } from '../../../util/clock.ts'
import { checkBlobId } from '../blob-id.ts'
import { resolveRange } from '../range.ts'
import type { BlobId, BlobMetadata, BlobStorage, FlushOptions, GetOptions, PutOptions } from '../storage.ts'
import { isPack } from './next-head.ts'
import type { ActionsCacheOptions, Publisher } from './publisher.ts'
import { writeRefused } from './save-failure.ts'
import type { BlobRow, CacheView } from './view.ts'

/** A flush that may wait does so until this long after the last one. */
const FLUSH_INTERVAL_MS = 45 * 60_000
/** Listings look for newer heads when the last look is older. */
const REFRESH_MS = 10 * 60_000

export class ActionsCacheStorage implements BlobStorage {
  readonly displayName: string
  readonly #options: ActionsCacheOptions
  readonly #load: () => Promise<Publisher>
  /** Puts, deletions and flushes, one at a time. */
  readonly #turn = new Semaphore(1)
  #flushedMs: number
  #lookedMs: number
  #loading: Promise<Publisher> | undefined

  /** `load` finds the heads; it is called at the first use, and again when it failed. */
  constructor(options: ActionsCacheOptions, load: () => Promise<Publisher>) {
    this.#options = options
    this.#load = load
    this.displayName = `Actions cache ${options.name}`
    this.#flushedMs = options.clock.monotonicMs()
    this.#lookedMs = this.#flushedMs
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    throwIfCancelled(options.signal)
    checkBlobId(id)
    const publisher = await this.#publisher()
    const row = publisher.view.blobs.get(id)
    if (row === undefined) throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`)
    const { offset, length } = resolveRange(id, options, row.length)
    return await publisher.read(row, offset, length, options.signal)
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    checkBlobId(id)
    const row = (await this.#publisher()).view.blobs.get(id)
    return row && metadataOf(row)
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options: PutOptions = {}): Promise<BlobMetadata> {
    throwIfCancelled(options.signal)
    checkBlobId(id)
    this.#checkMayWrite()
    if (options.onlyIfAbsent === true) throw unsupported('create a blob only if it is absent')
    if (options.retention !== undefined) throw unsupported('keep a blob from being deleted')
    const publisher = await this.#publisher()
    return await this.#turn.use(async () => {
      throwIfCancelled(options.signal)
      const row: BlobRow = {
        id,
        length: parts.reduce((sum, part) => sum + part.length, 0),
        stampMs: nextStamp(publisher.view, id, this.#options.clock),
        writtenNs: options.modifiedNs ?? this.#options.clock.nowNs(),
        place: isPack(id) ? await publisher.stage(parts) : undefined,
        bytes: isPack(id) ? undefined : concatBytes(parts).slice(),
      }
      throwIfCancelled(options.signal)
      publisher.put(row)
      return metadataOf(row)
    })
  }

  async deleteBlob(id: BlobId): Promise<void> {
    checkBlobId(id)
    this.#checkMayWrite()
    const publisher = await this.#publisher()
    await this.#turn.use(async () => publisher.delete(id, nextStamp(publisher.view, id, this.#options.clock)))
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    throwIfCancelled(signal)
    if (this.#options.clock.monotonicMs() - this.#lookedMs >= REFRESH_MS) await this.refresh(signal)
    for (const row of [...(await this.#publisher()).view.blobs.values()]) {
      throwIfCancelled(signal)
      if (row.id.startsWith(prefix)) yield metadataOf(row)
    }
  }

  /** Joins what other jobs have written since. Errors: those of `findHeads`, CAIRN_REPOSITORY_EXISTS. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const publisher = await this.#publisher()
    await this.#turn.use(async () => {
      await publisher.join(signal)
      this.#lookedMs = this.#options.clock.monotonicMs()
    })
  }

  /** Errors: those of `refresh`, `saveFailure` and `SegmentFiles.read`; CAIRN_STORAGE_FULL. Calling it again goes on where it failed. */
  async flush({ mayWait = false, snapshots = [], signal }: FlushOptions = {}): Promise<void> {
    const { clock } = this.#options
    if (mayWait && clock.monotonicMs() - this.#flushedMs < FLUSH_INTERVAL_MS) return
    const publisher = await this.#publisher()
    await this.#turn.use(async () => {
      if (!publisher.hasChanges) return
      this.#checkMayWrite()
      await publisher.publish(snapshots, signal)
      this.#flushedMs = clock.monotonicMs()
      this.#lookedMs = this.#flushedMs
    })
  }

  async close(): Promise<void> {
    const publisher = await this.#loading?.catch(() => undefined)
    await publisher?.close()
    await this.#options.entries.close()
  }

  #checkMayWrite(): void {
    if (this.#options.refusal !== '') throw writeRefused(this.#options.refusal)
  }

  async #publisher(): Promise<Publisher> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined
      throw error
    })
    return await this.#loading
  }
}

/** Later than anything known of this blob: the clock of another runner may be ahead. */
function nextStamp({ blobs, deleted }: CacheView, id: BlobId, clock: Clock): number {
  return Math.max(clock.nowMs(), (blobs.get(id)?.stampMs ?? 0) + 1, (deleted.get(id) ?? 0) + 1)
}

function metadataOf({ id, length, writtenNs }: BlobRow): BlobMetadata {
  return { id, length, timestampMs: Number(writtenNs / 1_000_000n), timestampNs: writtenNs }
}

function unsupported(what: string): CairnError {
  return new CairnError('CAIRN_NOT_SUPPORTED', `The Actions cache cannot ${what}.`, {
    hint: 'Use a folder, S3, Azure Blob or Google Cloud Storage where that matters.',
  })
}
