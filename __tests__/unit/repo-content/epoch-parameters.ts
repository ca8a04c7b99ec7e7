/** The epoch parameters of a default repository. */
import type { EpochParameters } from '../../../src/repo/format/interface.ts'

export const HOUR_MS = 3_600_000

export const DEFAULT_EPOCHS: EpochParameters = {
  enabled: true,
  refreshFrequencyNs: 1_200_000_000_000n,
  fullCheckpointFrequency: 7,
  cleanupSafetyMarginNs: 14_400_000_000_000n,
  minEpochDurationNs: 86_400_000_000_000n,
  advanceOnCount: 20,
  advanceOnTotalSizeBytes: 10_485_760,
  deleteParallelism: 4,
}
