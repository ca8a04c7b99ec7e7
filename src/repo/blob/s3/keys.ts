/** Keys and times of a bucket <-> names and times of blobs. */
import { checkBlobId } from '../blob-id.ts'
import type { BlobId, BlobMetadata } from '../storage.ts'

/** The blob that a key of a listing names; undefined for what others keep in the bucket. */
export function blobIdOfKey(key: string, prefix: string, isEncoded: boolean): BlobId | undefined {
  const plain = isEncoded ? decoded(key) : key
  if (plain?.startsWith(prefix) !== true) return undefined
  const id = plain.slice(prefix.length)
  try {
    checkBlobId(id)
    return id
  } catch {
    return undefined
  }
}

function decoded(key: string): string | undefined {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/** The time of an object: whole seconds, which is all that every kind of answer tells, and what a listing says more exactly. */
export function s3Time(modified: Date | undefined): Pick<BlobMetadata, 'timestampMs' | 'timestampNs'> {
  const ms = modified?.getTime() ?? 0
  const timestampMs = Math.floor(ms / 1000) * 1000
  return timestampMs === ms ? { timestampMs } : { timestampMs, timestampNs: BigInt(ms) * 1_000_000n }
}
