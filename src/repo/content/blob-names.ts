/** Names of the blobs that belong to contents and their indexes (docs/repository-format.md, "Blob names"). */
import { fromHex } from '../../util/bytes.ts'
import type { BlobId } from '../blob/storage.ts'

/** First characters of the names of each kind of blob. */
export const BLOB_PREFIXES = {
  dataPack: 'p',
  metadataPack: 'q',
  session: 's',
  legacyIndex: 'n',
  legacyCompactionLog: 'm',
  legacyCleanup: 'l',
  epochMarker: 'xe',
  uncompactedIndex: 'xn',
  compactedEpoch: 'xs',
  compactedRange: 'xr',
  deletionWatermark: 'xw',
} as const

const IV_HEX_DIGITS = 32
const SESSION_PART = /^s[0-9a-f]+$/

/** The part of a name before its first dash, or the whole name: prefix and hash. */
export function nameBeforeDash(id: BlobId): string {
  const dash = id.indexOf('-')
  return dash < 0 ? id : id.slice(0, dash)
}

/** What a whole blob is encrypted with beside the key: the last 32 hex digits before the first dash, 16 bytes; undefined without them. */
export function ivOfBlobName(id: BlobId): Uint8Array | undefined {
  const name = nameBeforeDash(id)
  return name.length < IV_HEX_DIGITS ? undefined : fromHex(name.slice(-IV_HEX_DIGITS))
}

/** The session that wrote a blob: the first part after a dash that looks like a session ID; undefined when there is none. */
export function sessionIdOfBlob(id: BlobId): string | undefined {
  return id
    .split('-')
    .slice(1)
    .find((part) => SESSION_PART.test(part))
}
