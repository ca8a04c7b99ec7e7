/** Spreads reading, hashing and sealing over lanes, and keeps the order of decisions on the main thread. */
import { CairnError } from '../../../errors.ts'
import { release } from '../../../util/bytes.ts'
import { type Batch, type ClaimedItem, claimItems, deliverItems, pieceBatch } from './batch.ts'
import { CancelList } from './cancel-list.ts'
import { CutRun } from './cut-run.ts'
import type { FolderItem, StoredFolder } from './folder-jobs.ts'
import { type CutItem, FileGroup, type PieceItem, type PoolFile, type SmallFileOutcome, type StoredPart, Waiter } from './jobs.ts'
import { inlineLane, workerLane } from './lane.ts'
import type { LaneReply, LaneRequest } from './protocol.ts'
import { JOBS_PER_LANE, type PoolOptions, type Seat, Seats, updateBusy } from './seats.ts'
import type { ContentSink } from './sink.ts'
import { SmallWork, type Work } from './small-work.ts'

/** Small files that are read without starting workers. */
const MAX_INLINE_FILES = 64
/** From this size on the memory of a piece is handed over instead of copied. */
const MIN_TRANSFER_BYTES = 64 * 1024
/** Memory of pieces that is kept for the next ones. */
const MAX_SPARES = 3

/** A job that was sent to a lane; `take` handles its replies. */
interface SentJob {
  readonly seat: Seat<LaneRequest>
  take(reply: LaneReply): void
  fail(error: unknown): void
}

export class ContentPool {
  /** Called when a lane ended by itself. */
  onCrash: (error: CairnError) => void = () => {}
  readonly #sink: ContentSink
  readonly #seats: Seats<LaneRequest>
  readonly #cancels = new CancelList()
  readonly #listener = {
    onReply: (reply: LaneReply) => {
      if (reply.kind === 'spare') this.#keepSpare(reply.spare)
      else this.#jobs.get(reply.job)?.take(reply)
    },
    onCrash: (error: CairnError) => {
      this.fail(error)
      this.onCrash(error)
    },
  }
  readonly #jobs = new Map<number, SentJob>()
  #nextJob = 1
  readonly #small = new SmallWork()
  readonly #pieces: PieceItem[] = []
  readonly #cuts: CutItem[] = []
  readonly #running = new Set<CutRun>()
  readonly #spares: ArrayBuffer[] = []
  #isPumpScheduled = false
  #isTurnOfBatch = false
  #failure: { readonly error: unknown } | undefined
  readonly #hashBytes: number

  constructor(options: PoolOptions, sink: ContentSink) {
    this.#sink = sink
    const { codec, settings } = options
    this.#hashBytes = codec.hasher.sizeBytes
    this.#seats = new Seats(options, {
      inline: () => inlineLane(codec, settings, this.#listener),
      worker: (url) => workerLane(url, settings, this.#listener),
    })
  }

  /** Number of lanes, started or not. */
  get laneCount(): number {
    return this.#seats.laneCount
  }

  /**
   * Stores files of at most SMALL_FILE_BYTES that together fit a batch; each has its own outcome.
   * Rejects only when nothing can be written at all, or with CAIRN_CANCELLED.
   */
  writeSmallFiles(files: readonly PoolFile[], compressor: string | undefined, signal?: AbortSignal): Promise<SmallFileOutcome[]> {
    const waiter = this.#waiter<SmallFileOutcome[]>(signal)
    this.#schedule(this.#small.addFiles(new FileGroup(files, waiter), compressor))
    return waiter.promise
  }

  /**
   * Lists a folder, looks at its entries and stores its small files; undefined when it has anything that is not plain. It is read as a whole, so
   * this is for folders where every file has to be read. Rejects as `writeSmallFiles` does.
   */
  readFolder(item: Omit<FolderItem, 'waiter'>, signal?: AbortSignal): Promise<StoredFolder | undefined> {
    const waiter = this.#waiter<StoredFolder | undefined>(signal)
    this.#schedule(this.#small.addFolder({ ...item, waiter }))
    return waiter.promise
  }

  /** Stores one content of file data; `bytes` is given away. */
  writePiece(bytes: Uint8Array, compressor: string | undefined, signal?: AbortSignal): Promise<StoredPart> {
    const waiter = this.#waiter<StoredPart>(signal)
    this.#pieces.push({ bytes, compressor, waiter })
    this.#schedule(true)
    return waiter.promise
  }

  /** Cuts a file (or the part from `startByte` to `endByte`) and stores the pieces, in order. Errors: CAIRN_FILE_*. */
  cutFile(cut: Omit<CutItem, 'waiter'>, signal?: AbortSignal): Promise<StoredPart[]> {
    const waiter = this.#waiter<StoredPart[]>(signal)
    this.#cuts.push({ ...cut, waiter })
    this.#schedule(true)
    return waiter.promise
  }

  /** To be called when the sink has room again. */
  resume(): void {
    for (const cut of [...this.#running]) cut.more()
    this.#pump()
  }

  /** Rejects everything that waits, now and later. */
  fail(error: unknown): void {
    if (this.#failure !== undefined) return
    this.#failure = { error }
    for (const job of [...this.#jobs.values()]) job.fail(error)
    this.#jobs.clear()
    this.#small.rejectAll(error)
    for (const item of this.#pieces.splice(0)) item.waiter.reject(error)
    for (const item of this.#cuts.splice(0)) item.waiter.reject(error)
    this.#running.clear()
    for (const seat of this.#seats.all) seat.lane.setBusy(false)
  }

  /** Ends the lanes. */
  async close(): Promise<void> {
    this.fail(new CairnError('CAIRN_INTERNAL', 'The repository was closed while it was being written to.'))
    await this.#seats.close()
  }

  #waiter<T>(signal: AbortSignal | undefined): Waiter<T> {
    const waiter = new Waiter<T>(this.#cancels, signal)
    if (this.#failure !== undefined) waiter.reject(this.#failure.error)
    return waiter
  }

  #schedule(isUrgent: boolean): void {
    if (isUrgent) this.#pump()
    if (isUrgent || this.#isPumpScheduled) return
    this.#isPumpScheduled = true
    setImmediate(() => {
      this.#isPumpScheduled = false
      this.#pump()
    })
  }

  /**
   * Gives work to the lanes. Pieces and large files, which give much of it, take turns with batches, of which the walk makes no more than it
   * can: otherwise it would wait for the lanes first, and the lanes for it at the end.
   */
  #pump(): void {
    while (this.#failure === undefined && this.#sink.hasRoom()) {
      const seat = this.#freestSeat()
      this.#isTurnOfBatch = !this.#isTurnOfBatch
      if (this.#isTurnOfBatch && this.#startSmall(seat)) continue
      if (!(this.#startPiece(seat) || this.#startCut() || this.#startSmall(seat))) return
    }
  }

  #freestSeat(): Seat<LaneRequest> {
    if (this.#seats.mayStartWorkers && this.#isWorthWorkers()) this.#seats.startWorkers()
    return this.#seats.freest()
  }

  /** Starting threads takes longer than reading a few small files, which the calling thread does by itself. */
  #isWorthWorkers(): boolean {
    return this.#cuts.length > 0 || this.#pieces.length > 0 || this.#small.fileCount > MAX_INLINE_FILES
  }

  #startPiece(seat: Seat<LaneRequest>): boolean {
    if (seat.load >= JOBS_PER_LANE) return false
    for (let item = this.#pieces.shift(); item !== undefined; item = this.#pieces.shift()) {
      if (item.waiter.isSettled) continue
      const { bytes, compressor } = item
      const batch = pieceBatch(item)
      this.#send(seat, {
        request: (job) => ({ kind: 'piece', job, bytes, compressor }),
        batchOf: () => batch,
        fail: (error) => batch.reject(error),
        transfer: ownMemory(bytes),
      })
      return true
    }
    return false
  }

  #startSmall(seat: Seat<LaneRequest>): boolean {
    if (seat.load >= JOBS_PER_LANE) return false
    const work = this.#small.take(seat.load === 0, this.#seats.all.filter(({ load }) => load === 0).length)
    if (work !== undefined) this.#send(seat, work)
    return work !== undefined
  }

  /** Sends work, and answers its `hashed` with what is to be sealed. */
  #send(seat: Seat<LaneRequest>, work: Work): void {
    const job = this.#nextJob++
    let claimed: readonly ClaimedItem[] = []
    let batch: Batch | undefined
    const send = (next: LaneRequest) => seat.lane.send(next)
    this.#begin(seat, job, {
      take: (reply) => {
        if (reply.kind === 'hashed') {
          batch = work.batchOf(reply)
          claimed = claimItems(reply, batch, this.#sink, this.#hashBytes)
          if (claimed.length > 0) return send({ kind: 'seal', job, wanted: Uint32Array.from(claimed, (each) => each.index) })
          send({ kind: 'drop', job })
        } else if (reply.kind === 'sealed') {
          if (reply.spare !== undefined) this.#keepSpare(reply.spare)
          if (batch !== undefined) deliverItems(reply, claimed, batch, this.#sink)
        }
        this.#end(job)
      },
      fail: (error) => work.fail(error),
    })
    seat.lane.send(work.request(job), work.transfer)
  }

  #keepSpare(spare: ArrayBuffer): void {
    if (this.#spares.length < MAX_SPARES) this.#spares.push(spare)
    else release(new Uint8Array(spare))
  }

  /** Starts the next large file on the lane that cuts the fewest. */
  #startCut(): boolean {
    const seat = this.#seats.all.reduce((best, each) => (each.cuts < best.cuts ? each : best))
    if (seat.cuts > 0) return false
    let item = this.#cuts.shift()
    while (item?.waiter.isSettled) item = this.#cuts.shift()
    if (item === undefined) return false
    this.#runCut(seat, item)
    return true
  }

  #runCut(seat: Seat<LaneRequest>, item: CutItem): void {
    const job = this.#nextJob++
    const run = new CutRun(job, item, {
      send: (request, transfer) => seat.lane.send(request, transfer),
      hasRoom: () => this.#sink.hasRoom(),
      takeSpare: () => this.#spares.pop(),
      storePiece: (bytes) => this.writePiece(bytes, item.compressor),
      onEnd: () => {
        this.#running.delete(run)
        this.#jobs.delete(job)
        seat.cuts--
        updateBusy(seat)
        this.#schedule(false)
      },
    })
    this.#running.add(run)
    this.#jobs.set(job, { seat, take: (reply) => run.take(reply), fail: (error) => run.fail(error) })
    seat.cuts++
    updateBusy(seat)
    run.start()
  }

  #begin(seat: Seat<LaneRequest>, job: number, handlers: Pick<SentJob, 'take' | 'fail'>): void {
    this.#jobs.set(job, { seat, ...handlers })
    seat.load++
    updateBusy(seat)
  }

  #end(job: number): void {
    const seat = this.#jobs.get(job)?.seat
    if (seat === undefined) return
    this.#jobs.delete(job)
    seat.load--
    updateBusy(seat)
    this.#pump()
  }
}

/** The memory of `bytes`, which was given away; small arrays may share theirs with others, and copying them is cheap. */
function ownMemory(bytes: Uint8Array): ArrayBuffer[] {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteOffset === 0 && bytes.byteLength >= MIN_TRANSFER_BYTES ? [bytes.buffer] : []
}
