/** Removes old diagnostics that clients left in the repository. */
import { throwIfCancelled } from '../../errors.ts'
import type { BlobMetadata } from '../../repo/blob/storage.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import { mapConcurrent } from '../../util/async.ts'
import { effectiveLogRetention, type LogRetention } from '../parameters.ts'
import { CountSum, type MaintenanceStep } from '../step.ts'

const LOG_PREFIX = '_log_'
const DELETE_CONCURRENCY = 8
const NS_PER_MS = 1_000_000n

export const cleanupLogs: MaintenanceStep = {
  task: 'cleanup-logs',
  title: 'Removing old logs',
  async run({ repository, parameters, log, signal }) {
    const { storage } = repository.care
    const blobs = await collectBlobs(storage, LOG_PREFIX, signal)
    const { kept, old } = splitLogs(blobs, effectiveLogRetention(parameters.logRetention), repository.clock.nowMs())
    await mapConcurrent(old, DELETE_CONCURRENCY, async ({ id }) => {
      throwIfCancelled(signal)
      await storage.deleteBlob(id)
    })
    log.info(`Cleaned up ${old.length} logs.`)
    const [retained, deleted] = [sumOf(kept), sumOf(old)]
    return {
      kind: 'cleanupLogsStats',
      data: {
        toDeleteBlobCount: deleted.count,
        toDeleteBlobSize: deleted.bytes,
        deletedBlobCount: deleted.count,
        deletedBlobSize: deleted.bytes,
        retainedBlobCount: retained.count,
        retainedBlobSize: retained.bytes,
      },
    }
  },
}

/** The newest logs within all limits, and the first one beyond a limit with everything older. */
export function splitLogs(
  blobs: readonly BlobMetadata[],
  retention: LogRetention,
  nowMs: number,
): { readonly kept: readonly BlobMetadata[]; readonly old: readonly BlobMetadata[] } {
  const newestFirst = [...blobs].sort((a, b) => b.timestampMs - a.timestampMs)
  const maxAgeMs = Number(retention.maxAgeNs / NS_PER_MS)
  let totalBytes = 0
  let count = 0
  for (const { length, timestampMs } of newestFirst) {
    const isTooMuch = retention.maxTotalBytes > 0 && totalBytes + length > retention.maxTotalBytes
    const isTooMany = retention.maxCount > 0 && count >= retention.maxCount
    const isTooOld = maxAgeMs !== 0 && nowMs - timestampMs > maxAgeMs
    if (isTooMuch || isTooMany || isTooOld) break
    totalBytes += length
    count++
  }
  return { kept: newestFirst.slice(0, count), old: newestFirst.slice(count) }
}

function sumOf(blobs: readonly BlobMetadata[]): CountSum {
  const sum = new CountSum()
  for (const { length } of blobs) sum.add(length)
  return sum
}
