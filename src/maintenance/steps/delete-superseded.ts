/** Removes index blobs whose epochs were put together long enough ago (docs/repository-format.md, "Maintenance of epochs"). */
import { removeSupersededIndexes } from '../../repo/content/epoch-maintenance.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import { epochCareOf } from '../epoch-care.ts'
import type { MaintenanceStep } from '../step.ts'

const NS_PER_MS = 1_000_000n

export const deleteSuperseded: MaintenanceStep = {
  task: 'delete-superseded-epoch-indexes',
  title: 'Removing index blobs that were put together long ago',
  async run(tools) {
    await tools.confirm()
    const removed = await removeSupersededIndexes(epochCareOf(tools))
    if (removed === undefined) return undefined
    const { cutoffMs, blobCount, totalBytes } = removed
    return {
      kind: 'cleanupSupersededIndexesStats',
      data: {
        maxReplacementTime: formatTimestamp(BigInt(Math.round(cutoffMs)) * NS_PER_MS),
        deletedBlobCount: blobCount,
        deletedTotalSize: totalBytes,
      },
    }
  },
}
