/** Changes of the two blobs that say what a repository is: a new password, other parameters (docs/repository-format.md, "Changing the format"). */
import { CairnError, isCairnError, messageOf } from '../errors.ts'
import { type Logger, nullLogger } from '../log.ts'
import type { Clock } from '../util/clock.ts'
import type { RandomSource } from '../util/random.ts'
import { readChecked } from './blob/read-checked.ts'
import { retaining } from './blob/retaining.ts'
import type { BlobRetention, BlobStorage } from './blob/storage.ts'
import {
  BLOB_CONFIG_BLOB_ID,
  type BlobConfig,
  type ChangedFormat,
  changeFormatParameters,
  changeFormatPassword,
  decodeBlobConfig,
  FORMAT_BLOB_ID,
  type FormatChange,
  MAX_FORMAT_BLOB_BYTES,
  type NewFormat,
  openFormat,
  retentionOf,
  type UnlockedFormat,
} from './format/index.ts'

export interface FormatAccess {
  readonly storage: BlobStorage
  readonly password: string
  readonly clock: Clock
  readonly random: RandomSource
  readonly log?: Logger | undefined
}

/** The two blobs, opened. */
export interface CurrentFormat {
  readonly format: UnlockedFormat
  readonly blobConfig: BlobConfig
}

/** Reads both blobs. Errors: those of opening a repository. */
export async function readFormat({ storage, password, clock, log = nullLogger }: FormatAccess): Promise<CurrentFormat> {
  const found = await storage.statBlob(FORMAT_BLOB_ID)
  if (found !== undefined && found.length > MAX_FORMAT_BLOB_BYTES) {
    throw new CairnError('CAIRN_FORMAT_DAMAGED', `${FORMAT_BLOB_ID} has ${found.length} bytes, far more than such a blob can have.`)
  }
  const format = await readChecked(
    () => storage.getBlob(FORMAT_BLOB_ID),
    (bytes) => openFormat(bytes, password, clock.nowNs(), (message) => log.warning(message)),
  )
  const blobConfig = await readChecked(
    () => getOrUndefined(storage, BLOB_CONFIG_BLOB_ID),
    (bytes) => decodeBlobConfig(bytes, format),
  )
  return { format, blobConfig }
}

/**
 * Gives the repository another password; everything else stays as it is.
 *
 * Errors: those of opening, CAIRN_PASSWORD_EMPTY, CAIRN_NOT_SUPPORTED when the keys depend on the password.
 */
export async function changePassword(access: FormatAccess, newPassword: string): Promise<void> {
  const current = await readFormat(access)
  const next = await changeFormatPassword(current.format, current.blobConfig, newPassword, access.random)
  await replaceBoth(access, current, next)
}

/**
 * Changes parameters; `prepare` runs when the change is known to be allowed and before anything is written.
 * Resolves to whether there was anything to change. Errors: those of opening, CAIRN_USAGE for values out of range.
 */
export async function changeParameters(
  access: FormatAccess,
  change: FormatChange,
  prepare: (current: CurrentFormat, next: ChangedFormat) => Promise<void> = async () => {},
): Promise<boolean> {
  const current = await readFormat(access)
  const next = await changeFormatParameters(current.format, current.blobConfig, change, access.random)
  if (next === undefined) return false
  await prepare(current, next)
  // The key stays, so each of the two can be read whichever of them is new.
  const storage = retained(access.storage, next.retention)
  await storage.putBlob(BLOB_CONFIG_BLOB_ID, [next.blobcfg])
  await storage.putBlob(FORMAT_BLOB_ID, [next.formatBlob])
  return true
}

/**
 * Only one of the two new would open with neither password. An absent blob configuration says that nothing is retained, so where that is
 * the case it goes away first and comes back last, and at every moment one of the two passwords opens the repository:
 *
 *   blobcfg: old -> absent -----------------> new
 *   format:  old ----------> new
 */
async function replaceBoth(access: FormatAccess, current: CurrentFormat, next: NewFormat): Promise<void> {
  const { log = nullLogger } = access
  const storage = retained(access.storage, retentionOf(current.blobConfig))
  const old = await getOrUndefined(storage, BLOB_CONFIG_BLOB_ID)
  const isRetained = retentionOf(current.blobConfig) !== undefined
  try {
    if (isRetained) await storage.putBlob(BLOB_CONFIG_BLOB_ID, [next.blobcfg])
    else await storage.deleteBlob(BLOB_CONFIG_BLOB_ID)
    await storage.putBlob(FORMAT_BLOB_ID, [next.formatBlob])
  } catch (error) {
    try {
      // Whichever of the two is in force, the old configuration belongs to the old format blob.
      await storage.putBlob(FORMAT_BLOB_ID, [current.format.formatBlobBytes])
      if (old !== undefined) await storage.putBlob(BLOB_CONFIG_BLOB_ID, [old])
    } catch (second) {
      log.warning(`The old password could not be put back either: ${messageOf(second)}`)
    }
    throw error
  }
  if (!isRetained) await storage.putBlob(BLOB_CONFIG_BLOB_ID, [next.blobcfg])
}

/** A storage that cannot keep blobs refuses the first put, so that nobody is left with a repository that takes nothing more. */
function retained(storage: BlobStorage, retention: BlobRetention | undefined): BlobStorage {
  return retention === undefined ? storage : retaining(storage, retention)
}

async function getOrUndefined(storage: BlobStorage, id: string): Promise<Uint8Array | undefined> {
  try {
    return await storage.getBlob(id)
  } catch (error) {
    if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) return undefined
    throw error
  }
}
