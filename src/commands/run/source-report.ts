/** The parts of a source's report that say how it ended. */
import { type CairnError, isCairnError } from '../../errors.ts'
import { reportedError } from './outcome.ts'
import type { SourceReport } from './report.ts'

/** A source of which nothing was saved, because of `failure`; an after-hook may have failed as well. */
export function failedSource(failure: unknown, afterFailure: CairnError | undefined): Partial<SourceReport> {
  return withLateFailure(
    { status: isCairnError(failure, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: reportedError(failure) },
    afterFailure,
  )
}

/** What is reported when an after-hook fails as well. A source that was cancelled or has failed stays so, and its own error comes first. */
export function withLateFailure(report: Partial<SourceReport> | undefined, failure: CairnError | undefined): Partial<SourceReport> {
  if (failure === undefined) return report ?? {}
  const error = reportedError(failure)
  const status = report?.status === 'cancelled' ? 'cancelled' : 'failed'
  return report?.error === undefined ? { ...report, status, error } : { ...report, status, furtherErrors: [error] }
}

/** A report in which nothing has happened. */
export function emptyReport(source: string, label: string): SourceReport {
  return {
    source,
    label,
    status: 'failed',
    snapshotId: '',
    rootObjectId: '',
    matchedSnapshotId: '',
    files: 0,
    directories: 0,
    symlinks: 0,
    bytes: 0,
    newBytes: 0,
    filesNew: 0,
    filesChanged: 0,
    filesRemoved: 0,
    directoriesChanged: 0,
    changes: [],
    excludedFiles: 0,
    excludedDirectories: 0,
    specialFiles: 0,
    durationMs: 0,
    failures: [],
  }
}
