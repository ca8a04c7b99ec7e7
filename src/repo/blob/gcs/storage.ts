/** Blobs as objects of a bucket of Google Cloud Storage (docs/backends/gcs.md), named like other programs name them. */
import { CairnError, isCairnError, messageOf } from '../../../errors.ts'
import { fromUtf8, toHex } from '../../../util/bytes.ts'
import type { Clock } from '../../../util/clock.ts'
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import type { RandomSource } from '../../../util/random.ts'
import { formatTimestamp } from '../../../util/timestamp.ts'
import { checkBlobId, invalidBlobId } from '../blob-id.ts'
import { type CallEnd, CloudCalls, type MovedBytes, systemCodeAlong, withoutAnswer } from '../cloud-call.ts'
import { type CloudMeaning, cloudError } from '../cloud-errors.ts'
import { retryAfterMs } from '../cloud-headers.ts'
import { type RangeAnswer, readRange, totalOfContentRange } from '../cloud-read.ts'
import type { BlobVersion, VersionedStore } from '../point-in-time.ts'
import type { BlobId, BlobMetadata, BlobRetention, BlobStorage, GetOptions, PutOptions } from '../storage.ts'
import { type GcsFailure, readFailure } from './failure.ts'
import type { GcsAnswer, GcsHttp, GcsRequest } from './http.ts'
import { metadataOf, multipartBody, OBJECT_FIELDS, TIME_KEY, VERSION_FIELDS, versionOf } from './resource.ts'

export interface GcsStorageParts {
  readonly http: GcsHttp
  readonly bucket: string
  readonly prefix: string
  readonly displayName: string
  /** Where the credentials came from, and what names bucket and endpoint, for messages. */
  readonly credentials: string
  readonly settings: { readonly bucket: string; readonly endpoint: string }
  readonly clock: Clock
  readonly random: RandomSource
}

/** An answer that is no success, on its way to the error that it becomes. */
class Refusal extends Error {
  readonly answer: GcsAnswer
  readonly failure: GcsFailure

  constructor(answer: GcsAnswer, failure: GcsFailure) {
    super(failure.reason)
    this.answer = answer
    this.failure = failure
  }
}

/** More than any blob that is read without its length being known. */
const UNKNOWN_BYTES = 64 * 1024 * 1024

/** Made by `openGcs`. */
export class GcsStorage implements BlobStorage, VersionedStore {
  readonly displayName: string
  readonly #parts: GcsStorageParts
  readonly #calls: CloudCalls
  /** The bucket answered with something: from then on "not found" is about the object. */
  #isBucketSeen = false

  constructor(parts: GcsStorageParts) {
    this.displayName = parts.displayName
    this.#parts = parts
    this.#calls = new CloudCalls(parts.clock)
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    return await this.#get(id, '', options)
  }

  async readVersion(id: BlobId, version: string, options: GetOptions): Promise<Uint8Array> {
    return await this.#get(id, `&generation=${version}`, options)
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    return await this.#stat(id, '', undefined)
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options: PutOptions = {}): Promise<BlobMetadata> {
    const { onlyIfAbsent, retention, modifiedNs } = options
    const resource = {
      name: this.#nameOf(id),
      ...(modifiedNs !== undefined && { metadata: { [TIME_KEY]: String(modifiedNs) } }),
      ...(retention !== undefined && { retention: this.#retentionOf(retention) }),
    }
    const boundary = `cairn-${toHex(this.#parts.random(16))}`
    const body = multipartBody(resource, parts, boundary)
    const query = `uploadType=multipart&fields=${OBJECT_FIELDS}${onlyIfAbsent === true ? '&ifGenerationMatch=0' : ''}`
    const { bucket } = this.#parts
    const answer = await this.#call(
      `write blob ${id}`,
      options.signal,
      { sent: bytesOf(body) },
      {
        method: 'POST',
        path: `/upload/storage/v1/b/${bucket}/o?${query}`,
        headers: { 'Content-Type': `multipart/related; boundary=${boundary}` },
        body,
      },
    )
    const written = metadataOf(id, this.#json(answer, `write blob ${id}`))
    if (written === undefined) throw this.#strange(`write blob ${id}`)
    return written
  }

  async deleteBlob(id: BlobId): Promise<void> {
    const what = `delete blob ${id}`
    try {
      await this.#call(what, undefined, {}, { method: 'DELETE', path: this.#objectPath(id) })
    } catch (error) {
      await this.#onlyTheBlobIsMissing(error, what, undefined)
    }
  }

  async extendRetention(id: BlobId, retention: BlobRetention): Promise<void> {
    await this.#call(
      `keep blob ${id} for longer`,
      undefined,
      {},
      {
        method: 'PATCH',
        path: `${this.#objectPath(id)}?fields=name`,
        headers: { 'Content-Type': 'application/json' },
        body: [Buffer.from(JSON.stringify({ retention: this.#retentionOf(retention) }))],
      },
    )
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    // Only what lies directly below the prefix: other folders of the bucket are none of ours.
    for await (const { id, object } of this.#list(prefix, `items(${OBJECT_FIELDS})`, '&delimiter=%2F', signal)) {
      const blob = metadataOf(id, object)
      if (blob === undefined) throw this.#strange('list blobs')
      yield blob
    }
  }

  async *listVersions(prefix: string, signal?: AbortSignal): AsyncIterable<BlobVersion> {
    for await (const { id, object } of this.#list(prefix, `items(${VERSION_FIELDS})`, '&versions=true', signal)) {
      const version = versionOf(id, object)
      if (version === undefined) throw this.#strange('list versions of blobs')
      yield version
    }
  }

  /** Whether the bucket keeps what is replaced or deleted. */
  async hasVersions(signal?: AbortSignal): Promise<boolean> {
    const what = 'look at the bucket'
    const path = `/storage/v1/b/${this.#parts.bucket}?fields=versioning`
    const { versioning } = this.#json(await this.#call(what, signal, {}, { method: 'GET', path }), what)
    return isJsonObject(versioning) && versioning['enabled'] === true
  }

  async close(): Promise<void> {
    this.#parts.http.close()
  }

  async #get(id: BlobId, version: string, options: GetOptions): Promise<Uint8Array> {
    return await readRange(id, options, {
      read: (offset, length) => this.#read(id, version, offset, length, options.signal),
      size: async () => {
        const found = await this.#stat(id, version, options.signal)
        if (found === undefined) throw this.#notFound(id)
        return found.length
      },
    })
  }

  async #read(
    id: BlobId,
    version: string,
    offset: number,
    length: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<RangeAnswer | undefined> {
    const what = `read blob ${id}`
    const isWhole = offset === 0 && length === undefined
    const range = `bytes=${offset}-${length === undefined ? '' : offset + length - 1}`
    try {
      const { body, headers } = await this.#call(
        what,
        signal,
        { fetched: length ?? UNKNOWN_BYTES },
        {
          method: 'GET',
          path: `${this.#objectPath(id)}?alt=media${version}`,
          ...(!isWhole && { headers: { Range: range } }),
        },
      )
      const announced = Number(headers['content-length'] ?? body.length)
      return { bytes: body, totalBytes: totalOfContentRange(headers['content-range']) ?? announced }
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_RANGE')) return undefined
      await this.#onlyTheBlobIsMissing(error, what, signal)
      throw this.#notFound(id)
    }
  }

  async #stat(id: BlobId, version: string, signal: AbortSignal | undefined): Promise<BlobMetadata | undefined> {
    const what = `look at blob ${id}`
    try {
      const answer = await this.#call(
        what,
        signal,
        {},
        {
          method: 'GET',
          path: `${this.#objectPath(id)}?fields=${OBJECT_FIELDS}${version}`,
        },
      )
      const found = metadataOf(id, this.#json(answer, what))
      if (found === undefined) throw this.#strange(what)
      return found
    } catch (error) {
      await this.#onlyTheBlobIsMissing(error, what, signal)
      return undefined
    }
  }

  async *#list(
    prefix: string,
    fields: string,
    query: string,
    signal: AbortSignal | undefined,
  ): AsyncIterable<{ readonly id: BlobId; readonly object: JsonObject }> {
    const { bucket, prefix: before } = this.#parts
    const what = prefix === '' ? 'list blobs' : `list blobs that start with ${prefix}`
    const asked = `prefix=${encodeURIComponent(before + prefix)}&maxResults=1000&fields=nextPageToken,${encodeURIComponent(fields)}${query}`
    let token: string | undefined
    do {
      const page = token === undefined ? '' : `&pageToken=${encodeURIComponent(token)}`
      const answer = await this.#call(what, signal, {}, { method: 'GET', path: `/storage/v1/b/${bucket}/o?${asked}${page}` })
      const { items, nextPageToken } = this.#json(answer, what)
      for (const object of Array.isArray(items) ? items : []) {
        if (!isJsonObject(object) || typeof object['name'] !== 'string') throw this.#strange(what)
        const id = object['name'].slice(before.length)
        // Consoles make an empty object to show a folder.
        if (id !== '' && !id.includes('/')) yield { id, object }
      }
      const next = typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined
      if (next !== undefined && next === token) {
        throw new CairnError('CAIRN_STORAGE_UNFIT', `${this.displayName} cuts a listing off and does not say how it goes on.`)
      }
      token = next
    } while (token !== undefined)
  }

  #nameOf(id: BlobId): string {
    checkBlobId(id)
    const name = this.#parts.prefix + id
    if (name === '.' || name === '..') throw invalidBlobId(id)
    return name
  }

  #objectPath(id: BlobId): string {
    return `/storage/v1/b/${this.#parts.bucket}/o/${encodeURIComponent(this.#nameOf(id))}`
  }

  #retentionOf({ retentionPeriodNs }: BlobRetention) {
    const untilNs = this.#parts.clock.nowNs() + retentionPeriodNs
    // There is one mode that nobody can lift.
    return { mode: 'Locked', retainUntilTime: formatTimestamp(untilNs - (untilNs % 1_000_000n)) }
  }

  async #call(what: string, signal: AbortSignal | undefined, moved: MovedBytes, request: GcsRequest): Promise<GcsAnswer> {
    const send = async (limited: AbortSignal) => {
      const answer = await this.#parts.http.send(request, limited)
      if (answer.status >= 200 && answer.status < 300) return answer
      throw new Refusal(answer, readFailure(answer, request.path.includes('/o/') ? 'blob-missing' : 'bucket-missing'))
    }
    const answer = await this.#calls.run(signal, moved, send, (end) => this.#explain(what, end))
    this.#isBucketSeen = true
    return answer
  }

  #explain(what: string, end: CallEnd): CairnError {
    const { error } = end
    if (isCairnError(error) && end.timedOut === undefined && !end.isAborted) return error
    const refusal = error instanceof Refusal ? error : undefined
    if (refusal !== undefined) this.#calls.answered()
    const reason = refusal?.failure.reason ?? messageOf(error)
    return this.#error(what, {
      reason,
      status: refusal?.answer.status,
      meaning: refusal?.failure.meaning,
      retryAfterMs: retryAfterMs(refusal?.answer.headers['retry-after'], this.#parts.clock.nowMs()),
      cause: error,
      ...(refusal === undefined && withoutAnswer(end, reason, systemCodeAlong(error))),
      isAborted: end.isAborted,
    })
  }

  #error(
    what: string,
    failure: Partial<Parameters<typeof cloudError>[0]> & { readonly reason: string; readonly meaning?: CloudMeaning | undefined },
  ) {
    const { credentials, settings } = this.#parts
    return cloudError({ what: `${what} in ${this.displayName}`, credentials, settings, ...failure })
  }

  /** Passes on every error but that of an absent blob; a bucket that was never seen is asked for first, for it is answered in the same way. */
  async #onlyTheBlobIsMissing(error: unknown, what: string, signal: AbortSignal | undefined): Promise<void> {
    if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
    if (this.#isBucketSeen) return
    const path = `/storage/v1/b/${this.#parts.bucket}/o?prefix=cairn-looks-for-the-bucket&maxResults=1&fields=nextPageToken`
    this.#json(await this.#call(what, signal, {}, { method: 'GET', path }), what)
  }

  #json({ body }: GcsAnswer, what: string): JsonObject {
    try {
      const parsed: unknown = JSON.parse(fromUtf8(body) ?? '')
      if (isJsonObject(parsed)) return parsed
    } catch {
      // Said below.
    }
    throw this.#strange(what)
  }

  #strange(what: string): CairnError {
    return this.#error(what, { reason: 'the answer is none of Google Cloud Storage', meaning: 'wrong-endpoint' })
  }

  #notFound(id: BlobId): CairnError {
    return new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`)
  }
}

function bytesOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}
