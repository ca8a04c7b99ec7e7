/** The report of a source that is one stream of bytes, wherever they come from. */
import { formatSource, type SourceInfo } from '../../policy/target.ts'
import type { UploadResult } from '../../snapshot/upload/request.ts'
import type { Clock } from '../../util/clock.ts'
import type { PreviousSnapshots } from './previous.ts'
import type { SourceReport } from './report.ts'
import { emptyReport, failedSource } from './source-report.ts'

/** Runs `work` and reports what it returns or throws. Never rejects. */
export async function reportStream(
  clock: Clock,
  source: SourceInfo,
  label: string,
  work: () => Promise<Partial<SourceReport>>,
): Promise<SourceReport> {
  const startedMs = clock.monotonicMs()
  let part: Partial<SourceReport>
  try {
    part = await work()
  } catch (error) {
    part = failedSource(error, undefined)
  }
  return { ...emptyReport(formatSource(source), label), ...part, durationMs: Math.round(clock.monotonicMs() - startedMs) }
}

/** What the report of a stored stream says of it. */
export function streamFacts(result: UploadResult, previous: PreviousSnapshots): Partial<SourceReport> {
  const { changes } = result
  return {
    status: changes.added + changes.changed > 0 ? 'created' : 'unchanged',
    rootObjectId: result.rootEntry.objectId,
    matchedSnapshotId: previous.matchedId,
    files: 1,
    directories: 1,
    bytes: result.summary.size,
    newBytes: result.newBytes,
    filesNew: changes.added,
    filesChanged: changes.changed,
  }
}
