/** Brings back the lost format blob of an old repository from a copy in one of its packs. */
import { CairnError } from '../errors.ts'
import { openStorage } from '../repo/blob/open.ts'
import type { StorageConfig } from '../repo/blob/storage-config.ts'
import { limitsOf } from '../repo/blob/throttle-limits.ts'
import { throttling } from '../repo/blob/throttling.ts'
import { FORMAT_BLOB_ID } from '../repo/format/index.ts'
import { findFormatReplica } from '../repo/recover-format.ts'
import type { Connection } from './open.ts'
import { storageOptions } from './storage-options.ts'

export interface RepairRequest {
  readonly storage: StorageConfig
  /** `auto` does nothing when there is a format blob, `yes` replaces it, `no` does nothing at all. */
  readonly recover: 'auto' | 'yes' | 'no'
  /** Beginnings of the names of packs to look into; none means all. */
  readonly prefixes: readonly string[]
  readonly isDryRun: boolean
}

/** Resolves to the pack the copy was found in; undefined when nothing had to be done. Errors: CAIRN_FORMAT_REPLICA_MISSING, those of the storage. */
export async function repairRepository(context: Connection, request: RepairRequest): Promise<string | undefined> {
  if (request.recover === 'no') return undefined
  const opened = await openStorage(request.storage, { ...storageOptions(context), mode: 'repair', readonly: request.isDryRun })
  const storage = throttling(opened, limitsOf(request), context.clock)
  try {
    if (request.recover === 'auto' && (await storage.statBlob(FORMAT_BLOB_ID)) !== undefined) return undefined
    const prefixes = request.prefixes.length === 0 ? ['p', 'q'] : request.prefixes
    const look = (blobId: string) => context.log.debug(`Looking for a copy of the format blob in ${blobId}.`)
    const found = await findFormatReplica(storage, prefixes, look, context.signal)
    if (found === undefined) {
      throw new CairnError('CAIRN_FORMAT_REPLICA_MISSING', `No pack in ${storage.displayName} holds a copy of the format blob.`, {
        hint: 'Only repositories of kopia before 0.9 have such copies. Bring the blob kopia.repository back from a copy of the repository.',
      })
    }
    if (!request.isDryRun) {
      await storage.putBlob(FORMAT_BLOB_ID, [found.formatBlob])
      await storage.flush?.({ signal: context.signal })
    }
    return found.blobId
  } finally {
    await storage.close()
  }
}
