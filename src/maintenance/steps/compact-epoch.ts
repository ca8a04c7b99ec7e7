/** Puts the index blobs of the oldest settled epoch together (docs/repository-format.md, "Maintenance of epochs"). */
import { compactOldestEpoch } from '../../repo/content/epoch-maintenance.ts'
import { epochCareOf } from '../epoch-care.ts'
import type { MaintenanceStep } from '../step.ts'

export const compactEpoch: MaintenanceStep = {
  task: 'compact-single-epoch',
  title: 'Putting the index blobs of an old epoch together',
  async run(tools) {
    const done = await compactOldestEpoch(epochCareOf(tools))
    if (done === undefined) return undefined
    const { epoch, blobCount, totalBytes } = done
    return {
      kind: 'compactSingleEpochStats',
      data: { supersededIndexBlobCount: blobCount, supersededIndexTotalSize: totalBytes, epoch },
    }
  },
}
