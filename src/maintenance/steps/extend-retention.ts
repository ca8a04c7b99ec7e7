/** Extends the time for which a storage with object lock keeps blobs (docs/repository-format.md, "Blob configuration"). */
import { CairnError } from '../../errors.ts'
import { RETAINED_PREFIXES } from '../../repo/blob/retaining.ts'
import type { BlobMetadata } from '../../repo/blob/storage.ts'
import { mapConcurrent } from '../../util/async.ts'
import { formatGoDuration } from '../../util/go-duration.ts'
import type { MaintenanceStep } from '../step.ts'

const CONCURRENCY = 16

export const extendRetention: MaintenanceStep = {
  task: 'extend-blob-retention-time',
  title: 'Extending the time for which blobs are locked',
  async run({ repository, signal, keep, log }) {
    const retention = repository.facts.blobRetention
    if (retention === undefined) return undefined
    const { storage } = repository.care
    if (storage.extendRetention === undefined) {
      throw new CairnError('CAIRN_NOT_SUPPORTED', `The storage ${storage.displayName} cannot keep blobs locked for longer.`, {
        hint: 'Switch it off with "cairn maintenance set --extend-object-locks=false".',
      })
    }
    const blobs: BlobMetadata[] = []
    for (const prefix of RETAINED_PREFIXES) for await (const blob of storage.listBlobs(prefix, signal)) blobs.push(blob)
    await mapConcurrent(blobs, CONCURRENCY, async ({ id }) => {
      await keep()
      await storage.extendRetention?.(id, retention)
    })
    log.info(`Blobs locked for longer: ${blobs.length}.`)
    return {
      kind: 'extendBlobRetentionStats',
      data: {
        toExtendBlobCount: blobs.length,
        extendedBlobCount: blobs.length,
        retentionPeriod: formatGoDuration(retention.retentionPeriodNs),
      },
    }
  },
}
