/** Which faults are tried at which call of an operation, and what has to come of each. */
import { isCairnError } from '../../src/errors.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import type { FaultWorld, Operation } from './fault-world.ts'
import { type Fault, FaultyStorage, type StorageMethod } from './faulty-storage.ts'

export interface FaultKind {
  readonly name: string
  readonly fault: Omit<Fault, 'call'>
  /** Operations that must not even notice it. */
  readonly isHarmlessFor?: readonly Operation[]
  /** A store that has never listed anything takes a snapshot for that of a new repository, where nobody looks for it later. */
  readonly mayHideNew?: boolean
  /** Operations that it is tried on; default all. */
  readonly operations?: readonly Operation[]
}

const ALL: readonly Operation[] = ['snapshot', 'restore', 'maintenance']

/** Once and for good: errors of the store, broken connections, what is damaged or hidden on the way. */
export const FAULT_KINDS: readonly FaultKind[] = [
  { name: '503 once', fault: { status: 503, retryAfterSeconds: 2 }, isHarmlessFor: ALL },
  { name: '500 once, though it was done', fault: { status: 500, when: 'after' }, isHarmlessFor: ALL },
  { name: 'timeout three times', fault: { does: 'timeout', times: 3 }, isHarmlessFor: ALL },
  { name: 'broken connections for good', fault: { does: 'reset', sticky: true } },
  { name: '403 for good', fault: { status: 403, sticky: true } },
  { name: 'an error of the disk once', fault: {} },
  { name: 'an error of the disk once, though it was done', fault: { when: 'after' } },
  { name: 'an error half way through a listing', fault: { method: 'listBlobs', when: 'half' } },
  // What no store does that keeps its promises; packs that no index names yet may be anything.
  { name: 'half a pack left under its name', fault: { method: 'putBlob', prefix: 'p', when: 'half' } },
  { name: 'half a metadata pack left under its name', fault: { method: 'putBlob', prefix: 'q', when: 'half' } },
  { name: 'errors of the disk for good, though all was done', fault: { when: 'after', sticky: true } },
  { name: 'a bit turned over once', fault: { method: 'getBlob', does: 'flip', every: 64 }, isHarmlessFor: ALL },
  { name: 'bits turned over for good', fault: { method: 'getBlob', does: 'flip', every: 64, sticky: true } },
  { name: 'half a body once', fault: { method: 'getBlob', does: 'short' }, isHarmlessFor: ALL },
  { name: 'half bodies for good', fault: { method: 'getBlob', does: 'short', sticky: true } },
  { name: 'an empty listing once', fault: { method: 'listBlobs', does: 'empty' } },
  { name: 'half a listing once', fault: { method: 'listBlobs', does: 'partial' } },
  { name: 'the other half of a listing once', fault: { method: 'listBlobs', does: 'partial', keeps: 1 } },
  { name: 'half listings for good', fault: { method: 'listBlobs', does: 'partial', sticky: true }, operations: ['snapshot', 'restore'] },
  { name: 'empty listings for good', fault: { method: 'listBlobs', does: 'empty', sticky: true }, mayHideNew: true },
  { name: 'a listing of before once', fault: { method: 'listBlobs', does: 'stale' }, isHarmlessFor: ALL },
  { name: 'listings of before for good', fault: { method: 'listBlobs', does: 'stale', sticky: true }, isHarmlessFor: ALL },
]

/** One run: a fault of this kind begins at this call. */
export interface FaultCase {
  readonly operation: Operation
  readonly kind: FaultKind
  readonly call: number
}

/** Every case: each operation runs once without faults, to count its calls through `make`. */
export async function everyCase(world: FaultWorld, make: () => Promise<BlobStorage>): Promise<FaultCase[]> {
  const cases: FaultCase[] = []
  for (const operation of ALL) {
    const counting = new FaultyStorage(await make())
    await world.perform(operation, counting)
    for (const kind of FAULT_KINDS) {
      if (kind.operations !== undefined && !kind.operations.includes(operation)) continue
      const method: StorageMethod | undefined = kind.fault.method
      const calls = method === undefined ? counting.calls.length : counting.count(method, kind.fault.prefix)
      for (let call = 1; call <= calls; call++) cases.push({ operation, kind, call })
    }
  }
  return cases
}

/** Runs one case on a fresh copy of the base; what is wrong, each line with the case. */
export async function runCase(world: FaultWorld, each: FaultCase, make: () => Promise<BlobStorage>): Promise<string[]> {
  // Files are stamped by the clock of the machine.
  world.clock.setMs(Date.now())
  const storage = await make()
  const faulty = new FaultyStorage(storage, [{ ...each.kind.fault, call: each.call }])
  return await judgeCase(world, each, { storage, faulty, calls: () => faulty.calls })
}

export interface FaultyPlace {
  /** The place without faults. */
  readonly storage: BlobStorage
  /** The same place, where the fault of the case is met. */
  readonly faulty: BlobStorage
  /** What was asked through `faulty`. */
  readonly calls: () => readonly { readonly method: StorageMethod; readonly id: string; readonly does?: string }[]
}

/** Performs the operation of a case and applies the oracle; what is wrong, each line with the case. */
export async function judgeCase(world: FaultWorld, each: FaultCase, { storage, faulty, calls }: FaultyPlace): Promise<string[]> {
  const { operation, kind, call } = each
  const wrong: string[] = []
  let isDone = false
  try {
    await world.perform(operation, faulty)
    isDone = true
  } catch (error) {
    if (!isCairnError(error)) wrong.push(`a bare error: ${error instanceof Error ? error.stack : String(error)}`)
    else if (error.kind === 'bug') wrong.push(`an internal error: ${error.stack}`)
    else if (kind.isHarmlessFor?.includes(operation)) wrong.push(`it fails: ${error.stack}`)
  }
  // The lease of a run that failed must have ended for the next one.
  world.clock.advance(20 * 60_000)
  try {
    wrong.push(...(await world.check(storage, isDone && operation === 'snapshot' && kind.mayHideNew !== true)))
  } catch (error) {
    wrong.push(`the repository cannot be checked: ${error instanceof Error ? error.stack : String(error)}`)
  }
  const met = calls()
    .filter(({ does }) => does !== undefined)
    .map(({ method, id }) => `${method} ${id}`)
  const where = `${operation}, ${kind.name} at call ${call} (${met[0] ?? 'never met'})`
  return wrong.map((line) => `${where}: ${line}`)
}

export interface LoopOutcome {
  readonly wrong: readonly string[]
  readonly done: number
}

/** Runs cases one after the other until all are done or the time is over. */
export async function runCases(
  world: FaultWorld,
  cases: readonly FaultCase[],
  make: () => Promise<BlobStorage>,
  limitMs = Number.POSITIVE_INFINITY,
): Promise<LoopOutcome> {
  const startMs = performance.now()
  const wrong: string[] = []
  let done = 0
  for (const each of cases) {
    if (performance.now() - startMs > limitMs) break
    wrong.push(...(await runCase(world, each, make)))
    done++
  }
  return { wrong, done }
}

/** The seed of a run of tests: CAIRN_FAULT_SEED, where `random` draws another one each time. Without it the same cases run each time: a red build means a change. */
export function faultSeed(): number {
  const given = process.env['CAIRN_FAULT_SEED'] ?? '1'
  return given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given)
}

/** A part of the cases, in an order, that are the same for the same seed. */
export function sampleOf<T>(cases: readonly T[], count: number, seed: number): T[] {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
  const left = [...cases]
  const taken: T[] = []
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(next() * left.length), 1))
  return taken
}
