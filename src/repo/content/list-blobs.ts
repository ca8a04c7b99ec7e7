/** Listings as arrays. */
import { throwIfCancelled } from '../../errors.ts'
import type { BlobMetadata, BlobStorage } from '../blob/storage.ts'

/** All blobs whose name starts with `prefix`. */
export async function collectBlobs(storage: BlobStorage, prefix: string, signal?: AbortSignal): Promise<BlobMetadata[]> {
  const blobs: BlobMetadata[] = []
  for await (const blob of storage.listBlobs(prefix, signal)) {
    throwIfCancelled(signal)
    blobs.push(blob)
  }
  return blobs
}
