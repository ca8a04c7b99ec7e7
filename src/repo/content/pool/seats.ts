/** The lanes of a pool, and how busy each is: the calling thread for a little work, worker threads from when they are worth starting. */
import { availableParallelism } from 'node:os'
import type { ContentCodec } from '../content-codec.ts'
import type { Lane } from './lane.ts'
import type { LaneSettings } from './protocol.ts'

const MAX_LANES = 8
/** Jobs that a lane has at a time, so that it never waits for the main thread. */
export const JOBS_PER_LANE = 2

export interface PoolOptions {
  readonly codec: ContentCodec
  readonly settings: LaneSettings
  /** Number of worker threads; 0 does the work in the calling thread. Default: what the machine has, at most 8. */
  readonly workers?: number | undefined
  /** The file that a worker thread runs; it must call `startPoolWorker`. */
  readonly workerUrl?: URL | undefined
}

/** A lane and how busy it is. */
export interface Seat<Request> {
  readonly lane: Lane<Request>
  load: number
  /** Large files that it cuts, beside its jobs. */
  cuts: number
}

/** How a pool starts its lanes. */
export interface LaneKinds<Request> {
  /** In the calling thread. */
  inline(): Lane<Request>
  worker(url: URL): Lane<Request>
}

export class Seats<Request> {
  readonly #options: Pick<PoolOptions, 'workers' | 'workerUrl'>
  readonly #kinds: LaneKinds<Request>
  #seats: readonly Seat<Request>[] = []
  #retired: readonly Seat<Request>[] = []
  #hasWorkers = false

  constructor(options: Pick<PoolOptions, 'workers' | 'workerUrl'>, kinds: LaneKinds<Request>) {
    this.#options = options
    this.#kinds = kinds
  }

  /** Number of lanes, started or not. */
  get laneCount(): number {
    const { workers, workerUrl } = this.#options
    if (workerUrl === undefined || workers === 0) return 1
    return Math.max(1, Math.min(MAX_LANES, workers ?? availableParallelism()))
  }

  /** Whether there could be worker threads and are none yet. */
  get mayStartWorkers(): boolean {
    const { workers, workerUrl } = this.#options
    return !this.#hasWorkers && workerUrl !== undefined && workers !== 0
  }

  /** Those that get new work. */
  get all(): readonly Seat<Request>[] {
    return this.#seats
  }

  /** Starts the worker threads, where there may be any. What the calling thread has begun it finishes, but it gets nothing new. */
  startWorkers(): void {
    const { workerUrl } = this.#options
    if (workerUrl === undefined || !this.mayStartWorkers) return
    this.#hasWorkers = true
    this.#retired = this.#seats
    this.#seats = Array.from({ length: this.laneCount }, () => seatOf(this.#kinds.worker(workerUrl)))
  }

  /** The seat with the fewest jobs; in the calling thread while there are no others. */
  freest(): Seat<Request> {
    if (this.#seats.length === 0) this.#seats = [seatOf(this.#kinds.inline())]
    return this.#seats.reduce((best, seat) => (seat.load < best.load ? seat : best))
  }

  /** Ends all lanes. */
  async close(): Promise<void> {
    const seats = [...this.#seats, ...this.#retired]
    this.#seats = []
    this.#retired = []
    await Promise.all(seats.map(({ lane }) => lane.close()))
  }
}

/** Keeps the process alive while the seat has work; to be called after each change of it. */
export function updateBusy<Request>({ lane, load, cuts }: Seat<Request>): void {
  lane.setBusy(load + cuts > 0)
}

function seatOf<Request>(lane: Lane<Request>): Seat<Request> {
  return { lane, load: 0, cuts: 0 }
}
