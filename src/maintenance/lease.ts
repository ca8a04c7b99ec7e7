/**
 * The lease on maintenance: a blob that turns away a second client while one is at work (docs/repository-format.md, "The lease").
 *
 * cairn.lease                 sealed {"holder":"user@host","token":hex,"expiresAfterMs":n}; its age counts from when the storage saw it written
 * cairn.lease.break-<token>   whoever creates it may remove the expired lease of that token
 * cairn.lease.now-<random>    put and removed again, to ask the storage for the time
 *
 * Kopia neither reads nor removes blobs of these names. Should two clients ever hold it at once, the safety margins still protect all data.
 */
import { CairnError, isCairnError, messageOf } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { ClientIdentity } from '../repo/api.ts'
import { readChecked } from '../repo/blob/read-checked.ts'
import { readUpTo } from '../repo/blob/read-up-to.ts'
import type { BlobMetadata, BlobStorage } from '../repo/blob/storage.ts'
import type { OpenedFormat } from '../repo/format/index.ts'
import { seal, unseal } from '../repo/format/sealed-payload.ts'
import { fromUtf8, toHex, utf8 } from '../util/bytes.ts'
import type { Clock } from '../util/clock.ts'
import { isJsonObject } from '../util/json-read.ts'
import type { RandomSource } from '../util/random.ts'

export const LEASE_BLOB_ID = 'cairn.lease'

const MAX_BYTES = 4096
/** A lease lasts at least this long without a sign of life. */
const MIN_EXPIRY_MS = 15 * 60_000
const MAX_EXPIRY_MS = 7 * 86_400_000
/** Helper blobs that a crash left behind are removed after this time. */
const LITTER_MS = 86_400_000

export interface LeaseOptions {
  readonly storage: BlobStorage
  readonly format: OpenedFormat
  readonly identity: ClientIdentity
  readonly clock: Clock
  readonly random: RandomSource
  readonly log: Logger
  /** The longest that a step ever took; a lease lasts twice as long. */
  readonly longestStepMs: number
}

/** A lease that is held, or the absence of one where the storage cannot give any. */
export interface Lease {
  /** False when the storage cannot create a blob only if it is absent. */
  readonly isProtected: boolean
  /** The storage's time when the lease was taken, in ms since 1970; undefined without protection. */
  readonly takenMs: number | undefined
  /** Renews the lease when a quarter of its life is over; cheap, for loops. Errors: CAIRN_MAINTENANCE_LEASE_LOST. */
  keep(): Promise<void>
  /** Makes sure that the lease is still held, before something is erased. Errors: CAIRN_MAINTENANCE_LEASE_LOST. */
  confirm(): Promise<void>
  release(): Promise<void>
}

/** Takes the lease. Errors: CAIRN_MAINTENANCE_BUSY when another client holds it, storage kinds. */
export async function takeLease(options: LeaseOptions): Promise<Lease> {
  const expiryMs = Math.min(MAX_EXPIRY_MS, Math.max(MIN_EXPIRY_MS, 2 * options.longestStepMs))
  const own: LeaseRecord = { holder: holderOf(options.identity), token: toHex(options.random(16)), expiresAfterMs: expiryMs }
  try {
    const taken = (await create(options, own)) ?? (await takeOver(options, own))
    return new HeldLease(options, own, taken.timestampMs)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_NOT_SUPPORTED')) return NOT_PROTECTED
    throw error
  }
}

interface LeaseRecord {
  readonly holder: string
  readonly token: string
  readonly expiresAfterMs: number
}

const NOT_PROTECTED: Lease = {
  isProtected: false,
  takenMs: undefined,
  keep: async () => {},
  confirm: async () => {},
  release: async () => {},
}

class HeldLease implements Lease {
  readonly isProtected = true
  readonly takenMs: number
  readonly #options: LeaseOptions
  readonly #own: LeaseRecord
  #renewedWallMs: number
  #renewedSteadyMs: number

  constructor(options: LeaseOptions, own: LeaseRecord, takenMs: number) {
    this.#options = options
    this.#own = own
    this.takenMs = takenMs
    this.#renewedWallMs = options.clock.nowMs()
    this.#renewedSteadyMs = options.clock.monotonicMs()
  }

  async keep(): Promise<void> {
    const { clock } = this.#options
    // The steady clock may stand still while the machine sleeps.
    const ageMs = Math.max(clock.nowMs() - this.#renewedWallMs, clock.monotonicMs() - this.#renewedSteadyMs)
    if (ageMs * 4 < this.#own.expiresAfterMs) return
    await this.confirm()
    await this.#options.storage.putBlob(LEASE_BLOB_ID, [encode(this.#options, this.#own)], { needsTime: false })
    this.#renewedWallMs = clock.nowMs()
    this.#renewedSteadyMs = clock.monotonicMs()
  }

  async confirm(): Promise<void> {
    const record = await readRecord(this.#options)
    if (record?.token === this.#own.token) return
    const who = record === undefined ? '' : ` by ${record.holder}`
    throw new CairnError('CAIRN_MAINTENANCE_LEASE_LOST', `Maintenance was taken over${who} while it ran here.`, {
      hint: 'This run stood still for too long. Nothing is lost; the other run goes on with the work.',
    })
  }

  async release(): Promise<void> {
    try {
      const record = await readRecord(this.#options)
      if (record?.token === this.#own.token) await this.#options.storage.deleteBlob(LEASE_BLOB_ID)
    } catch (error) {
      this.#options.log.warning(`The lease on maintenance could not be given back and will expire: ${messageOf(error)}`)
    }
  }
}

/** Undefined when there is a lease already. */
async function create(options: LeaseOptions, own: LeaseRecord): Promise<BlobMetadata | undefined> {
  try {
    return await options.storage.putBlob(LEASE_BLOB_ID, [encode(options, own)], { onlyIfAbsent: true })
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_EXISTS')) return undefined
    throw error
  }
}

/** Replaces a lease that has expired. Of several clients that find it expired, only one creates the blob that allows removing it. */
async function takeOver(options: LeaseOptions, own: LeaseRecord): Promise<BlobMetadata> {
  const { storage } = options
  const nowMs = await storageNow(options)
  await removeLitter(options, nowMs)
  const found = await read(options)
  if (found !== undefined && nowMs - found.metadata.timestampMs < expiryOf(found.record)) throw busy(found, nowMs)
  const breakId = `${LEASE_BLOB_ID}.break-${found?.record?.token ?? 'unreadable'}`
  try {
    // With bytes of its own: a put that is tried again must not take the blob of another client for its own.
    await storage.putBlob(breakId, [utf8(own.token)], { onlyIfAbsent: true })
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_BLOB_EXISTS')) throw error
    const present = await storage.statBlob(breakId)
    // Whoever was about to take over did not get there: next time it can be tried again.
    if (present !== undefined && nowMs - present.timestampMs >= MIN_EXPIRY_MS) await storage.deleteBlob(breakId)
    throw busy(found, nowMs)
  }
  try {
    const again = await read(options)
    if (again !== undefined && again.record?.token === found?.record?.token) await storage.deleteBlob(LEASE_BLOB_ID)
    const taken = await create(options, own)
    if (taken === undefined) throw busy(await read(options), nowMs)
    return taken
  } finally {
    await storage.deleteBlob(breakId)
  }
}

/** The time of the storage: when it saw a new blob written. */
async function storageNow({ storage, random }: LeaseOptions): Promise<number> {
  const id = `${LEASE_BLOB_ID}.now-${toHex(random(8))}`
  try {
    return (await storage.putBlob(id, [utf8('now')])).timestampMs
  } finally {
    await storage.deleteBlob(id)
  }
}

async function removeLitter({ storage }: LeaseOptions, nowMs: number): Promise<void> {
  for await (const { id, timestampMs } of storage.listBlobs(`${LEASE_BLOB_ID}.`)) {
    if (nowMs - timestampMs >= LITTER_MS) await storage.deleteBlob(id)
  }
}

/** A lease that changes hands more often than this while it is looked at is in use. */
const MAX_CHANGES = 10

interface FoundLease {
  readonly metadata: BlobMetadata
  /** Undefined when it cannot be read: then only its age counts. */
  readonly record: LeaseRecord | undefined
}

/** The lease and its age, of one and the same holder: between two requests another client may have taken it over. */
async function read(options: LeaseOptions): Promise<FoundLease | undefined> {
  let record = await readRecord(options)
  for (let changes = 0; ; changes++) {
    const metadata = await options.storage.statBlob(LEASE_BLOB_ID)
    if (metadata === undefined) return undefined
    const after = await readRecord(options)
    if (after?.token === record?.token) return { metadata, record: after }
    if (changes === MAX_CHANGES) throw busy({ metadata, record: after }, metadata.timestampMs)
    record = after
  }
}

/** What the lease says; undefined when there is none, or none that can be read. */
async function readRecord(options: LeaseOptions): Promise<LeaseRecord | undefined> {
  try {
    return await readChecked(
      () => readUpTo(options.storage, LEASE_BLOB_ID, 0, MAX_BYTES),
      (sealed) => decode(options, sealed) ?? unreadable(),
    )
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND') || isCairnError(error, 'CAIRN_MAINTENANCE_UNREADABLE')) return undefined
    throw error
  }
}

function encode(options: LeaseOptions, record: LeaseRecord): Uint8Array {
  return seal(sealingKey(options.format), utf8(JSON.stringify(record)), options.random)
}

function decode(options: LeaseOptions, sealed: Uint8Array): LeaseRecord | undefined {
  const plain = unseal(sealingKey(options.format), sealed)
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(plain ?? new Uint8Array(0)) ?? '')
  } catch {
    return undefined
  }
  if (!isJsonObject(value)) return undefined
  const { holder, token, expiresAfterMs } = value
  if (typeof holder !== 'string' || typeof token !== 'string' || typeof expiresAfterMs !== 'number') return undefined
  return /^[0-9a-f]{32}$/.test(token) ? { holder, token, expiresAfterMs } : undefined
}

function unreadable(): never {
  throw new CairnError('CAIRN_MAINTENANCE_UNREADABLE', `The lease on maintenance, ${LEASE_BLOB_ID}, cannot be read.`)
}

function sealingKey(format: OpenedFormat) {
  return { key: format.deriveKey('cairn lease', 32), additionalData: utf8('lease') }
}

function expiryOf(record: LeaseRecord | undefined): number {
  return Math.min(MAX_EXPIRY_MS, Math.max(MIN_EXPIRY_MS, record?.expiresAfterMs ?? 0))
}

function holderOf({ userName, host }: ClientIdentity): string {
  return `${userName}@${host}`
}

function busy(found: FoundLease | undefined, nowMs: number): CairnError {
  const leftMs = found === undefined ? 0 : expiryOf(found.record) - (nowMs - found.metadata.timestampMs)
  const minutes = Math.max(1, Math.ceil(leftMs / 60_000))
  return new CairnError('CAIRN_MAINTENANCE_BUSY', `Maintenance is already being done by ${found?.record?.holder ?? 'another client'}.`, {
    hint: `Let it finish. If it was killed, its lease ends in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  })
}
