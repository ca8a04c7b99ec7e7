/** A stream source: the output of a command becomes the one file of a snapshot of its own (docs/hooks.md, "Streams"). */
import { isCairnError, messageOf } from '../../errors.ts'
import type { UploadOutcome } from '../../hooks/outcome.ts'
import { hookError, isFailure } from '../../hooks/result.ts'
import { policyTree } from '../../policy/tree.ts'
import { uploadStream } from '../../snapshot/upload/stream.ts'
import { toHex } from '../../util/bytes.ts'
import { findPrevious } from './previous.ts'
import type { SourceReport } from './report.ts'
import { saveUpload } from './save.ts'
import { failedSource, withLateFailure } from './source-report.ts'
import type { StreamRunSource } from './sources.ts'
import type { OpenRun } from './state.ts'
import { reportStream, streamFacts } from './stream-report.ts'

/** Runs the command and stores its output; a command that fails leaves no manifest. Never rejects. */
export async function runStreamSource(run: OpenRun, source: StreamRunSource): Promise<SourceReport> {
  return await reportStream(run.context.clock, source.source, source.label, () => snapshotStream(run, source))
}

async function snapshotStream(run: OpenRun, source: StreamRunSource): Promise<Partial<SourceReport>> {
  const { context, repository } = run
  const startTimeNs = context.clock.nowNs()
  const tree = policyTree(source.source, run.layers)
  const workspace = run.workspaceRealPath
  const session = run.hooks.openSession({ level: 'root', hooks: tree.effective.hooks, sourcePath: workspace, label: source.label })
  let outcome: UploadOutcome = { status: 'failed' }
  let failure: unknown
  let uploaded: Awaited<ReturnType<typeof store>> | undefined
  try {
    const before = await session.before()
    if (before.failure !== undefined) throw before.failure
    if (before.status === 'skipped') outcome = { status: 'skipped' }
    else {
      uploaded = await store()
      const { rootEntry, summary } = uploaded.result
      const { status } = streamFacts(uploaded.result, uploaded.previous)
      outcome = {
        status: 'uploaded',
        ...(status === undefined ? {} : { runStatus: status }),
        rootObjectId: rootEntry.objectId,
        files: 1,
        bytes: summary.size,
      }
    }
  } catch (error) {
    failure = error
    outcome = { status: isCairnError(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: messageOf(error) }
  }
  const endTimeNs = context.clock.nowNs()
  const after = await session.after(outcome)
  if (failure !== undefined) return failedSource(failure, after.failure)
  if (uploaded === undefined) return withLateFailure({ status: 'skipped' }, after.failure)
  const { result, previous } = uploaded
  const saved = await saveUpload(run, source.source, result, previous, tree.effective, { startTimeNs, endTimeNs })
  return { ...saved, ...withLateFailure(streamFacts(result, previous), after.failure) }

  async function store() {
    const previous = await findPrevious(run, source.source)
    const { hook, minSizeBytes } = source.stream
    const stream = run.hooks.openStream(
      hook,
      { phase: 'stream', sessionId: toHex(context.random(8)), label: source.label, sourcePath: workspace, snapshotPath: workspace },
      minSizeBytes,
    )
    const result = await uploadStream({
      repository,
      name: source.stream.name,
      bytes: stream.bytes,
      policies: tree,
      previous: previous.snapshots,
      clock: context.clock,
      signal: context.signal,
    })
    // Only the end of the command tells whether the bytes are good: without a manifest they are nothing.
    const ended = await stream.result
    if (isFailure(ended)) throw hookError(ended)
    return { result, previous }
  }
}
