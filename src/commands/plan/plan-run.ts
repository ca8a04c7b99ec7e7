/** `cairn plan`: reads everything that a run would read, and writes nothing, anywhere. */
import { formatSource } from '../../policy/target.ts'
import { decideConsent } from '../../policyfile/consent.ts'
import { formatLocation } from '../../repo/blob/location.ts'
import { repositoryLayers } from '../../snapshot/policies.ts'
import type { CommandContext } from '../context.ts'
import type { EventFacts } from '../run/event.ts'
import { isToBeCreated, type OpenedForRun, openForRun } from '../run/open-for-run.ts'
import type { RunOptions } from '../run/options.ts'
import { PreparationFailure } from '../run/preparation-failure.ts'
import { consentQuestion, type PreparedRun, prepareRun } from '../run/prepare.ts'
import { shownPath } from '../run/run.ts'
import { storedHooksOf } from '../run/run-sources.ts'
import type { Remarks } from '../run/state.ts'
import { plannedHooks } from './hooks.ts'
import type { PlannedConsent, PlannedSource, RunPlan } from './plan.ts'
import { type PlanFacts, planSource } from './source.ts'

/** Plans a run. Errors: those with which the run would end before its first snapshot, but for hooks that nobody agreed to. */
export async function planRun(context: CommandContext, options: RunOptions, event: EventFacts | undefined): Promise<RunPlan> {
  const remarks: Remarks = { notices: [], warnings: [] }
  const prepared = prepare(context, options, event, remarks)
  const plan = (part: Partial<RunPlan>): RunPlan => ({
    schema: 1,
    version: context.version,
    policyFile: prepared.file === undefined ? null : { path: shownPath(prepared, prepared.file.path), sha256: prepared.file.sha256 },
    diagnostics: prepared.diagnostics,
    identity: formatSource(prepared.root),
    event: event?.name ?? '',
    repository: { location: '', exists: false, uniqueId: '' },
    consent: { kind: 'run' },
    jobHooks: [...plannedHooks(prepared.jobBefore, 'job.before', ''), ...plannedHooks(prepared.jobAfter, 'job.after', '')],
    sources: [],
    skip: prepared.skip ?? '',
    notices: remarks.notices,
    ...part,
  })
  if (prepared.skip !== undefined) return plan({})
  const opened = await openIfThere(context, options, prepared)
  try {
    const stored = opened === undefined ? [] : await repositoryLayers(opened.repository, context.signal)
    const facts: PlanFacts = {
      context,
      options,
      prepared,
      opened,
      layers: [...prepared.layers, ...stored],
      isInsideActions: event !== undefined,
    }
    const sources: PlannedSource[] = []
    for (const source of prepared.sources) sources.push(await planSource(facts, source))
    return plan({
      repository: {
        location: opened?.displayName ?? locationText(prepared),
        exists: opened !== undefined,
        uniqueId: opened?.repository.facts.uniqueId ?? '',
      },
      consent: consentOf(options, prepared, stored),
      sources,
    })
  } finally {
    await opened?.repository.close()
  }
}

function prepare(context: CommandContext, options: RunOptions, event: EventFacts | undefined, remarks: Remarks): PreparedRun {
  try {
    return prepareRun(context, options, event, remarks, 'plan')
  } catch (error) {
    throw error instanceof PreparationFailure ? error.error : error
  }
}

async function openIfThere(context: CommandContext, options: RunOptions, prepared: PreparedRun): Promise<OpenedForRun | undefined> {
  try {
    return await openForRun(context, options, prepared, 'read')
  } catch (error) {
    if (isToBeCreated(error, prepared.location)) return undefined
    throw error
  }
}

/** The answer of the run, for the hooks of the file and then for those of the repository. */
function consentOf(options: RunOptions, prepared: PreparedRun, stored: PlanFacts['layers']): PlannedConsent {
  const question = consentQuestion(options, prepared)
  const ofFile = decideConsent(question)
  const hooks = prepared.sources.flatMap(({ source }) => storedHooksOf(source, stored, prepared.layers))
  const decision = ofFile.kind === 'run' ? decideConsent({ ...question, hooks }) : ofFile
  if (decision.kind !== 'refuse') return { kind: decision.kind }
  const { code, message, hint } = decision
  return { kind: 'refuse', error: { code, message, hint } }
}

function locationText({ location }: PreparedRun): string {
  return location.kind === 'location' ? formatLocation(location.location) : location.path
}
