/** Blobs in a container of Azure (docs/backends/azure.md): block blobs, named like other programs name them. */
import { Readable } from 'node:stream'
import type { BlobClient, BlobItem, ContainerClient } from '@azure/storage-blob'
import { CairnError, isCairnError } from '../../../errors.ts'
import type { Clock } from '../../../util/clock.ts'
import { checkBlobId, invalidBlobId } from '../blob-id.ts'
import { type CallEnd, CloudCalls, type MovedBytes, withoutAnswer } from '../cloud-call.ts'
import { cloudError } from '../cloud-errors.ts'
import { collectBody, isPage, type RangeAnswer, readRange, totalOfContentRange } from '../cloud-read.ts'
import type { BlobVersion, VersionedStore } from '../point-in-time.ts'
import { slimError } from '../slim-error.ts'
import type { BlobId, BlobMetadata, BlobRetention, BlobStorage, GetOptions, PutOptions } from '../storage.ts'
import { ForeignAnswer, readFailure } from './failure.ts'
import type { AzurePlace } from './place.ts'
import { deleteProtected, isProtected } from './protected-delete.ts'
import { versionOf } from './versions.ts'

export interface AzureStorageParts {
  readonly container: ContainerClient
  readonly prefix: string
  readonly place: AzurePlace
  /** Where the credentials came from, for messages. */
  readonly credentials: string
  readonly clock: Clock
  /** Blobs on a page of a listing; default 5000, the most that there can be. */
  readonly pageSize?: number
}

/** Metadata of a blob that was given another time of writing: nanoseconds since 1970, as other programs write and read it. */
const TIME_KEY = 'Kopiamtime'

/** More than any blob that is read without its length being known. */
const UNKNOWN_BYTES = 64 * 1024 * 1024

/** Made by `openAzure`. */
export class AzureStorage implements BlobStorage, VersionedStore {
  readonly displayName: string
  readonly #parts: AzureStorageParts
  readonly #calls: CloudCalls

  constructor(parts: AzureStorageParts) {
    this.displayName = parts.place.displayName
    this.#parts = parts
    this.#calls = new CloudCalls(parts.clock)
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    return await this.#get(id, this.#client(id), options)
  }

  async readVersion(id: BlobId, version: string, options: GetOptions): Promise<Uint8Array> {
    return await this.#get(id, this.#client(id).withVersion(version), options)
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    return await this.#stat(id, this.#client(id), undefined)
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options: PutOptions = {}): Promise<BlobMetadata> {
    const client = this.#client(id).getBlockBlobClient()
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    const { onlyIfAbsent, retention, modifiedNs } = options
    return await this.#call(`write blob ${id}`, options.signal, { sent: length }, async (abortSignal) => {
      const { lastModified } = await client.upload(() => Readable.from(parts.filter((part) => part.length > 0)), length, {
        abortSignal,
        ...(onlyIfAbsent === true && { conditions: { ifNoneMatch: '*' } }),
        ...(modifiedNs !== undefined && { metadata: { [TIME_KEY]: String(modifiedNs) } }),
        ...(retention !== undefined && { immutabilityPolicy: this.#policyOf(retention) }),
      })
      return metadataOf(id, length, lastModified, modifiedNs)
    })
  }

  async deleteBlob(id: BlobId): Promise<void> {
    const client = this.#client(id)
    try {
      await this.#call(`delete blob ${id}`, undefined, {}, async (abortSignal) => {
        try {
          await client.delete({ abortSignal })
        } catch (error) {
          if (!isProtected(error)) throw error
          await deleteProtected(client, this.#parts.clock, abortSignal)
        }
      })
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
    }
  }

  async extendRetention(id: BlobId, retention: BlobRetention): Promise<void> {
    const client = this.#client(id)
    const { expiriesOn, policyMode } = this.#policyOf(retention)
    await this.#call(`keep blob ${id} for longer`, undefined, {}, async (abortSignal) => {
      await client.setImmutabilityPolicy({ expiriesOn, policyMode }, { abortSignal })
    })
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    const { container, prefix: before } = this.#parts
    // Only what lies directly below the prefix: other folders of the container are none of ours.
    const pages = (token: string | undefined, abortSignal: AbortSignal) =>
      container.listBlobsByHierarchy('/', { prefix: before + prefix, includeMetadata: true, abortSignal }).byPage(this.#pageFrom(token))
    for await (const item of this.#items(prefix, signal, pages)) yield listedMetadata(item.name.slice(before.length), item)
  }

  async *listVersions(prefix: string, signal?: AbortSignal): AsyncIterable<BlobVersion> {
    const { container, prefix: before } = this.#parts
    const include = { includeMetadata: true, includeVersions: true, includeDeletedWithVersions: true }
    const pages = (token: string | undefined, abortSignal: AbortSignal) =>
      container.listBlobsFlat({ prefix: before + prefix, ...include, abortSignal }).byPage(this.#pageFrom(token))
    for await (const item of this.#items(prefix, signal, pages)) {
      const id = item.name.slice(before.length)
      if (!id.includes('/')) yield versionOf(item, listedMetadata(id, item), this.displayName)
    }
  }

  async close(): Promise<void> {}

  #client(id: BlobId) {
    checkBlobId(id)
    const { container, prefix } = this.#parts
    // URLs take such a name for a step to another folder.
    if (/(?:^|\/)\.{1,2}$/.test(prefix + id)) throw invalidBlobId(id)
    return container.getBlobClient(prefix + id)
  }

  /** Items of a listing, page after page, each page a call of its own. */
  async *#items(
    prefix: string,
    signal: AbortSignal | undefined,
    pages: (token: string | undefined, signal: AbortSignal) => AsyncIterator<ListedPage>,
  ): AsyncIterable<BlobItem> {
    const what = prefix === '' ? 'list blobs' : `list blobs that start with ${prefix}`
    let token: string | undefined
    do {
      const from = token
      const page = await this.#call(what, signal, {}, async (abortSignal) => {
        const { done, value } = await pages(from, abortSignal).next()
        return done === true ? undefined : value
      })
      for (const item of page?.segment.blobItems ?? []) if (!isFolder(item)) yield item
      token = page?.continuationToken
      if (token !== undefined && token !== '' && token === from) throw this.#endless()
    } while (token !== undefined && token !== '')
  }

  async #get(id: BlobId, client: BlobClient, options: GetOptions): Promise<Uint8Array> {
    return await readRange(id, options, {
      read: (offset, length) => this.#read(id, client, offset, length, options.signal),
      size: async () => {
        const found = await this.#stat(id, client, options.signal)
        if (found === undefined) throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`)
        return found.length
      },
    })
  }

  async #stat(id: BlobId, client: BlobClient, signal: AbortSignal | undefined): Promise<BlobMetadata | undefined> {
    try {
      return await this.#call(`look at blob ${id}`, signal, {}, async (abortSignal) => {
        const { contentLength = 0, lastModified, metadata } = await client.getProperties({ abortSignal })
        return metadataOf(id, contentLength, lastModified, timeIn(metadata))
      })
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
      throw error
    }
  }

  async #read(
    id: BlobId,
    client: BlobClient,
    offset: number,
    length: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<RangeAnswer | undefined> {
    try {
      return await this.#call(`read blob ${id}`, signal, { fetched: length ?? UNKNOWN_BYTES }, async (abortSignal) => {
        const answer = await client.download(offset, length, { abortSignal, maxRetryRequests: 0 })
        const expected = answer.contentLength ?? 0
        const body = answer.readableStreamBody
        const bytes = body === undefined ? new Uint8Array(0) : await collectBody(id, chunksOf(body), expected)
        if (isPage(id, bytes)) throw new ForeignAnswer()
        return { bytes, totalBytes: totalOfContentRange(answer.contentRange) ?? expected }
      })
    } catch (error) {
      if (isCairnError(error, 'CAIRN_BLOB_RANGE') && error.cause !== undefined) return undefined
      throw error
    }
  }

  #pageFrom(continuationToken: string | undefined) {
    return { maxPageSize: this.#parts.pageSize ?? 5000, ...(continuationToken !== undefined && { continuationToken }) }
  }

  #endless(): CairnError {
    return new CairnError('CAIRN_STORAGE_UNFIT', `${this.displayName} cuts a listing off and does not say how it goes on.`)
  }

  #policyOf({ retentionPeriodNs }: BlobRetention) {
    const untilMs = this.#parts.clock.nowMs() + Number(retentionPeriodNs / 1_000_000n)
    // Azure knows one mode that nobody can lift.
    return { expiriesOn: new Date(untilMs), policyMode: 'Locked' as const }
  }

  async #call<R>(what: string, signal: AbortSignal | undefined, moved: MovedBytes, call: (signal: AbortSignal) => Promise<R>): Promise<R> {
    return await this.#calls.run(signal, moved, call, (end) => this.#explain(`${what} in ${this.displayName}`, end))
  }

  #explain(what: string, end: CallEnd): unknown {
    const { clock, credentials, place } = this.#parts
    if (isCairnError(end.error) && end.timedOut === undefined && !end.isAborted) return end.error
    const failure = readFailure(end.error, clock.nowMs())
    const { status, meaning, reason, retryAfterMs } = failure
    if (status !== undefined) this.#calls.answered()
    return cloudError({
      what,
      reason,
      status,
      meaning,
      credentials,
      settings: place.settings,
      retryAfterMs,
      cause: slimError(end.error, reason),
      ...(status === undefined && withoutAnswer(end, reason, failure.systemCode)),
      isAborted: end.isAborted,
    })
  }
}

/** A page of either kind of listing. */
interface ListedPage {
  readonly segment: { readonly blobItems: readonly BlobItem[] }
  readonly continuationToken?: string | undefined
}

function metadataOf(id: BlobId, length: number, lastModified: Date | undefined, modifiedNs: bigint | undefined): BlobMetadata {
  if (modifiedNs !== undefined) return { id, length, timestampMs: Number(modifiedNs / 1_000_000n), timestampNs: modifiedNs }
  return { id, length, timestampMs: lastModified?.getTime() ?? 0 }
}

/** What a listing says of a blob. */
function listedMetadata(id: BlobId, { properties, metadata }: Pick<BlobItem, 'properties' | 'metadata'>): BlobMetadata {
  return metadataOf(id, properties.contentLength ?? 0, properties.lastModified, timeIn(metadata))
}

/** Nanoseconds since 1970 in the metadata of a blob; their key comes back in small letters or as it was written. */
function timeIn(metadata: Readonly<Record<string, string>> | undefined): bigint | undefined {
  const value = Object.entries(metadata ?? {}).find(([key]) => key.toLowerCase() === TIME_KEY.toLowerCase())?.[1]
  return value !== undefined && /^-?\d{1,19}$/.test(value) ? BigInt(value) : undefined
}

/** Accounts with real folders list them as empty blobs. */
function isFolder({ metadata }: Pick<BlobItem, 'metadata'>): boolean {
  return metadata?.['hdi_isfolder'] === 'true'
}

async function* chunksOf(body: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  for await (const chunk of body) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
