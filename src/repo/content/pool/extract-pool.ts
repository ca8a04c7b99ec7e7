/** Spreads the writing of restored files over lanes: small ones in batches, large ones piece by piece. */
import { CairnError } from '../../../errors.ts'
import { Semaphore } from '../../../util/async.ts'
import { release } from '../../../util/bytes.ts'
import type { FileTarget, WriteRules } from '../../../util/file-target.ts'
import { BATCH_LIMITS } from '../../api.ts'
import type { ContentCodec } from '../content-codec.ts'
import { ExtractEngine } from './extract-engine.ts'
import type { ExtractFailure, ExtractReply, ExtractRequest, SealedContent } from './extract-protocol.ts'
import { type Lane, workerLane } from './lane.ts'
import { JOBS_PER_LANE, type PoolOptions, type Seat, Seats, updateBusy } from './seats.ts'

/** Files and bytes that are written without starting threads. */
const MAX_INLINE_FILES = 96
const MAX_INLINE_BYTES = 4 * 1024 * 1024
/** Sealed bytes of large files that are in memory. */
const BUDGET_BYTES = 32 * 1024 * 1024
/** Memory of batches that is kept for the next ones. */
const MAX_SPARES = 4

/** Where a piece of a large file goes. */
export interface PiecePlace {
  readonly descriptor: number
  readonly position: number
  readonly isSparse: boolean
}

/** What became of a batch. */
export interface BatchOutcome {
  /** Bits of `LOST` for each file. */
  readonly losses: Uint8Array
  readonly failures: readonly { readonly index: number; readonly isContent: boolean; readonly error: Error }[]
}

type Unnumbered<Request> = Request extends { readonly job: number } ? Omit<Request, 'job'> : never

interface Job {
  readonly request: Unnumbered<ExtractRequest>
  readonly transfer: ArrayBuffer[]
  resolve(reply: ExtractReply): void
  reject(error: unknown): void
}

/** A promise settles only when no lane touches its files any more: the caller closes directories then, and their numbers are used again. */
export class ExtractPool {
  readonly #seats: Seats<ExtractRequest>
  readonly #budget = new Semaphore(BUDGET_BYTES)
  readonly #queue: Job[] = []
  readonly #sent = new Map<number, Job & { readonly seat: Seat<ExtractRequest> }>()
  readonly #spares: ArrayBuffer[] = []
  #nextJob = 1
  #files = 0
  #bytes = 0
  #failure: { readonly error: unknown } | undefined

  constructor(options: PoolOptions) {
    const { codec, settings } = options
    this.#seats = new Seats<ExtractRequest>(options, {
      inline: () => this.#inlineLane(codec),
      worker: (url) =>
        workerLane<ExtractRequest, ExtractReply>(url, settings, {
          onReply: (reply) => this.#take(reply),
          onCrash: (error) => void this.#fail(error),
        }),
    })
  }

  /** Writes files of one content each. Rejects only when a lane ended, or with CAIRN_INTERNAL when the pool is closed. */
  async writeFiles(
    batch: readonly { readonly content: SealedContent; readonly target: FileTarget }[],
    rules: WriteRules,
  ): Promise<BatchOutcome> {
    const request = this.#batchRequest(batch, rules)
    this.#files += batch.length
    this.#bytes += request.sealed.length
    const { losses, failures } = await this.#run(request, transferOf(request.sealed))
    return { losses, failures: failures.map((failure) => ({ ...failure, error: errorOf(failure) })) }
  }

  /**
   * Writes one content of a larger file at its place; `read` is called when there is room for `bytes`.
   * Rejects with errors of the system, CAIRN_CONTENT_DAMAGED, and those of `read`.
   */
  async writePiece(bytes: number, read: () => Promise<SealedContent>, place: PiecePlace): Promise<void> {
    const { failures } = await this.#budget.use(
      async () => {
        const content = await read()
        const sealed = ownMemory(content.sealed)
        this.#bytes += sealed.length
        return await this.#run({ kind: 'extract-piece', content: { ...content, sealed }, ...place }, transferOf(sealed))
      },
      Math.min(bytes, BUDGET_BYTES),
    )
    if (failures[0] !== undefined) throw errorOf(failures[0])
  }

  /** Ends the lanes, and rejects what waits when none of them works any more. */
  async close(): Promise<void> {
    await this.#fail(new CairnError('CAIRN_INTERNAL', 'The repository was closed while files were being restored.'))
  }

  async #run(request: Unnumbered<ExtractRequest>, transfer: ArrayBuffer[]): Promise<ExtractReply> {
    return await new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure.error)
      this.#queue.push({ request, transfer, resolve, reject })
      this.#pump()
    })
  }

  #pump(): void {
    while (this.#failure === undefined && this.#queue.length > 0) {
      const seat = this.#freestSeat()
      const job = seat.load < JOBS_PER_LANE ? this.#queue.shift() : undefined
      if (job === undefined) return
      const number = this.#nextJob++
      this.#sent.set(number, { ...job, seat })
      seat.load++
      updateBusy(seat)
      seat.lane.send({ ...job.request, job: number }, job.transfer)
    }
  }

  #freestSeat(): Seat<ExtractRequest> {
    const isWorthThreads = this.#files > MAX_INLINE_FILES || this.#bytes > MAX_INLINE_BYTES
    if (isWorthThreads) this.#seats.startWorkers()
    return this.#seats.freest()
  }

  #inlineLane(codec: ContentCodec): Lane<ExtractRequest> {
    const engine = new ExtractEngine(codec)
    return {
      // Begun and answered in one turn, so nothing is under way when it is closed.
      send: (request) => void setImmediate(() => (this.#failure === undefined ? this.#take(engine.handle(request)) : undefined)),
      setBusy: () => {},
      close: async () => {},
    }
  }

  #batchRequest(
    batch: readonly { readonly content: SealedContent; readonly target: FileTarget }[],
    rules: WriteRules,
  ): Unnumbered<Extract<ExtractRequest, { kind: 'extract' }>> {
    const total = batch.reduce((sum, { content }) => sum + content.sealed.length, 0)
    const hashBytes = batch[0]?.content.hash.length ?? 0
    const sealed = this.#memory(total)
    const ends = new Uint32Array(batch.length)
    const hashes = new Uint8Array(batch.length * hashBytes)
    const originalLengths = new Uint32Array(batch.length)
    const compressionIds = new Uint32Array(batch.length)
    let end = 0
    for (const [index, { content }] of batch.entries()) {
      sealed.set(content.sealed, end)
      end += content.sealed.length
      ends[index] = end
      hashes.set(content.hash, index * hashBytes)
      originalLengths[index] = content.originalLength
      compressionIds[index] = content.compressionId
    }
    const targets = batch.map(({ target }) => target)
    return { kind: 'extract', sealed, ends, hashes, originalLengths, compressionIds, targets, rules }
  }

  /** An array of its own for `length` bytes, in memory of an earlier batch when that is large enough. */
  #memory(length: number): Uint8Array<ArrayBuffer> {
    const at = this.#spares.findIndex((spare) => spare.byteLength >= length)
    const [spare] = at < 0 ? [] : this.#spares.splice(at, 1)
    return new Uint8Array(spare ?? new ArrayBuffer(Math.max(length, BATCH_LIMITS.bytes)), 0, length)
  }

  #take(reply: ExtractReply): void {
    const job = this.#sent.get(reply.job)
    if (job === undefined) return
    this.#sent.delete(reply.job)
    const { seat } = job
    seat.load--
    updateBusy(seat)
    const { spare } = reply
    if (spare !== undefined && this.#spares.length < MAX_SPARES) this.#spares.push(spare)
    else if (spare !== undefined) release(new Uint8Array(spare))
    job.resolve(reply)
    this.#pump()
  }

  async #fail(error: unknown): Promise<void> {
    if (this.#failure !== undefined) return
    this.#failure = { error }
    await this.#seats.close()
    for (const job of [...this.#sent.values(), ...this.#queue.splice(0)]) job.reject(error)
    this.#sent.clear()
  }
}

function errorOf({ isContent, errno, text }: ExtractFailure): Error {
  if (isContent) return new CairnError('CAIRN_CONTENT_DAMAGED', text)
  return errno === undefined ? new CairnError('CAIRN_INTERNAL', text) : Object.assign(new Error(text), { code: errno })
}

/** Bytes whose memory can be handed over. */
function ownMemory(bytes: Uint8Array): Uint8Array {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}

function transferOf({ buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : []
}
