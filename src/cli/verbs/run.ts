/** `cairn run`: the same run as the action's, on a terminal. */
import type { OnProblem, RunOptions } from '../../commands/run/options.ts'
import { DEFAULT_RUN_OPTIONS } from '../../commands/run/options.ts'
import { EXIT_CODES } from '../../commands/run/outcome.ts'
import { errorsOf, type RunReport } from '../../commands/run/report.ts'
import { run as runPolicy } from '../../commands/run/run.ts'
import { renderText } from '../../report/text.ts'
import { resultLine } from '../../report/words.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { logError } from '../error-lines.ts'
import { readEvent } from '../event.ts'
import { jsonWithoutCommands, printText } from '../harmless.ts'
import { writeReportFile } from '../report-file.ts'

export async function run(context: CliContext, input: CommandInput): Promise<number> {
  const report = await runPolicy(context, runOptionsOf(context, input), { event: readEvent(context.env) })
  const path = input.text('report')
  if (input.isOn('json')) context.print(jsonWithoutCommands(JSON.stringify(report, null, 2)))
  else print(context, report)
  // Last, because it may fail, and what was saved has to be told first.
  if (path !== undefined) writeReportFile(path, report, context.cwd)
  return report.exitCode
}

function print(context: CliContext, report: RunReport): void {
  for (const line of renderText(report)) printText(context, line)
  const errors = [...report.errors, ...report.sources.flatMap(errorsOf)]
  for (const error of errors) logError(context.log, error)
  if (report.exitCode === EXIT_CODES.cancelled && errors.length === 0) context.log.error('The run was cancelled.')
  printText(context, resultLine(report))
}

/** What the flags of `run` and `plan` ask for. */
export function runOptionsOf(context: CliContext, input: CommandInput): RunOptions {
  const policyFile = input.text('policy-file')
  const word = (name: string): OnProblem => {
    const text = input.text(name)
    return text === 'warn' || text === 'ignore' ? text : 'error'
  }
  return {
    policyFile: policyFile ?? DEFAULT_RUN_OPTIONS.policyFile,
    isPolicyFileGiven: policyFile !== undefined,
    repository: input.text('repository'),
    password: context.passwordFlag,
    enableActions: input.choice('enable-actions'),
    allowRepositoryHooks: input.isOn('allow-repository-hooks'),
    hookSecrets: input.list('hook-secret'),
    sources: input.list('source'),
    sourceSuffix: input.text('source-suffix') ?? '',
    createRepository: input.isOn('create-repository'),
    allowOutsideWorkspace: input.isOn('allow-outside-workspace'),
    onMissingSource: word('on-missing-source'),
    onUnreadableFile: word('on-unreadable-file'),
    configFile: context.isConfigPathGiven ? context.configPath : undefined,
  }
}
