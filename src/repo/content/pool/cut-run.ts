/** One large file on its way: a lane cuts it, piece by piece, and the pool stores the pieces. */
import { type CutItem, fileError, type StoredPart } from './jobs.ts'
import type { LaneReply, LaneRequest } from './protocol.ts'

/** Pieces of one file that exist at a time. */
const PIECES_PER_CUT = 3

/** What a run needs of the pool. */
export interface CutHost {
  send(request: LaneRequest, transfer?: ArrayBuffer[]): void
  hasRoom(): boolean
  /** Memory of an earlier piece. */
  takeSpare(): ArrayBuffer | undefined
  storePiece(bytes: Uint8Array): Promise<StoredPart>
  /** The lane has nothing to do with the file any more. */
  onEnd(): void
}

export class CutRun {
  readonly #job: number
  readonly #item: CutItem
  readonly #host: CutHost
  readonly #parts: Promise<StoredPart>[] = []
  /** Pieces asked for and not yet stored. */
  #outstanding = 0
  #isOver = false

  constructor(job: number, item: CutItem, host: CutHost) {
    this.#job = job
    this.#item = item
    this.#host = host
  }

  start(): void {
    const { file, startByte, endByte, splitter } = this.#item
    this.#host.send({ kind: 'cut', job: this.#job, file, startByte, endByte, splitter })
    this.more()
  }

  /** Asks for as many pieces as there may be. */
  more(): void {
    if (this.#isOver) return
    if (this.#item.waiter.isSettled) {
      this.#host.send({ kind: 'drop', job: this.#job })
      this.#end()
      return
    }
    while (this.#outstanding < PIECES_PER_CUT && this.#host.hasRoom()) {
      this.#outstanding++
      const spare = this.#host.takeSpare()
      this.#host.send({ kind: 'more', job: this.#job, spare }, spare === undefined ? [] : [spare])
    }
  }

  take(reply: LaneReply): void {
    if (reply.kind === 'cut-failed') this.fail(fileError(this.#item.file.path, reply.failure))
    if (reply.kind !== 'cut-off' || this.#isOver) return
    const piece = this.#host.storePiece(reply.bytes)
    this.#parts.push(piece)
    this.#item.onPiece?.(piece)
    piece.then(
      () => {
        this.#outstanding--
        this.more()
      },
      (error) => this.fail(error),
    )
    if (!reply.isLast) return
    this.#end()
    Promise.all(this.#parts).then(
      (parts) => this.#item.waiter.resolve(parts),
      (error) => this.#item.waiter.reject(error),
    )
  }

  fail(error: unknown): void {
    this.#item.waiter.reject(error)
    this.#end()
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#host.onEnd()
  }
}
