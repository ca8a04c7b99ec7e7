/** `cairn maintenance info`: Kopia's text and JSON. */
import { type MaintenanceInfo, maintenanceInfo } from '../../commands/maintenance-info.ts'
import { withRepository } from '../../commands/open.ts'
import { type CycleParameters, effectiveLogRetention, encodeParameters } from '../../maintenance/parameters.ts'
import { encodeScheduleJson } from '../../repo/format/index.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import { runResultText } from '../../report/maintenance-text.ts'
import { indentJson } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { printText } from '../harmless.ts'
import type { TimeTexts } from '../time-text.ts'

const NS_PER_SECOND = 1_000_000_000n

export async function showMaintenance(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    const info = await maintenanceInfo(repository)
    if (input.isOn('json')) context.print(input.isOn('json-indent') ? indentJson(infoJson(info)) : infoJson(info))
    else for (const line of infoLines(info, context.clock.nowNs(), context.times, sizeTextOf(context.env))) printText(context, line)
  })
  return 0
}

function infoJson({ parameters, schedule, isScheduled }: MaintenanceInfo): string {
  const json = encodeScheduleJson(schedule)
  return `${encodeParameters(parameters).slice(0, -1)},"schedule":${isScheduled ? json : json.replace(/"runs":\{\}\}$/, '"runs":null}')}}`
}

function infoLines({ parameters, schedule }: MaintenanceInfo, nowNs: bigint, times: TimeTexts, size: SizeText): string[] {
  const logs = effectiveLogRetention(parameters.logRetention)
  return [
    `Owner: ${parameters.owner}`,
    'Quick Cycle:',
    ...cycleLines(parameters.quick, schedule.nextQuickNs, nowNs, times),
    'Full Cycle:',
    ...cycleLines(parameters.full, schedule.nextFullNs, nowNs, times),
    'Log Retention:',
    `  max count:       ${logs.maxCount}`,
    `  max age of logs: ${durationText(logs.maxAgeNs)}`,
    `  max total size:  ${size(logs.maxTotalBytes)}`,
    `Object Lock Extension: ${parameters.extendObjectLocks ? 'enabled' : 'disabled'}`,
    ...(parameters.listParallelism === 0 ? [] : [`List parallelism: ${parameters.listParallelism}`]),
    'Recent Maintenance Runs:',
    ...Object.keys(schedule.runs)
      .sort()
      .flatMap((task) => [`  ${task}:`, ...(schedule.runs[task] ?? []).map((run) => runLine(run, times, size))]),
  ]
}

function cycleLines({ isEnabled, intervalNs }: CycleParameters, nextNs: bigint | undefined, nowNs: bigint, times: TimeTexts): string[] {
  if (!isEnabled) return ['  scheduled: false']
  const isLater = nextNs !== undefined && nowNs < nextNs
  const next = isLater ? `${times.recorded(nextNs)} (in ${wholeSeconds(nextNs - nowNs)})` : 'now'
  return ['  scheduled: true', `  interval: ${durationText(intervalNs)}`, `  next run: ${next}`]
}

function runLine(run: MaintenanceInfo['schedule']['runs'][string][number], times: TimeTexts, size: SizeText): string {
  const { startNs = 0n, endNs = 0n, success, error, extra } = run
  return `    ${times.recorded(startNs)} (${wholeSeconds(endNs - startNs)}) ${success ? runResultText(extra, size) : `ERROR: ${error}`}`
}

function wholeSeconds(ns: bigint): string {
  return durationText((ns / NS_PER_SECOND) * NS_PER_SECOND)
}
