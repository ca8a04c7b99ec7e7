/**
 * Blobs that are encrypted as a whole and named after their plain bytes: index blobs, session markers, compaction logs
 * (docs/repository-format.md, "Sealed blobs").
 *
 * name:  prefix | hex(hash of the plain bytes) | suffix
 * bytes: sealed with the last 16 bytes of that hash as iv
 */
import { equalBytes, fromHex, toHex } from '../../util/bytes.ts'
import type { RandomSource } from '../../util/random.ts'
import { readChecked } from '../blob/read-checked.ts'
import type { BlobId, BlobStorage } from '../blob/storage.ts'
import type { Encryptor } from '../encryption/interface.ts'
import type { Hasher } from '../hashing/interface.ts'
import { ivOfBlobName, nameBeforeDash } from './blob-names.ts'
import { contentIv } from './content-id.ts'
import { indexDamaged } from './index/damage.ts'

/** What sealing needs; a `ContentCodec` has it. */
export interface BlobKeys {
  readonly hasher: Hasher
  readonly encryptor: Encryptor
  readonly random: RandomSource
}

/** A blob ready to be put. */
export interface SealedBlob {
  readonly id: BlobId
  readonly bytes: Uint8Array
}

/** Seals `plain` and names it; `prefix` is such as `xn0_` or `s`, `suffix` empty or such as `-s46d…147-c1`. */
export function sealBlob(keys: BlobKeys, prefix: string, suffix: string, plain: Uint8Array): SealedBlob {
  const hash = keys.hasher.hash(plain)
  return { id: prefix + toHex(hash) + suffix, bytes: keys.encryptor.seal(plain, contentIv(hash), keys.random) }
}

/**
 * Reads a blob and opens it, once more when it seems damaged; `decode` may find damage as well.
 * Errors: CAIRN_INDEX_DAMAGED naming it, CAIRN_BLOB_NOT_FOUND, storage kinds.
 */
export async function readSealedBlob<R>(
  storage: BlobStorage,
  keys: BlobKeys,
  id: BlobId,
  decode: (plain: Uint8Array) => R,
  signal?: AbortSignal,
): Promise<R> {
  return await readChecked(
    (isFresh) => storage.getBlob(id, { isFresh, ...(signal === undefined ? {} : { signal }) }),
    (sealed) => decode(openSealedBlob(keys, id, sealed)),
  )
}

/** The plain bytes of a blob; CAIRN_INDEX_DAMAGED naming it when they are not those it was named after. */
export function openSealedBlob(keys: BlobKeys, id: BlobId, sealed: Uint8Array): Uint8Array {
  const iv = ivOfBlobName(id)
  if (iv === undefined) throw indexDamaged(id, 'its name holds no hash')
  let plain: Uint8Array
  try {
    plain = keys.encryptor.open(sealed, iv)
  } catch (error) {
    throw indexDamaged(id, 'its bytes are not what was encrypted under this name', error)
  }
  // The iv covers 16 bytes of the hash; the name holds all of it.
  const named = fromHex(nameBeforeDash(id).slice(-2 * keys.hasher.sizeBytes))
  if (named === undefined || !equalBytes(named, keys.hasher.hash(plain)))
    throw indexDamaged(id, 'its bytes have another hash than its name')
  return plain
}
