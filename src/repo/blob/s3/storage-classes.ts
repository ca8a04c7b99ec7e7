/** Classes of storage by the first characters of a blob's name, kept in the bucket itself. */
import { CairnError } from '../../../errors.ts'
import { isJsonObject } from '../../../util/json-read.ts'
import type { BlobId } from '../storage.ts'

/** Holds `{"blobOptions":[{"prefix":"p","storageClass":"STANDARD_IA"}]}`; no listing shows it. */
export const STORAGE_CONFIG_BLOB_ID = '.storageconfig'

export type StorageClasses = readonly { readonly prefix: string; readonly storageClass: string }[]

/** Reads the file. Errors: CAIRN_CONFIG_INVALID. */
export function parseStorageClasses(bytes: Uint8Array, place: string): StorageClasses {
  const invalid = (reason: string) =>
    new CairnError('CAIRN_CONFIG_INVALID', `The object ${STORAGE_CONFIG_BLOB_ID} in ${place} cannot be used: ${reason}.`, {
      hint: 'Correct it or remove it: it only chooses storage classes.',
    })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw invalid('it is not JSON')
  }
  if (!isJsonObject(value)) throw invalid('it is not an object')
  const { blobOptions = [] } = value
  if (!Array.isArray(blobOptions)) throw invalid('"blobOptions" is not a list')
  return blobOptions.map((option: unknown) => {
    const { prefix = '', storageClass = '' } = isJsonObject(option) ? option : {}
    if (typeof prefix !== 'string' || typeof storageClass !== 'string') throw invalid('a prefix or a storage class is not a text')
    return { prefix, storageClass }
  })
}

/** The class for a blob: that of the first prefix that fits; undefined for the usual one of the bucket. */
export function storageClassOf(classes: StorageClasses, id: BlobId): 'STANDARD' | undefined {
  const found = classes.find(({ prefix }) => id.startsWith(prefix))?.storageClass
  // The store knows its classes, which are more than the SDK's types name.
  return found === undefined || found === '' ? undefined : (found as 'STANDARD')
}
