/** The part of a run with the repository open: policies stored there, then each source in turn. */
import { availableParallelism } from 'node:os'
import { CairnError, cancelled, throwIfCancelled } from '../../errors.ts'
import { statLocal } from '../../fs/local.ts'
import type { RunHooks } from '../../hooks/lifecycle.ts'
import { effectivePolicy } from '../../policy/effective.ts'
import type { HookList } from '../../policy/hook.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import { formatSource, relativeBelow, type SourceInfo } from '../../policy/target.ts'
import { decideConsent, type HookUse } from '../../policyfile/consent.ts'
import type { Repository } from '../../repo/api.ts'
import type { OpenedRepository } from '../../repo/repository.ts'
import { repositoryLayers } from '../../snapshot/policies.ts'
import { listSnapshots } from '../../snapshot/store.ts'
import type { FileIdentity } from '../../snapshot/upload/request.ts'
import type { FolderScout } from '../../snapshot/upload/scout/scout.ts'
import type { CommandContext } from '../context.ts'
import { beginEpochWhenDue } from '../epoch.ts'
import { withScout } from '../scout.ts'
import { retentionWarning } from './cache-rules.ts'
import { isMaintenanceDue, maintainBeforePublishing } from './maintain.ts'
import { openForRun } from './open-for-run.ts'
import type { RunOptions } from './options.ts'
import { reportedError } from './outcome.ts'
import { type PreparedRun, usesOfLayers } from './prepare.ts'
import type { SourceReport } from './report.ts'
import { runPathSource } from './source.ts'
import { emptyReport } from './source-report.ts'
import type { OpenRun, Remarks } from './state.ts'
import { runStreamSource } from './stream-source.ts'
import { unusedKeyNotices } from './unused-keys.ts'

/** What the report says of the repository. */
export interface RepositoryFacts {
  readonly location: string
  readonly uniqueId: string
  readonly wasCreated: boolean
  uploadedBytes(): number
}

export interface RunListeners {
  /** The repository is open. */
  onOpen(facts: RepositoryFacts): void
  /** One more source is done. */
  onSource(report: SourceReport): void
  /** Nothing of what the reported sources saved has become durable. */
  onUnpublished(error: unknown): void
  /** Maintenance is due, and this run's identity owns it. */
  onMaintenanceDue(): void
}

/** Opens the repository and snapshots every source. Rejects when the repository cannot be opened or its hooks have no consent. */
export async function runSources(
  context: CommandContext,
  options: RunOptions,
  prepared: PreparedRun,
  hooks: RunHooks,
  remarks: Remarks,
  listeners: RunListeners,
): Promise<void> {
  throwIfCancelled(context.signal)
  const first = prepared.sources.find((source) => source.kind === 'path')
  await withScout(context, first?.path, (scout) => runWith(scout, context, options, prepared, hooks, remarks, listeners))
}

async function runWith(
  scout: FolderScout | undefined,
  context: CommandContext,
  options: RunOptions,
  prepared: PreparedRun,
  hooks: RunHooks,
  remarks: Remarks,
  listeners: RunListeners,
): Promise<void> {
  context.group.start('Repository')
  const opened = await openForRun(context, options, prepared)
  const { repository } = opened
  listeners.onOpen({
    location: opened.displayName,
    uniqueId: repository.facts.uniqueId,
    wasCreated: opened.wasCreated,
    uploadedBytes: () => repository.counters().uploadedBytes,
  })
  try {
    context.log.info(
      `Repository ${opened.displayName}${opened.wasCreated ? ', created by this run' : ''}; password from ${opened.passwordOrigin}`,
    )
    context.log.info(`Identity ${formatSource(prepared.root)}`)
    const run: OpenRun = {
      context,
      options,
      repository,
      scout,
      hooks,
      layers: [...prepared.layers, ...(await storedLayers(context, options, prepared, repository, remarks))],
      isInsideActions: context.env['GITHUB_ACTIONS'] === 'true',
      workspaceRealPath: prepared.workspaceRealPath,
      leaveOut: opened.ownPaths.flatMap(identityOfPath),
      parallel: availableParallelism(),
      tags: tagsOf(prepared),
      description: '',
      pins: [],
      baseOf: (source) => baseSource(prepared, source),
      beforeFolderFailures: new Map(),
      afterFolderFailures: new Map(),
      note: (message) => {
        remarks.notices.push(message)
        context.log.notice(message)
      },
      warn: (message) => {
        remarks.warnings.push(message)
        context.log.warning(message)
      },
    }
    for (const notice of unusedKeyNotices(prepared.layers)) run.note(notice)
    const warning = retentionWarning(prepared.location, prepared.layers)
    if (warning !== undefined) run.warn(warning)
    const saved: string[] = []
    context.group.end()
    try {
      for (const source of prepared.sources) {
        if (context.signal.aborted) {
          listeners.onSource({
            ...emptyReport(formatSource(source.source), source.label),
            status: 'cancelled',
            error: reportedError(cancelled()),
          })
          continue
        }
        await warnOfSecondJob(run, prepared, source.source)
        context.group.start(`Snapshot of ${source.label}`)
        context.log.info(`Snapshotting ${source.label} as ${formatSource(source.source)}`)
        const report = source.kind === 'path' ? await runPathSource(run, source) : await runStreamSource(run, source)
        if (report.snapshotId !== '') saved.push(report.snapshotId)
        listeners.onSource(report)
        context.group.end()
      }
      await beginEpochWhenDue(repository, context.log, context.signal)
      if (await isMaintenanceDue(context, repository, remarks)) {
        if (repository.care.storage.flush === undefined) listeners.onMaintenanceDue()
        else await maintainBeforePublishing(context, repository, remarks)
      }
    } finally {
      // Also when one of them could not be finished: the others are told to be saved.
      await publish(context, repository, saved, listeners)
    }
  } finally {
    context.group.end()
    await repository.close()
  }
}

async function publish(
  { signal }: CommandContext,
  repository: OpenedRepository,
  saved: readonly string[],
  listeners: RunListeners,
): Promise<void> {
  try {
    // What was saved before a cancel is worth the last seconds.
    await repository.publish(saved, signal.aborted ? undefined : signal)
  } catch (error) {
    listeners.onUnpublished(error)
  }
}

/** Policies stored in the repository, with their hooks only when the caller allows them. */
async function storedLayers(
  context: CommandContext,
  options: RunOptions,
  prepared: PreparedRun,
  repository: Repository,
  remarks: Remarks,
): Promise<PolicyLayer[]> {
  const layers = await repositoryLayers(repository, context.signal)
  const uses = prepared.sources.flatMap(({ source }) => storedHooksOf(source, layers, prepared.layers))
  const decision = decideConsent({ enableActions: options.enableActions, allowRepositoryHooks: options.allowRepositoryHooks, hooks: uses })
  if (decision.kind === 'refuse') throw new CairnError(decision.code, decision.message, { hint: decision.hint })
  if (decision.kind === 'run') return layers
  for (const notice of decision.notices) {
    remarks.notices.push(notice)
    context.log.notice(notice)
  }
  return layers.map((layer) => ({ ...layer, hooks: {} }))
}

/** Hooks of stored policies that concern a source: those that come down to it, and those of folders below it. */
export function storedHooksOf(source: SourceInfo, stored: readonly PolicyLayer[], stronger: readonly PolicyLayer[] = []): HookUse[] {
  const effective = effectivePolicy(source, [...stronger, ...stored])
  const own = Object.entries(effective.hooks).flatMap(([key, hooks]: [string, HookList | undefined]) =>
    (hooks ?? []).flatMap((hook) => (hook.origin.kind === 'repository' ? [{ target: hook.origin.target, key, hook }] : [])),
  )
  const below = stored.filter(
    ({ target }) =>
      target.kind === 'path' &&
      target.userName === source.userName &&
      target.host === source.host &&
      relativeBelow(source.path, target.path) !== undefined,
  )
  const folders = usesOfLayers(below).filter(({ key }) => key.endsWith('Folder'))
  return [...own, ...folders]
}

function identityOfPath(path: string): FileIdentity[] {
  try {
    const { device, inode } = statLocal(path)
    return [{ device, inode }]
  } catch {
    return []
  }
}

function tagsOf(prepared: PreparedRun): Record<string, string> {
  return {
    ...(prepared.file === undefined ? {} : { 'tag:policy': prepared.file.sha256 }),
    ...(prepared.runTag === undefined ? {} : { 'tag:run': prepared.runTag }),
  }
}

/** For a pull request: the same source of the base branch. */
function baseSource({ root, baseRoot }: PreparedRun, source: SourceInfo): SourceInfo | undefined {
  if (baseRoot === undefined || !`${source.path}/`.startsWith(`${root.path}/`)) return undefined
  return { ...source, path: baseRoot.path + source.path.slice(root.path.length) }
}

/** Two jobs of one run attempt that write the same source overwrite each other's place in the history. */
async function warnOfSecondJob(run: OpenRun, prepared: PreparedRun, source: SourceInfo): Promise<void> {
  if (prepared.runTag === undefined) return
  const attempt = (tag: string) => tag.split('/').slice(0, 2).join('/')
  const other = (await listSnapshots(run.repository, source)).findLast((snapshot) => {
    const tag = snapshot.tags['tag:run']
    return tag !== undefined && tag !== prepared.runTag && attempt(tag) === attempt(prepared.runTag ?? '')
  })
  if (other !== undefined) {
    run.warn(`Another job of this run has already saved ${formatSource(source)}. Give each job its own history with "source-suffix".`)
  }
}
