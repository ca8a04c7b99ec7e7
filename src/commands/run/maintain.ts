/** Maintenance at the end of a run: after job.after, because nothing of the job waits for it (docs/hooks.md, "Order"). */
import { isCairnError, messageOf } from '../../errors.ts'
import { dueMaintenance } from '../../maintenance/due.ts'
import { foreignMaintenance } from '../../maintenance/ownership.ts'
import type { OpenedRepository } from '../../repo/repository.ts'
import type { CommandContext } from '../context.ts'
import { maintainWhenDue } from '../maintenance-run.ts'
import { openForRun } from './open-for-run.ts'
import type { RunOptions } from './options.ts'
import type { PreparedRun } from './prepare.ts'
import type { Remarks } from './state.ts'

/** Whether maintenance is due and the identity of the run owns it. A fixed identity owns it on every machine the runs ever have. */
export async function isMaintenanceDue(context: CommandContext, repository: OpenedRepository, remarks: Remarks): Promise<boolean> {
  if (context.autoMaintenance === false || context.signal.aborted) return false
  try {
    const isDue = (await dueMaintenance(repository)) !== undefined
    if (!isDue) await noteOwner(context, repository, remarks)
    return isDue
  } catch (error) {
    warn(context, remarks, error)
    return false
  }
}

/** A repository that nobody maintains only grows: says so, and how the runs take over what the machine that created it may no longer do. */
async function noteOwner(context: CommandContext, repository: OpenedRepository, remarks: Remarks): Promise<void> {
  const foreign = await foreignMaintenance(repository)
  if (foreign === undefined) return
  const { owner, self } = foreign
  const who = owner === '' ? 'nobody does it' : `only ${owner} does it`
  const message = `Maintenance of the repository is due, and ${who}. To let these runs do it, run once: cairn maintenance set --owner=${self}`
  remarks.notices.push(message)
  context.log.notice(message)
}

/** Opens the repository once more and maintains it. The snapshots are saved by now: what goes wrong here is a warning. */
export async function maintainAfterRun(
  context: CommandContext,
  options: RunOptions,
  prepared: PreparedRun,
  remarks: Remarks,
): Promise<void> {
  await warningOnly(context, remarks, async () => {
    const { repository } = await openForRun(context, options, prepared)
    try {
      await maintainWhenDue(context, repository)
    } finally {
      await repository.close()
    }
  })
}

/**
 * Maintains a repository whose store gathers what is put, before it is published: so a run has one upload for both. What goes wrong here is a
 * warning, and the snapshots are published nevertheless: maintenance may end after any of its steps.
 */
export async function maintainBeforePublishing(context: CommandContext, repository: OpenedRepository, remarks: Remarks): Promise<void> {
  await warningOnly(context, remarks, () => maintainWhenDue(context, repository))
}

async function warningOnly(context: CommandContext, remarks: Remarks, work: () => Promise<void>): Promise<void> {
  if (context.signal.aborted) return
  try {
    context.group.start('Maintenance')
    await work()
  } catch (error) {
    if (!isCairnError(error, 'CAIRN_CANCELLED')) warn(context, remarks, error)
  } finally {
    context.group.end()
  }
}

function warn(context: CommandContext, remarks: Remarks, error: unknown): void {
  const message = `The repository could not be maintained: ${messageOf(error)}`
  remarks.warnings.push(message)
  context.log.warning(message)
}
