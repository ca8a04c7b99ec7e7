/**
 * A run: policy file, trust and consent, job.before, repository, each source in turn, job.after, report (docs/hooks.md, "Order").
 *
 * Whatever happens, the result is a report; only a defect of ours is thrown.
 */
import { isAbsolute, relative } from 'node:path'
import { cancelled, ERROR_CODES, isCairnError } from '../../errors.ts'
import type { HookJournal } from '../../hooks/journal.ts'
import { RunHooks } from '../../hooks/lifecycle.ts'
import { type ResultFile, writeResultFile } from '../../hooks/result-file.ts'
import type { Hook, HookList, RunStatus } from '../../policy/hook.ts'
import { formatTimestamp } from '../../util/timestamp.ts'
import type { CommandContext } from '../context.ts'
import { hookServices } from '../hook-services.ts'
import { restoreOnlyReason } from './cache-rules.ts'
import type { EventFacts } from './event.ts'
import { hookReport } from './hook-report.ts'
import { maintainAfterRun } from './maintain.ts'
import type { RunOptions } from './options.ts'
import { combineExitCodes, combineStatus, EXIT_CODES, exitCodeOf, reportedError } from './outcome.ts'
import { PreparationFailure } from './preparation-failure.ts'
import { type PreparedRun, prepareRun } from './prepare.ts'
import { errorsOf, type ReportedError, type RunReport, type SourceReport } from './report.ts'
import { type RepositoryFacts, runSources } from './run-sources.ts'
import type { Remarks } from './state.ts'

/** What the face knows beside the options. */
export interface RunSurroundings {
  /** Undefined outside GitHub Actions. */
  readonly event: EventFacts | undefined
  /** Keeps what after-hooks are owed. */
  readonly journal?: (prepared: PreparedRun) => HookJournal
  /** Told what the run is going to do, or what is known of it when it cannot be prepared, before anything happens. */
  readonly onPrepared?: (prepared: PreparedRun | undefined, isReady: boolean) => void
}

/** Runs everything; never rejects for what the user, the repository or a hook did. */
export async function run(context: CommandContext, options: RunOptions, surroundings: RunSurroundings): Promise<RunReport> {
  const startedMs = context.clock.monotonicMs()
  const startTime = formatTimestamp(context.clock.nowNs())
  const remarks: Remarks = { notices: [], warnings: [] }
  const errors: ReportedError[] = []
  const codes: number[] = []
  let sources: readonly SourceReport[] = []
  let facts: RepositoryFacts | undefined
  let hooks: RunHooks | undefined
  let prepared: PreparedRun | undefined
  let whenEmpty: RunStatus = 'failed'
  let isMaintenanceDue = false
  const fail = (error: unknown) => {
    errors.push(reportedError(error))
    codes.push(exitCodeOf(error))
  }

  const report = (status: RunStatus, exitCode: number): RunReport => ({
    schema: 1,
    version: context.version,
    status,
    exitCode,
    startTime,
    durationMs: Math.round(context.clock.monotonicMs() - startedMs),
    policyFile: prepared?.file === undefined ? null : { path: shownPath(prepared, prepared.file.path), sha256: prepared.file.sha256 },
    diagnostics: prepared?.diagnostics ?? [],
    repository: facts === undefined ? null : { location: facts.location, uniqueId: facts.uniqueId, wasCreated: facts.wasCreated },
    identity: prepared === undefined ? '' : `${prepared.root.userName}@${prepared.root.host}:${prepared.root.path}`,
    event: surroundings.event?.name ?? '',
    sources,
    hooks: (hooks?.results ?? []).map(hookReport),
    uploadedBytes: facts?.uploadedBytes() ?? 0,
    notices: remarks.notices,
    warnings: remarks.warnings,
    errors,
  })
  const statusNow = (): RunStatus => {
    if (context.signal.aborted) return 'cancelled'
    const combined = combineStatus(
      sources.map((source) => source.status),
      whenEmpty,
    )
    return errors.length > 0 && combined !== 'cancelled' ? 'failed' : combined
  }
  const exitCodeNow = (status: RunStatus): number => {
    const ofSources = sources.flatMap(errorsOf).map(({ code }) => EXIT_CODES[ERROR_CODES[code]])
    if (status === 'cancelled') return EXIT_CODES.cancelled
    return combineExitCodes([...codes, ...ofSources]) || (status === 'failed' ? EXIT_CODES.failed : 0)
  }

  context.group.start('Configuration')
  try {
    prepared = prepareRun(context, options, surroundings.event, remarks)
  } catch (error) {
    if (error instanceof PreparationFailure) prepared = error.prepared
    fail(error instanceof PreparationFailure ? error.error : error)
    surroundings.onPrepared?.(prepared, false)
    context.group.end()
    return report('failed', exitCodeNow('failed'))
  }
  surroundings.onPrepared?.(prepared, true)
  context.group.end()
  if (prepared.skip !== undefined) {
    remarks.notices.push(prepared.skip)
    context.log.notice(prepared.skip)
    return report('skipped', 0)
  }

  try {
    const reason = await restoreOnlyReason(context, prepared.location)
    if (reason !== undefined) {
      remarks.notices.push(reason)
      context.log.notice(reason)
      return report('skipped', 0)
    }
  } catch (error) {
    fail(error)
    const status = statusNow()
    return report(status, exitCodeNow(status))
  }

  hooks = new RunHooks({
    services: runHookServices(context, options, prepared, surroundings.event),
    log: context.log,
    random: context.random,
    ...(surroundings.journal === undefined ? {} : { journal: surroundings.journal(prepared) }),
  })
  let isReady = true
  const before = asList(prepared.jobBefore)
  if (before !== undefined) {
    try {
      const { failure } = await hooks.runJobBefore(before)
      if (failure !== undefined) throw failure
    } catch (error) {
      fail(error)
      isReady = false
    }
  }
  if (isReady) {
    try {
      await runSources(context, options, prepared, hooks, remarks, {
        onOpen: (opened) => {
          facts = opened
        },
        onSource: (source) => {
          sources = [...sources, source]
        },
        onUnpublished: (error) => {
          const isToldBySource = sources.some(({ snapshotId }) => snapshotId !== '')
          sources = sources.map((source) => unpublished(source, error))
          if (!isToldBySource && !isCairnError(error, 'CAIRN_CANCELLED')) fail(error)
        },
        onMaintenanceDue: () => {
          isMaintenanceDue = true
        },
      })
      whenEmpty = 'skipped'
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_CANCELLED')) fail(error)
    }
  }

  const after = asList(prepared.jobAfter)
  if (after !== undefined) {
    const status = statusNow()
    const draft = report(status, exitCodeNow(status))
    let result: ResultFile | undefined
    // What was saved before is reported, whatever happens here.
    try {
      result = writeResultFile(context.os.temporaryDirectory, `${JSON.stringify(draft, null, 2)}\n`, context.random)
      const variables = {
        CAIRN_STATUS: status,
        CAIRN_RESULT_FILE: result.path,
        CAIRN_SNAPSHOT_IDS: sources.flatMap((source) => (source.snapshotId === '' ? [] : [source.snapshotId])).join(' '),
        CAIRN_ERROR: draft.errors[0]?.message ?? draft.sources.find((source) => source.error !== undefined)?.error?.message,
      }
      const { failure } = await hooks.runJobAfter(after, { status, variables })
      if (failure !== undefined) fail(failure)
    } catch (error) {
      fail(error)
    } finally {
      result?.remove()
    }
  }
  const finished = await hooks.finish()
  if (finished.failure !== undefined) fail(finished.failure)
  for (const process of finished.ended) remarks.notices.push(`A process that a hook had left running was ended: ${process}`)
  if (isMaintenanceDue) await maintainAfterRun(context, options, prepared, remarks)
  const status = statusNow()
  const isTold = [...errors, ...sources.flatMap(errorsOf)].length > 0
  if (status === 'cancelled' && !isTold) errors.push(reportedError(cancelled()))
  return report(status, exitCodeNow(status))
}

/** A source whose snapshot was not stored after all. */
function unpublished(source: SourceReport, error: unknown): SourceReport {
  if (source.snapshotId === '') return source
  const { retention: _, ...rest } = source
  const status = isCairnError(error, 'CAIRN_CANCELLED') ? 'cancelled' : 'failed'
  return { ...rest, status, snapshotId: '', error: reportedError(error) }
}

/** Relative to the workspace where it lies in it, so that the same run gives the same report on every machine. */
export function shownPath({ workspaceRoot }: PreparedRun, path: string): string {
  const below = relative(workspaceRoot, path)
  return isAbsolute(below) || below.startsWith('..') ? path : below.replaceAll('\\', '/')
}

function asList(hooks: readonly Hook[]): HookList | undefined {
  const [first, ...rest] = hooks
  return first === undefined ? undefined : [first, ...rest]
}

/** What the hooks of a run need from it. */
export function runHookServices(context: CommandContext, options: RunOptions, prepared: PreparedRun, event: EventFacts | undefined) {
  return hookServices(context, {
    workspaceRoot: prepared.workspaceRoot,
    environmentMode: 'allow-list',
    allowedSecrets: options.hookSecrets,
    event: event?.name,
    ref: event?.ref,
  })
}
