/** Chooses how a repository manages its index blobs. */
import { EpochManager, type EpochManagerOptions } from '../epoch-manager.ts'
import type { IndexBlobManager } from './blob-manager.ts'
import { LegacyIndexManager } from './legacy-manager.ts'

/** The manager that the epoch parameters of the format ask for; the format version does not matter. */
export function openIndexManager(options: EpochManagerOptions): IndexBlobManager {
  return options.parameters.enabled ? new EpochManager(options) : new LegacyIndexManager(options.storage, options.keys)
}
