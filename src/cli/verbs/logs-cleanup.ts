/** `cairn logs cleanup`: deletes logs of Kopia that are too old, too many or too large together. */
import { LOG_PREFIX } from '../../commands/inspect/logs.ts'
import { withRepository } from '../../commands/open.ts'
import { splitLogs } from '../../maintenance/steps/cleanup-logs.ts'
import { collectBlobs } from '../../repo/content/list-blobs.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { durationFlagNs, integerFlag } from '../flag-values.ts'

export async function logsCleanup(context: CliContext, input: CommandInput): Promise<number> {
  const isDryRun = input.isOn('dry-run')
  const limits = {
    maxAgeNs: durationFlagNs(input, 'max-age') ?? 0n,
    maxCount: integerFlag(input, 'max-count') ?? 0,
    maxTotalBytes: (integerFlag(input, 'max-total-size-mb') ?? 0) * 2 ** 20,
  }
  await withRepository(context, { isReadOnly: isDryRun }, async ({ care }) => {
    const { old: expired } = splitLogs(await collectBlobs(care.storage, LOG_PREFIX, context.signal), limits, context.clock.nowMs())
    if (!isDryRun) for (const { id } of expired) await care.storage.deleteBlob(id)
    if (expired.length === 0) context.log.info('No logs found to delete.')
    else context.log.info(isDryRun ? `Would delete ${expired.length} logs.` : `Deleted ${expired.length} logs.`)
  })
  return 0
}
