/** Proves that a storage keeps the promises that a repository rests on (docs/repository-format.md, "Blob store"). */
import { isCairnError, throwIfCancelled } from '../errors.ts'
import { openStorage } from '../repo/blob/open.ts'
import type { BlobStorage } from '../repo/blob/storage.ts'
import { limitsOf } from '../repo/blob/throttle-limits.ts'
import { throttling } from '../repo/blob/throttling.ts'
import { readClientConfig } from '../repo/config.ts'
import { equalBytes, toHex } from '../util/bytes.ts'
import type { Connection } from './open.ts'
import { type ConcurrencyOptions, runConcurrencyTest, unfit } from './storage-concurrency.ts'
import { storageOptions } from './storage-options.ts'

export interface ValidateOptions extends ConcurrencyOptions {
  /** Connections to the same storage, used in turn, as by as many clients. */
  readonly connections: number
}

/** The clock of a storage may be this far from ours. */
const MAX_CLOCK_DRIFT_MS = 3 * 60_000
const TEST_BLOB_BYTES = 5_000_000

/**
 * Writes, reads, lists and removes blobs of its own, whose names nothing else uses; `say` hears what is being looked at.
 *
 * Errors: CAIRN_STORAGE_UNFIT naming the promise that was broken, those of the storage.
 */
export async function validateProvider(context: Connection, options: ValidateOptions, say: (step: string) => void): Promise<void> {
  const config = await readClientConfig(context.configPath)
  const storages: BlobStorage[] = []
  // Blobs of kopia never begin with this letter.
  const prefix = `z${toHex(context.random(16))}`
  try {
    for (let n = 0; n < Math.max(1, options.connections); n++) {
      const storage = await openStorage(config.storage, { ...storageOptions(context), mode: 'existing' })
      storages.push(throttling(storage, limitsOf(config), context.clock))
    }
    const trial = new Trial(storages, prefix, context)
    try {
      await trial.run(say)
      say(`Using it from many sides for ${Math.round(options.durationMs / 1000)} seconds…`)
      await runConcurrencyTest(context, () => trial.next(), `${prefix}c`, options)
    } finally {
      say('Removing what was written…')
      await trial.cleanUp()
    }
  } finally {
    await Promise.all(storages.map((storage) => storage.close()))
  }
}

class Trial {
  readonly #storages: readonly BlobStorage[]
  readonly #prefix: string
  readonly #context: Connection
  #turn = 0

  constructor(storages: readonly BlobStorage[], prefix: string, context: Connection) {
    this.#storages = storages
    this.#prefix = prefix
    this.#context = context
  }

  /** The connections in turn: what one writes the next one must see. */
  next(): BlobStorage {
    const storage = this.#storages[this.#turn++ % this.#storages.length]
    if (storage === undefined) throw new RangeError('there is no connection')
    return storage
  }

  async run(say: (step: string) => void): Promise<void> {
    const id = `${this.#prefix}a1`
    const bytes = patternBytes(TEST_BLOB_BYTES)
    say('Looking for a blob that does not exist…')
    await this.#expectCount('', 0)
    await this.#expectAbsent(id)
    say(`Writing a blob of ${TEST_BLOB_BYTES} bytes…`)
    await this.next().putBlob(id, [bytes])
    say('Refusing to replace it…')
    await this.#expectRefusal(id)
    say('Listing…')
    await this.#expectCount('', 1)
    await this.#expectCount('a', 1)
    await this.#expectCount('b', 0)
    say('Reading parts and the whole…')
    for (const [offset, length] of [
      [0, 10],
      [1, 10],
      [2, 1],
      [5, 0],
      [bytes.length - 5, 5],
    ] as const) {
      const part = await this.next().getBlob(id, { offset, length })
      if (!equalBytes(part, bytes.subarray(offset, offset + length)))
        throw unfit(`${length} bytes at ${offset} are not those that were written`)
    }
    if (!equalBytes(await this.next().getBlob(id), bytes)) throw unfit('a blob is not what was written')
    say('Comparing clocks…')
    await this.#expectMetadata(id, bytes.length)
  }

  async cleanUp(): Promise<void> {
    const storage = this.next()
    for await (const { id } of storage.listBlobs(this.#prefix)) await storage.deleteBlob(id)
  }

  async #expectCount(letter: string, expected: number): Promise<void> {
    let count = 0
    for await (const _ of this.next().listBlobs(this.#prefix + letter, this.#context.signal)) count++
    if (count !== expected) throw unfit(`a listing holds ${count} blobs instead of ${expected}`)
  }

  async #expectAbsent(id: string): Promise<void> {
    for (const options of [{}, { offset: 0, length: 5 }]) {
      try {
        await this.next().getBlob(id, options)
        throw unfit('it reads a blob that was never written')
      } catch (error) {
        if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
      }
    }
    if ((await this.next().statBlob(id)) !== undefined) throw unfit('it knows of a blob that was never written')
  }

  async #expectRefusal(id: string): Promise<void> {
    try {
      await this.next().putBlob(id, [Uint8Array.of(99)], { onlyIfAbsent: true })
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_EXISTS')) return
      throw error
    }
    throw unfit('it replaces a blob although it was told not to')
  }

  async #expectMetadata(id: string, length: number): Promise<void> {
    const blob = await this.next().statBlob(id)
    if (blob?.length !== length) throw unfit(`a blob of ${length} bytes has ${blob?.length ?? 'no'} bytes`)
    const driftMs = Math.abs(this.#context.clock.nowMs() - blob.timestampMs)
    throwIfCancelled(this.#context.signal)
    if (driftMs > MAX_CLOCK_DRIFT_MS) throw unfit(`its clock is ${Math.round(driftMs / 1000)} seconds away from that of this machine`)
  }
}

function patternBytes(length: number): Uint8Array {
  return new Uint8Array(length).map((_, at) => (at % 5) + 1)
}
