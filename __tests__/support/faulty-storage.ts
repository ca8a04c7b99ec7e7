/** Any storage, with failures at scripted calls. */
import { CairnError, type ErrorCode } from '../../src/errors.ts'
import type { BlobId, BlobMetadata, BlobStorage, GetOptions, PutOptions } from '../../src/repo/blob/storage.ts'
import { concatBytes } from '../../src/util/bytes.ts'

export type StorageMethod = 'getBlob' | 'statBlob' | 'putBlob' | 'deleteBlob' | 'listBlobs'

export interface Fault {
  readonly method: StorageMethod
  /** Which matching call fails, from 1; default the first. */
  readonly call?: number
  /** Only calls about blobs (or list prefixes) that start with this count. */
  readonly prefix?: string
  /**
   * `before` the call has an effect (default), `after` it had its whole effect, or when `half` is done:
   * a put leaves the first half of the bytes under the final name, as a broken backend would; a list ends after half of its blobs;
   * a get gives the first half of the bytes and does not throw.
   */
  readonly when?: 'before' | 'after' | 'half'
  /** Fail this call and every later one. */
  readonly sticky?: boolean
  /** Default CAIRN_STORAGE_IO. A function makes a fresh error, or changes the world first. */
  readonly error?: ErrorCode | (() => unknown)
}

interface ArmedFault extends Fault {
  seen: number
}

/**
 * Wraps a storage. `new FaultyStorage(storage, [{ method: 'putBlob', call: 3, when: 'half' }])` breaks the third put.
 * `calls` is everything that was asked, in order; `failures` counts what was made to fail.
 */
export class FaultyStorage implements BlobStorage {
  readonly displayName: string
  readonly calls: { readonly method: StorageMethod; readonly id: BlobId }[] = []
  failures = 0
  readonly #storage: BlobStorage
  readonly #faults: ArmedFault[]

  constructor(storage: BlobStorage, faults: readonly Fault[] = []) {
    this.displayName = storage.displayName
    this.#storage = storage
    this.#faults = faults.map((fault) => ({ ...fault, seen: 0 }))
  }

  addFault(fault: Fault): void {
    this.#faults.push({ ...fault, seen: 0 })
  }

  /** From now on everything works. */
  heal(): void {
    this.#faults.length = 0
  }

  /** How often a method was called, for blobs whose ID starts with `prefix`. */
  count(method: StorageMethod, prefix = ''): number {
    return this.calls.filter((call) => call.method === method && call.id.startsWith(prefix)).length
  }

  getBlob(id: BlobId, options?: GetOptions): Promise<Uint8Array> {
    return this.#run('getBlob', id, {
      whole: () => this.#storage.getBlob(id, options),
      half: async () => {
        const bytes = await this.#storage.getBlob(id, options)
        return bytes.subarray(0, Math.floor(bytes.length / 2))
      },
    })
  }

  statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    return this.#run('statBlob', id, { whole: () => this.#storage.statBlob(id) })
  }

  putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions): Promise<BlobMetadata> {
    return this.#run('putBlob', id, {
      whole: () => this.#storage.putBlob(id, parts, options),
      half: async (fail) => {
        const bytes = concatBytes(parts)
        await this.#storage.putBlob(id, [bytes.subarray(0, Math.floor(bytes.length / 2))], options)
        return fail()
      },
    })
  }

  deleteBlob(id: BlobId): Promise<void> {
    return this.#run('deleteBlob', id, { whole: () => this.#storage.deleteBlob(id) })
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    const fault = this.#next('listBlobs', prefix)
    if (fault !== undefined && (fault.when ?? 'before') === 'before') throw this.#errorOf(fault, prefix)
    const all: BlobMetadata[] = []
    for await (const blob of this.#storage.listBlobs(prefix, signal)) all.push(blob)
    yield* fault?.when === 'half' ? all.slice(0, Math.floor(all.length / 2)) : all
    if (fault !== undefined) throw this.#errorOf(fault, prefix)
  }

  close(): Promise<void> {
    return this.#storage.close()
  }

  async #run<R>(
    method: StorageMethod,
    id: BlobId,
    effect: { whole: () => Promise<R>; half?: (fail: () => never) => Promise<R> },
  ): Promise<R> {
    const fault = this.#next(method, id)
    if (fault === undefined) return effect.whole()
    const fail = (): never => {
      throw this.#errorOf(fault, id)
    }
    if (fault.when === 'half' && effect.half !== undefined) return effect.half(fail)
    if (fault.when === 'after') await effect.whole()
    return fail()
  }

  #next(method: StorageMethod, id: BlobId): ArmedFault | undefined {
    this.calls.push({ method, id })
    let due: ArmedFault | undefined
    for (const fault of this.#faults) {
      if (fault.method !== method || !id.startsWith(fault.prefix ?? '')) continue
      fault.seen++
      const call = fault.call ?? 1
      if (fault.seen === call || (fault.sticky && fault.seen > call)) due ??= fault
    }
    if (due !== undefined) this.failures++
    return due
  }

  #errorOf(fault: ArmedFault, id: BlobId): unknown {
    if (typeof fault.error === 'function') return fault.error()
    return new CairnError(fault.error ?? 'CAIRN_STORAGE_IO', `Scripted failure of ${fault.method} ${id}.`)
  }
}
