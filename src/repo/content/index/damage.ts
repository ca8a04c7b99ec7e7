/** The error of an index blob, or another sealed blob, that cannot be what was written. */
import { CairnError } from '../../../errors.ts'

/** CAIRN_INDEX_DAMAGED that names the blob and says what is wrong with it. */
export function indexDamaged(blobId: string, detail: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_INDEX_DAMAGED', `Blob ${blobId} is damaged: ${detail}.`, {
    hint: 'Nothing was changed. Restore the blob from a copy of the repository, or rebuild the index with "cairn index recover".',
    cause,
  })
}
