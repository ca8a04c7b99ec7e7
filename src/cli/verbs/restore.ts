/** `cairn restore` and `cairn snapshot restore`. */
import { withRepository } from '../../commands/open.ts'
import { incompleteRestore, restore as restoreEntry } from '../../commands/restore.ts'
import { CairnError } from '../../errors.ts'
import type { RestoreReport } from '../../snapshot/restore/report.ts'
import { formatBytes, formatCount, formatQuantity } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function restore(context: CliContext, input: CommandInput): Promise<number> {
  // The table makes both required.
  const [from, target] = [input.argument('source') ?? '', input.argument('target') ?? '']
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
    const report = await restoreEntry(context, repository, { from, target, options })
    for (const line of failureLines(report)) context.log.error(line)
    for (const line of resultLines(report)) context.log.info(line)
    for (const line of lossLines(report)) context.log.warning(line)
    const error = incompleteRestore(report)
    if (error !== undefined && !input.isOn('ignore-errors')) throw error
  })
  return 0
}

/** Failures that are shown one by one. */
const SHOWN_FAILURES = 100

function failureLines(report: RestoreReport): string[] {
  const lines = report.failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `${path || '.'}: ${code} ${message}`)
  const rest = report.failureCount - lines.length
  return rest > 0 ? [...lines, `and ${formatQuantity(rest, 'more entry', 'more entries')}`] : lines
}

function resultLines(report: RestoreReport): string[] {
  const skipped = report.skipped > 0 ? `, skipped ${formatCount(report.skipped)}` : ''
  const failed = report.failureCount > 0 ? `, ${formatQuantity(report.failureCount, 'error')}` : ''
  return [
    `Restored ${report.files} files, ${report.directories} directories and ${report.symlinks} symbolic links (${formatBytes(report.bytes)})${skipped}${failed}.`,
  ]
}

/** What a restore could not give back, each said once. */
function lossLines({ losses }: RestoreReport): string[] {
  const lines: string[] = []
  if (losses.owners > 0) {
    lines.push(
      `The owners of ${formatQuantity(losses.owners, 'entry', 'entries')} were not restored: this user may not give files to others. Run as root to restore owners, or use --skip-owners.`,
    )
  }
  if (losses.specialBits > 0) {
    const named = losses.specialBitPaths.map((path) => path || '.').join(', ')
    const more = losses.specialBits > losses.specialBitPaths.length ? ', …' : ''
    lines.push(
      `Setuid, setgid and sticky bits were left off ${formatQuantity(losses.specialBits, 'entry', 'entries')}, because their owner is another: ${named}${more}`,
    )
  }
  if (losses.permissionErrors > 0) {
    lines.push(`Modes or times of ${formatQuantity(losses.permissionErrors, 'entry', 'entries')} could not be set.`)
  }
  return lines
}
