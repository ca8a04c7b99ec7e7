/** What goes into the next head (docs/backends/actions-cache.md, "Head"). */
import type { BlobId } from '../storage.ts'
import type { Ancestor } from './head.ts'
import { type BlobRow, type CacheView, KEPT_DELETIONS_MS } from './view.ts'

/** Metadata packs that a head holds at most: those written last, which an incremental run reads. */
const METADATA_BYTES = 16 * 1024 * 1024
/** Heads that a head names. */
const MAX_ANCESTORS = 64

/** Whether a blob is stored in segments; everything else is in the head alone. */
export function isPack(id: BlobId): boolean {
  return id.startsWith('p') || id.startsWith('q')
}

/** Reads the bytes of a blob that are on this machine; undefined when they are not. */
export type ReadHere = (row: BlobRow) => Promise<Uint8Array | undefined>

/** The view as a head holds it: with the bytes of the latest metadata packs and of everything that is no pack, without old deletions. */
export async function viewOfHead(view: CacheView, nowMs: number, readHere: ReadHere): Promise<CacheView> {
  const latest = [...view.blobs.values()]
    .filter(({ id }) => id.startsWith('q'))
    .sort((a, b) => (a.writtenNs === b.writtenNs ? 0 : a.writtenNs < b.writtenNs ? 1 : -1))
  const held = new Map<BlobId, Uint8Array>()
  let room = METADATA_BYTES
  for (const row of latest) {
    if (row.length > room) break
    const bytes = row.bytes ?? (await readHere(row))
    if (bytes === undefined) continue
    held.set(row.id, bytes)
    room -= row.length
  }
  const rows = [...view.blobs.values()].map((row) => (isPack(row.id) ? { ...row, bytes: held.get(row.id) } : row))
  return {
    segments: view.segments,
    blobs: new Map(rows.map((row) => [row.id, row])),
    deleted: new Map([...view.deleted].filter(([, stampMs]) => stampMs > nowMs - KEPT_DELETIONS_MS)),
  }
}

/** Both lists as one without doubles, by key, newest first. */
export function joinAncestors(a: readonly Ancestor[], b: readonly Ancestor[]): Ancestor[] {
  const joined = new Map([...b, ...a].map((one) => [one.key, one]))
  return [...joined.values()].sort((one, other) => (one.key < other.key ? 1 : -1)).slice(0, MAX_ANCESTORS)
}
