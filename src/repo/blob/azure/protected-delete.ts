/** Deleting a blob that a policy protects: its version stays as long as promised, and the name is free (docs/backends/azure.md, "Retention"). */
import { type BlobClient, RestError } from '@azure/storage-blob'
import type { Clock } from '../../../util/clock.ts'

/** Longer than the steps below take. */
const MARK_MS = 60_000

/** Whether an error says that a policy keeps the blob. */
export function isProtected(error: unknown): boolean {
  return error instanceof RestError && error.response?.headers.get('x-ms-error-code') === 'BlobImmutableDueToPolicy'
}

/**
 * Puts an empty version over the protected one, protected loosely as the container demands of new versions, lifts that, and deletes it.
 *
 * What is left are versions: the protected one until its time has come, which only whoever looks for versions sees.
 */
export async function deleteProtected(client: BlobClient, clock: Clock, abortSignal: AbortSignal): Promise<void> {
  const { versionId } = await client.getBlockBlobClient().upload('', 0, {
    abortSignal,
    immutabilityPolicy: { expiriesOn: new Date(clock.nowMs() + MARK_MS), policyMode: 'Unlocked' },
  })
  await client.deleteImmutabilityPolicy({ abortSignal })
  await client.delete({ abortSignal })
  if (versionId === undefined) return
  try {
    await client.withVersion(versionId).delete({ abortSignal })
  } catch {
    // The empty version costs nothing and means nothing.
  }
}
