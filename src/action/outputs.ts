/** The outputs of the action from the report; every one is set on every end of a step (action.yml). */
import * as core from '@actions/core'
import type { RunReport } from '../commands/run/report.ts'

/** Values of all outputs, as text. */
export function outputsOf(report: RunReport, reportPath: string): Readonly<Record<string, string>> {
  const saved = report.sources.filter((source) => source.snapshotId !== '')
  const sum = (pick: (source: RunReport['sources'][number]) => number) =>
    String(report.sources.reduce((total, source) => total + pick(source), 0))
  return {
    'snapshot-id': saved[0]?.snapshotId ?? '',
    'snapshot-count': String(saved.length),
    'bytes-new': sum((source) => source.newBytes),
    'bytes-total': sum((source) => (source.snapshotId === '' ? 0 : source.bytes)),
    'files-changed': sum((source) => source.filesNew + source.filesChanged + source.filesRemoved),
    status: report.status,
    'matched-snapshot': report.sources.find((source) => source.matchedSnapshotId !== '')?.matchedSnapshotId ?? '',
    'report-json': reportPath,
  }
}

/** Sets every output of the step. */
export function setOutputs(report: RunReport, reportPath: string): void {
  for (const [name, value] of Object.entries(outputsOf(report, reportPath))) core.setOutput(name, value)
}

/** Gives every output a value before anything can fail. */
export function setEmptyOutputs(status: RunReport['status']): void {
  const zeros = { 'snapshot-id': '', 'snapshot-count': '0', 'bytes-new': '0', 'bytes-total': '0', 'files-changed': '0' }
  for (const [name, value] of Object.entries({ ...zeros, status, 'matched-snapshot': '', 'report-json': '' })) core.setOutput(name, value)
}
