/** Writes the job summary; a summary that cannot be written is a line in the log, never a failure. */
import * as core from '@actions/core'
import type { CommandContext } from '../commands/context.ts'
import type { RunReport } from '../commands/run/report.ts'
import { messageOf } from '../errors.ts'
import { renderSummary } from '../report/markdown.ts'
import type { SummaryMode } from './inputs.ts'

const GOOD: ReadonlySet<string> = new Set(['created', 'unchanged', 'skipped'])

/** Appends the summary of the step, unless the mode says otherwise. Secrets are masked here too, not every runner does it. */
export async function writeSummary(
  report: RunReport,
  mode: SummaryMode,
  { log, masks }: Pick<CommandContext, 'log' | 'masks'>,
): Promise<void> {
  if (mode === 'false' || (mode === 'on-failure' && GOOD.has(report.status))) return
  try {
    await core.summary.addRaw(masks.apply(renderSummary(report))).write()
  } catch (error) {
    log.info(`The job summary was not written: ${messageOf(error)}`)
  }
}
