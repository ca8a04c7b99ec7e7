/** Removes epoch markers and deletion watermarks that later ones have replaced (docs/repository-format.md, "Maintenance of epochs"). */
import { removeOldMarkers } from '../../repo/content/epoch-maintenance.ts'
import { epochCareOf } from '../epoch-care.ts'
import type { MaintenanceStep } from '../step.ts'

export const cleanupMarkers: MaintenanceStep = {
  task: 'cleanup-epoch-markers',
  title: 'Removing epoch markers that are no longer needed',
  async run(tools) {
    await tools.confirm()
    const removed = await removeOldMarkers(epochCareOf(tools))
    return (
      removed && {
        kind: 'cleanupMarkersStats',
        data: { deletedEpochMarkerBlobCount: removed.epochMarkers, deletedWatermarkBlobCount: removed.watermarks },
      }
    )
  },
}
