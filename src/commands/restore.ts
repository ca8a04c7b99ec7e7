/** Restores a snapshot, or anything below it, into a folder. */
import { resolve } from 'node:path'
import { CairnError } from '../errors.ts'
import type { Repository } from '../repo/api.ts'
import { resolveEntry } from '../snapshot/resolve.ts'
import { executeRestore } from '../snapshot/restore/execute.ts'
import type { RestoreOptions } from '../snapshot/restore/options.ts'
import { planRestore } from '../snapshot/restore/plan.ts'
import type { RestoreReport } from '../snapshot/restore/report.ts'
import { formatQuantity } from '../util/format.ts'
import type { CommandContext } from './context.ts'

export interface RestoreRequest {
  /** Snapshot ID or object ID, with a path below it. */
  readonly from: string
  readonly target: string
  readonly options: Partial<RestoreOptions>
  /** Report failures and end well all the same. */
  readonly ignoreErrors: boolean
}

/**
 * Restores `request.from` to `request.target`.
 *
 * Everything that can be restored is; then CAIRN_RESTORE_INCOMPLETE says how many entries are missing, after each was logged.
 */
export async function restore(context: CommandContext, repository: Repository, request: RestoreRequest): Promise<RestoreReport> {
  const { entry } = await resolveEntry(repository, request.from, context.signal)
  const plan = planRestore(entry, resolve(context.cwd, request.target))
  const report = await executeRestore(repository.objects, plan, {
    ...request.options,
    platform: context.platform,
    random: context.random,
    progress: context.progress,
    signal: context.signal,
  })
  for (const failure of report.failures.slice(0, 100)) context.log.error(`${failure.path || '.'}: ${failure.code} ${failure.message}`)
  if (report.failures.length > 100) context.log.error(`and ${formatQuantity(report.failures.length - 100, 'more entry', 'more entries')}`)
  if (report.failureCount > 0 && !request.ignoreErrors) {
    throw new CairnError('CAIRN_RESTORE_INCOMPLETE', `${formatQuantity(report.failureCount, 'entry', 'entries')} could not be restored.`, {
      hint: 'Everything else was restored. The lines above name what is missing and why.',
    })
  }
  return report
}
