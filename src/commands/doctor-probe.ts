/** What a storage does with a blob of our own: writing, reading, creating, listing, deleting, and what time it is there. */
import { CairnError, isCairnError, throwIfCancelled } from '../errors.ts'
import { FORMAT_BLOB_ID } from '../repo/blob/open.ts'
import type { BlobStorage } from '../repo/blob/storage.ts'
import { equalBytes, toHex } from '../util/bytes.ts'
import type { CommandContext } from './context.ts'
import type { Examination } from './examination.ts'

export interface ProbeResult {
  readonly latency: { readonly minimumMs: number; readonly medianMs: number } | undefined
  readonly clockSkewMs: number | undefined
}

/** No program that keeps repositories gives a blob such a name, and none looks at it. */
const PROBE_PREFIX = 'zz-cairn-doctor-'
const PROBE_BYTES = 64 * 1024
const RANGE = { offset: 1000, length: 777 }
/** A probe that is older was left by a doctor who was killed. */
const LEFT_OVER_MS = 3_600_000
const LATENCY_CALLS = 5
/** Maintenance refuses to run from here on, for it decides by ages. */
const MAX_SKEW_MS = 5 * 60_000
const WARN_SKEW_MS = 60_000
/** File systems stamp a file with the last tick of the kernel, which may be this long ago. */
const TICK_MS = 20

const READ_ONLY = 'the connection is for reading only'

interface ProbeContext extends Pick<CommandContext, 'clock' | 'random' | 'signal'> {
  readonly isReadOnly: boolean
  /** Why nothing may be written to a store that gathers, in words; undefined when it may. */
  readonly writeRefusal: () => Promise<string | undefined>
}

/** Puts the storage to the test, and leaves nothing in it. */
export async function probeStorage(storage: BlobStorage, context: ProbeContext, examination: Examination): Promise<ProbeResult> {
  const { clock, random, signal } = context
  const id = PROBE_PREFIX + toHex(random(8))
  const bytes = random(PROBE_BYTES)
  const why = context.isReadOnly ? READ_ONLY : storage.flush !== undefined ? 'a store that gathers is written once in a run' : undefined
  const written = why === undefined ? await write(storage, id, bytes, clock, examination) : undefined
  try {
    if (written !== undefined) {
      await read(storage, id, bytes, examination)
      await create(storage, id, examination)
    } else {
      if (context.isReadOnly) examination.skip('write', READ_ONLY)
      else if (why !== undefined) await mayWrite(storage, context, examination)
      await readFormat(storage, context, examination)
      examination.skip('create', why ?? 'there is nothing to create again')
    }
    await list(storage, written === undefined ? undefined : id, clock.nowMs(), { canDelete: why === undefined, signal }, examination)
    const latency = await measure(storage, written === undefined ? FORMAT_BLOB_ID : id, context, examination)
    const clockSkewMs = written === undefined ? undefined : await skew(written, examination)
    return { latency, clockSkewMs }
  } finally {
    if (written !== undefined) await remove(storage, id, examination)
  }
}

interface Written {
  readonly storeMs: number
  /** Our clock before and after. */
  readonly fromMs: number
  readonly toMs: number
}

async function write(storage: BlobStorage, id: string, bytes: Uint8Array, clock: CommandContext['clock'], examination: Examination) {
  return await examination.look<Written>('write', async () => {
    const fromMs = clock.nowMs()
    const { timestampMs } = await storage.putBlob(id, [bytes])
    return { detail: `a blob of ${PROBE_BYTES / 1024} KiB`, result: { storeMs: timestampMs, fromMs, toMs: clock.nowMs() } }
  })
}

async function read(storage: BlobStorage, id: string, bytes: Uint8Array, examination: Examination): Promise<void> {
  await examination.look('read', async () => {
    const whole = await storage.getBlob(id)
    const part = await storage.getBlob(id, RANGE)
    if (!equalBytes(whole, bytes) || !equalBytes(part, bytes.subarray(RANGE.offset, RANGE.offset + RANGE.length))) {
      throw new CairnError('CAIRN_STORAGE_UNFIT', `${storage.displayName} gives back other bytes than it was given.`)
    }
    return { detail: 'the same bytes, whole and in part' }
  })
}

/** What a store says without being written to. */
async function mayWrite(storage: BlobStorage, { writeRefusal }: ProbeContext, examination: Examination): Promise<void> {
  await examination.look('write', async () => {
    const refusal = await writeRefusal()
    if (refusal === undefined) return { detail: 'this job may write; a store that gathers is written once in a run' }
    throw new CairnError('CAIRN_STORAGE_FORBIDDEN', `Nothing can be written to ${storage.displayName}: ${refusal}.`, {
      hint: 'GitHub lets runs of untrusted events only read the cache. Restores work; save snapshots on push or schedule.',
    })
  })
}

/** Where nothing was written, the format blob is what there is to read. */
async function readFormat(storage: BlobStorage, { signal }: ProbeContext, examination: Examination): Promise<void> {
  await examination.look('read', async () => {
    try {
      const whole = await storage.getBlob(FORMAT_BLOB_ID, { isFresh: true, signal })
      const length = Math.ceil(whole.length / 2)
      const part = whole.length === 0 ? whole : await storage.getBlob(FORMAT_BLOB_ID, { length, isFresh: true, signal })
      if (equalBytes(part, whole.subarray(0, length))) return { detail: `${FORMAT_BLOB_ID}, whole and in part` }
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
      return { status: 'skipped', detail: 'there is nothing to read' }
    }
    throw new CairnError('CAIRN_STORAGE_UNFIT', `${storage.displayName} gives other bytes for a part than for the whole.`)
  })
}

async function create(storage: BlobStorage, id: string, examination: Examination): Promise<void> {
  await examination.look('create', async () => {
    try {
      await storage.putBlob(id, [new Uint8Array(1)], { onlyIfAbsent: true })
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_EXISTS')) return { detail: 'a blob that exists is not created again: maintenance is protected' }
      if (!isCairnError(error, 'CAIRN_NOT_SUPPORTED')) throw error
    }
    const detail = 'it cannot create a blob only if it is absent: maintenance from two machines at once is not protected'
    return { status: 'warning' as const, detail }
  })
}

async function list(
  storage: BlobStorage,
  id: string | undefined,
  nowMs: number,
  { canDelete, signal }: { readonly canDelete: boolean; readonly signal: AbortSignal },
  examination: Examination,
): Promise<void> {
  await examination.look('list', async () => {
    const found = []
    for await (const blob of storage.listBlobs(PROBE_PREFIX, signal)) found.push(blob)
    throwIfCancelled(signal)
    for (const old of found) if (canDelete && old.id !== id && nowMs - old.timestampMs > LEFT_OVER_MS) await storage.deleteBlob(old.id)
    if (id === undefined) return { detail: 'listings are allowed' }
    if (found.some((blob) => blob.id === id)) return { detail: 'what was written is listed' }
    throw new CairnError('CAIRN_STORAGE_UNFIT', `${storage.displayName} does not list a blob that was just written.`, {
      hint: 'A store that shows new objects late cannot hold a repository.',
    })
  })
}

async function measure(
  storage: BlobStorage,
  id: string,
  { clock, signal }: Pick<CommandContext, 'clock' | 'signal'>,
  examination: Examination,
): Promise<ProbeResult['latency']> {
  return await examination.look('latency', async () => {
    const times: number[] = []
    for (let call = 0; call < LATENCY_CALLS; call++) {
      throwIfCancelled(signal)
      const start = clock.monotonicMs()
      await storage.statBlob(id)
      times.push(clock.monotonicMs() - start)
    }
    times.sort((a, b) => a - b)
    const [minimumMs = 0, medianMs = 0] = [times[0], times[LATENCY_CALLS >> 1]].map((ms = 0) => Math.round(ms * 10) / 10)
    return { detail: `${medianMs} ms a call (median of ${LATENCY_CALLS}; fastest ${minimumMs} ms)`, result: { minimumMs, medianMs } }
  })
}

async function skew({ storeMs, fromMs, toMs }: Written, examination: Examination): Promise<number | undefined> {
  return await examination.look('clock', async () => {
    // Stores tell whole seconds, and the blob was written at some time between the two looks at our clock.
    const earliest = storeMs - toMs
    const latest = storeMs + (storeMs % 1000 === 0 ? 999 : 0) - fromMs
    const apart = earliest > 0 ? earliest : latest < 0 ? latest : 0
    const result = Math.abs(apart) <= TICK_MS ? 0 : apart
    if (result === 0) return { detail: 'the same as here, as far as can be told', result }
    const words = `${(Math.abs(result) / 1000).toFixed(1)} s ${result > 0 ? 'ahead of' : 'behind'} this machine`
    if (Math.abs(result) > MAX_SKEW_MS) {
      throw new CairnError('CAIRN_CLOCK_SKEW', `The clock of the storage is ${words}.`, {
        hint: 'Set the clock of this machine: maintenance decides by ages and does not run like this.',
      })
    }
    return { ...(Math.abs(result) > WARN_SKEW_MS ? { status: 'warning' as const } : {}), detail: words, result }
  })
}

async function remove(storage: BlobStorage, id: string, examination: Examination): Promise<void> {
  await examination.look('delete', async () => {
    await storage.deleteBlob(id)
    if ((await storage.statBlob(id)) === undefined) return { detail: 'nothing is left' }
    throw new CairnError('CAIRN_STORAGE_UNFIT', `${storage.displayName} still has a blob that was deleted: ${id}.`)
  })
}
