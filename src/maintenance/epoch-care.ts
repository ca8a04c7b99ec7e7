/** The epochs of a repository that has them, for the steps that compact and clean up. */
import { CairnError } from '../errors.ts'
import type { EpochCare } from '../repo/content/epoch-maintenance.ts'
import { EpochManager } from '../repo/content/epoch-manager.ts'
import type { MaintenanceTools } from './step.ts'

/** What the work on epochs needs. Errors: CAIRN_INTERNAL in a repository without epochs. */
export function epochCareOf({ repository, signal }: Pick<MaintenanceTools, 'repository' | 'signal'>): EpochCare {
  const { storage, contents } = repository.care
  const { indexBlobs, codec, format } = contents
  if (!(indexBlobs instanceof EpochManager)) throw new CairnError('CAIRN_INTERNAL', 'This repository has no epochs.')
  return { manager: indexBlobs, storage, keys: codec, parameters: format.epochs, indexVersion: format.indexVersion, signal }
}
