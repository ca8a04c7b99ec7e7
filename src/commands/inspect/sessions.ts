/** Sessions of writers that have not committed yet. */
import { isCairnError } from '../../errors.ts'
import { BLOB_PREFIXES } from '../../repo/content/blob-names.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import { readSessionMarker, type SessionMarker } from '../../repo/content/session.ts'
import type { RepositoryCare } from '../../repo/repository.ts'

/** The newest marker of each session, ordered by start. Errors: CAIRN_INDEX_DAMAGED naming a marker, storage kinds. */
export async function activeSessions(care: RepositoryCare, signal: AbortSignal): Promise<SessionMarker[]> {
  const newest = new Map<string, SessionMarker>()
  for (const { id } of await collectBlobs(care.storage, BLOB_PREFIXES.session, signal)) {
    let marker: SessionMarker
    try {
      marker = await readSessionMarker(care.storage, care.contents.codec, id, signal)
    } catch (error) {
      // Its writer has committed since the listing.
      if (isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) continue
      throw error
    }
    const known = newest.get(marker.id)
    if (known === undefined || marker.checkpointNs > known.checkpointNs) newest.set(marker.id, marker)
  }
  return [...newest.values()].sort((a, b) => (a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : a.id < b.id ? -1 : 1))
}
