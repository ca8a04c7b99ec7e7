/** Bytes from outside as a snapshot of one file, without hooks: there is no folder that they could prepare. */
import { isCairnError } from '../../errors.ts'
import { formatSource, type SourceInfo } from '../../policy/target.ts'
import { policyTree } from '../../policy/tree.ts'
import { uploadStream } from '../../snapshot/upload/stream.ts'
import { reportedError } from './outcome.ts'
import { findPrevious } from './previous.ts'
import { recordedTimes } from './recorded-times.ts'
import type { SourceReport } from './report.ts'
import { saveUpload } from './save.ts'
import { emptyReport } from './source.ts'
import type { OpenRun } from './state.ts'

export interface StdinSource {
  readonly source: SourceInfo
  /** Absolute path that the folder is called by, as in Kopia. */
  readonly path: string
  /** Name of the file. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Stores the bytes when they come to their end. Never rejects: what went wrong is in the report. */
export async function runStdinSource(run: OpenRun, stdin: StdinSource): Promise<SourceReport> {
  const { clock } = run.context
  const startedMs = clock.monotonicMs()
  const report = emptyReport(formatSource(stdin.source), stdin.path)
  const finish = (part: Partial<SourceReport>): SourceReport => ({
    ...report,
    ...part,
    durationMs: Math.round(clock.monotonicMs() - startedMs),
  })
  try {
    return finish(await snapshotStdin(run, stdin))
  } catch (error) {
    return finish({ status: isCairnError(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: reportedError(error) })
  }
}

async function snapshotStdin(run: OpenRun, { source, path, name, bytes }: StdinSource): Promise<Partial<SourceReport>> {
  const { context, repository } = run
  const startTimeNs = context.clock.nowNs()
  const policies = policyTree(source, run.layers)
  const previous = await findPrevious(run, source)
  const result = await uploadStream({
    repository,
    name,
    rootName: path,
    bytes,
    policies,
    previous: previous.snapshots,
    clock: context.clock,
    signal: context.signal,
  })
  const times = recordedTimes({ startTimeNs, endTimeNs: context.clock.nowNs() }, run.times)
  const saved = await saveUpload(run, source, result, previous, policies.effective, times)
  const { added, changed } = result.changes
  return {
    ...saved,
    status: added + changed > 0 ? 'created' : 'unchanged',
    rootObjectId: result.rootEntry.objectId,
    matchedSnapshotId: previous.matchedId,
    files: 1,
    directories: 1,
    bytes: result.summary.size,
    newBytes: result.newBytes,
    filesNew: added,
    filesChanged: changed,
  }
}
