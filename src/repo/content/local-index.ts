/** The index that each pack carries of its own contents (docs/repository-format.md, "Packs"). */
import { CairnError, isCairnError } from '../../errors.ts'
import { readChecked } from '../blob/read-checked.ts'
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
  const read = (offset: number, length: number) => (isFresh: boolean) =>
    storage.getBlob(pack.id, { offset, length, isFresh, ...(signal === undefined ? {} : { signal }) })
  const tailBytes = Math.min(pack.length, MAX_POSTAMBLE_BYTES)
  const { indexOffset, indexLength, indexIv } = await readChecked(read(pack.length - tailBytes, tailBytes), (tail) => {
    const postamble = decodePostamble(tail)
    if (postamble === undefined) throw damaged(pack.id, 'it does not end as a pack does')
    if (postamble.indexOffset + postamble.indexLength > pack.length) throw damaged(pack.id, 'its index lies outside of it')
    return postamble
  })
  await readChecked(read(indexOffset, indexLength), (sealed) => {
    try {
      decodeIndex(keys.encryptor.open(sealed, indexIv), pack.id, sink)
    } catch (error) {
      if (isCairnError(error) && error.kind === 'bug') throw error
      throw damaged(pack.id, 'its index is not what was written', error)
    }
  })
}

function damaged(id: string, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_PACK_INDEX_DAMAGED', `The pack ${id} cannot say what is in it: ${what}.`, {
    hint: 'Leave such packs out with --ignore-errors.',
    cause,
  })
}
