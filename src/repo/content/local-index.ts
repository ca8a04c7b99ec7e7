/** The index that each pack carries of its own contents (docs/repository-format.md, "Packs"). */
import { CairnError, isCairnError } from '../../errors.ts'
import type { BlobMetadata, BlobStorage } from '../blob/storage.ts'
import { decodeIndex } from './index/codec.ts'
import type { IndexSink } from './index/rows.ts'
import { decodePostamble } from './pack-layout.ts'
import type { BlobKeys } from './sealed-blob.ts'

/** Its own length is one byte. */
const MAX_POSTAMBLE_BYTES = 256

/** Feeds the local index of a pack into `sink`. Errors: CAIRN_PACK_INDEX_DAMAGED naming the pack, CAIRN_BLOB_NOT_FOUND, storage kinds. */
export async function readLocalIndex(
  storage: BlobStorage,
  keys: BlobKeys,
  pack: Pick<BlobMetadata, 'id' | 'length'>,
  sink: IndexSink,
  signal?: AbortSignal,
): Promise<void> {
  const options = signal === undefined ? {} : { signal }
  const tailBytes = Math.min(pack.length, MAX_POSTAMBLE_BYTES)
  const postamble = decodePostamble(await storage.getBlob(pack.id, { offset: pack.length - tailBytes, length: tailBytes, ...options }))
  if (postamble === undefined) throw damaged(pack.id, 'it does not end as a pack does')
  const { indexOffset, indexLength, indexIv } = postamble
  if (indexOffset + indexLength > pack.length) throw damaged(pack.id, 'its index lies outside of it')
  const sealed = await storage.getBlob(pack.id, { offset: indexOffset, length: indexLength, ...options })
  try {
    decodeIndex(keys.encryptor.open(sealed, indexIv), pack.id, sink)
  } catch (error) {
    if (isCairnError(error) && error.kind === 'bug') throw error
    throw damaged(pack.id, 'its index is not what was written', error)
  }
}

function damaged(id: string, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_PACK_INDEX_DAMAGED', `The pack ${id} cannot say what is in it: ${what}.`, {
    hint: 'Leave such packs out with --ignore-errors.',
    cause,
  })
}
