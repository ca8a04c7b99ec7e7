/** One folder or file of a run: hooks, upload, manifest, retention (docs/hooks.md, "Order"). */
import { CairnError, cancelled, isCairnError, messageOf } from '../../errors.ts'
import { type LocalSource, openLocalSource } from '../../fs/local.ts'
import type { UploadOutcome } from '../../hooks/outcome.ts'
import type { Logger } from '../../log.ts'
import type { RunStatus } from '../../policy/hook.ts'
import { formatSource } from '../../policy/target.ts'
import { type PolicyTree, policyTree } from '../../policy/tree.ts'
import type { UploadResult } from '../../snapshot/upload/request.ts'
import { uploadTree } from '../../snapshot/upload/upload.ts'
import { formatQuantity } from '../../util/format.ts'
import { checkpointOf } from './checkpoint.ts'
import { folderHooks } from './folder-hooks.ts'
import type { OnProblem } from './options.ts'
import { reportedError } from './outcome.ts'
import { partialError } from './partial-error.ts'
import { findPrevious, type PreviousSnapshots } from './previous.ts'
import { recordedTimes } from './recorded-times.ts'
import type { SourceReport } from './report.ts'
import { saveUpload } from './save.ts'
import { emptyReport, failedSource, withLateFailure } from './source-report.ts'
import { isInside, type PathRunSource } from './sources.ts'
import { folderKey, type OpenRun } from './state.ts'

type FinalStatus = { readonly status: RunStatus } & Partial<SourceReport>

/** Snapshots one source; never rejects: what went wrong is in the report. */
export async function runPathSource(run: OpenRun, source: PathRunSource): Promise<SourceReport> {
  const startedMs = run.context.clock.monotonicMs()
  const report = emptyReport(formatSource(source.source), source.label)
  const finish = (part: Partial<SourceReport>): SourceReport => ({
    ...report,
    ...part,
    durationMs: Math.round(run.context.clock.monotonicMs() - startedMs),
  })
  const startTimeNs = run.context.clock.nowNs()
  let opened: LocalSource
  try {
    opened = openSource(run, source)
  } catch (error) {
    return finish(missingSource(run, source, error))
  }
  try {
    return finish(await snapshotSource(run, source, opened, startTimeNs))
  } catch (error) {
    return finish(failedSource(error, undefined))
  }
}

function openSource(run: OpenRun, source: PathRunSource): LocalSource {
  const opened = openLocalSource(source.path)
  if (run.isInsideActions && !run.options.allowOutsideWorkspace && !isInside(opened.path, run.workspaceRealPath)) {
    throw new CairnError('CAIRN_SOURCE_OUTSIDE', `The source ${source.label} is outside the workspace.`, {
      hint: 'Set "allow-outside-workspace: true" if that is meant.',
    })
  }
  return opened
}

function missingSource(run: OpenRun, source: PathRunSource, error: unknown): Partial<SourceReport> {
  if (!isCairnError(error, 'CAIRN_SOURCE_MISSING') || run.options.onMissingSource === 'error') {
    return { status: 'failed', error: reportedError(error) }
  }
  const message = `The source ${source.label} does not exist; it was left out.`
  if (run.options.onMissingSource === 'warn') run.warn(message)
  else run.note(message)
  return { status: 'skipped' }
}

async function snapshotSource(
  run: OpenRun,
  source: PathRunSource,
  opened: LocalSource,
  startTimeNs: bigint,
): Promise<Partial<SourceReport>> {
  const tree = policyTree(source.source, run.layers)
  const hooks = tree.effective.hooks
  const isFile = opened.entry.kind === 'file'
  if (isFile && (hooks.beforeSnapshotRoot ?? hooks.afterSnapshotRoot) !== undefined) {
    run.warn(`The hooks of ${source.label} do not run: hooks are for folders, and this is a file.`)
  }
  // What a scout saw ahead is from before any hook of this run.
  if (run.layers.some(({ hooks }) => Object.keys(hooks).length > 0)) run.scout?.forget()
  const session = run.hooks.openSession({ level: 'root', hooks: isFile ? {} : hooks, sourcePath: opened.path, label: source.label })
  let outcome: UploadOutcome = { status: 'failed' }
  let final: FinalStatus | undefined
  let uploaded: { readonly result: UploadResult; readonly previous: PreviousSnapshots } | undefined
  let failure: unknown
  let isSkipped = false
  try {
    const before = await session.before()
    if (before.failure !== undefined) throw before.failure
    if (before.status === 'skipped') isSkipped = true
    else {
      uploaded = await upload(run, source, opened, tree, before.redirect?.path, startTimeNs)
      const { rootEntry, summary } = uploaded.result
      final = finalStatus(run, source, uploaded.result, uploaded.previous)
      const status = final.status === 'cancelled' ? 'cancelled' : 'uploaded'
      outcome = { status, runStatus: final.status, rootObjectId: rootEntry.objectId, files: summary.files, bytes: summary.size }
    }
  } catch (error) {
    failure = error
    outcome = { status: isCairnError(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed', error: messageOf(error) }
  }
  const endTimeNs = run.context.clock.nowNs()
  const after = await session.after(isSkipped ? { status: 'skipped' } : outcome)
  if (failure !== undefined) return failedSource(failure, after.failure)
  if (uploaded === undefined)
    return { status: 'skipped', ...(after.failure === undefined ? {} : { status: 'failed', error: reportedError(after.failure) }) }
  const times = recordedTimes({ startTimeNs, endTimeNs }, run.times)
  const saved = await saveUpload(run, source.source, uploaded.result, uploaded.previous, tree.effective, times)
  const facts = factsOf(uploaded.result, uploaded.previous)
  return { ...facts, ...saved, ...withLateFailure(final, after.failure) }
}

/** Whether the user ended the upload. */
function isCancelled(run: OpenRun, result: UploadResult): boolean {
  return result.incomplete === 'canceled' && run.context.signal.aborted
}

async function upload(
  run: OpenRun,
  source: PathRunSource,
  opened: LocalSource,
  tree: PolicyTree,
  redirect: string | undefined,
  startTimeNs: bigint,
) {
  const previous = await findPrevious(run, source.source)
  const { context, repository } = run
  const result = await uploadTree({
    repository,
    scout: run.scout,
    root: { path: opened.path, readFrom: redirect, entry: opened.entry },
    policies: tree,
    previous: previous.snapshots,
    bases: previous.bases,
    onFolder: folderHooks(run, source, opened.path, tree),
    leaveOut: run.leaveOut,
    includeGit: run.keepsGit === true || tree.effective.includeGit,
    keepTimes: tree.effective.keepTimes,
    parallel: run.parallel,
    // The command line counts for more than the policy, where 0 is as good as nothing.
    fileReads: run.fileReads ?? (tree.effective.policy.upload?.maxParallelFileReads || undefined),
    limits: { ...run.limits, checkpoint: checkpointOf(run, source.source, tree.effective, startTimeNs) },
    ...(run.isHashForced === undefined ? {} : { isHashForced: run.isHashForced }),
    logDetails: run.logDetails,
    progress: context.progress,
    log: uploadLog(context.log, run.options.onUnreadableFile),
    clock: context.clock,
    signal: context.signal,
  })
  for (const warning of result.warnings) run.warn(warning)
  for (const path of result.leftOut.own) run.note(`${path} is Cairn's own and was left out.`)
  const { byPolicy } = result.leftOut
  if (byPolicy > 0)
    run.note(`Left out of ${source.label} by maxFileSize or oneFileSystem: ${formatQuantity(byPolicy, 'entry', 'entries')}.`)
  if (result.leftOut.vanished > 0) run.note(`${result.leftOut.vanished} files of ${source.label} went away while it was read.`)
  return { result, previous }
}

function factsOf(result: UploadResult, previous: PreviousSnapshots): Partial<SourceReport> {
  const { summary, stats, changes } = result
  return {
    rootObjectId: result.rootEntry.objectId,
    matchedSnapshotId: previous.matchedId,
    files: summary.files,
    directories: summary.dirs,
    symlinks: summary.symlinks,
    bytes: summary.size,
    newBytes: result.newBytes,
    filesNew: changes.added,
    filesChanged: changes.changed,
    filesRemoved: changes.removed,
    directoriesChanged: changes.directories,
    changes: result.changedPaths,
    excludedFiles: stats.excludedFileCount,
    excludedDirectories: stats.excludedDirCount,
    specialFiles: result.leftOut.special,
    failures: [
      ...result.failures.map((failure) => ({ ...failure, isIgnored: false })),
      ...result.ignoredFailures.map((failure) => ({ ...failure, isIgnored: true })),
    ],
  }
}

/** What the upload and the hooks of its folders mean for the source. */
function finalStatus(run: OpenRun, source: PathRunSource, result: UploadResult, previous: PreviousSnapshots): FinalStatus {
  const failed = run.afterFolderFailures.get(source.label)
  return failed === undefined ? statusOf(run, source, result, previous) : { status: 'failed', error: reportedError(failed) }
}

/** What the upload means for the source, by what the caller thinks of unreadable files. */
function statusOf(run: OpenRun, source: PathRunSource, result: UploadResult, previous: PreviousSnapshots): FinalStatus {
  const { added, changed, removed, directories } = result.changes
  const whole: RunStatus = previous.matchedId !== '' && added + changed + removed + directories === 0 ? 'unchanged' : 'created'
  if (isCancelled(run, result)) return { status: 'cancelled', error: reportedError(cancelled()) }
  if (result.isComplete) return { status: result.incomplete === undefined ? whole : 'partial' }
  const ofHook = result.failures.flatMap(({ path }) => run.beforeFolderFailures.get(folderKey(source.label, path)) ?? [])[0]
  // A hook that failed is not an unreadable file: what the caller thinks of those does not excuse it.
  if (ofHook !== undefined) return { status: 'partial', error: reportedError(ofHook) }
  const missing = result.summary.numFailed
  const message = `${missing} ${missing === 1 ? 'entry' : 'entries'} of ${source.label} could not be stored: ${result.failures
    .slice(0, 3)
    .map((failure) => failure.path)
    .join(', ')}`
  if (run.options.onUnreadableFile === 'ignore') return { status: whole }
  if (run.options.onUnreadableFile === 'warn') {
    run.warn(message)
    return { status: whole }
  }
  const error = partialError(message, result, run.tolerance ?? 'set "on-unreadable-file: warn"')
  return { status: 'partial', error: reportedError(error) }
}

/** What the caller does not call an error is none in the log either, where it would be a red annotation beside a green step. */
function uploadLog(log: Logger, onUnreadableFile: OnProblem): Logger {
  if (onUnreadableFile === 'error') return log
  return { ...log, error: onUnreadableFile === 'warn' ? log.warning : log.info }
}
