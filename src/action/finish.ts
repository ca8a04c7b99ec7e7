/** The end of a main step: annotations, report, outputs, summary, and the result as the last line. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { CommandContext } from '../commands/context.ts'
import { exitCodeOf, reportedError } from '../commands/run/outcome.ts'
import { errorsOf, type ReportedError, type RunReport } from '../commands/run/report.ts'
import { messageOf } from '../errors.ts'
import { renderText } from '../report/text.ts'
import { resultLine } from '../report/words.ts'
import { toHex } from '../util/bytes.ts'
import { formatTimestamp } from '../util/timestamp.ts'
import { annotateDiagnostics, annotationPath } from './annotations.ts'
import type { SummaryMode } from './inputs.ts'
import { harmless } from './log.ts'
import { setOutputs } from './outputs.ts'
import { writeSummary } from './summary.ts'

export interface Finish {
  readonly report: RunReport
  /** As the input names it. */
  readonly policyFile: string
  readonly summary: SummaryMode
}

/** Prints and writes everything that is known; nothing that fails here changes how the step ends. */
export async function finishStep(context: CommandContext, { report, policyFile, summary }: Finish): Promise<void> {
  context.group.end()
  annotateDiagnostics(report.diagnostics, annotationPath(policyFile, context.env['GITHUB_WORKSPACE'] ?? context.cwd))
  for (const line of renderText(report)) core.info(harmless(line))
  for (const error of [...report.errors, ...report.sources.flatMap(errorsOf)]) {
    context.log.error(errorLine(error))
  }
  setOutputs(report, writeReport(context, report))
  await writeSummary(report, summary, context)
  core.info(harmless(resultLine(report)))
}

/** An error as one line: what happened, then what to do. */
export function errorLine({ code, message, hint }: ReportedError): string {
  const sentence = /[.!?…:]$/.test(message) ? message : `${message}.`
  return hint === undefined ? `${code}: ${message}` : `${code}: ${sentence} ${hint}`
}

/** The report of a step that came to nothing, so that outputs and summary exist all the same. */
export function failedReport(context: CommandContext, error: unknown): RunReport {
  return {
    schema: 1,
    version: context.version,
    status: 'failed',
    exitCode: exitCodeOf(error),
    startTime: formatTimestamp(context.clock.nowNs()),
    durationMs: 0,
    policyFile: null,
    diagnostics: [],
    repository: null,
    identity: '',
    event: context.env['GITHUB_EVENT_NAME'] ?? '',
    sources: [],
    hooks: [],
    uploadedBytes: 0,
    notices: [],
    warnings: [],
    errors: [reportedError(error)],
  }
}

/** Path of the report as JSON; empty when it could not be written. Secrets are masked: other steps may print it. */
function writeReport(context: CommandContext, report: RunReport): string {
  const folder = context.os.temporaryDirectory
  const path = join(folder, `cairn-report-${toHex(context.random(6))}.json`)
  const masked = (_key: string, value: unknown) => (typeof value === 'string' ? context.masks.apply(value) : value)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, `${JSON.stringify(report, masked, 2)}\n`, { mode: 0o600 })
    return path
  } catch (error) {
    context.log.warning(`The report was not written: ${messageOf(error)}`)
    return ''
  }
}
