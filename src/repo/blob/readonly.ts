/** A storage that refuses to write. */
import { CairnError } from '../../errors.ts'
import type { BlobStorage } from './storage.ts'

/** The same storage, except that `putBlob` and `deleteBlob` fail with CAIRN_STORAGE_READONLY. */
export function readOnly(storage: BlobStorage): BlobStorage {
  const refuse = async (): Promise<never> => {
    throw new CairnError('CAIRN_STORAGE_READONLY', `${storage.displayName} is connected for reading only.`, {
      hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
    })
  }
  return {
    displayName: storage.displayName,
    getBlob: (id, options) => storage.getBlob(id, options),
    statBlob: (id) => storage.statBlob(id),
    putBlob: refuse,
    deleteBlob: refuse,
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    close: () => storage.close(),
  }
}
