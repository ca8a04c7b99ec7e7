/** `snapshot create`: folders or files of this machine, as Kopia takes them: its own policies, its own rule about hooks. */
import { availableParallelism } from 'node:os'
import { type CairnError, cancelled, throwIfCancelled } from '../errors.ts'
import { statLocal } from '../fs/local.ts'
import { RunHooks } from '../hooks/lifecycle.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { findPolicy, repositoryLayers, setPolicy } from '../snapshot/policies.ts'
import { listSources } from '../snapshot/store.ts'
import type { LogDetails } from '../snapshot/upload/entry-log.ts'
import type { FolderScout } from '../snapshot/upload/scout/scout.ts'
import type { CommandContext } from './context.ts'
import { beginEpochWhenDue } from './epoch.ts'
import { hookServices } from './hook-services.ts'
import { DEFAULT_RUN_OPTIONS } from './run/options.ts'
import { TOLERANCE_BY_POLICY } from './run/partial-error.ts'
import type { SourceReport } from './run/report.ts'
import { storedHooksOf } from './run/run-sources.ts'
import { runPathSource } from './run/source.ts'
import type { PathRunSource } from './run/sources.ts'
import type { OpenRun } from './run/state.ts'
import { runStdinSource } from './run/stdin-source.ts'

export interface SnapshotCreateRequest {
  readonly sources: readonly { readonly path: string; readonly source: SourceInfo }[]
  readonly tags: Readonly<Record<string, string>>
  readonly description: string
  readonly pins: readonly string[]
  /** Allowed by the connection or by a flag. */
  readonly mayRunHooks: boolean
  /** Why hooks do not run, when it is not the connection. */
  readonly skipReason?: string | undefined
  readonly parallel: number | undefined
  /** Times to record instead of the real ones. */
  readonly startTimeNs?: bigint | undefined
  readonly endTimeNs?: bigint | undefined
  /** Share of the files, 0 to 100, that is read although it looks unchanged. */
  readonly forceHashPercent: number
  /** What is told of single folders and files, instead of what policies say. */
  readonly logDetails?: LogDetails | undefined
  /** The sources are not paths of this machine: no schedule may ever snapshot them by themselves. */
  readonly isManual?: boolean
  /** Bytes to store as one file with this name, in place of the folders. */
  readonly stdin?: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> } | undefined
  readonly isFailFast: boolean
  /** Most bytes of files to read for each source; 0 means any amount. */
  readonly maxReadBytes: number
  readonly checkpointIntervalMs?: number | undefined
  /** Looks at folders in a thread of its own. */
  readonly scout?: FolderScout | undefined
  /** Folder of the repository on this machine, to be left out. */
  readonly repositoryPath: string | undefined
}

export interface CreatedSnapshot {
  readonly report: SourceReport
  /** Undefined when nothing was saved. */
  readonly manifest: SnapshotManifest | undefined
}

export interface CreateResult {
  readonly created: readonly CreatedSnapshot[]
  /** What belongs to no source: a late failure of a hook that nobody had waited for, or the end by the user between two sources. */
  readonly failure: CairnError | undefined
}

/** Paths of everything that this user has snapshotted on this machine, without what no schedule may snapshot by itself. */
export async function ownPaths(repository: Repository, signal: AbortSignal): Promise<string[]> {
  const { userName, host } = repository.identity
  const layers = await repositoryLayers(repository, signal)
  return (await listSources(repository))
    .filter((source) => source.userName === userName && source.host === host)
    .filter((source) => effectivePolicy(source, layers).policy.scheduling?.manual !== true)
    .map((source) => source.path)
}

/**
 * Makes the snapshots one after the other. A source that fails does not stop the next; one that was ended early does, as in Kopia.
 * `onCreated` hears of each as it ends. Throws CAIRN_CANCELLED when the user stops before the first has begun.
 */
export async function createSnapshots(
  context: CommandContext,
  repository: Repository,
  request: SnapshotCreateRequest,
  onCreated: (created: CreatedSnapshot) => void = () => {},
): Promise<CreateResult> {
  const layers = await repositoryLayers(repository, context.signal)
  const hooks = new RunHooks({
    services: hookServices(context, { workspaceRoot: context.cwd, environmentMode: 'pass-through' }),
    log: context.log,
    random: context.random,
  })
  const saved: SnapshotManifest[] = []
  const run: OpenRun = {
    context,
    options: { ...DEFAULT_RUN_OPTIONS, allowOutsideWorkspace: true },
    tolerance: TOLERANCE_BY_POLICY,
    repository,
    scout: request.scout,
    hooks,
    layers: request.mayRunHooks ? layers : layers.map((layer) => ({ ...layer, hooks: {} })),
    isInsideActions: false,
    workspaceRealPath: context.cwd,
    leaveOut: request.repositoryPath === undefined ? [] : [statLocal(request.repositoryPath)],
    parallel: request.parallel ?? availableParallelism(),
    fileReads: request.parallel,
    tags: request.tags,
    description: request.description,
    pins: request.pins,
    baseOf: () => undefined,
    beforeFolderFailures: new Map(),
    afterFolderFailures: new Map(),
    keepsGit: true,
    times: { startTimeNs: request.startTimeNs, endTimeNs: request.endTimeNs },
    limits: { keepsCancelled: true, isFailFast: request.isFailFast, maxReadBytes: request.maxReadBytes },
    checkpointIntervalMs: request.checkpointIntervalMs,
    isHashForced: forcedBy(request.forceHashPercent, context),
    logDetails: request.logDetails,
    onSaved: (manifest) => void saved.push(manifest),
    note: (message) => context.log.info(message),
    warn: (message) => context.log.warning(message),
  }
  const created: CreatedSnapshot[] = []
  let failure: CairnError | undefined
  try {
    throwIfCancelled(context.signal)
    for (const { path, source } of request.sources) {
      context.log.info(`Snapshotting ${formatSource(source)} ...`)
      for (const use of request.mayRunHooks || request.stdin !== undefined ? [] : storedHooksOf(source, layers))
        context.log.info(`Hook ${use.key} of ${use.target} is skipped: ${request.skipReason ?? 'hooks are not enabled for this client'}.`)
      const pathSource: PathRunSource = { kind: 'path', label: path, path, source, isOutsideWorkspace: true }
      const report =
        request.stdin === undefined ? await runPathSource(run, pathSource) : await runStdinSource(run, { source, path, ...request.stdin })
      const manifest = saved.pop()
      created.push({ report, manifest })
      onCreated({ report, manifest })
      if (request.isManual && manifest !== undefined) await markManual(repository, source)
      if (context.signal.aborted || manifest?.incomplete !== undefined) break
    }
    if (created.length < request.sources.length) {
      context.log.warning('The sources after this one were not snapshotted.')
      if (context.signal.aborted && created.at(-1)?.report.status !== 'cancelled') failure = cancelled()
    }
    await beginEpochWhenDue(repository, context.log, context.signal)
  } finally {
    failure = (await hooks.finish()).failure ?? failure
  }
  return { created, failure }
}

/** Keeps a schedule of Kopia's from snapshotting a source that is not a path of this machine. */
async function markManual(repository: Repository, source: SourceInfo): Promise<void> {
  const target = { kind: 'path', ...source } as const
  const policy = (await findPolicy(repository, target))?.policy ?? {}
  if (policy.scheduling?.manual === true) return
  await setPolicy(repository, target, { ...policy, scheduling: { ...policy.scheduling, manual: true } })
  await repository.flush()
}

function forcedBy(percent: number, context: CommandContext): OpenRun['isHashForced'] {
  if (percent <= 0) return undefined
  return () => ((context.random(2)[0] ?? 0) * 256 + (context.random(1)[0] ?? 0)) / 65_536 < percent / 100
}
