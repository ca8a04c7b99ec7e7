/** Blobs as objects of a bucket: the key is the prefix and the name, nothing else (docs/backends/s3.md, "Layout"). */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3'
import { CairnError, isCairnError } from '../../../errors.ts'
import type { Clock } from '../../../util/clock.ts'
import { checkBlobId } from '../blob-id.ts'
import type { BlobVersion, VersionedStore } from '../point-in-time.ts'
import { resolveRange } from '../range.ts'
import type { BlobId, BlobMetadata, BlobRetention, BlobStorage, GetOptions, PutOptions } from '../storage.ts'
import { beginsPage, isSendable, rangeHeader, readBody } from './body.ts'
import type { S3Connection } from './connection.ts'
import { readFailure, webPage } from './failure.ts'
import { blobIdOfKey, s3Time } from './keys.ts'
import { retentionOf, untilOf } from './retention.ts'
import { STORAGE_CONFIG_BLOB_ID, type StorageClasses, storageClassOf } from './storage-classes.ts'
import { versionsOf } from './versions.ts'

export interface S3StorageOptions {
  readonly connection: S3Connection
  readonly bucket: string
  readonly prefix: string
  /** Reads which class of storage a blob gets, when the first one is put; what fails is asked for again. */
  readonly readClasses: () => Promise<StorageClasses>
  readonly clock: Clock
  /** Whether requests go over plain HTTP, where the signature has to cover the bytes. */
  readonly signsBytes: boolean
}

const CONTENT_TYPE = 'application/x-kopia'
/** What is read first of a bucket, and begins with a brace. */
const JSON_BLOBS: ReadonlySet<BlobId> = new Set(['kopia.repository', STORAGE_CONFIG_BLOB_ID])

/** An object, or one of its versions. */
interface ObjectVersion {
  readonly Bucket: string
  readonly Key: string
  readonly VersionId?: string
}

export class S3Storage implements BlobStorage, VersionedStore {
  readonly displayName: string
  readonly #connection: S3Connection
  readonly #bucket: string
  readonly #prefix: string
  readonly #readClasses: () => Promise<StorageClasses>
  readonly #clock: Clock
  readonly #signsBytes: boolean
  #classes: Promise<StorageClasses> | undefined

  constructor(options: S3StorageOptions) {
    this.displayName = options.connection.place.displayName
    this.#connection = options.connection
    this.#bucket = options.bucket
    this.#prefix = options.prefix
    this.#readClasses = options.readClasses
    this.#clock = options.clock
    this.#signsBytes = options.signsBytes
  }

  async getBlob(id: BlobId, options: GetOptions = {}): Promise<Uint8Array> {
    return await this.#read(this.#target(id), id, options)
  }

  async readVersion(id: BlobId, version: string, options: GetOptions): Promise<Uint8Array> {
    return await this.#read({ ...this.#target(id), VersionId: version }, id, options)
  }

  async #read(target: ObjectVersion, id: BlobId, options: GetOptions): Promise<Uint8Array> {
    if (!isSendable(options)) return await this.#getNothing(target, id, options)
    const range = rangeHeader(options)
    try {
      return await this.#connection.run(`read blob ${id}`, options.signal, async (client, send) => {
        const answer = await client.send(new GetObjectCommand({ ...target, ...(range !== undefined && { Range: range }) }), send)
        // A server of web pages has one for everything, and never a part of one.
        const isPage = JSON_BLOBS.has(id) && answer.ContentRange === undefined && (await beginsPage(answer))
        if (isPage) throw this.#connection.error(`read blob ${id}`, webPage())
        return await readBody(id, options, answer)
      })
    } catch (error) {
      // Nothing is at `offset`, says the store: only the length tells whether nothing was asked for.
      if (isCairnError(error, 'CAIRN_BLOB_RANGE') && error.cause !== undefined) return await this.#getNothing(target, id, options)
      throw error
    }
  }

  async statBlob(id: BlobId): Promise<BlobMetadata | undefined> {
    return await this.#stat(this.#target(id), id)
  }

  async #stat(target: ObjectVersion, id: BlobId): Promise<BlobMetadata | undefined> {
    return await this.#connection.run(`look at blob ${id}`, undefined, async (client, send) => {
      try {
        const { ContentLength = 0, LastModified } = await client.send(new HeadObjectCommand(target), send)
        return { id, length: ContentLength, ...s3Time(LastModified) }
      } catch (error) {
        const { status, hasCode, isAborted } = readFailure(error)
        if (status === 404) return undefined
        // An answer to HEAD has no body that says why: ask again in a way that has one.
        if (status !== undefined && status < 500 && !hasCode && !isAborted) {
          await client.send(new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: target.Key, MaxKeys: 1 }), send)
        }
        throw error
      }
    })
  }

  async putBlob(id: BlobId, parts: readonly Uint8Array[], options: PutOptions = {}): Promise<BlobMetadata> {
    const target = this.#target(id)
    if (options.modifiedNs !== undefined) throw unsupported(`${this.displayName} cannot keep the time of a copied blob.`)
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    const storageClass = storageClassOf(await this.#knownClasses(), id)
    const input = {
      ...target,
      ContentType: CONTENT_TYPE,
      ContentLength: length,
      ContentMD5: digest('md5', parts).toString('base64'),
      ...(options.onlyIfAbsent === true && { IfNoneMatch: '*' }),
      ...(storageClass !== undefined && { StorageClass: storageClass }),
      ...(options.retention !== undefined && retentionOf(options.retention, this.#clock)),
    }
    const sha256 = this.#signsBytes ? digest('sha256', parts).toString('hex') : undefined
    try {
      await this.#connection.run(`write blob ${id}`, options.signal, async (client, send) => {
        const command = new PutObjectCommand({
          ...input,
          Body: length === 0 ? new Uint8Array(0) : Readable.from(parts, { objectMode: false }),
        })
        if (sha256 !== undefined) signBytes(command, sha256)
        await client.send(command, send)
      })
    } catch (error) {
      throw await this.#putError(id, options, error)
    }
    if (options.needsTime === false) return { id, length, timestampMs: this.#clock.nowMs() }
    const stored = await this.statBlob(id)
    if (stored !== undefined) return stored
    throw new CairnError('CAIRN_STORAGE_UNAVAILABLE', `Blob ${id} is not in ${this.displayName} although it was just written.`, {
      hint: 'A store that shows new objects late cannot hold a repository.',
    })
  }

  async deleteBlob(id: BlobId): Promise<void> {
    const target = this.#target(id)
    try {
      await this.#connection.run(`delete blob ${id}`, undefined, (client, send) => client.send(new DeleteObjectCommand(target), send))
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
    }
  }

  async extendRetention(id: BlobId, retention: BlobRetention): Promise<void> {
    const target = this.#target(id)
    const Retention = untilOf(retention, this.#clock)
    await this.#connection.run(`keep blob ${id} for longer`, undefined, (client, send) =>
      client.send(new PutObjectRetentionCommand({ ...target, Retention }), send),
    )
  }

  async *listBlobs(prefix: string, signal?: AbortSignal): AsyncGenerator<BlobMetadata> {
    let token: string | undefined
    do {
      const input = { Bucket: this.#bucket, Prefix: this.#prefix + prefix, Delimiter: '/', EncodingType: 'url' as const }
      const page: ListObjectsV2CommandOutput = await this.#connection.run('list blobs', signal, (client, send) =>
        client.send(new ListObjectsV2Command({ ...input, ...(token !== undefined && { ContinuationToken: token }) }), send),
      )
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
        const id = blobIdOfKey(Key, this.#prefix, page.EncodingType === 'url')
        if (id !== undefined && id !== STORAGE_CONFIG_BLOB_ID) yield { id, length: Size, ...s3Time(LastModified) }
      }
      if (page.IsTruncated === true && (page.NextContinuationToken === undefined || page.NextContinuationToken === token)) {
        throw new CairnError('CAIRN_STORAGE_UNFIT', `${this.displayName} cuts a listing off and does not say how it goes on.`)
      }
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined
    } while (token !== undefined)
  }

  async *listVersions(prefix: string, signal?: AbortSignal): AsyncGenerator<BlobVersion> {
    let marker: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {}
    while (marker !== undefined) {
      const input = { Bucket: this.#bucket, Prefix: this.#prefix + prefix, Delimiter: '/', ...marker }
      const page: ListObjectVersionsCommandOutput = await this.#connection.run('list versions of blobs', signal, (client, send) =>
        client.send(new ListObjectVersionsCommand(input), send),
      )
      yield* versionsOf(page, this.#prefix)
      const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page
      marker =
        IsTruncated === true && NextKeyMarker !== undefined
          ? { KeyMarker: NextKeyMarker, ...(NextVersionIdMarker !== undefined && { VersionIdMarker: NextVersionIdMarker }) }
          : undefined
    }
  }

  /** Whether the bucket keeps old versions of its objects. */
  async keepsVersions(): Promise<boolean> {
    const { Status } = await this.#connection.run('look at the versions of the bucket', undefined, (client, send) =>
      client.send(new GetBucketVersioningCommand({ Bucket: this.#bucket }), send),
    )
    return Status === 'Enabled'
  }

  async prepareWrites(): Promise<void> {
    await this.#knownClasses()
  }

  #knownClasses(): Promise<StorageClasses> {
    this.#classes ??= this.#readClasses().catch((error: unknown) => {
      this.#classes = undefined
      throw error
    })
    return this.#classes
  }

  async close(): Promise<void> {
    await this.#connection.close()
  }

  /** Reads no byte: what is wrong with the range, or that it is empty, follows from the length. */
  async #getNothing(target: ObjectVersion, id: BlobId, options: GetOptions): Promise<Uint8Array> {
    const stored = await this.#stat(target, id)
    if (stored === undefined) throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} is not in ${this.displayName}.`)
    const { length } = resolveRange(id, options, stored.length)
    if (length === 0) return new Uint8Array(0)
    throw new CairnError('CAIRN_STORAGE_UNAVAILABLE', `${this.displayName} gave nothing of blob ${id}, which has ${stored.length} bytes.`)
  }

  /** Failures of a put in the words of the contract. Of two creators at once one is told to try again, and the other has won by then. */
  async #putError(id: BlobId, { onlyIfAbsent, retention }: PutOptions, error: unknown): Promise<unknown> {
    if (!(error instanceof CairnError) || error.cause === undefined) return error
    const { status, reason } = readFailure(error.cause)
    if (retention !== undefined && status === 400 && /object ?lock/i.test(reason)) {
      return unsupported(`${this.displayName} cannot lock blobs: ${reason}.`, error.cause)
    }
    if (onlyIfAbsent !== true) return error
    if (status === 501) return unsupported(`${this.displayName} cannot create a blob only if it is absent: ${reason}.`, error.cause)
    if (status !== 409) return error
    const isThere = (await this.statBlob(id)) !== undefined
    return new CairnError(
      isThere ? 'CAIRN_BLOB_EXISTS' : 'CAIRN_STORAGE_UNAVAILABLE',
      `Blob ${id} in ${this.displayName} is being created by somebody else: ${reason}.`,
      { cause: error.cause },
    )
  }

  #target(id: BlobId): ObjectVersion {
    checkBlobId(id)
    return { Bucket: this.#bucket, Key: this.#prefix + id }
  }
}

function digest(algorithm: 'md5' | 'sha256', parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Puts the hash of the bytes where the signature looks for it: a stream is signed without its bytes, which plain HTTP does not protect. */
function signBytes(command: PutObjectCommand, sha256: string): void {
  command.middlewareStack.add(
    (next) => async (args) => {
      // What a request is in this step.
      const { headers } = args.request as { headers: Record<string, string> }
      headers['x-amz-content-sha256'] = sha256
      return await next(args)
    },
    { step: 'build', name: 'signBytes' },
  )
}

function unsupported(message: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_NOT_SUPPORTED', message, cause === undefined ? {} : { cause })
}
