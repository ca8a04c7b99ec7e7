/** `snapshot create`: folders or files of this machine, as Kopia takes them: its own policies, its own rule about hooks. */
import { availableParallelism } from 'node:os'
import { throwIfCancelled } from '../errors.ts'
import { statLocal } from '../fs/local.ts'
import { RunHooks } from '../hooks/lifecycle.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { findPolicy, repositoryLayers, setPolicy } from '../snapshot/policies.ts'
import type { CommandContext } from './context.ts'
import { beginEpochWhenDue } from './epoch.ts'
import { hookServices } from './hook-services.ts'
import { DEFAULT_RUN_OPTIONS } from './run/options.ts'
import type { SourceReport } from './run/report.ts'
import { storedHooksOf } from './run/run-sources.ts'
import { runPathSource } from './run/source.ts'
import type { PathRunSource } from './run/sources.ts'
import type { OpenRun } from './run/state.ts'

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
  /** The sources are not paths of this machine: no schedule may ever snapshot them by themselves. */
  readonly isManual?: boolean
  /** Folder of the repository on this machine, to be left out. */
  readonly repositoryPath: string | undefined
}

export interface CreatedSnapshot {
  readonly report: SourceReport
  /** Undefined when nothing was saved. */
  readonly manifest: SnapshotManifest | undefined
}

/** Makes the snapshots one after the other; a source that fails does not stop the next. `onCreated` hears of each as it ends. */
export async function createSnapshots(
  context: CommandContext,
  repository: Repository,
  request: SnapshotCreateRequest,
  onCreated: (created: CreatedSnapshot) => void = () => {},
): Promise<CreatedSnapshot[]> {
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
    repository,
    hooks,
    layers: request.mayRunHooks ? layers : layers.map((layer) => ({ ...layer, hooks: {} })),
    isInsideActions: false,
    workspaceRealPath: context.cwd,
    leaveOut: request.repositoryPath === undefined ? [] : [statLocal(request.repositoryPath)],
    parallel: request.parallel ?? availableParallelism(),
    tags: request.tags,
    description: request.description,
    pins: request.pins,
    baseOf: () => undefined,
    beforeFolderFailures: new Map(),
    afterFolderFailures: new Map(),
    keepsGit: true,
    times: { startTimeNs: request.startTimeNs, endTimeNs: request.endTimeNs },
    isHashForced: forcedBy(request.forceHashPercent, context),
    onSaved: (manifest) => void saved.push(manifest),
    note: (message) => context.log.info(message),
    warn: (message) => context.log.warning(message),
  }
  const created: CreatedSnapshot[] = []
  try {
    for (const { path, source } of request.sources) {
      throwIfCancelled(context.signal)
      context.log.info(`Snapshotting ${formatSource(source)} ...`)
      for (const use of request.mayRunHooks ? [] : storedHooksOf(source, layers))
        context.log.info(`Hook ${use.key} of ${use.target} is skipped: ${request.skipReason ?? 'hooks are not enabled for this client'}.`)
      const pathSource: PathRunSource = { kind: 'path', label: path, path, source, isOutsideWorkspace: true }
      const report = await runPathSource(run, pathSource)
      const manifest = saved.pop()
      created.push({ report, manifest })
      onCreated({ report, manifest })
      if (request.isManual && manifest !== undefined) await markManual(repository, source)
    }
    await beginEpochWhenDue(repository, context.log, context.signal)
  } finally {
    await hooks.finish()
  }
  return created
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
