/** Mends snapshots: replaces what cannot be read by stubs, or leaves out what is named. */
import { CairnError } from '../errors.ts'
import { compressorForMetadata } from '../policy/compressor-choice.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { formatSource, type SourceInfo } from '../policy/target.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'
import { encodeDirEntry } from '../snapshot/dir-entry.ts'
import { TreeRewriter } from '../snapshot/fix/rewrite.ts'
import { type InvalidHandling, invalidFilesRules, removeFilesRules, replaceRoot } from '../snapshot/fix/rules.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { repositoryLayers } from '../snapshot/policies.ts'
import { type ReadableSnapshots, readSnapshots, requireSnapshots } from '../snapshot/readable.ts'
import { compareSources, isSameSource } from '../snapshot/source.ts'
import { replaceSnapshot } from '../snapshot/store.ts'
import { ObjectCheck, type VerifiableRepository } from '../snapshot/verify/object-check.ts'
import { formatQuantity } from '../util/format.ts'
import { compilePathPattern } from '../util/path-match.ts'
import type { CommandContext } from './context.ts'
import { beginEpochWhenDue } from './epoch.ts'

export interface SnapshotFixRequest {
  /** Without any of the two, all snapshots. */
  readonly manifestIds: readonly string[]
  readonly sources: readonly SourceInfo[]
  /** Replace the snapshots; otherwise only the new directories are stored, for a look at them. */
  readonly isCommitted: boolean
  readonly parallel: number
  readonly invalidDirectories: InvalidHandling
  readonly fix:
    | { readonly kind: 'invalid-files'; readonly invalidFiles: InvalidHandling; readonly readPercent: number }
    | { readonly kind: 'remove-files'; readonly objectIds: readonly string[]; readonly fileNames: readonly string[] }
  readonly onEvent: (event: FixEvent) => void
}

export type FixEvent =
  | { readonly kind: 'source'; readonly source: SourceInfo }
  | { readonly kind: 'unchanged'; readonly manifest: SnapshotManifest }
  | { readonly kind: 'changed'; readonly old: SnapshotManifest; readonly manifest: SnapshotManifest }

/**
 * Returns how many snapshots were changed. Nothing is replaced unless all of them could be rewritten.
 *
 * Errors: CAIRN_USAGE when nothing to remove is named, CAIRN_PATTERN_INVALID, CAIRN_SNAPSHOT_NOT_FOUND, the first damage with the handling
 * `fail`, and at the end, when everything else is done, CAIRN_SNAPSHOT_DAMAGED for manifests that cannot be read.
 */
export async function fixSnapshots(
  context: CommandContext,
  repository: VerifiableRepository,
  request: SnapshotFixRequest,
): Promise<number> {
  const { signal, log } = context
  const isRemoved = request.fix.kind === 'remove-files' ? removalOf(request.fix) : undefined
  const { snapshots, damaged } = await chosenSnapshots(context, repository, request)
  const common = { objects: repository.objects, directories: request.invalidDirectories, signal }
  const onInvalid = (message: string) => log.warning(message)
  const { fix } = request
  const rules =
    fix.kind === 'invalid-files'
      ? invalidFilesRules({
          ...common,
          check: await ObjectCheck.open(repository, { readPercent: fix.readPercent, random: context.random, signal }),
          files: fix.invalidFiles,
          onInvalid,
        })
      : removeFilesRules({ ...common, isRemoved: isRemoved ?? (() => false), onRemoved: (message) => log.info(message), onInvalid })
  const rewriter = new TreeRewriter({ objects: repository.objects, rules, parallel: request.parallel, signal })
  const layers = await repositoryLayers(repository, signal)
  const changed: SnapshotManifest[] = []
  for (const source of sourcesOf(snapshots)) {
    request.onEvent({ kind: 'source', source })
    const compressor = compressorForMetadata(effectivePolicy(source, layers).policy)
    for (const manifest of snapshots.filter((each) => isSameSource(each.source, source))) {
      const root = manifest.rootEntry
      if (root === undefined) {
        log.warning(`Snapshot ${manifest.id} has no root entry.`)
        continue
      }
      const rootEntry = (await rewriter.rewrite(root, compressor)) ?? (await replaceRoot(common, root, manifest.id))
      if (encodeDirEntry(rootEntry) === encodeDirEntry(root)) request.onEvent({ kind: 'unchanged', manifest })
      else changed.push(await replaced(repository, request, manifest, rootEntry))
    }
  }
  await repository.flush(signal)
  if (changed.length > 0) await beginEpochWhenDue(repository, log, signal)
  for (const error of damaged) log.error(error.message)
  const [first] = damaged
  if (first !== undefined) {
    throw new CairnError(
      'CAIRN_SNAPSHOT_DAMAGED',
      `${formatQuantity(damaged.length, 'snapshot')} could not be read, and stayed as they are.`,
      {
        hint: 'All others were looked at. Delete a damaged one with "cairn manifest delete" when it is not needed.',
        cause: first,
      },
    )
  }
  return changed.length
}

async function replaced(
  repository: VerifiableRepository,
  { isCommitted, onEvent }: SnapshotFixRequest,
  old: SnapshotManifest,
  rootEntry: DirEntry,
): Promise<SnapshotManifest> {
  // It is committed by the flush at the end, together with all others.
  const manifest = isCommitted ? await replaceSnapshot(repository, { ...old, rootEntry }) : { ...old, rootEntry }
  onEvent({ kind: 'changed', old, manifest })
  return manifest
}

async function chosenSnapshots(
  { log, signal }: CommandContext,
  repository: VerifiableRepository,
  { manifestIds, sources }: SnapshotFixRequest,
): Promise<ReadableSnapshots> {
  const parts: ReadableSnapshots[] = [await requireSnapshots(repository, manifestIds, signal)]
  for (const source of sources) {
    log.info(`Listing snapshots for source "${formatSource(source)}"...`)
    const part = await readSnapshots(repository, source, signal)
    if (part.snapshots.length + part.damaged.length === 0) {
      throw new CairnError('CAIRN_SNAPSHOT_NOT_FOUND', `There are no snapshots of ${formatSource(source)}.`, {
        hint: 'List the snapshots with "cairn snapshot list --all".',
      })
    }
    parts.push(part)
  }
  if (manifestIds.length + sources.length === 0) {
    log.info('Listing all snapshots...')
    parts.push(await readSnapshots(repository, undefined, signal))
  }
  const snapshots = new Map(parts.flatMap((part) => part.snapshots).map((manifest) => [manifest.id, manifest]))
  return { snapshots: [...snapshots.values()], damaged: parts.flatMap((part) => part.damaged) }
}

function sourcesOf(snapshots: readonly SnapshotManifest[]): SourceInfo[] {
  const sources = new Map(snapshots.map(({ source }) => [formatSource(source), source]))
  return [...sources.values()].sort(compareSources)
}

/** Whether an entry is named by its object ID or by a pattern. */
function removalOf({ objectIds, fileNames }: { objectIds: readonly string[]; fileNames: readonly string[] }): (entry: DirEntry) => boolean {
  if (objectIds.length + fileNames.length === 0) {
    throw new CairnError('CAIRN_USAGE', 'Nothing to remove is named.', { hint: 'Use --object-id or --filename.' })
  }
  const ids = new Set(objectIds)
  const patterns = fileNames.map((text) => {
    const pattern = compilePathPattern(text)
    if (pattern === undefined) {
      throw new CairnError('CAIRN_PATTERN_INVALID', `The pattern "${text}" is not complete.`, { hint: 'Close its brackets.' })
    }
    return pattern
  })
  return (entry) => ids.has(entry.objectId) || patterns.some((matches) => matches(entry.name))
}
