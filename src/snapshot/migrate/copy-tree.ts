/**
 * Copies trees from one repository to another: the same entries, stored with the hashes, packs and policies of the other
 * (docs/repository-format.md, "Snapshots from another repository").
 */
import { CairnError, throwIfCancelled } from '../../errors.ts'
import { compressorForFile, compressorForMetadata } from '../../policy/compressor-choice.ts'
import type { Policy } from '../../policy/policy.ts'
import type { PolicyNode } from '../../policy/tree.ts'
import type { ObjectManager, WrittenObject } from '../../repo/api.ts'
import { SpareHands } from '../../util/spare-hands.ts'
import type { DirEntry } from '../dir-entry.ts'
import { summaryAfterChange, topFailures } from '../fix/carry-over.ts'
import type { DirSummary, EntryFailure } from '../summary.ts'
import { listDirectory, MAX_TREE_DEPTH } from '../tree.ts'
import { storeDirectory } from '../upload/store-directory.ts'
import { writeOptions } from '../upload/store-entry.ts'
import { isFinding } from '../verify/verify.ts'
import type { SnapshotFilter } from './filter.ts'
import { readingSource, readSourceDirectory, SourceError, sourceChunks } from './source.ts'

/** A tree that was copied before, and its copy. */
export interface CopiedPair {
  readonly source: DirEntry
  readonly copy: DirEntry
  /** Copied with the same policies and filter: a directory that has not changed since need not be looked at again. */
  readonly isAlike: boolean
}

export interface CopyOptions {
  readonly from: ObjectManager
  readonly to: ObjectManager
  readonly policy: PolicyNode
  /** Leaves out what the policies ignore; without it everything is copied. */
  readonly filter?: SnapshotFilter | undefined
  readonly previous?: CopiedPair | undefined
  /** Files that are copied at a time. */
  readonly parallel: number
  readonly onProgress: (counts: CopyCounts) => void
  readonly signal: AbortSignal
}

export interface CopyCounts {
  readonly copiedFiles: number
  readonly copiedBytes: number
  /** Files and links that were taken over from an earlier copy, in whole directories as their summaries count them. */
  readonly reusedFiles: number
}

export interface CopiedTree {
  readonly root: DirEntry
  readonly counts: CopyCounts
  /** What could not be read; the rest is in the copy. */
  readonly failures: readonly EntryFailure[]
}

/** Objects up to this length are written from memory. */
const WHOLE_BYTES = 4 * 1024 * 1024

/** Copies the tree below `root`. Rejects when the root itself cannot be read, when writing fails, or with CAIRN_CANCELLED. */
export async function copyTree(root: DirEntry, options: CopyOptions): Promise<CopiedTree> {
  const copy = new TreeCopy(options)
  const { policy, filter, previous } = options
  try {
    const copied =
      root.type === 'd'
        ? await copy.directory({ entry: root, path: '', policy, filter, previous, depth: 0 })
        : await copy.rootFile(root, policy.policy, previous)
    return { root: copied, counts: copy.counts(), failures: copy.failures }
  } catch (error) {
    throw error instanceof SourceError ? error.reason : error
  }
}

interface DirectoryTask {
  readonly entry: DirEntry
  /** Relative to the root; empty for the root itself. */
  readonly path: string
  readonly policy: PolicyNode
  readonly filter: SnapshotFilter | undefined
  readonly previous: CopiedPair | undefined
  readonly depth: number
}

class TreeCopy {
  readonly failures: EntryFailure[] = []
  readonly #options: CopyOptions
  readonly #hands: SpareHands
  #copiedFiles = 0
  #copiedBytes = 0
  #reusedFiles = 0

  constructor(options: CopyOptions) {
    this.#options = options
    this.#hands = new SpareHands(options.parallel)
  }

  counts(): CopyCounts {
    return { copiedFiles: this.#copiedFiles, copiedBytes: this.#copiedBytes, reusedFiles: this.#reusedFiles }
  }

  async rootFile(entry: DirEntry, policy: Policy, previous: CopiedPair | undefined): Promise<DirEntry> {
    return await this.#file(entry, policy, previous?.source, previous?.copy)
  }

  async directory(task: DirectoryTask): Promise<DirEntry> {
    const { from, to, signal } = this.#options
    const { entry, path, policy, previous, depth } = task
    throwIfCancelled(signal)
    if (depth >= MAX_TREE_DEPTH) throw new CairnError('CAIRN_TREE_TOO_DEEP', `It is nested more than ${MAX_TREE_DEPTH} levels deep.`)
    if (previous?.isAlike === true && previous.source.objectId === entry.objectId && previous.copy.summary !== undefined) {
      const { objectId, summary, size } = previous.copy
      this.#reusedFiles += summary.files + summary.symlinks
      return { ...entry, objectId, summary, size }
    }
    const fatal: EntryFailure[] = []
    const ignored: EntryFailure[] = []
    const fail = (name: string, error: CairnError, isIgnored: boolean) => {
      const failure = { path: join(path, name), error: error.message }
      if (isIgnored) ignored.push(failure)
      else fatal.push(failure)
      this.failures.push(failure)
    }
    const { entries: all, malformed } = await readSourceDirectory(from, entry, signal)
    for (const { name, error } of malformed) fail(name, error, policy.policy.errorHandling?.ignoreFileErrors ?? false)
    const { filter } = task
    const chosen =
      filter === undefined ? { entries: all, here: undefined } : await readingSource(() => filter.choose(from, all, policy, signal))
    const earlier = await this.#earlier(previous)
    const copied = await this.#hands.each(chosen.entries, async (child) => {
      const before = earlier(child.name)
      const node = child.type === 'd' ? policy.child(child.name) : policy
      try {
        if (child.type !== 'd') return await this.#child(child, policy.policy, before)
        const below = chosen.here?.child(child.name)
        const pair = before?.source.type === 'd' && before.copy.type === 'd' ? before : undefined
        return await this.directory({
          entry: child,
          path: join(path, child.name),
          policy: node,
          filter: below,
          previous: pair,
          depth: depth + 1,
        })
      } catch (error) {
        if (!(error instanceof SourceError)) throw error
        const handling = node.policy.errorHandling
        fail(child.name, error.reason, (child.type === 'd' ? handling?.ignoreDirectoryErrors : handling?.ignoreFileErrors) ?? false)
        return undefined
      }
    })
    const stored = copied.filter((child) => child !== undefined)
    const summary = withFailures(summaryAfterChange(entry, all, stored), fatal, ignored)
    const written = await storeDirectory(to, stored, summary, compressorForMetadata(policy.policy), signal)
    return { ...entry, size: summary.size, summary, objectId: written.id }
  }

  /** A file or link; undefined for something that is neither, which is left out as at the time of a snapshot. */
  async #child(entry: DirEntry, policy: Policy, before: CopiedPair | undefined): Promise<DirEntry | undefined> {
    if (entry.type === 'unknown') {
      if (policy.errorHandling?.ignoreUnknownTypes ?? true) return undefined
      throw new SourceError(new CairnError('CAIRN_RESTORE_UNKNOWN_TYPE', 'unknown or unsupported entry type'))
    }
    return await this.#file(entry, policy, before?.source, before?.copy)
  }

  async #file(entry: DirEntry, policy: Policy, before: DirEntry | undefined, copy: DirEntry | undefined): Promise<DirEntry> {
    if (before?.objectId === entry.objectId && copy !== undefined && before.size === entry.size && copy.type === entry.type) {
      this.#reusedFiles++
      return { ...entry, objectId: copy.objectId, size: copy.size }
    }
    const written = await this.#copyObject(entry, policy)
    if (entry.type === 'f') this.#copiedFiles++
    this.#copiedBytes += written.length
    this.#options.onProgress(this.counts())
    return { ...entry, objectId: written.id, size: written.length }
  }

  async #copyObject(entry: DirEntry, policy: Policy): Promise<WrittenObject> {
    const { from, to, signal } = this.#options
    const compressor = entry.type === 'f' ? compressorForFile(policy.compression, entry.name, entry.size) : undefined
    const options = writeOptions(policy, compressor, signal)
    if (entry.objectId === '') throw new SourceError(new CairnError('CAIRN_OBJECT_DAMAGED', 'the entry has no object ID'))
    const reader = await readingSource(() => from.open(entry.objectId))
    if (reader.length > WHOLE_BYTES) return await to.writeStream(sourceChunks(reader.chunks(signal)), options)
    return await to.writeBytes(await readingSource(() => reader.readAll(WHOLE_BYTES)), options)
  }

  /** Earlier copies of the entries of a directory, by name. */
  async #earlier(pair: CopiedPair | undefined): Promise<(name: string) => CopiedPair | undefined> {
    if (pair === undefined) return () => undefined
    const { from, to, signal } = this.#options
    const sources = await byName(from, pair.source, signal)
    const copies = await byName(to, pair.copy, signal)
    return (name) => {
      const [source, copy] = [sources.get(name), copies.get(name)]
      return source === undefined || copy === undefined ? undefined : { source, copy, isAlike: pair.isAlike }
    }
  }
}

/** An earlier directory that cannot be read only helps nobody. */
async function byName(objects: ObjectManager, directory: DirEntry, signal: AbortSignal): Promise<ReadonlyMap<string, DirEntry>> {
  try {
    const entries = new Map<string, DirEntry>()
    const doubled = new Set<string>()
    for (const entry of await listDirectory(objects, directory.objectId, signal)) {
      if (entries.has(entry.name)) doubled.add(entry.name)
      entries.set(entry.name, entry)
    }
    for (const name of doubled) entries.delete(name)
    return entries
  } catch (error) {
    if (!isFinding(error)) throw error
    return new Map()
  }
}

function withFailures(summary: DirSummary, fatal: readonly EntryFailure[], ignored: readonly EntryFailure[]): DirSummary {
  if (fatal.length + ignored.length === 0) return summary
  return {
    ...summary,
    numFailed: summary.numFailed + fatal.length,
    numIgnoredErrors: summary.numIgnoredErrors + ignored.length,
    errors: topFailures([...summary.errors, ...fatal, ...ignored]),
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}
