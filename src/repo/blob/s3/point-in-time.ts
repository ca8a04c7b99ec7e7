/** A versioned bucket as it was at a time: for reading only (docs/backends/s3.md, "A bucket as it was"). */
import {
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3'
import { CairnError } from '../../../errors.ts'
import { checkBlobId } from '../blob-id.ts'
import { resolveRange } from '../range.ts'
import { readOnly } from '../readonly.ts'
import type { BlobId, BlobMetadata, BlobStorage, GetOptions } from '../storage.ts'
import { isSendable, rangeHeader, readBody } from './body.ts'
import type { S3Options } from './config.ts'
import type { S3Connection } from './connection.ts'
import { blobIdOfKey, s3Time } from './keys.ts'
import { STORAGE_CONFIG_BLOB_ID } from './storage-classes.ts'

/** The newest version of an object that is not newer than the view. */
interface Version {
  readonly blob: BlobMetadata
  readonly modifiedMs: number
  /** Undefined for a marker that says that the object was deleted. */
  readonly versionId: string | undefined
}

/** The view that `options.pointInTime` names. Errors: CAIRN_NOT_SUPPORTED for a bucket that keeps no versions, those of the store. */
export async function pointInTimeView(storage: BlobStorage, connection: S3Connection, options: S3Options): Promise<BlobStorage> {
  const { bucket, prefix } = options
  const untilMs = Date.parse(options.pointInTime)
  const { Status } = await connection.run('look at the versions of the bucket', undefined, (client, send) =>
    client.send(new GetBucketVersioningCommand({ Bucket: bucket }), send),
  )
  if (Status !== 'Enabled') {
    throw new CairnError(
      'CAIRN_NOT_SUPPORTED',
      `The bucket ${bucket} keeps no versions: it cannot be seen as it was at ${options.pointInTime}.`,
      {
        hint: 'Leave out --point-in-time.',
      },
    )
  }

  async function newest(start: string, signal?: AbortSignal): Promise<ReadonlyMap<BlobId, Version>> {
    const found = new Map<BlobId, Version>()
    let marker: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {}
    while (marker !== undefined) {
      const input = { Bucket: bucket, Prefix: prefix + start, Delimiter: '/', ...marker }
      const page: ListObjectVersionsCommandOutput = await connection.run('list versions of blobs', signal, (client, send) =>
        client.send(new ListObjectVersionsCommand(input), send),
      )
      const deleted = (page.DeleteMarkers ?? []).map((entry) => ({ ...entry, VersionId: undefined, Size: 0 }))
      for (const { Key = '', VersionId, LastModified, Size = 0 } of [...deleted, ...(page.Versions ?? [])]) {
        const id = blobIdOfKey(Key, prefix, false)
        const modifiedMs = LastModified?.getTime() ?? 0
        if (id === undefined || modifiedMs > untilMs) continue
        const other = found.get(id)
        // Of a version and a marker of the same second the version counts: blobs are not deleted right after they were made.
        if (other !== undefined && other.modifiedMs > modifiedMs) continue
        if (other !== undefined && other.modifiedMs === modifiedMs && other.versionId !== undefined) continue
        found.set(id, { blob: { id, length: Size, ...s3Time(LastModified) }, modifiedMs, versionId: VersionId })
      }
      marker =
        page.IsTruncated === true && page.NextKeyMarker !== undefined
          ? { KeyMarker: page.NextKeyMarker, ...(page.NextVersionIdMarker !== undefined && { VersionIdMarker: page.NextVersionIdMarker }) }
          : undefined
    }
    return found
  }

  async function versionOf(id: BlobId, signal?: AbortSignal): Promise<Version | undefined> {
    checkBlobId(id)
    const version = (await newest(id, signal)).get(id)
    return version?.versionId === undefined ? undefined : version
  }

  return readOnly({
    displayName: `${storage.displayName} at ${options.pointInTime}`,
    async getBlob(id: BlobId, asked: GetOptions = {}) {
      const version = await versionOf(id, asked.signal)
      if (version === undefined) throw new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${id} was not in ${storage.displayName} at that time.`)
      // The length is known: what lies beyond it is never asked for.
      const range = { ...resolveRange(id, asked, version.blob.length), ...(asked.signal !== undefined && { signal: asked.signal }) }
      if (!isSendable(range)) return new Uint8Array(0)
      return await connection.run(`read blob ${id}`, asked.signal, async (client, send) => {
        const command = new GetObjectCommand({
          Bucket: bucket,
          Key: prefix + id,
          ...(version.versionId !== undefined && { VersionId: version.versionId }),
          Range: rangeHeader(range),
        })
        return await readBody(id, range, await client.send(command, send))
      })
    },
    async statBlob(id) {
      return (await versionOf(id))?.blob
    },
    async *listBlobs(start, signal) {
      for (const { blob, versionId } of (await newest(start, signal)).values()) {
        if (versionId !== undefined && blob.id !== STORAGE_CONFIG_BLOB_ID) yield blob
      }
    },
    putBlob: (id, parts, put) => storage.putBlob(id, parts, put),
    deleteBlob: (id) => storage.deleteBlob(id),
    close: () => storage.close(),
  })
}
