/** `cairn restore` and `cairn snapshot restore`. */
import { withRepository } from '../../commands/open.ts'
import { restore as restoreEntry } from '../../commands/restore.ts'
import { CairnError } from '../../errors.ts'
import type { RestoreReport } from '../../snapshot/restore/report.ts'
import { formatBytes } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function restore(context: CliContext, input: CommandInput): Promise<number> {
  const [from, target, ...rest] = input.arguments('sources')
  if (from === undefined || target === undefined || rest.length > 0) {
    throw new CairnError('CAIRN_USAGE', 'restore takes a snapshot or object ID, and the folder to restore into.', {
      hint: 'For example: cairn restore kffbb7c28ea6c34d6cbe555d1cf80faa9/docs restored-docs',
    })
  }
  const parallel = Number(input.text('parallel') ?? '8')
  if (!Number.isSafeInteger(parallel) || parallel < 1) throw new CairnError('CAIRN_USAGE', '--parallel takes a whole number above zero.')
  const options = {
    overwriteDirectories: input.choice('overwrite-directories') !== false,
    overwriteFiles: input.choice('overwrite-files') !== false,
    overwriteSymlinks: input.choice('overwrite-symlinks') !== false,
    skipExisting: input.isOn('skip-existing'),
    skipOwners: input.isOn('skip-owners'),
    skipPermissions: input.isOn('skip-permissions'),
    skipTimes: input.isOn('skip-times'),
    ignorePermissionErrors: input.choice('ignore-permission-errors') !== false,
    parallel,
  }
  await withRepository(context, { isReadOnly: true }, async (repository) => {
    context.log.info(`Restoring to ${target}...`)
    const request = { from, target, options, ignoreErrors: input.isOn('ignore-errors') }
    const report = await restoreEntry(context, repository, request)
    for (const line of resultLines(report)) context.log.info(line)
  })
  return 0
}

function resultLines(report: RestoreReport): string[] {
  const skipped = report.skipped > 0 ? `, skipped ${report.skipped}` : ''
  const failed = report.failureCount > 0 ? `, ignored ${report.failureCount} errors` : ''
  const lines = [
    `Restored ${report.files} files, ${report.directories} directories and ${report.symlinks} symbolic links (${formatBytes(report.bytes)})${skipped}${failed}.`,
  ]
  return lines
}
