/** Restores a snapshot, or anything below it, into a folder. */
import { resolve } from 'node:path'
import { CairnError, ERROR_CODES, type ErrorCode } from '../errors.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { Repository } from '../repo/api.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'
import { findPathVersion, type PathVersion } from '../snapshot/path-version.ts'
import { assertConsistentRoots, resolveEntry } from '../snapshot/resolve.ts'
import { type ArchiveKind, restoreArchive } from '../snapshot/restore/archive.ts'
import { executeRestore } from '../snapshot/restore/execute.ts'
import type { RestoreOptions } from '../snapshot/restore/options.ts'
import { readPlaceholder } from '../snapshot/restore/placeholder.ts'
import { planRestore } from '../snapshot/restore/plan.ts'
import type { RestoreFailure, RestoreReport } from '../snapshot/restore/report.ts'
import type { SnapshotChoice } from '../snapshot/time-spec.ts'
import { formatQuantity } from '../util/format.ts'
import type { CommandContext } from './context.ts'

export interface RestoreRequest {
  /** Snapshot ID or object ID, with a path below it; of a `source` as it was typed. */
  readonly from: string
  /** The path that files were taken from, instead of an ID, and which of its snapshots is meant. */
  readonly source?: SourceInfo
  readonly choice?: SnapshotChoice
  /** Hears which snapshot a `source` is restored from. */
  readonly onVersion?: (version: PathVersion) => void
  /** Refuse a root whose attributes differ between snapshots. */
  readonly consistentAttributes?: boolean
  readonly target: string
  /** Path of the placeholder that says what to restore, instead of `from`. */
  readonly placeholder?: string
  /** Absent and `auto` go by the name of the target. */
  readonly mode?: RestoreMode | 'auto' | undefined
  readonly options: Partial<RestoreOptions>
}

/** What a restore writes: a folder, or an archive. */
export type RestoreMode = 'local' | ArchiveKind

/** What the name of a target asks for. */
export function modeOf(target: string): RestoreMode {
  if (target.endsWith('.zip')) return 'zip'
  if (target.endsWith('.tar')) return 'tar'
  return target.endsWith('.tar.gz') || target.endsWith('.tgz') ? 'tgz' : 'local'
}

/** Restores `request.from` to `request.target`; what could not be restored is in the report, and the rest is there. */
export async function restore(context: CommandContext, repository: Repository, request: RestoreRequest): Promise<RestoreReport> {
  const { placeholder } = request
  const entry = placeholder === undefined ? await entryOf(context, repository, request) : readPlaceholder(resolve(context.cwd, placeholder))
  const plan = planRestore(entry, resolve(context.cwd, request.target))
  const mode = request.mode === undefined || request.mode === 'auto' ? modeOf(plan.target) : request.mode
  if (mode !== 'local') {
    const { progress, random, signal } = context
    return await restoreArchive(repository.objects, plan, { kind: mode, progress, random, signal })
  }
  return await executeRestore(repository.objects, plan, {
    ...request.options,
    isExpanding: placeholder !== undefined,
    platform: context.platform,
    random: context.random,
    progress: context.progress,
    signal: context.signal,
  })
}

async function entryOf(
  { log, signal }: CommandContext,
  repository: Repository,
  { from, source, choice = { kind: 'latest' }, consistentAttributes, onVersion }: RestoreRequest,
): Promise<DirEntry> {
  if (source === undefined) return (await resolveEntry(repository, from, signal, { consistentAttributes })).entry
  const onPassedOver: Parameters<typeof findPathVersion>[3]['onPassedOver'] = (error, snapshot) =>
    log.warning(snapshot === undefined ? error.message : `Passing over snapshot ${snapshot.id}: ${error.message}`)
  const version = await findPathVersion(repository, source, choice, { onPassedOver, signal })
  if (version === undefined) {
    const when = choice.kind === 'before' ? ' from before that time' : ''
    throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `No snapshot${when} has data of "${formatSource(source)}".`, {
      hint: 'List the snapshots with "cairn snapshot list --all". A path of another machine or user is written user@host:/path.',
    })
  }
  if (consistentAttributes) await assertConsistentRoots(repository, version.entry.objectId, signal)
  onVersion?.(version)
  return version.entry
}

/** Entries that cannot be restored as they are stored: no byte of them is damaged. */
const UNFIT = new Set<ErrorCode>([
  'CAIRN_RESTORE_BAD_LINK',
  'CAIRN_RESTORE_DUPLICATE_NAME',
  'CAIRN_RESTORE_UNKNOWN_TYPE',
  'CAIRN_RESTORE_UNSAFE_NAME',
])

/** The error of a restore from which something is missing: CAIRN_RESTORE_DAMAGED when the repository is at fault, else CAIRN_RESTORE_INCOMPLETE. */
export function incompleteRestore(report: RestoreReport): CairnError | undefined {
  if (report.failureCount === 0) return undefined
  const faults = report.failures.filter(({ code }) => ERROR_CODES[code] === 'damage')
  return new CairnError(
    faults.length > 0 ? 'CAIRN_RESTORE_DAMAGED' : 'CAIRN_RESTORE_INCOMPLETE',
    `${formatQuantity(report.failureCount, 'entry', 'entries')} could not be restored.`,
    { hint: `Everything else was restored. ${adviceOn(faults)}` },
  )
}

function adviceOn(faults: readonly RestoreFailure[]): string {
  if (faults.length === 0) return 'The lines above name what is missing and why.'
  if (faults.every(({ code }) => code === 'CAIRN_RESTORE_DUPLICATE_NAME'))
    return 'The lines above name entries that have the name of another one; restore each by its object ID, which "cairn ls -lo" shows.'
  if (faults.every(({ code }) => UNFIT.has(code)))
    return 'The lines above name entries that cannot be restored as they are stored, and why.'
  return 'The lines above name what is damaged or missing in the repository; another snapshot may still have it.'
}
