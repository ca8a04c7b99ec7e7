/**
 * The table of a head as JSON (docs/backends/actions-cache.md, "Head"). It is written by whoever may write to the cache: every value is checked.
 *
 * { version: 1, written: ms, run, snapshots: [id…],
 *   ancestors: [{ key, segments: [key…], snapshots: [id…] }…],
 *   segments:  [{ key, length, sha256, written: ms, run }…],
 *   blobs:     [[id, length, stamp ms, written ns as text, segment or -1, offset, 1 when the bytes are in the head, else 0]…],
 *   deleted:   [[id, stamp ms]…] }
 */
import type { BlobId } from '../storage.ts'
import { isSegmentKey } from './entry-names.ts'
import type { Ancestor, Head } from './head.ts'
import { type BlobRow, type Segment, withLiveSegments } from './view.ts'

const VERSION = 1

/** The table of a head, ready for JSON. */
export function encodeTable({ writtenMs, run, snapshots, ancestors, view }: Head): unknown {
  const segments = [...view.segments.values()]
  const numbers = new Map(segments.map(({ key }, index) => [key, index]))
  return {
    version: VERSION,
    written: writtenMs,
    run,
    snapshots,
    ancestors,
    segments: segments.map((one) => ({ key: one.key, length: one.length, sha256: one.sha256, written: one.writtenMs, run: one.run })),
    blobs: [...view.blobs.values()].map((row) => [
      row.id,
      row.length,
      row.stampMs,
      String(row.writtenNs),
      row.place === undefined ? -1 : (numbers.get(row.place.segment) ?? -1),
      row.place?.offset ?? 0,
      row.bytes === undefined ? 0 : 1,
    ]),
    deleted: [...view.deleted],
  }
}

/** The head of a parsed table, with its blobs as views of `stored`; a text says what is wrong. */
export function readTable(table: unknown, stored: Uint8Array): Head | string {
  if (!isRecord(table) || table['version'] !== VERSION) return 'its table is of another version'
  const { written, run, snapshots, ancestors, segments, blobs, deleted } = table
  if (!isCount(written) || typeof run !== 'string' || !isTexts(snapshots)) return 'its table does not say who wrote it'
  if (!Array.isArray(ancestors) || !ancestors.every(isAncestor)) return 'its list of earlier heads is damaged'
  if (!Array.isArray(segments) || !segments.every(isSegment)) return 'its list of segments is damaged'
  if (!Array.isArray(blobs) || !Array.isArray(deleted) || !deleted.every(isDeletion)) return 'its list of blobs is damaged'
  const list: Segment[] = segments.map((one) => ({
    key: one.key,
    length: one.length,
    sha256: one.sha256,
    writtenMs: one.written,
    run: one.run,
  }))
  const rows = new Map<BlobId, BlobRow>()
  let start = 0
  for (const value of blobs) {
    const row = readRow(value, list, stored, start)
    if (row === undefined || rows.has(row.id)) return `entry ${rows.size} of its list of blobs is damaged`
    rows.set(row.id, row)
    start += row.bytes?.length ?? 0
  }
  if (start !== stored.length) return `it holds ${stored.length} bytes of blobs, but its table names ${start}`
  const view = withLiveSegments({ segments: new Map(list.map((one) => [one.key, one])), blobs: rows, deleted: new Map(deleted) })
  return { writtenMs: written, run, snapshots, ancestors, view }
}

function readRow(value: unknown, segments: readonly Segment[], stored: Uint8Array, start: number): BlobRow | undefined {
  if (!Array.isArray(value)) return undefined
  const [id, length, stampMs, writtenNs, number, offset, isStored] = value
  if (!isBlobId(id) || !isCount(length) || !isCount(stampMs) || !isCount(offset)) return undefined
  if (typeof writtenNs !== 'string' || !/^-?\d{1,19}$/.test(writtenNs)) return undefined
  if (isStored === 1 && start + length > stored.length) return undefined
  const segment = typeof number === 'number' ? segments[number] : undefined
  if (segment === undefined ? number !== -1 || isStored !== 1 : offset + length > segment.length) return undefined
  return {
    id,
    length,
    stampMs,
    writtenNs: BigInt(writtenNs),
    place: segment && { segment: segment.key, offset },
    bytes: isStored === 1 ? stored.subarray(start, start + length) : undefined,
  }
}

interface SegmentMember {
  readonly key: string
  readonly length: number
  readonly sha256: string
  readonly written: number
  readonly run: string
}

function isSegment(value: unknown): value is SegmentMember {
  if (!isRecord(value)) return false
  const { key, length, sha256, written, run } = value
  const isNamed = typeof key === 'string' && isSegmentKey(key) && typeof sha256 === 'string' && key.endsWith(`/${sha256}`)
  return isNamed && isCount(length) && isCount(written) && typeof run === 'string'
}

function isAncestor(value: unknown): value is Ancestor {
  return isRecord(value) && typeof value['key'] === 'string' && isTexts(value['segments']) && isTexts(value['snapshots'])
}

function isDeletion(value: unknown): value is [BlobId, number] {
  return Array.isArray(value) && value.length === 2 && isBlobId(value[0]) && isCount(value[1])
}

function isBlobId(value: unknown): value is BlobId {
  return typeof value === 'string' && /^[\x20-\x7e]{1,240}$/.test(value) && !/[/\\]/.test(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
