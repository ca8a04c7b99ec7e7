/** Bringing back `kopia.repository` from a copy in a pack (docs/repository-format.md, "Packs"); only old repositories have such copies. */
import { throwIfCancelled } from '../errors.ts'
import type { BlobStorage } from './blob/storage.ts'
import { decodeFormatReplica, REPLICA_SEARCH_BYTES } from './content/pack-layout.ts'
import { decodeFormatBlob } from './format/index.ts'

export interface FoundReplica {
  /** The pack that holds it. */
  readonly blobId: string
  readonly formatBlob: Uint8Array
}

/** The first copy in blobs whose names begin with one of `prefixes`; undefined when there is none. `look` hears of every blob. */
export async function findFormatReplica(
  storage: BlobStorage,
  prefixes: readonly string[],
  look: (blobId: string) => void,
  signal: AbortSignal,
): Promise<FoundReplica | undefined> {
  for (const prefix of prefixes) {
    for await (const { id, length } of storage.listBlobs(prefix, signal)) {
      throwIfCancelled(signal)
      look(id)
      const size = Math.min(length, REPLICA_SEARCH_BYTES)
      for (const end of ['start', 'end'] as const) {
        const bytes = await storage.getBlob(id, { offset: end === 'start' ? 0 : length - size, length: size, signal })
        const formatBlob = decodeFormatReplica(bytes, end)
        if (formatBlob !== undefined && isFormatBlob(formatBlob)) return { blobId: id, formatBlob }
      }
    }
  }
  return undefined
}

/** The seal of a replica has no secret, so what it holds is looked at as well. */
function isFormatBlob(bytes: Uint8Array): boolean {
  try {
    decodeFormatBlob(bytes)
    return true
  } catch {
    return false
  }
}
