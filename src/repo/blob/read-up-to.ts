/** Reading the beginning of a blob whose length is not known, in one request. */
import { isCairnError } from '../../errors.ts'
import type { BlobId, BlobStorage } from './storage.ts'

/** Metadata packs, and after a while packs of file data, are read in parts of so many bytes. */
export const READ_AHEAD_BYTES = 4 * 1024 * 1024

/**
 * Up to `limitBytes` of a blob from `offset` on: fewer when it ends before, none when it is empty.
 *
 * Errors: CAIRN_BLOB_NOT_FOUND, CAIRN_BLOB_RANGE when the blob ends before `offset`, storage kinds.
 */
export async function readUpTo(
  storage: BlobStorage,
  id: BlobId,
  offset: number,
  limitBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const signalled = signal === undefined ? {} : { signal }
  try {
    return await storage.getBlob(id, { offset, length: limitBytes, mayBeShorter: true, ...signalled })
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_BLOB_RANGE')) throw error
    // Nothing is there at `offset`: an empty blob has no first byte to give, and is no error.
    const found = await storage.statBlob(id)
    if (found === undefined) throw error
    return await storage.getBlob(id, { offset, length: Math.max(0, Math.min(limitBytes, found.length - offset)), ...signalled })
  }
}
