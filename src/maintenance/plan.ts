/** Which steps a run of maintenance consists of, in order (docs/repository-format.md, "What maintenance does"). */
import type { MaintenanceParameters } from './parameters.ts'
import type { MaintenanceMode } from './schedule.ts'
import type { MaintenanceStep } from './step.ts'
import { advanceEpoch } from './steps/advance-epoch.ts'
import { cleanupLogs } from './steps/cleanup-logs.ts'
import { cleanupMarkers } from './steps/cleanup-markers.ts'
import { compactEpoch } from './steps/compact-epoch.ts'
import { compactLegacy } from './steps/compact-legacy.ts'
import { compactManifests } from './steps/compact-manifests.ts'
import { compactRange } from './steps/compact-range.ts'
import { deleteMetadataPacks, deletePacks, deletePacksAfterFull } from './steps/delete-packs.ts'
import { deleteSuperseded } from './steps/delete-superseded.ts'
import { dropDeleted } from './steps/drop-deleted.ts'
import { extendRetention } from './steps/extend-retention.ts'
import { rewriteAll, rewriteMetadata } from './steps/rewrite-contents.ts'
import { snapshotGc } from './steps/snapshot-gc.ts'

export interface PlanFacts {
  readonly mode: MaintenanceMode
  readonly hasEpochs: boolean
  readonly parameters: MaintenanceParameters
}

/** The steps; each decides when its turn comes whether it is due, because that depends on those before it. */
export function planMaintenance({ mode, hasEpochs, parameters }: PlanFacts): readonly MaintenanceStep[] {
  if (mode === 'quick') {
    return hasEpochs
      ? [compactManifests, compactEpoch, advanceEpoch]
      : [compactManifests, rewriteMetadata, deletePacksAfterFull, deleteMetadataPacks, compactLegacy, cleanupLogs]
  }
  return [
    compactManifests,
    snapshotGc,
    rewriteAll,
    dropDeleted,
    deletePacks,
    ...(parameters.extendObjectLocks ? [extendRetention] : []),
    ...(hasEpochs ? [compactEpoch, advanceEpoch, compactRange, cleanupMarkers, deleteSuperseded] : []),
    cleanupLogs,
  ]
}
