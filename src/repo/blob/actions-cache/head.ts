/**
 * A head: the entry that makes a repository out of segments (docs/backends/actions-cache.md, "Head").
 *
 *   0                "cairnhd1"
 *   8                length of the table, 4 bytes, big-endian
 *   12               the table: JSON, see docs/backends/actions-cache.md
 *   12 + table       blobs, back to back, in the order of the table
 *   last 32          SHA-256 of everything before
 */
import { createHash } from 'node:crypto'
import { CairnError } from '../../../errors.ts'
import { equalBytes, fromUtf8, utf8 } from '../../../util/bytes.ts'
import { encodeTable, readTable } from './head-table.ts'
import type { CacheView } from './view.ts'

const MAGIC = utf8('cairnhd1')
const TABLE_START = 12
const HASH_BYTES = 32

/** A head that came before, with what it needs and the snapshots that were saved with it. */
export interface Ancestor {
  readonly key: string
  readonly segments: readonly string[]
  readonly snapshots: readonly string[]
}

export interface Head {
  readonly writtenMs: number
  /** Run and attempt that wrote it. */
  readonly run: string
  /** IDs of the snapshots that were saved with it, as far as they are known. */
  readonly snapshots: readonly string[]
  /** What this head knows, newest first. */
  readonly ancestors: readonly Ancestor[]
  readonly view: CacheView
}

/** The bytes of a head, in parts; blobs of its view that have bytes are part of it. */
export function encodeHead(head: Head): Uint8Array[] {
  const table = utf8(JSON.stringify(encodeTable(head)))
  const start = new Uint8Array(TABLE_START)
  start.set(MAGIC)
  new DataView(start.buffer).setUint32(MAGIC.length, table.length)
  const blobs = [...head.view.blobs.values()].flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]))
  const hash = createHash('sha256')
  const parts = [start, table, ...blobs]
  for (const part of parts) hash.update(part)
  return [...parts, new Uint8Array(hash.digest())]
}

/** Reads a head; blobs are views of `bytes`. Errors: CAIRN_CACHE_DAMAGED names `key`. */
export function decodeHead(bytes: Uint8Array, key: string): Head {
  if (bytes.length < TABLE_START + HASH_BYTES || !equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) {
    throw headDamaged(key, 'it is no head')
  }
  const end = bytes.length - HASH_BYTES
  const hash = createHash('sha256').update(bytes.subarray(0, end)).digest()
  if (!equalBytes(new Uint8Array(hash), bytes.subarray(end))) throw headDamaged(key, 'its checksum does not match')
  const tableLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length)
  if (tableLength > end - TABLE_START) throw headDamaged(key, `it claims a table of ${tableLength} bytes`)
  const blobsStart = TABLE_START + tableLength
  let table: unknown
  try {
    table = JSON.parse(fromUtf8(bytes.subarray(TABLE_START, blobsStart)) ?? '')
  } catch (cause) {
    throw headDamaged(key, 'its table is no JSON', cause)
  }
  const result = readTable(table, bytes.subarray(blobsStart, end))
  if (typeof result === 'string') throw headDamaged(key, result)
  return result
}

function headDamaged(key: string, reason: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_CACHE_DAMAGED', `The cache entry ${key} cannot be used: ${reason}.`, {
    hint: 'Delete the entry on the page "Caches" of the repository; the next older one is used then.',
    ...(cause !== undefined && { cause }),
  })
}
