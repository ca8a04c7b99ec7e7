/** Runs the after-hooks that a killed run still owes (docs/hooks.md, "Post step"). */
import { CairnError } from '../../errors.ts'
import type { HookJournal, OwedHook } from '../../hooks/journal.ts'
import { RunHooks } from '../../hooks/lifecycle.ts'
import { effectivePolicy } from '../../policy/effective.ts'
import type { HookSet } from '../../policy/hook.ts'
import { policyTree } from '../../policy/tree.ts'
import type { CommandContext } from '../context.ts'
import type { EventFacts } from './event.ts'
import { hooksDigest } from './hooks-digest.ts'
import type { RunOptions } from './options.ts'
import { PreparationFailure } from './preparation-failure.ts'
import { type PreparedRun, prepareRun } from './prepare.ts'
import { runHookServices } from './run.ts'

/** What the killed run left for this one. */
export interface OwedWork {
  readonly owed: readonly OwedHook[]
  readonly policySha256: string
  readonly hooksSha256: string
  readonly journal: HookJournal
}

/**
 * Pays what is owed, the innermost first. The scripts are taken from the policy file again.
 *
 * Errors: CAIRN_HOOKS_CHANGED when the file or a script is not what the killed run had read, and the first failure of a hook.
 */
export async function payOwed(
  context: CommandContext,
  options: RunOptions,
  event: EventFacts | undefined,
  work: OwedWork,
): Promise<number> {
  const prepared = prepareAgain(context, options, event, work)
  const hooks = new RunHooks({
    services: runHookServices(context, options, prepared, event),
    log: context.log,
    random: context.random,
    journal: work.journal,
  })
  let failure: CairnError | undefined
  for (const owed of work.owed) {
    const set = hooksOf(prepared, owed)
    if (set === undefined) {
      context.log.warning(`The ${owed.phase} hook of ${owed.label} is owed, but it does not come from the policy file: it was not run.`)
      continue
    }
    const session = hooks.openSession({
      level: owed.phase === 'after-folder' ? 'folder' : 'root',
      hooks: set,
      sourcePath: owed.sourcePath,
      label: owed.label,
      resume: owed,
    })
    const report = await session.after({ status: 'cancelled', error: 'The step was ended before it could clean up.' })
    failure ??= report.failure
  }
  failure ??= (await hooks.finish()).failure
  if (failure !== undefined) throw failure
  return work.owed.length
}

/** The same preparation as that of the killed run. It succeeded there: when it fails now, something changed in between. */
function prepareAgain(context: CommandContext, options: RunOptions, event: EventFacts | undefined, work: OwedWork): PreparedRun {
  let cause: unknown
  try {
    const prepared = prepareRun(context, options, event, { notices: [], warnings: [] })
    if ((prepared.file?.sha256 ?? '') === work.policySha256 && hooksDigest(prepared) === work.hooksSha256) return prepared
  } catch (error) {
    if (!(error instanceof PreparationFailure)) throw error
    cause = error.error
  }
  const places = work.owed.map((hook) => `${hook.phase} of ${hook.label}`).join(', ')
  throw new CairnError(
    'CAIRN_HOOKS_CHANGED',
    'The policy file or a script of it changed during the job: the after-hooks still owed were not run.',
    { hint: `Clean up by hand what these would have cleaned up: ${places}.`, ...(cause === undefined ? {} : { cause }) },
  )
}

/** The hooks at the folder that an owed hook belongs to, found by its label below one of the sources. */
function hooksOf(prepared: PreparedRun, owed: OwedHook): HookSet | undefined {
  for (const source of prepared.sources) {
    const prefix = `${source.label.replace(/\/$/, '')}/`
    if (owed.phase === 'after-snapshot-root') {
      if (owed.label === source.label) return effectivePolicy(source.source, prepared.layers).hooks
    } else if (owed.label === source.label || owed.label.startsWith(prefix)) {
      let node = policyTree(source.source, prepared.layers).root
      for (const part of owed.label.slice(prefix.length).split('/')) if (part !== '') node = node.child(part)
      if (node.hooks.afterFolder !== undefined) return node.hooks
    }
  }
  return undefined
}
