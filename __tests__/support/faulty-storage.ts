/** Any storage, with failures at scripted calls. */
import { CairnError, type ErrorCode } from '../../src/errors.ts'
import type { BlobId, BlobMetadata, BlobStorage, GetOptions, PutOptions } from '../../src/repo/blob/storage.ts'
import { concatBytes } from '../../src/util/bytes.ts'
import { FaultPlan } from './fault-plan.mjs'

export type StorageMethod = 'getBlob' | 'statBlob' | 'putBlob' | 'deleteBlob' | 'listBlobs'

/** What goes wrong when, and how: the same words as those of the fault proxy; they are explained in `fault-plan.mjs`. */
export interface Fault {
  readonly method?: StorageMethod
  readonly prefix?: string
  readonly call?: number
  readonly times?: number
  readonly sticky?: boolean
  readonly when?: 'before' | 'after' | 'half'
  readonly does?: 'fail' | 'reset' | 'timeout' | 'short' | 'flip' | 'empty' | 'partial' | 'stale' | 'lie' | 'slow' | 'kill'
  readonly status?: number
  readonly retryAfterSeconds?: number
  readonly delayMs?: number
  readonly every?: number
  readonly keeps?: 0 | 1
  /** Default: what `does` and `status` mean, else CAIRN_STORAGE_IO. A function makes a fresh error, or changes the world first. */
  readonly error?: ErrorCode | (() => unknown)
}

interface PlannedCall {
  readonly method: StorageMethod
  readonly id: BlobId
}

export interface FaultyOptions {
  /** How `slow` waits; default: not at all. */
  readonly sleep?: (ms: number) => Promise<void>
  /** What `kill` does; default: the process ends at once. */
  readonly kill?: () => void
}

/**
 * Wraps a storage. `new FaultyStorage(storage, [{ method: 'putBlob', call: 3, when: 'half' }])` breaks the third put.
 * `calls` is everything that was asked, in order; `failures` counts what was made to fail.
 */
export class FaultyStorage implements BlobStorage {
  readonly displayName: string
  readonly #storage: BlobStorage
  readonly #plan: FaultPlan
  readonly #options: FaultyOptions
  /** Put here and not there before. */
  readonly #young = new Set<BlobId>()
  /** Deleted here; what listings said of them. */
  readonly #ghosts = new Map<BlobId, BlobMetadata>()

  constructor(storage: BlobStorage, faults: readonly Fault[] = [], options: FaultyOptions = {}) {
    this.displayName = storage.displayName
    this.#storage = storage
    this.#plan = new FaultPlan(faults)
    this.#options = options
  }

  get calls(): readonly PlannedCall[] {
    return this.#plan.calls
  }

  get failures(): number {
    return this.#plan.failures
  }

  addFault(fault: Fault): void {
    this.#plan.add(fault)
  }

  /** From now on everything works. */
  heal(): void {
    this.#plan.heal()
  }

  /** How often a method was called, for blobs whose ID starts with `prefix`. */
  count(method: StorageMethod, prefix = ''): number {
    return this.calls.filter((call) => call.method === method && call.id.startsWith(prefix)).length
  }

  getBlob(id: BlobId, options?: GetOptions): Promise<Uint8Array> {
    const whole = () => this.#storage.getBlob(id, options)
    const half = async () => {
      const bytes = await whole()
      return bytes.subarray(0, Math.floor(bytes.length / 2))
    }
    const flip = async ({ every = Number.POSITIVE_INFINITY }: Fault) => {
      // A copy: the storage may have given its own bytes.
      const bytes = (await whole()).slice()
      const { length } = bytes
      for (let at = Math.floor(Math.min(length, every) / 2); at < length; at += every) bytes[at] = (bytes[at] ?? 0) ^ 0x10
      return bytes
    }
    return this.#run('getBlob', id, { whole, half, short: half, flip })
  }

  statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    return this.#run('statBlob', id, { whole: () => this.#storage.statBlob(id) })
  }

  putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions): Promise<BlobMetadata> {
    return this.#run('putBlob', id, {
      whole: async () => {
        const isYoung = (await this.#storage.statBlob(id)) === undefined
        const put = await this.#storage.putBlob(id, parts, options)
        if (isYoung) this.#young.add(id)
        return put
      },
      half: async (fail) => {
        const bytes = concatBytes(parts)
        await this.#storage.putBlob(id, [bytes.subarray(0, Math.floor(bytes.length / 2))], options)
        return fail()
      },
      lie: async () => ({ id, length: concatBytes(parts).length, timestampMs: 0 }),
    })
  }

  deleteBlob(id: BlobId): Promise<void> {
    return this.#run('deleteBlob', id, {
      whole: async () => {
        const ghost = await this.#storage.statBlob(id)
        await this.#storage.deleteBlob(id)
        if (ghost !== undefined && !this.#young.has(id)) this.#ghosts.set(id, ghost)
      },
    })
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    const fault = this.#plan.next('listBlobs', prefix)
    const { does = 'fail', when = 'before' } = fault ?? {}
    const isShown = does === 'empty' || does === 'partial' || does === 'stale' || does === 'slow'
    if (does === 'slow') await this.#options.sleep?.(fault?.delayMs ?? 1000)
    if (fault !== undefined && !isShown && when === 'before') throw this.#failure(fault, 'listBlobs', prefix)
    let all: BlobMetadata[] = []
    for await (const blob of this.#storage.listBlobs(prefix, signal)) all.push(blob)
    if (fault === undefined || does === 'slow') return yield* all
    if (does === 'stale') {
      const ghosts = [...this.#ghosts.values()].filter(({ id }) => id.startsWith(prefix) && !all.some((blob) => blob.id === id))
      all = [...all.filter(({ id }) => !this.#young.has(id)), ...ghosts]
    }
    if (does === 'empty') all = []
    if (does === 'partial') all = all.filter((_, at) => at % 2 === (fault.keeps ?? 0))
    else if (!isShown && when === 'half') all = all.slice(0, Math.floor(all.length / 2))
    yield* all
    if (!isShown) throw this.#failure(fault, 'listBlobs', prefix)
  }

  close(): Promise<void> {
    return this.#storage.close()
  }

  async #run<R>(method: StorageMethod, id: BlobId, effect: Effect<R>): Promise<R> {
    const fault = this.#plan.next(method, id)
    if (fault === undefined) return effect.whole()
    const { does = 'fail', when = 'before' } = fault
    const fail = (): never => {
      throw this.#failure(fault, method, id)
    }
    if (does === 'slow') await this.#options.sleep?.(fault.delayMs ?? 1000)
    const special = does === 'short' ? effect.short : does === 'flip' ? effect.flip : does === 'lie' ? effect.lie : undefined
    if (special !== undefined) return special(fault)
    // A deed that this method cannot do is none.
    if (['slow', 'short', 'flip', 'lie', 'empty', 'partial', 'stale'].includes(does)) return effect.whole()
    if (when === 'half' && effect.half !== undefined) return effect.half(fail)
    if (when === 'after') await effect.whole()
    return fail()
  }

  #failure(fault: Fault, method: StorageMethod, id: BlobId): unknown {
    if (fault.does === 'kill') {
      if (this.#options.kill !== undefined) this.#options.kill()
      else process.kill(process.pid, 'SIGKILL')
    }
    if (typeof fault.error === 'function') return fault.error()
    const retryAfter = fault.retryAfterSeconds === undefined ? {} : { retryAfterMs: fault.retryAfterSeconds * 1000 }
    return new CairnError(fault.error ?? codeOf(fault), `Scripted failure of ${method} ${id}.`, retryAfter)
  }
}

interface Effect<R> {
  whole(): Promise<R>
  half?(fail: () => never): Promise<R>
  short?(fault: Fault): Promise<R>
  flip?(fault: Fault): Promise<R>
  lie?(fault: Fault): Promise<R>
}

/** What a backend makes of such a failure. */
function codeOf({ does, status }: Fault): ErrorCode {
  if (does === 'reset' || does === 'timeout' || status === 500 || status === 503) return 'CAIRN_STORAGE_UNAVAILABLE'
  return status === 403 ? 'CAIRN_STORAGE_FORBIDDEN' : 'CAIRN_STORAGE_IO'
}
