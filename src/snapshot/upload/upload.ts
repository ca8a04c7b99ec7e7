/** Stores a directory tree or a single file in the repository; saving the manifest is up to the caller. */
import { basename } from 'node:path'
import { CairnError, cancelled, messageOf, throwIfCancelled } from '../../errors.ts'
import type { Entry } from '../../fs/entry.ts'
import { openLocalSource } from '../../fs/local.ts'
import { isPlaceholderName } from '../../fs/placeholder.ts'
import type { DirEntry } from '../dir-entry.ts'
import { summarize } from '../summary.ts'
import { everyInterval, OpenFolders, storeCheckpoint } from './checkpoint.ts'
import { FolderFailure } from './folder.ts'
import { storeRootPlaceholder } from './placeholders.ts'
import { NOTHING_PREVIOUS, type PreviousFolders } from './previous.ts'
import { withReadLimit } from './read-limit.ts'
import type { UploadRequest, UploadResult } from './request.ts'
import { UploadStop } from './stop.ts'
import { type StoreContext, storeFile, withKeptTime } from './store-entry.ts'
import { UploadTally } from './tally.ts'
import { TreeWalk } from './walk.ts'

/**
 * Uploads the source and returns the entry for its manifest.
 *
 * Entries that fail are in the result; the upload itself fails when the root cannot be read (CAIRN_SOURCE_MISSING, CAIRN_SOURCE_UNREADABLE,
 * CAIRN_FILE_UNREADABLE, the error of its hook), when one of its ignore rules is no pattern (CAIRN_IGNORE_RULE_INVALID), when the storage
 * fails, or with CAIRN_CANCELLED. Nothing is visible in the repository until the caller saves a manifest and flushes.
 */
export async function uploadTree(request: UploadRequest): Promise<UploadResult> {
  const { repository, progress, log, signal } = request
  throwIfCancelled(signal)
  const source = openRoot(request)
  const limits = request.limits ?? {}
  const stop = new UploadStop(limits.maxReadBytes)
  const tally = new UploadTally(progress, repository, log, () => {
    if (limits.isFailFast) stop.stop('canceled')
  })
  const failed = new AbortController()
  let failure: { readonly error: unknown } | undefined
  const abort = (error: unknown) => {
    failure ??= { error }
    failed.abort()
    stop.end()
  }
  const onAbort = () => (limits.keepsCancelled ? stop.stop('canceled') : abort(cancelled()))
  signal?.addEventListener('abort', onAbort, { once: true })
  progress.start('upload')
  const over = new AbortController()
  let checkpoints: Promise<void> | undefined
  try {
    const context: StoreContext = {
      objects: withReadLimit(repository.objects, request.fileReads),
      tally,
      keepsTimes: request.keepTimes === 'unchanged',
      signal: failed.signal,
      stop,
      openFolders: new OpenFolders(),
    }
    checkpoints = checkpointsOf(request, context, over.signal, abort)
    const compared = comparedRoot(request)
    const rootEntry = await storeRoot(request, context, abort, source, compared?.entry)
    over.abort()
    await checkpoints
    if (failure !== undefined) throw failure.error
    return { ...resultOf(rootEntry, tally, compared?.id), ...(stop.reason === undefined ? {} : { incomplete: stop.reason }) }
  } catch (error) {
    const first = failure?.error ?? error
    throw first instanceof FolderFailure ? first.reason : first
  } finally {
    // What was seen ahead may be from before the next upload began.
    request.scout?.forget()
    signal?.removeEventListener('abort', onAbort)
    over.abort()
    await checkpoints
    progress.finish()
  }
}

/** Saves the tree as far as it got, until `over`; undefined when nobody asked for that. What goes wrong with it ends the upload. */
function checkpointsOf(
  { clock, limits }: UploadRequest,
  context: StoreContext,
  over: AbortSignal,
  abort: (error: unknown) => void,
): Promise<void> | undefined {
  const checkpoint = limits?.checkpoint
  if (checkpoint === undefined) return undefined
  const save = async () => {
    const rootEntry = await storeCheckpoint(context, context.openFolders)
    if (rootEntry !== undefined && !over.aborted) await checkpoint.save(rootEntry)
  }
  return everyInterval(clock, checkpoint.intervalMs, over, save).catch(abort)
}

interface Root {
  readonly path: string
  readonly entry: Entry
}

function openRoot(request: UploadRequest): Root {
  const { path, readFrom, entry } = request.root
  if (readFrom === undefined) {
    const source = openLocalSource(path)
    // The hook may have changed the folder: its metadata are those from before.
    return entry === undefined || entry.kind !== source.entry.kind
      ? source
      : { path: source.path, entry: { ...source.entry, ...metadata(entry) } }
  }
  try {
    return openLocalSource(readFrom)
  } catch (cause) {
    throw new CairnError('CAIRN_SOURCE_UNREADABLE', `The hook of ${path} named a directory that cannot be read: ${messageOf(cause)}`, {
      hint: 'Check what the hook prints after KOPIA_SNAPSHOT_PATH=.',
      cause,
    })
  }
}

function metadata({ name, mode, mtimeNs, uid, gid }: Entry) {
  return { name, mode, mtimeNs, uid, gid }
}

/** The earlier root that changes are counted against, and how to call it. */
function comparedRoot(request: UploadRequest): { readonly id: string; readonly entry: DirEntry } | undefined {
  const previous = request.previous[0]
  if (previous?.rootEntry !== undefined) return { id: previous.id, entry: previous.rootEntry }
  const base = request.bases?.[0]
  return base === undefined ? undefined : { id: base.objectId, entry: base }
}

function previousFolders(request: UploadRequest, compared: DirEntry | undefined): PreviousFolders {
  const roots = [...request.previous.map((manifest) => manifest.rootEntry), ...(request.bases ?? [])]
  const others = roots.filter((root): root is DirEntry => root?.type === 'd' && root !== compared)
  if (compared === undefined && others.length === 0) return NOTHING_PREVIOUS
  return { compared: compared?.type === 'd' ? compared : undefined, others }
}

async function storeRoot(
  request: UploadRequest,
  context: StoreContext,
  abort: (error: unknown) => void,
  source: Root,
  compared: DirEntry | undefined,
): Promise<DirEntry> {
  if (isPlaceholderName(basename(source.path))) return withSummary(await storeRootPlaceholder(context, source, compared))
  if (source.entry.kind === 'directory') {
    return await storeRootFolder(request, context, abort, source, previousFolders(request, compared))
  }
  return await storeRootFile(request, context, source, compared)
}

async function storeRootFolder(
  request: UploadRequest,
  context: StoreContext,
  abort: (error: unknown) => void,
  source: Root,
  previous: PreviousFolders,
): Promise<DirEntry> {
  const walk = new TreeWalk(request, context, abort)
  const { path, entry } = source
  return await walk.storeFolder({
    path,
    relativePath: '',
    entry,
    policy: request.policies.root,
    parent: undefined,
    previous,
    mayHoldTrees: true,
  })
}

/** A source that is a file: a root entry with a summary of one file. */
async function storeRootFile(
  request: UploadRequest,
  context: StoreContext,
  source: Root,
  compared: DirEntry | undefined,
): Promise<DirEntry> {
  if (!context.stop.reserve(source.entry.size)) {
    throw new CairnError('CAIRN_SNAPSHOT_PARTIAL', `The file ${source.path} is larger than the upload limit.`, {
      hint: 'Raise --upload-limit-mb.',
    })
  }
  const stored = await storeFile(context, source.path, source.entry.name, source.entry, request.policies.root.policy)
  context.tally.compare(stored.name, stored, compared)
  return withSummary(withKeptTime(context, stored, compared))
}

/** The root entry has a summary even when it is a file. */
function withSummary(stored: DirEntry): DirEntry {
  if (stored.type === 'd') return stored
  return { ...stored, summary: { ...summarize([stored], stored.mtimeNs), dirs: 0, maxTimeNs: stored.mtimeNs } }
}

function resultOf(rootEntry: DirEntry, tally: UploadTally, comparedWith: string | undefined): UploadResult {
  const summary = rootEntry.summary ?? summarize([], rootEntry.mtimeNs)
  const { stats, changes, changedPaths, newBytes, failures, ignoredFailures, leftOut } = tally
  return {
    rootEntry,
    summary,
    stats,
    changes,
    changedPaths: changedPaths.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    comparedWith,
    newBytes,
    isComplete: summary.numFailed === 0,
    failures,
    ignoredFailures,
    leftOut,
    warnings: tally.warnings(),
  }
}
