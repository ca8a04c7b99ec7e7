/** Puts a range of old epochs together (docs/repository-format.md, "Maintenance of epochs"). */
import { compactEpochRange } from '../../repo/content/epoch-maintenance.ts'
import { epochCareOf } from '../epoch-care.ts'
import type { MaintenanceStep } from '../step.ts'

export const compactRange: MaintenanceStep = {
  task: 'generate-epoch-range-index',
  title: 'Putting a range of old epochs together if there are enough',
  async run(tools) {
    const range = await compactEpochRange(epochCareOf(tools))
    return range && { kind: 'generateRangeCheckpointStats', data: { rangeMinEpoch: range.first, rangeMaxEpoch: range.last } }
  },
}
