/** Forgets contents that were marked long enough ago (docs/repository-format.md, "Forgetting deleted contents"). */
import { advanceWatermark } from '../../repo/content/epoch-maintenance.ts'
import { compactLegacyIndexes } from '../../repo/content/index/legacy-compaction.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import { epochCareOf } from '../epoch-care.ts'
import { legacyCareOf } from '../legacy-care.ts'
import { safeDropTimeNs } from '../safety.ts'
import type { MaintenanceStep, MaintenanceTools, StepReport } from '../step.ts'

const NS_PER_SECOND = 1_000_000_000n

export const dropDeleted: MaintenanceStep = {
  task: 'full-drop-deleted-content',
  title: 'Forgetting contents that were deleted long ago',
  skip: (runs, tools) =>
    dropTime(runs, tools) === undefined ? 'not enough time has passed between two searches for unused contents' : undefined,
  run: async (tools) => await drop(tools),
}

type Runs = Parameters<NonNullable<MaintenanceStep['skip']>>[0]

function dropTime(runs: Runs, { safety, repository }: MaintenanceTools): bigint | undefined {
  return safeDropTimeNs(runs, safety, repository.clock.nowNs())
}

async function drop(tools: MaintenanceTools): Promise<StepReport | undefined> {
  const { repository, safety, signal } = tools
  const beforeNs = dropTime(tools.runs(), tools)
  if (beforeNs === undefined) return undefined
  const { contents } = repository.care
  await tools.confirm()
  const isDropped = contents.format.epochs.enabled
    ? await advanceWatermark(epochCareOf(tools), Number(beforeNs / NS_PER_SECOND))
    : await compactLegacyIndexes(legacyCareOf(tools), {
        all: true,
        maxSmallBlobs: 0,
        // Rounded up: entries have whole seconds, and only those before the time itself go.
        dropDeletedBeforeSeconds: Number((beforeNs + NS_PER_SECOND - 1n) / NS_PER_SECOND),
        isPatient: safety.isPatient,
      })
  await contents.refresh(signal)
  return isDropped ? { kind: 'compactIndexesStats', data: { droppedContentsDeletedBefore: formatTimestamp(beforeNs) } } : undefined
}
