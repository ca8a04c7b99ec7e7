/** Blobs as objects of a bucket of Google Cloud Storage (docs/backends/gcs.md), named like other programs name them. */
import { CairnError, isCairnError } from '../../../errors.ts'
import { toHex } from '../../../util/bytes.ts'
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import type { RandomSource } from '../../../util/random.ts'
import { formatTimestamp } from '../../../util/timestamp.ts'
import { checkBlobId, invalidBlobId } from '../blob-id.ts'
import { isPage, type RangeAnswer, readRange, totalOfContentRange } from '../cloud-read.ts'
import type { BlobVersion, VersionedStore } from '../point-in-time.ts'
import type { BlobId, BlobMetadata, BlobRetention, BlobStorage, GetOptions, PutOptions } from '../storage.ts'
import type { GcsRequest } from './http.ts'
import { type GcsBucket, GcsRequests } from './requests.ts'
import { metadataOf, multipartBody, OBJECT_FIELDS, TIME_KEY, VERSION_FIELDS, versionOf } from './resource.ts'

export interface GcsStorageParts extends GcsBucket {
  readonly prefix: string
  readonly random: RandomSource
}

/** More than any blob that is read without its length being known. */
const UNKNOWN_BYTES = 64 * 1024 * 1024

/** Made by `openGcs`. */
export class GcsStorage implements BlobStorage, VersionedStore {
  readonly displayName: string
  readonly #parts: GcsStorageParts
  readonly #requests: GcsRequests

  constructor(parts: GcsStorageParts) {
    this.displayName = parts.displayName
    this.#parts = parts
    this.#requests = new GcsRequests(parts)
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
    const what = `write blob ${id}`
    const request: GcsRequest = {
      method: 'POST',
      path: `/upload/storage/v1/b/${this.#parts.bucket}/o?${query}`,
      headers: { 'Content-Type': `multipart/related; boundary=${boundary}` },
      body,
    }
    const written = metadataOf(id, await this.#requests.json(what, options.signal, { sent: bytesOf(body) }, request))
    if (written === undefined) throw this.#requests.strange(what)
    return written
  }

  async deleteBlob(id: BlobId): Promise<void> {
    const what = `delete blob ${id}`
    try {
      await this.#requests.send(what, undefined, {}, { method: 'DELETE', path: this.#objectPath(id) })
    } catch (error) {
      await this.#requests.onlyTheBlobIsMissing(error, what, undefined)
    }
  }

  async extendRetention(id: BlobId, retention: BlobRetention): Promise<void> {
    await this.#requests.send(
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
      if (blob === undefined) throw this.#requests.strange('list blobs')
      yield blob
    }
  }

  async *listVersions(prefix: string, signal?: AbortSignal): AsyncIterable<BlobVersion> {
    for await (const { id, object } of this.#list(prefix, `items(${VERSION_FIELDS})`, '&versions=true', signal)) {
      const version = versionOf(id, object)
      if (version === undefined) throw this.#requests.strange('list versions of blobs')
      yield version
    }
  }

  /** Whether the bucket keeps what is replaced or deleted. */
  async hasVersions(signal?: AbortSignal): Promise<boolean> {
    const path = `/storage/v1/b/${this.#parts.bucket}?fields=versioning`
    const { versioning } = await this.#requests.json('look at the bucket', signal, {}, { method: 'GET', path })
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
      const { body, headers } = await this.#requests.send(
        what,
        signal,
        { fetched: length ?? UNKNOWN_BYTES },
        {
          method: 'GET',
          path: `${this.#objectPath(id)}?alt=media${version}`,
          ...(!isWhole && { headers: { Range: range } }),
        },
      )
      if (isPage(id, body)) throw this.#requests.strange(what)
      const announced = Number(headers['content-length'] ?? body.length)
      return { bytes: body, totalBytes: totalOfContentRange(headers['content-range']) ?? announced }
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_RANGE')) return undefined
      await this.#requests.onlyTheBlobIsMissing(error, what, signal)
      throw this.#notFound(id)
    }
  }

  async #stat(id: BlobId, version: string, signal: AbortSignal | undefined): Promise<BlobMetadata | undefined> {
    const what = `look at blob ${id}`
    try {
      const path = `${this.#objectPath(id)}?fields=${OBJECT_FIELDS}${version}`
      const found = metadataOf(id, await this.#requests.json(what, signal, {}, { method: 'GET', path }))
      if (found === undefined) throw this.#requests.strange(what)
      return found
    } catch (error) {
      await this.#requests.onlyTheBlobIsMissing(error, what, signal)
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
      const path = `/storage/v1/b/${bucket}/o?${asked}${page}`
      const { items, nextPageToken } = await this.#requests.json(what, signal, {}, { method: 'GET', path })
      for (const object of Array.isArray(items) ? items : []) {
        if (!isJsonObject(object) || typeof object['name'] !== 'string') throw this.#requests.strange(what)
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

  #notFound(id: BlobId): CairnError {
    return new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`)
  }
}

function bytesOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}
