/** Versions of objects and marks of their deletion -> versions of blobs (docs/backends/s3.md, "A bucket as it was"). */
import type { ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3'
import type { BlobVersion } from '../point-in-time.ts'
import { blobIdOfKey, s3Time } from './keys.ts'
import { STORAGE_CONFIG_BLOB_ID } from './storage-classes.ts'

/** What a page of versions holds, those of one blob after each other. */
export function versionsOf(
  { Versions = [], DeleteMarkers = [] }: Pick<ListObjectVersionsCommandOutput, 'Versions' | 'DeleteMarkers'>,
  prefix: string,
) {
  const found: BlobVersion[] = []
  // Of a mark and a version of the same second the later one in this order counts: nobody deletes a blob right after making it.
  const entries = [
    ...DeleteMarkers.map((mark) => ({ ...mark, Size: 0, isDeletion: true })),
    ...Versions.map((version) => ({ ...version, isDeletion: false })),
  ]
  for (const { Key = '', VersionId = 'null', LastModified, Size = 0, isDeletion } of entries) {
    const id = blobIdOfKey(Key, prefix, false)
    if (id === undefined || id === STORAGE_CONFIG_BLOB_ID) continue
    const blob = { id, length: Size, ...s3Time(LastModified) }
    found.push({ blob, version: VersionId, fromNs: BigInt(LastModified?.getTime() ?? 0) * 1_000_000n, isDeletion })
  }
  return found.sort((a, b) => (a.blob.id < b.blob.id ? -1 : a.blob.id > b.blob.id ? 1 : 0))
}
