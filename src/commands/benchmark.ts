/** `benchmark`: how fast the algorithms of a repository are on this machine, in one thread. */
import { throwIfCancelled } from '../errors.ts'
import { COMPRESSORS, type Compressor, decompressPayload, loadCompression } from '../repo/compression/index.ts'
import { createErrorCorrection, ERROR_CORRECTIONS } from '../repo/ecc/index.ts'
import { createEncryptor, ENCRYPTIONS } from '../repo/encryption/index.ts'
import { createHasher, HASHERS } from '../repo/hashing/index.ts'
import { createSplitter, SPLITTERS } from '../repo/splitter/index.ts'
import type { CommandContext } from './context.ts'

export interface BenchmarkRequest {
  /** The bytes that are worked on, each time. */
  readonly bytes: Uint8Array
  readonly repeat: number
  /** Hears of each algorithm, or each two, before it is measured. */
  readonly onBegin: (name: string) => void
}

/** A name of the format, and bytes of input that it took in a second. */
export interface MeasuredSpeed {
  readonly name: string
  readonly bytesPerSecond: number
}

export interface MeasuredCrypto extends MeasuredSpeed {
  readonly encryption: string
}

export interface MeasuredSplitter extends MeasuredSpeed {
  /** Lengths of all segments, ascending. */
  readonly lengths: readonly number[]
}

export interface MeasuredCorrection {
  readonly name: string
  readonly percent: number
  readonly encodedPerSecond: number
  /** Of bytes in which one is wrong. */
  readonly decodedPerSecond: number
  readonly storedBytes: number
}

export interface MeasuredCompressor extends MeasuredSpeed {
  /** That of the input where compressing does not make it smaller. */
  readonly compressedBytes: number
}

const KEY = new Uint8Array(32)

/** Measures every content hash. */
export async function benchmarkHashes(context: CommandContext, request: BenchmarkRequest): Promise<MeasuredSpeed[]> {
  const results: MeasuredSpeed[] = []
  for (const name of Object.keys(HASHERS)) {
    const hasher = await createHasher(name, KEY)
    request.onBegin(name)
    results.push({ name, bytesPerSecond: speedOf(context, request, () => hasher.hash(request.bytes)) })
  }
  return results
}

/** Measures every content encryption. */
export function benchmarkEncryptions(context: CommandContext, request: BenchmarkRequest): MeasuredSpeed[] {
  return Object.keys(ENCRYPTIONS).map((name) => {
    const encryptor = createEncryptor(name, KEY)
    request.onBegin(name)
    return { name, bytesPerSecond: speedOf(context, request, () => encryptor.seal(request.bytes, KEY, context.random)) }
  })
}

/** Measures every content hash together with every encryption, as contents need them. */
export async function benchmarkCrypto(context: CommandContext, request: BenchmarkRequest): Promise<MeasuredCrypto[]> {
  const results: MeasuredCrypto[] = []
  for (const name of Object.keys(HASHERS)) {
    const hasher = await createHasher(name, KEY)
    for (const encryption of Object.keys(ENCRYPTIONS)) {
      const encryptor = createEncryptor(encryption, KEY)
      request.onBegin(`hash '${name}' and encryption '${encryption}'`)
      const work = () => encryptor.seal(request.bytes, hasher.hash(request.bytes), context.random)
      results.push({ name, encryption, bytesPerSecond: speedOf(context, request, work) })
    }
  }
  return results
}

/** Measures every splitter on `repeat` blocks of different bytes. */
export function benchmarkSplitters(
  context: CommandContext,
  blocks: readonly Uint8Array[],
  onResult: (result: MeasuredSplitter) => void,
): MeasuredSplitter[] {
  const total = blocks.reduce((sum, { length }) => sum + length, 0)
  return Object.keys(SPLITTERS).map((name) => {
    const splitter = createSplitter(name)
    const lengths: number[] = []
    const startMs = context.clock.monotonicMs()
    for (const block of blocks) {
      throwIfCancelled(context.signal)
      for (let start = 0; start < block.length; ) {
        const cut = splitter.findCut(block, start, block.length)
        lengths.push(cut < 0 ? block.length - start : cut)
        start += lengths.at(-1) ?? block.length
      }
    }
    const bytesPerSecond = perSecond(total, context.clock.monotonicMs() - startMs)
    const result = { name, bytesPerSecond, lengths: lengths.sort((a, b) => a - b) }
    onResult(result)
    return result
  })
}

const OVERHEADS = [1, 2, 5, 10, 20]

/** Measures every error correction with five overheads: adding parity, and repairing one byte. */
export function benchmarkErrorCorrections(context: CommandContext, request: BenchmarkRequest): MeasuredCorrection[] {
  return Object.keys(ERROR_CORRECTIONS).flatMap((name) =>
    OVERHEADS.map((percent) => {
      const correction = createErrorCorrection(name, percent)
      request.onBegin(`encoding '${name}' with ${percent} space overhead`)
      const encodedPerSecond = speedOf(context, request, () => correction.encode(request.bytes))
      const stored = correction.encode(request.bytes)
      const middle = stored.length >>> 1
      stored[middle] = 0xff ^ (stored[middle] ?? 0)
      request.onBegin(`decoding '${name}' with ${percent} space overhead`)
      const decodedPerSecond = speedOf(context, request, () => correction.decode(stored))
      return { name, percent, encodedPerSecond, decodedPerSecond, storedBytes: stored.length }
    }),
  )
}

/** The compressors whose names begin with one of `beginnings`; all of them when there are none. */
export function compressorsNamed(beginnings: readonly string[]): Compressor[] {
  return Object.values(COMPRESSORS).filter(
    ({ name, compress }) => compress !== undefined && (beginnings.length === 0 || beginnings.some((text) => name.startsWith(text))),
  )
}

/** Measures compressing. `onUnstable` hears of a compressor that gives other bytes the second time; undefined compares nothing. */
export async function benchmarkCompression(
  context: CommandContext,
  request: BenchmarkRequest,
  compressors: readonly Compressor[],
  onUnstable: ((name: string) => void) | undefined,
): Promise<MeasuredCompressor[]> {
  await loadCompression()
  return compressors.map(({ name, compress }) => {
    request.onBegin(name)
    const first = compress?.(request.bytes)
    let isStable = true
    const bytesPerSecond = speedOf(context, request, () => {
      const again = compress?.(request.bytes)
      if (onUnstable !== undefined && again !== undefined && first !== undefined) isStable &&= Buffer.compare(again, first) === 0
    })
    if (!isStable) onUnstable?.(name)
    return { name, bytesPerSecond, compressedBytes: first?.length ?? request.bytes.length }
  })
}

/** Measures decompressing; what a compressor does not make smaller is left out, because it is never stored so. */
export async function benchmarkDecompression(
  context: CommandContext,
  request: BenchmarkRequest,
  compressors: readonly Compressor[],
): Promise<MeasuredCompressor[]> {
  await loadCompression()
  return compressors.flatMap(({ name, compress }) => {
    const stored = compress?.(request.bytes)
    if (stored === undefined) return []
    request.onBegin(name)
    const bytesPerSecond = speedOf(context, request, () => decompressPayload(stored, request.bytes.length))
    return [{ name, bytesPerSecond, compressedBytes: stored.length }]
  })
}

function speedOf({ clock, signal }: CommandContext, { bytes, repeat }: BenchmarkRequest, work: () => unknown): number {
  const startMs = clock.monotonicMs()
  for (let count = 0; count < repeat; count++) {
    throwIfCancelled(signal)
    work()
  }
  return perSecond(bytes.length * repeat, clock.monotonicMs() - startMs)
}

/** Whole bytes; a time too short to be measured counts as a microsecond. */
function perSecond(bytes: number, ms: number): number {
  return Math.floor((bytes * 1000) / Math.max(ms, 0.001))
}
