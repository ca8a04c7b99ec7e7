/** Which names a blob may have (docs/repository-format.md, "Blob names"). */
import { CairnError } from '../../errors.ts'
import type { BlobId } from './storage.ts'

const LONGEST = 240
const ALLOWED = /^[\x20-\x7e]+$/

/**
 * Throws CAIRN_BLOB_ID_INVALID unless `id` is 1 to 240 printable ASCII characters without `/` and `\`.
 *
 * Names of packs come from index blobs, which may have been tampered with: this is what keeps a name from becoming another path.
 */
export function checkBlobId(id: BlobId): void {
  if (id.length <= LONGEST && ALLOWED.test(id) && !id.includes('/') && !id.includes('\\')) return
  throw invalidBlobId(id)
}

/** The error for a name that no blob can have. */
export function invalidBlobId(id: BlobId): CairnError {
  return new CairnError('CAIRN_BLOB_ID_INVALID', `${JSON.stringify(id.slice(0, 80))} cannot be the name of a blob.`, {
    hint: 'The repository names a blob that no program writes: an index or the format blob is damaged or was tampered with.',
  })
}
