/** The JSON of the API about objects (docs/backends/gcs.md): what is asked for, and what is read of the answer. */
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import { parseTimestamp } from '../../../util/timestamp.ts'
import type { BlobVersion } from '../point-in-time.ts'
import type { BlobId, BlobMetadata } from '../storage.ts'

/** Members of an object that are asked for; nothing else is sent. */
export const OBJECT_FIELDS = 'name,size,timeCreated,metadata'
export const VERSION_FIELDS = `${OBJECT_FIELDS},generation,timeDeleted`

/** Metadata of a blob that was given another time of writing: nanoseconds since 1970, as other programs write and read it. */
export const TIME_KEY = 'Kopia-Mtime'

/** What an object says of its blob; undefined when a member is missing. */
export function metadataOf(id: BlobId, object: JsonObject): BlobMetadata | undefined {
  const length = integerIn(object['size'])
  const createdNs = timeIn(object['timeCreated'])
  if (length === undefined || createdNs === undefined) return undefined
  const metadata = object['metadata']
  const given = isJsonObject(metadata) ? metadata[TIME_KEY] : undefined
  const isGiven = typeof given === 'string' && /^-?\d{1,19}$/.test(given)
  const timestampNs = isGiven ? BigInt(given) : createdNs
  return { id, length, timestampMs: Number(timestampNs / 1_000_000n), timestampNs }
}

/** One generation of an object; undefined when a member is missing. */
export function versionOf(id: BlobId, object: JsonObject): BlobVersion | undefined {
  const blob = metadataOf(id, object)
  const fromNs = timeIn(object['timeCreated'])
  const version = object['generation']
  if (blob === undefined || fromNs === undefined || typeof version !== 'string' || !/^\d{1,20}$/.test(version)) return undefined
  return { blob, version, fromNs, untilNs: timeIn(object['timeDeleted']) }
}

/** The body of a multipart upload: what the object is to say of itself, and its bytes. */
export function multipartBody(resource: JsonObject, parts: readonly Uint8Array[], boundary: string): readonly Uint8Array[] {
  const type = 'application/x-kopia'
  const head =
    `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify({ ...resource, contentType: type })}\r\n` +
    `--${boundary}\r\nContent-Type: ${type}\r\n\r\n`
  return [Buffer.from(head), ...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]
}

function integerIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : undefined
  return Number.isSafeInteger(number) ? number : undefined
}

function timeIn(value: unknown): bigint | undefined {
  return typeof value === 'string' ? parseTimestamp(value) : undefined
}
