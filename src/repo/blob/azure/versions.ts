/** The versions of the blobs of a container (docs/backends/azure.md, "An earlier state"). */
import type { BlobItem } from '@azure/storage-blob'
import { CairnError } from '../../../errors.ts'
import { parseTimestamp } from '../../../util/timestamp.ts'
import type { BlobVersion } from '../point-in-time.ts'
import type { BlobMetadata } from '../storage.ts'

/**
 * One item of a listing with versions. The ID of a version is the time it was made; an item with versions only says when the blob was deleted.
 *
 * Errors: CAIRN_NOT_SUPPORTED when the account keeps no versions.
 */
export function versionOf(item: Pick<BlobItem, 'versionId' | 'hasVersionsOnly'>, blob: BlobMetadata, displayName: string): BlobVersion {
  const { versionId } = item
  const fromNs = versionId === undefined ? undefined : parseTimestamp(versionId)
  if (versionId === undefined || fromNs === undefined) {
    throw new CairnError('CAIRN_NOT_SUPPORTED', `${displayName} keeps no versions of its blobs, so its earlier state is not known.`, {
      hint: 'Versioning is a setting of the storage account; it keeps what is replaced or deleted from then on. Leave out --point-in-time.',
    })
  }
  return { blob, version: versionId, fromNs, isDeletion: item.hasVersionsOnly === true }
}
