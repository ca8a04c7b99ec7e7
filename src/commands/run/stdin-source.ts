/** Bytes from outside as a snapshot of one file, without hooks: there is no folder that they could prepare. */
import type { SourceInfo } from '../../policy/target.ts'
import { policyTree } from '../../policy/tree.ts'
import { uploadStream } from '../../snapshot/upload/stream.ts'
import { findPrevious } from './previous.ts'
import { recordedTimes } from './recorded-times.ts'
import type { SourceReport } from './report.ts'
import { saveUpload } from './save.ts'
import type { OpenRun } from './state.ts'
import { reportStream, streamFacts } from './stream-report.ts'

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
  return await reportStream(run.context.clock, stdin.source, stdin.path, () => snapshotStdin(run, stdin))
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
  return { ...streamFacts(result, previous), ...saved }
}
