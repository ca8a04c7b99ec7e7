/** Extends the time for which a storage with object lock keeps blobs (docs/repository-format.md, "Blob configuration"). */
import { CairnError } from '../../errors.ts'
import type { MaintenanceStep } from '../step.ts'

export const extendRetention: MaintenanceStep = {
  task: 'extend-blob-retention-time',
  title: 'Extending the time for which blobs are locked',
  async run({ repository }) {
    if (repository.facts.blobRetention === undefined) return undefined
    throw new CairnError('CAIRN_NOT_SUPPORTED', `The storage ${repository.care.storage.displayName} cannot keep blobs locked for longer.`, {
      hint: 'Switch it off with "cairn maintenance set --extend-object-locks=false".',
    })
  },
}
