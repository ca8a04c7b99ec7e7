/**
 * Writing contents: which are new, the open packs, their uploads, and the flush that commits them
 * (docs/repository-format.md, "Order of writing").
 *
 * session marker -> packs -> all of them confirmed -> index blobs (the commit) -> marker deleted
 *
 * The first failure of an upload or commit stops the writer for good: everything later fails with the same error, and nothing is published
 * whose pack is not confirmed. What was committed before stays.
 */
import { cancelled, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import type { Clock } from '../../util/clock.ts'
import type { ClientIdentity, ContentId, RepositoryCounters } from '../api.ts'
import type { BlobStorage } from '../blob/storage.ts'
import type { OpenedFormat } from '../format/interface.ts'
import { Claims } from './claims.ts'
import type { ContentCodec } from './content-codec.ts'
import type { IndexBlobManager } from './index/blob-manager.ts'
import type { ContentIndex } from './index/content-index.ts'
import { encodeIndexShards } from './index/encode-entries.ts'
import { type PackGroup, packGroupOf } from './pack-group.ts'
import { encodeFormatReplica } from './pack-layout.ts'
import { type PackKind, PackWriter } from './pack-writer.ts'
import type { ClaimedContent, ContentSink } from './pool/sink.ts'
import { newSessionId, sealSessionMarker } from './session.ts'

/** Packs that are being uploaded or wait for it, where the storage says nothing else; more work is not started beyond. */
const PACKS_IN_FLIGHT = 3
/** An automatic flush after this many entries, and after this time. */
const FLUSH_ENTRIES = 200_000
const FLUSH_INTERVAL_MS = 10 * 60_000

export interface ContentWriterOptions {
  readonly storage: BlobStorage
  readonly format: OpenedFormat
  readonly codec: ContentCodec
  readonly index: ContentIndex
  readonly indexBlobs: IndexBlobManager
  readonly clock: Clock
  readonly identity: ClientIdentity
  readonly log: Logger
}

/** What this writer did so far. */
type WriteTotals = { -readonly [Name in keyof RepositoryCounters]: RepositoryCounters[Name] }

/** The packs between two flushes. */
interface Session {
  readonly id: string
  /** Resolves to the ID of the marker when it is stored. */
  readonly marker: Promise<string>
  readonly open: Map<PackGroup, PackWriter>
  readonly uploads: Promise<void>[]
}

export class ContentWriter implements ContentSink {
  readonly totals: WriteTotals = {
    hashedBytes: 0,
    hashedContents: 0,
    newContents: 0,
    newBytes: 0,
    storedBytes: 0,
    uploadedBytes: 0,
    uploadedBlobs: 0,
  }
  /** Called when packs have left and more work may be started. */
  onRoom: () => void = () => {}
  /** Called once, with the error that stopped the writer. */
  onFailure: (error: unknown) => void = () => {}
  readonly #options: ContentWriterOptions
  readonly #replica: Uint8Array | undefined
  readonly #abort = new AbortController()
  /** Packs whose upload is not confirmed. */
  readonly #unconfirmed = new Map<string, PackWriter>()
  readonly #claims = new Claims()
  readonly #roomWaiters: (() => void)[] = []
  #session: Session | undefined
  #packsInFlight = 0
  #failure: { readonly error: unknown } | undefined
  /** Markers of sessions that are committed, on their way out. */
  readonly #removals = new Set<Promise<void>>()
  #flushing: Promise<void> = Promise.resolve()
  #isFlushQueued = false
  #lastFlushMs: number

  constructor(options: ContentWriterOptions) {
    this.#options = options
    this.#lastFlushMs = options.clock.monotonicMs()
    const { content, formatBlobBytes } = options.format
    this.#replica = content.enablePasswordChange ? undefined : encodeFormatReplica(formatBlobBytes)
  }

  /** Throws the error that stopped the writer. */
  throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }

  claim(id: ContentId, prefixByte: number, hash: Uint8Array, plainLength: number): boolean {
    this.totals.hashedBytes += plainLength
    this.totals.hashedContents++
    if (this.#claims.has(id) || this.#options.index.findLive(prefixByte, hash)) return false
    this.#claims.add(id)
    return true
  }

  deliver(content: ClaimedContent, originalLength: number, sealed: Uint8Array, compressionId: number): void {
    if (this.#failure !== undefined) return
    const { index, clock, format } = this.#options
    const { id, prefixByte, hash } = content
    const session = this.#currentSession()
    const group = packGroupOf(prefixByte !== 0, sealed.length)
    const pack = this.#openPack(session, group)
    const timestampSeconds = index.nextTimestamp(prefixByte, hash, Math.floor(clock.nowMs() / 1000))
    const packOffset = pack.append({ prefixByte, hash, originalLength, compressionId, timestampSeconds }, sealed)
    index.add({
      id,
      packBlobId: pack.id,
      packOffset,
      packedLength: sealed.length,
      originalLength,
      timestampSeconds,
      isDeleted: false,
      compressionId,
      formatVersion: format.content.version,
      encryptionKeyId: 0,
    })
    this.totals.newContents++
    this.totals.newBytes += originalLength
    this.totals.storedBytes += sealed.length
    this.#claims.settle(id)
    if (pack.size >= format.content.maxPackSizeBytes) this.#closePack(session, group, pack)
    this.#flushWhenDue()
  }

  /** Marks a content deleted in the next index blob; absent and deleted contents are left alone. For maintenance only. */
  markDeleted(id: ContentId): void {
    this.throwIfFailed()
    const { index, clock } = this.#options
    const entry = index.get(id)
    if (entry === undefined || entry.isDeleted) return
    const timestampSeconds = Math.max(Math.floor(clock.nowMs() / 1000), entry.timestampSeconds + 1)
    index.add({ ...entry, isDeleted: true, timestampSeconds })
  }

  hasRoom(): boolean {
    return this.#packsInFlight < (this.#options.storage.parallelPuts ?? PACKS_IN_FLIGHT)
  }

  /** Resolves when `hasRoom`, or when the writer was stopped. */
  async room(): Promise<void> {
    while (!this.hasRoom() && this.#failure === undefined) await new Promise<void>((resolve) => this.#roomWaiters.push(resolve))
  }

  /** Sealed bytes of a content whose pack is not stored yet. */
  readUnconfirmed(packId: string, offset: number, length: number): Uint8Array | undefined {
    return this.#unconfirmed.get(packId)?.read(offset, length)
  }

  /** Commits everything that was written before the call. Calls wait for each other; writing may go on meanwhile. */
  async flush(signal?: AbortSignal): Promise<void> {
    const turn = this.#flushing.then(() => this.#flushNow(signal))
    this.#flushing = turn.catch(() => undefined)
    await turn
  }

  /** Stops the writer with an error; uploads under way are aborted. */
  fail(error: unknown): void {
    if (this.#failure !== undefined) return
    this.#failure = { error }
    this.#abort.abort()
    this.#claims.clear()
    for (const resolve of this.#roomWaiters.splice(0)) resolve()
    this.onFailure(error)
  }

  /** Waits until nothing is under way any more; call after `fail`. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#flushing, ...(this.#session?.uploads ?? []), this.#session?.marker])
    await Promise.all(this.#removals)
  }

  async #flushNow(signal: AbortSignal | undefined): Promise<void> {
    throwIfCancelled(signal)
    this.throwIfFailed()
    const onAbort = () => this.fail(cancelled())
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      await this.#claims.settled()
      this.throwIfFailed()
      await this.#commit()
    } catch (error) {
      this.fail(error)
      this.throwIfFailed()
    } finally {
      signal?.removeEventListener('abort', onAbort)
    }
  }

  async #commit(): Promise<void> {
    const { index, indexBlobs, format, clock } = this.#options
    this.#lastFlushMs = clock.monotonicMs()
    if (this.#session === undefined && index.pendingCount === 0) return
    // Writing goes on into the next session, with its own marker and packs.
    const session = this.#currentSession()
    this.#session = undefined
    for (const [group, pack] of session.open) this.#closePack(session, group, pack)
    await Promise.all(session.uploads)
    const markerId = await session.marker
    const pending = index.takePending((packId) => !this.#unconfirmed.has(packId))
    const shards = encodeIndexShards(format.content.indexVersion, pending.rows)
    try {
      for (const { id, length } of await indexBlobs.writeIndexBlobs(shards, session.id, this.#abort.signal)) {
        index.loadedBlobs.add(id)
        this.#countUpload(length)
      }
    } catch (error) {
      pending.putBack()
      throw error
    }
    this.#removeMarker(markerId)
  }

  /** Everything is committed: nobody waits for it, and a marker left behind only delays the clean-up of its session's packs. */
  #removeMarker(id: string): void {
    const { storage, log } = this.#options
    const removal = storage
      .deleteBlob(id)
      .catch((error) => log.warning(`The session marker ${id} could not be removed: ${messageOf(error)}`))
      .finally(() => this.#removals.delete(removal))
    this.#removals.add(removal)
  }

  #currentSession(): Session {
    if (this.#session !== undefined) return this.#session
    const { clock, codec } = this.#options
    const id = newSessionId(clock.nowNs(), codec.random)
    const session: Session = { id, marker: this.#putMarker(id), open: new Map(), uploads: [] }
    // Whoever uses the session awaits it; until then a failure must not count as unhandled.
    session.marker.catch((error) => this.fail(error))
    this.#session = session
    return session
  }

  async #putMarker(id: string): Promise<string> {
    const { clock, codec, identity, storage } = this.#options
    const nowNs = clock.nowNs()
    const marker = sealSessionMarker(codec, { id, startNs: nowNs, checkpointNs: nowNs, userName: identity.userName, host: identity.host })
    await storage.putBlob(marker.id, [marker.bytes], { needsTime: false, signal: this.#abort.signal })
    this.#countUpload(marker.bytes.length)
    return marker.id
  }

  #openPack(session: Session, group: PackGroup): PackWriter {
    let pack = session.open.get(group)
    if (pack === undefined) {
      const { codec, format } = this.#options
      const { indexVersion, version } = format.content
      const kind: PackKind = group === 'metadata' ? 'q' : 'p'
      pack = new PackWriter({ kind, sessionId: session.id, codec, indexVersion, formatVersion: version, replica: this.#replica })
      session.open.set(group, pack)
      this.#unconfirmed.set(pack.id, pack)
    }
    return pack
  }

  #closePack(session: Session, group: PackGroup, pack: PackWriter): void {
    session.open.delete(group)
    this.#packsInFlight++
    const upload = this.#upload(session, pack)
    upload.catch((error) => this.fail(error))
    session.uploads.push(upload)
  }

  async #upload(session: Session, pack: PackWriter): Promise<void> {
    const parts = pack.finish()
    await session.marker
    const { length } = await this.#options.storage.putBlob(pack.id, parts, { needsTime: false, signal: this.#abort.signal })
    this.#unconfirmed.delete(pack.id)
    pack.release()
    this.#countUpload(length)
    this.#packsInFlight--
    if (!this.hasRoom()) return
    for (const resolve of this.#roomWaiters.splice(0)) resolve()
    this.onRoom()
  }

  #countUpload(length: number): void {
    this.totals.uploadedBytes += length
    this.totals.uploadedBlobs++
  }

  #flushWhenDue(): void {
    if (this.#isFlushQueued) return
    const { index, clock } = this.#options
    if (index.pendingCount < FLUSH_ENTRIES && clock.monotonicMs() - this.#lastFlushMs < FLUSH_INTERVAL_MS) return
    this.#isFlushQueued = true
    // A failure stops the writer, so the next write or flush reports it.
    void this.flush()
      .catch(() => undefined)
      .finally(() => {
        this.#isFlushQueued = false
      })
  }
}
