/** `cairn doctor`. */
import { type DoctorReport, examine } from '../../commands/doctor.ts'
import type { DoctorCheck } from '../../commands/examination.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { jsonWithoutCommands, printText } from '../harmless.ts'

const MARKS: Readonly<Record<DoctorCheck['status'], string>> = { ok: 'ok', warning: 'warning', failed: 'FAILED', skipped: 'skipped' }
const MARK_WIDTH = 7

export async function doctor(context: CliContext, input: CommandInput): Promise<number> {
  const report = await examine(context, input.text('repository'))
  if (input.isOn('json')) context.print(jsonWithoutCommands(JSON.stringify(jsonOf(report))))
  else for (const line of linesOf(report)) printText(context, line)
  return report.exitCode
}

function linesOf({ place, credentials, checks, verdict }: DoctorReport): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length))
  return [
    `Repository   ${place}`,
    ...(credentials === undefined ? [] : [`Credentials  ${credentials}`]),
    '',
    ...checks.flatMap(({ name, status, detail, failure }) => [
      `  ${MARKS[status].padEnd(MARK_WIDTH)}  ${name.padEnd(width)}  ${failure === undefined ? detail : `${failure.code}  ${detail}`}`,
    ]),
    '',
    verdict,
  ]
}

function jsonOf({ place, credentials, checks, latency, clockSkewMs, verdict, exitCode }: DoctorReport) {
  return {
    place,
    credentials: credentials ?? null,
    checks: checks.map(({ name, status, detail, milliseconds, failure }) => ({
      name,
      status,
      detail,
      milliseconds,
      ...(failure === undefined ? {} : { code: failure.code, ...(failure.hint === undefined ? {} : { hint: failure.hint }) }),
    })),
    latency: latency ?? null,
    clockSkewMs: clockSkewMs ?? null,
    verdict,
    isHealthy: exitCode === 0,
  }
}
