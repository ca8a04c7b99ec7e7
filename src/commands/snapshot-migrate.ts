/** Brings snapshots and policies over from another repository. */
import { availableParallelism } from 'node:os'
import { CairnError, isCairnError, messageOf, throwIfCancelled } from '../errors.ts'
import type { PolicyLayer } from '../policy/layer.ts'
import { formatSource, formatTarget, type PolicyTarget, type SourceInfo } from '../policy/target.ts'
import { policyTree } from '../policy/tree.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { type CopiedPair, type CopiedTree, copyTree } from '../snapshot/migrate/copy-tree.ts'
import { SnapshotFilter } from '../snapshot/migrate/filter.ts'
import { findPolicy, listPolicies, repositoryLayers, setPolicy } from '../snapshot/policies.ts'
import { readSnapshots } from '../snapshot/readable.ts'
import type { SnapshotStats } from '../snapshot/stats.ts'
import { listSources, saveSnapshot } from '../snapshot/store.ts'
import type { VerifiableRepository } from '../snapshot/verify/object-check.ts'
import { mapConcurrent } from '../util/async.ts'
import { formatQuantity } from '../util/format.ts'
import type { CommandContext } from './context.ts'
import { beginEpochWhenDue } from './epoch.ts'

export interface SnapshotMigrateRequest {
  readonly sources: readonly SourceInfo[] | 'all'
  /** All policies of the other repository, those of the sources themselves, or none. */
  readonly policies: 'all' | 'sources' | 'none'
  readonly overwritesPolicies: boolean
  readonly isLatestOnly: boolean
  readonly appliesIgnoreRules: boolean
  /** Sources that are brought over at a time. */
  readonly parallel: number
  readonly onEvent: (event: MigrateEvent) => void
}

export type MigrateEvent =
  | { readonly kind: 'policy-kept' | 'policy'; readonly target: PolicyTarget }
  | { readonly kind: 'present' | 'snapshot'; readonly manifest: SnapshotManifest }
  /** Something is missing from what was brought over; `what` names it. */
  | { readonly kind: 'failure'; readonly what: string; readonly error: Error }

/** Errors: CAIRN_MIGRATE_INCOMPLETE at the end, when something could not be brought over; those of writing, and CAIRN_CANCELLED. */
export async function migrateSnapshots(
  context: CommandContext,
  from: VerifiableRepository,
  to: VerifiableRepository,
  request: SnapshotMigrateRequest,
): Promise<void> {
  const { signal, log, progress } = context
  let failures = 0
  const onEvent = (event: MigrateEvent) => {
    if (event.kind === 'failure') failures++
    request.onEvent(event)
  }
  const migration = new Migration(context, from, to, { ...request, onEvent })
  const sources = request.sources === 'all' ? await listSources(from) : request.sources
  for (const { what, error } of await from.care.damage()) onEvent({ kind: 'failure', what, error })
  if (request.policies !== 'none') await migration.policies(sources)
  progress.start('migrate')
  try {
    const layers = await repositoryLayers(to, signal)
    await mapConcurrent(sources, request.parallel, (source) => migration.source(source, layers))
  } finally {
    progress.finish()
  }
  await to.flush(signal)
  await beginEpochWhenDue(to, log, signal)
  if (failures === 0) return
  throw new CairnError('CAIRN_MIGRATE_INCOMPLETE', `Not everything could be brought over: ${formatQuantity(failures, 'error')}.`, {
    hint: 'The lines above name what is missing. Snapshots that are there now are skipped the next time: delete one from which files are missing to have it brought over anew.',
  })
}

class Migration {
  readonly #context: CommandContext
  readonly #from: VerifiableRepository
  readonly #to: VerifiableRepository
  readonly #request: SnapshotMigrateRequest

  constructor(context: CommandContext, from: VerifiableRepository, to: VerifiableRepository, request: SnapshotMigrateRequest) {
    this.#context = context
    this.#from = from
    this.#to = to
    this.#request = request
  }

  async policies(sources: readonly SourceInfo[]): Promise<void> {
    const targets: readonly PolicyTarget[] =
      this.#request.policies === 'all'
        ? (await listPolicies(this.#from, this.#context.signal)).map(({ target }) => target)
        : sources.map((source) => ({ kind: 'path', ...source }))
    const distinct = new Map(targets.map((target) => [formatTarget(target), target]))
    for (const target of distinct.values()) {
      throwIfCancelled(this.#context.signal)
      try {
        await this.#policy(target)
      } catch (error) {
        this.#fail(`policy for ${formatTarget(target)}`, error)
      }
    }
  }

  async #policy(target: PolicyTarget): Promise<void> {
    const stored = await findPolicy(this.#from, target)
    if (stored === undefined) return
    if (!this.#request.overwritesPolicies && (await findPolicy(this.#to, target)) !== undefined) {
      return this.#request.onEvent({ kind: 'policy-kept', target })
    }
    this.#request.onEvent({ kind: 'policy', target })
    await setPolicy(this.#to, target, stored.policy)
  }

  /** The snapshots of one source, oldest first. */
  async source(source: SourceInfo, layers: readonly PolicyLayer[]): Promise<void> {
    const { signal } = this.#context
    const { isLatestOnly } = this.#request
    const { snapshots, damaged } = await readSnapshots(this.#from, source, signal)
    for (const error of damaged) this.#fail(`a snapshot of ${formatSource(source)}`, error)
    const present = new Map((await readSnapshots(this.#to, source, signal)).snapshots.map((each) => [each.startTimeNs, each]))
    let previous: CopiedPair | undefined
    for (const manifest of isLatestOnly ? snapshots.slice(-1) : snapshots) {
      throwIfCancelled(signal)
      if (manifest.incomplete !== undefined) continue
      const existing = present.get(manifest.startTimeNs)
      if (existing !== undefined) {
        this.#request.onEvent({ kind: 'present', manifest })
        previous = pairOf(manifest, existing, false) ?? previous
        continue
      }
      this.#request.onEvent({ kind: 'snapshot', manifest })
      try {
        const saved = await this.#snapshot(manifest, layers, previous)
        previous = pairOf(manifest, saved, true) ?? previous
      } catch (error) {
        this.#fail(`snapshot of ${formatSource(source)} (${manifest.id})`, error)
      }
    }
  }

  async #snapshot(manifest: SnapshotManifest, layers: readonly PolicyLayer[], previous: CopiedPair | undefined): Promise<SnapshotManifest> {
    const { signal, progress } = this.#context
    const { rootEntry, source } = manifest
    if (rootEntry === undefined) throw new CairnError('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${manifest.id} has no root entry.`)
    const policies = policyTree(source, layers)
    const tree = await copyTree(rootEntry, {
      from: this.#from.objects,
      to: this.#to.objects,
      policy: policies.root,
      filter: this.#request.appliesIgnoreRules ? SnapshotFilter.root() : undefined,
      previous,
      parallel: policies.root.policy.upload?.maxParallelFileReads || availableParallelism(),
      onProgress: ({ copiedFiles, copiedBytes, reusedFiles }) => {
        const { uploadedBytes } = this.#to.counters()
        const read = { hashedFiles: copiedFiles, hashedBytes: copiedBytes, uploadedBytes, errors: 0 }
        progress.update({ files: copiedFiles + reusedFiles, bytes: copiedBytes, ...read })
      },
      signal,
    })
    for (const { path, error } of tree.failures) this.#fail(`${formatSource(source)}/${path}`, new Error(error))
    const { description, startTimeNs, endTimeNs, tags, pins } = manifest
    const copied = { id: '', source, description, startTimeNs, endTimeNs, stats: statsOf(tree), rootEntry: tree.root, tags, pins }
    const saved = await saveSnapshot(this.#to, copied)
    await this.#to.flush(signal)
    return saved
  }

  /** Reports what concerns one thing; what ends everything is thrown again. */
  #fail(what: string, error: unknown): void {
    throwIfCancelled(this.#context.signal)
    if (isCairnError(error) && (error.kind === 'storage' || error.code === 'CAIRN_REPOSITORY_READONLY')) throw error
    if (!(error instanceof Error)) throw error
    this.#request.onEvent({ kind: 'failure', what, error: isCairnError(error) ? error : new Error(messageOf(error)) })
  }
}

function pairOf({ rootEntry: source }: SnapshotManifest, { rootEntry: copy }: SnapshotManifest, isAlike: boolean): CopiedPair | undefined {
  return source === undefined || copy === undefined ? undefined : { source, copy, isAlike }
}

function statsOf({ root, counts }: CopiedTree): SnapshotStats {
  const { summary } = root
  return {
    totalSize: summary?.size ?? root.size,
    excludedTotalSize: 0,
    fileCount: counts.copiedFiles,
    cachedFiles: counts.reusedFiles,
    nonCachedFiles: counts.copiedFiles,
    dirCount: summary?.dirs ?? 0,
    excludedFileCount: 0,
    excludedDirCount: 0,
    ignoredErrorCount: summary?.numIgnoredErrors ?? 0,
    errorCount: summary?.numFailed ?? 0,
  }
}
