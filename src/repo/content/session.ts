/**
 * Sessions: which packs belong to a writer that may still commit (docs/repository-format.md, "Sessions").
 *
 * The marker is put before the first pack of a session and deleted after the index blobs of the flush are written.
 */
import { fromUtf8, toHex, utf8 } from '../../util/bytes.ts'
import type { RandomSource } from '../../util/random.ts'
import { formatTimestamp, parseTimestamp } from '../../util/timestamp.ts'
import type { BlobId, BlobStorage } from '../blob/storage.ts'
import { BLOB_PREFIXES } from './blob-names.ts'
import { indexDamaged } from './index/damage.ts'
import { type BlobKeys, readSealedBlob, type SealedBlob, sealBlob } from './sealed-blob.ts'

export { sessionIdOfBlob } from './blob-names.ts'

const NS_PER_MS = 1_000_000n
/** 2000-01-01T00:00:00Z in Unix seconds, and the length of the "months" counted since. */
const SESSION_EPOCH_SECONDS = 946_684_800n
const SESSION_MONTH_SECONDS = 30n * 86_400n

/** What a session marker says. */
export interface SessionMarker {
  readonly id: string
  readonly startNs: bigint
  readonly checkpointNs: bigint
  readonly userName: string
  readonly host: string
}

/** A new session ID: `s`, 8 random bytes in hex, and the number of 30-day spans since 2000 in hex. */
export function newSessionId(nowNs: bigint, random: RandomSource): string {
  const seconds = nowNs / (1000n * NS_PER_MS)
  return `s${toHex(random(8))}${((seconds - SESSION_EPOCH_SECONDS) / SESSION_MONTH_SECONDS).toString(16)}`
}

/** The plain bytes of a marker. */
export function encodeSessionMarker(marker: SessionMarker): Uint8Array {
  return utf8(
    JSON.stringify({
      id: marker.id,
      startTime: formatTimestamp(marker.startNs),
      checkpointTime: formatTimestamp(marker.checkpointNs),
      username: marker.userName,
      hostname: marker.host,
    }),
  )
}

/** Reads the plain bytes of a marker; CAIRN_INDEX_DAMAGED names `blobId`. */
export function decodeSessionMarker(plain: Uint8Array, blobId: BlobId): SessionMarker {
  const { id, startTime, checkpointTime, username, hostname } = fieldsOf(plain, blobId)
  const startNs = typeof startTime === 'string' ? parseTimestamp(startTime) : undefined
  const checkpointNs = typeof checkpointTime === 'string' ? parseTimestamp(checkpointTime) : undefined
  if (typeof id !== 'string' || startNs === undefined || checkpointNs === undefined) {
    throw indexDamaged(blobId, 'it is no session marker: ID or times are missing')
  }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
  return { id, startNs, checkpointNs, userName: textOf(username), host: textOf(hostname) }
}

function fieldsOf(plain: Uint8Array, blobId: BlobId): Record<'id' | 'startTime' | 'checkpointTime' | 'username' | 'hostname', unknown> {
  try {
    const value: unknown = JSON.parse(fromUtf8(plain) ?? '')
    // Any object may be read field by field; each field is checked by the caller.
    if (typeof value === 'object' && value !== null) return value as ReturnType<typeof fieldsOf>
  } catch (error) {
    throw indexDamaged(blobId, 'it is no session marker', error)
  }
  throw indexDamaged(blobId, 'it is no session marker')
}

/** The marker as a blob: `s<hash>-<session ID>`. */
export function sealSessionMarker(keys: BlobKeys, marker: SessionMarker): SealedBlob {
  return sealBlob(keys, BLOB_PREFIXES.session, `-${marker.id}`, encodeSessionMarker(marker))
}

/** Reads the marker in a blob; CAIRN_INDEX_DAMAGED names it when it is none. Errors: CAIRN_BLOB_NOT_FOUND, storage kinds. */
export async function readSessionMarker(
  storage: BlobStorage,
  keys: BlobKeys,
  blobId: BlobId,
  signal?: AbortSignal,
): Promise<SessionMarker> {
  return await readSealedBlob(storage, keys, blobId, (plain) => decodeSessionMarker(plain, blobId), signal)
}
