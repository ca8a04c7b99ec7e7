/** `cairn blob gc`. */
import { collectGarbageBlobs } from '../../commands/inspect/blob-gc.ts'
import { withRepository } from '../../commands/open.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'
import { integerFlag } from '../flag-values.ts'

export async function blobGc(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'blob gc')
  const isDryRun = input.text('delete') !== 'yes'
  const { log, signal } = context
  const size = sizeTextOf(context.env)
  const prefix = input.text('prefix') ?? ''
  const safety = input.text('safety') === 'none' ? 'none' : 'full'
  const parallel = integerFlag(input, 'parallel') ?? 16
  await withRepository(context, { isReadOnly: isDryRun }, async (repository) => {
    const { count, bytes } = await collectGarbageBlobs(repository, { prefix, isDryRun, parallel, safety, log, size, signal })
    log.info(`${isDryRun ? 'Found' : 'Deleted'} ${count} blobs (${size(bytes)}) that nothing refers to.`)
    if (isDryRun && count > 0) log.info('Pass --delete=yes to delete.')
  })
  return 0
}
