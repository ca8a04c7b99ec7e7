/** The work of one lane: reading, hashing, compressing, sealing. Knows nothing of threads. */
import { CairnError } from '../../../errors.ts'
import type { Compressor } from '../../compression/interface.ts'
import { createSplitter } from '../../splitter/index.ts'
import { type ContentCodec, compressIfWorthwhile, writingCompressor } from '../content-codec.ts'
import { FileCutter } from './file-cutter.ts'
import { FolderReading } from './folder-reading.ts'
import { closeQuietly, FileReadFailure, FolderOpener, readSmallFile } from './open-file.ts'
import {
  BATCH_BYTES,
  type FileFailure,
  type FolderFinding,
  type FolderFindings,
  type LaneRequest,
  type PostReply,
  SMALL_FILE_BYTES,
} from './protocol.ts'

/** Room for a batch whose files grew a little while it was being read. */
const ARENA_BYTES = BATCH_BYTES + SMALL_FILE_BYTES + 64 * 1024
/** Smaller memory is not worth being sent around. */
const MIN_SPARE_BYTES = 256 * 1024
/** Arenas kept for reuse. */
const SPARE_ARENAS = 3

/** A job between hashing and sealing. */
interface HeldJob {
  readonly items: readonly Uint8Array[]
  readonly hashes: Uint8Array
  readonly compressor: Compressor | undefined
  /** The read buffer that the items lie in, for reuse. */
  readonly arena: Uint8Array | undefined
}

export class LaneEngine {
  readonly #codec: ContentCodec
  readonly #compressesBeforeHashing: boolean
  readonly #post: PostReply
  readonly #held = new Map<number, HeldJob>()
  readonly #cutters = new Map<number, FileCutter>()
  readonly #arenas: Uint8Array[] = []

  constructor(codec: ContentCodec, compressesBeforeHashing: boolean, post: PostReply) {
    this.#codec = codec
    this.#compressesBeforeHashing = compressesBeforeHashing
    this.#post = post
  }

  /** Does what is asked and posts the reply; throws only on a bug. */
  handle(request: LaneRequest): void {
    switch (request.kind) {
      case 'files':
        this.#readFiles(request)
        break
      case 'folders':
        this.#readFolders(request)
        break
      case 'piece':
        this.#hash(request.job, [request.bytes], writingCompressor(request.compressor), undefined, [])
        break
      case 'seal':
        this.#seal(request.job, request.wanted)
        break
      case 'cut':
        this.#startCutting(request)
        break
      case 'more':
        this.#cut(request.job, request.spare)
        break
      case 'drop':
        this.#giveBack(request.job)
        this.#drop(request.job)
        break
    }
  }

  /** Closes what is open. */
  close(): void {
    for (const cutter of this.#cutters.values()) cutter.close()
    this.#cutters.clear()
    this.#held.clear()
  }

  #readFiles(request: Extract<LaneRequest, { kind: 'files' }>): void {
    const arena = this.#arenas.pop() ?? new Uint8Array(ARENA_BYTES)
    const items: Uint8Array[] = []
    const failures: FileFailure[] = []
    const { paths, identities } = request
    const opener = new FolderOpener()
    let offset = 0
    paths.forEach((path, index) => {
      try {
        const { descriptor, size } = opener.open(path, paths[index + 1], identities[2 * index] ?? 0n, identities[2 * index + 1] ?? 0n)
        const length = readAndClose(descriptor, arena, offset, size)
        items.push(arena.subarray(offset, offset + length))
        offset += length
      } catch (error) {
        items.push(arena.subarray(offset, offset))
        failures.push(fileFailure(error, index))
      }
    })
    opener.close()
    this.#hash(request.job, items, writingCompressor(request.compressor), arena, failures)
  }

  #readFolders({ job, folders, rules, compressor }: Extract<LaneRequest, { kind: 'folders' }>): void {
    const arena = this.#arenas.pop() ?? new Uint8Array(ARENA_BYTES)
    const reading = new FolderReading(arena, rules)
    const findings: FolderFinding[] = []
    for (const folder of folders) {
      if (reading.isFull) break
      findings.push(reading.read(folder))
    }
    this.#hash(job, reading.items, writingCompressor(compressor), arena, [], { findings, ...reading.rows.take() })
  }

  #hash(
    job: number,
    plain: readonly Uint8Array[],
    compressor: Compressor | undefined,
    arena: Uint8Array | undefined,
    failures: readonly FileFailure[],
    folders?: FolderFindings,
  ): void {
    const { hasher } = this.#codec
    const hashes = new Uint8Array(plain.length * hasher.sizeBytes)
    const lengths = new Float64Array(plain.length)
    let items = plain
    let compressedFirst: Uint8Array | undefined
    if (this.#compressesBeforeHashing) {
      const flags = new Uint8Array(plain.length)
      items = plain.map((item, index) => {
        const packed = compressor === undefined ? undefined : compressIfWorthwhile(item, compressor)
        if (packed !== undefined) flags[index] = 1
        return packed ?? item
      })
      compressedFirst = flags
    }
    const failed = failures.length === 0 ? undefined : new Set(failures.map((failure) => failure.index))
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      if (item === undefined || failed?.has(i)) continue
      lengths[i] = plain[i]?.length ?? 0
      hashes.set(hasher.hash(item), i * hasher.sizeBytes)
    }
    this.#held.set(job, { items, hashes, compressor: this.#compressesBeforeHashing ? undefined : compressor, arena })
    const transfer = folders === undefined ? [] : [folders.facts]
    this.#post({ kind: 'hashed', job, hashes, lengths, compressedFirst, failures, folders }, transfer)
  }

  #seal(job: number, wanted: Uint32Array): void {
    const held = this.#held.get(job)
    if (held === undefined) throw new CairnError('CAIRN_INTERNAL', `Job ${job} is to be sealed but was not hashed.`)
    const { sizeBytes } = this.#codec.hasher
    const parts: Uint8Array[] = []
    const ends = new Uint32Array(wanted.length)
    const compressionIds = new Uint32Array(wanted.length)
    const originalLengths = new Uint32Array(wanted.length)
    let total = 0
    for (let i = 0; i < wanted.length; i++) {
      const index = wanted[i] ?? 0
      const item = held.items[index]
      if (item === undefined) throw new CairnError('CAIRN_INTERNAL', `Job ${job} has no item ${index}.`)
      const hash = held.hashes.subarray(index * sizeBytes, (index + 1) * sizeBytes)
      const { sealed, compressionId } = this.#codec.seal(item, hash, held.compressor)
      parts.push(sealed)
      total += sealed.length
      ends[i] = total
      compressionIds[i] = compressionId
      originalLengths[i] = item.length
    }
    this.#drop(job)
    const bytes = transferable(parts, total)
    const spare = held.arena === undefined ? memoryOf(held.items[0]) : undefined
    const transfer = spare === undefined ? [bytes.buffer] : [bytes.buffer, spare]
    this.#post({ kind: 'sealed', job, bytes, ends, compressionIds, originalLengths, spare }, transfer)
  }

  #startCutting(request: Extract<LaneRequest, { kind: 'cut' }>): void {
    try {
      const splitter = createSplitter(request.splitter)
      this.#cutters.set(request.job, new FileCutter(request.file, request.startByte, request.endByte, splitter))
    } catch (error) {
      this.#post({ kind: 'cut-failed', job: request.job, failure: fileFailure(error, 0) })
    }
  }

  #cut(job: number, spare: ArrayBuffer | undefined): void {
    const cutter = this.#cutters.get(job)
    // Gone when it failed to open, with a request for more already under way.
    if (cutter === undefined) return
    try {
      const { bytes, isLast } = cutter.next(spare)
      if (isLast) this.#cutters.delete(job)
      // `next` gives memory of its own, never a SharedArrayBuffer.
      this.#post({ kind: 'cut-off', job, bytes, isLast }, [bytes.buffer as ArrayBuffer])
    } catch (error) {
      this.#drop(job)
      this.#post({ kind: 'cut-failed', job, failure: fileFailure(error, 0) })
    }
  }

  /** Without this each piece that is stored already would leave its memory to the collector, which does not see how much it is. */
  #giveBack(job: number): void {
    const held = this.#held.get(job)
    const spare = held === undefined || held.arena !== undefined ? undefined : memoryOf(held.items[0])
    if (spare !== undefined) this.#post({ kind: 'spare', job, spare }, [spare])
  }

  #drop(job: number): void {
    const held = this.#held.get(job)
    if (held?.arena !== undefined && this.#arenas.length < SPARE_ARENAS) this.#arenas.push(held.arena)
    this.#held.delete(job)
    this.#cutters.get(job)?.close()
    this.#cutters.delete(job)
  }
}

/** The memory of a large piece, to be used again. */
function memoryOf(item: Uint8Array | undefined): ArrayBuffer | undefined {
  return item !== undefined && item.length >= MIN_SPARE_BYTES && item.buffer instanceof ArrayBuffer ? item.buffer : undefined
}

/** One array with memory of its own that holds all parts. */
function transferable(parts: readonly Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const only = parts[0]
  if (parts.length === 1 && only !== undefined && only.byteLength === only.buffer.byteLength && only.buffer instanceof ArrayBuffer) {
    return new Uint8Array(only.buffer)
  }
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(total).buffer)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

function readAndClose(descriptor: number, arena: Uint8Array, offset: number, size: number): number {
  try {
    return readSmallFile(descriptor, arena, offset, size)
  } finally {
    closeQuietly(descriptor)
  }
}

function fileFailure(error: unknown, index: number): FileFailure {
  if (error instanceof FileReadFailure) return { index, reason: error.reason, text: error.message }
  throw error
}
