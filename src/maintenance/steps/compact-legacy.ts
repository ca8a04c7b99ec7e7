/** Puts small index blobs of a repository without epochs together (docs/repository-format.md, "Compaction of legacy indexes"). */
import { compactLegacyIndexes } from '../../repo/content/index/legacy-compaction.ts'
import { legacyCareOf } from '../legacy-care.ts'
import type { MaintenanceStep } from '../step.ts'

const MAX_SMALL_BLOBS = 8

export const compactLegacy: MaintenanceStep = {
  task: 'index-compaction',
  title: 'Putting index blobs together',
  async run(tools) {
    const options = { all: false, maxSmallBlobs: MAX_SMALL_BLOBS, isPatient: tools.safety.isPatient }
    const isDone = await compactLegacyIndexes(legacyCareOf(tools), options)
    await tools.repository.care.contents.refresh(tools.signal)
    return isDone ? { kind: 'compactIndexesStats', data: { droppedContentsDeletedBefore: '0001-01-01T00:00:00Z' } } : undefined
  },
}
