/** Begins the next epoch when the present one is old and large enough (docs/repository-format.md, "Maintenance of epochs"). */
import { epochCareOf } from '../epoch-care.ts'
import type { MaintenanceStep } from '../step.ts'

export const advanceEpoch: MaintenanceStep = {
  task: 'advance-epoch',
  title: 'Beginning the next epoch if it is time',
  async run(tools) {
    const { manager } = epochCareOf(tools)
    const begun = await manager.advanceIfNeeded(tools.signal)
    const current = begun ?? (await manager.writeEpoch(tools.signal))
    return { kind: 'advanceEpochStats', data: { currentEpoch: current, wasAdvanced: begun !== undefined } }
  },
}
