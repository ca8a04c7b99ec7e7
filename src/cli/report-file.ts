/** Writes the report of a run to the file that the user named. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { RunReport } from '../commands/run/report.ts'
import { CairnError, messageOf } from '../errors.ts'

/** Errors: CAIRN_REPORT_UNWRITABLE. */
export function writeReportFile(path: string, report: RunReport, cwd: string): void {
  const target = resolve(cwd, path)
  const part = `${target}.tmp.${randomBytes(8).toString('hex')}`
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(part, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(part, target)
  } catch (cause) {
    rmSync(part, { force: true })
    throw new CairnError('CAIRN_REPORT_UNWRITABLE', `The report cannot be written to ${target}: ${messageOf(cause)}.`, {
      hint: 'The run itself is over and its snapshots are saved. Name another file with --report.',
      cause,
    })
  }
}
