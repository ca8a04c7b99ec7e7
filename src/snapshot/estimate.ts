/** Looks at a folder without storing anything: what a snapshot of it would hold and what its rules leave out. */
import { throwIfCancelled } from '../errors.ts'
import type { Entry } from '../fs/entry.ts'
import { isVanished } from '../fs/errors.ts'
import { type LocalPath, listDirectory, openLocalSource, pathOfEntry } from '../fs/local.ts'
import { withPlaceholders } from '../fs/placeholder.ts'
import { type ParentSelection, selectEntries } from '../fs/selection.ts'
import type { PolicyNode } from '../policy/tree.ts'
import { isEntryError } from './upload/folder.ts'

/** Files from a size on, up to that of the next larger bucket. */
export interface SizeBucket {
  readonly minBytes: number
  readonly files: number
  readonly bytes: number
  /** Some of them. */
  readonly examples: readonly { readonly path: string; readonly bytes: number }[]
}

/** Files by size, the largest bucket first. */
export type SizeBuckets = readonly SizeBucket[]

export interface Estimate {
  readonly files: number
  readonly bytes: number
  readonly directories: number
  readonly included: SizeBuckets
  /** Left out by ignore rules; what is too large or on another file system is not counted, as in Kopia. */
  readonly excludedFiles: number
  readonly excludedBytes: number
  readonly excluded: SizeBuckets
  readonly excludedDirectories: number
  readonly excludedDirectoryExamples: readonly string[]
  /** Entries that could not be looked at. */
  readonly errors: number
}

export interface EstimateOptions {
  /** Examples to keep of each bucket, and of the directories. */
  readonly maxExamples: number
  /** Hears of each directory before it is read; the root is `.`. */
  onDirectory?(relativePath: string): void
  onError?(relativePath: string, message: string): void
  /** Entries that are passed over without a word and without being counted. */
  isPassedOver?(entry: Entry): boolean
  readonly signal?: AbortSignal | undefined
}

/** Directories between two turns of the event loop. */
const DIRECTORIES_PER_TURN = 32

/** Looks at everything below `path`. Errors: those of the root, also CAIRN_IGNORE_RULE_INVALID for its rules; CAIRN_CANCELLED. */
export async function estimateTree(path: string, policy: PolicyNode, options: EstimateOptions): Promise<Estimate> {
  const root = openLocalSource(path)
  const counts = { files: 0, bytes: 0, directories: 0, excludedFiles: 0, excludedBytes: 0, excludedDirectories: 0, errors: 0 }
  const included = new BucketCounter(options.maxExamples)
  const excluded = new BucketCounter(options.maxExamples)
  const excludedDirectoryExamples: string[] = []
  const leaveOutDirectory = (relativePath: string) => {
    counts.excludedDirectories++
    if (excludedDirectoryExamples.length < options.maxExamples) excludedDirectoryExamples.push(relativePath)
  }
  const fail = (relativePath: string, error: { readonly message: string }) => {
    counts.errors++
    options.onError?.(relativePath, error.message)
  }
  const leaveOut = ({ kind, size }: Entry, relativePath: string) => {
    if (kind === 'directory') return leaveOutDirectory(relativePath)
    counts.excludedFiles++
    counts.excludedBytes += size
    excluded.add(relativePath, size)
  }
  // Not by recursion: trees may be deeper than the stack.
  const waiting: Waiting[] = [{ path: root.path, relativePath: '', entry: root.entry, policy, parent: undefined }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    throwIfCancelled(options.signal)
    const { relativePath } = next
    counts.directories++
    if (counts.directories % DIRECTORIES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    options.onDirectory?.(relativePath === '' ? '.' : relativePath)
    const pathOf = (name: string) => (relativePath === '' ? name : `${relativePath}/${name}`)
    const below: Waiting[] = []
    try {
      const listing = listDirectory(next.path)
      for (const { name, error } of listing.failures) fail(pathOf(name), error)
      const seen = withPlaceholders(listing.entries).filter((entry) => options.isPassedOver?.(entry) !== true)
      const { context, entries, isCache } = selectEntries(next.path, seen, next.entry.device, next.policy, next.parent)
      if (isCache) leaveOutDirectory(relativePath === '' ? '.' : relativePath)
      else for (const entry of seen) if (context.isIgnored(entry.name, entry.kind === 'directory')) leaveOut(entry, pathOf(entry.name))
      for (const entry of entries) {
        if (entry.kind === 'directory') {
          // As for Kopia nothing is known of what the placeholder of a folder stands for.
          if (entry.placeholder !== undefined) continue
          const { name } = entry
          const child = { path: pathOfEntry(next.path, entry), relativePath: pathOf(name), entry, policy: next.policy.child(name) }
          below.push({ ...child, parent: { context, name } })
        } else if (entry.kind === 'file') {
          counts.files++
          counts.bytes += entry.size
          included.add(pathOf(entry.name), entry.size)
        }
      }
    } catch (error) {
      if (relativePath === '' || !isEntryError(error)) throw error
      if (!isVanished(error)) fail(relativePath, error)
    }
    waiting.push(...below.reverse())
  }
  return { ...counts, included: included.buckets, excluded: excluded.buckets, excludedDirectoryExamples }
}

/** A directory that is still to be looked at. */
interface Waiting {
  readonly path: LocalPath
  readonly relativePath: string
  readonly entry: Entry
  readonly policy: PolicyNode
  readonly parent: ParentSelection | undefined
}

const MIN_SIZES = [1e15, 1e14, 1e13, 1e12, 1e11, 1e10, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 0]

class BucketCounter {
  readonly buckets = MIN_SIZES.map((minBytes) => ({
    minBytes,
    files: 0,
    bytes: 0,
    examples: [] as { readonly path: string; readonly bytes: number }[],
  }))
  readonly #maxExamples: number

  constructor(maxExamples: number) {
    this.#maxExamples = maxExamples
  }

  add(path: string, bytes: number): void {
    const bucket = this.buckets.find(({ minBytes }) => bytes >= minBytes)
    if (bucket === undefined) return
    bucket.files++
    bucket.bytes += bytes
    if (bucket.examples.length < this.#maxExamples) bucket.examples.push({ path, bytes })
  }
}
