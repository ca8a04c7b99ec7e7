/** The index of a repository without epochs, for the steps that compact it. */
import type { LegacyCare } from '../repo/content/index/legacy-compaction.ts'
import type { MaintenanceTools } from './step.ts'

/** What compacting the legacy index needs. */
export function legacyCareOf({ repository, signal }: Pick<MaintenanceTools, 'repository' | 'signal'>): LegacyCare {
  const { storage, contents } = repository.care
  const { indexBlobs, codec, format } = contents
  return {
    storage,
    keys: codec,
    manager: indexBlobs,
    indexVersion: format.indexVersion,
    maxPackSizeBytes: format.maxPackSizeBytes,
    signal,
  }
}
