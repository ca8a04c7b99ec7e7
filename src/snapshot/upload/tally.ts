/** Running totals of an upload; everything that is counted is counted here. */
import type { FilteredEntries } from '../../fs/selection.ts'
import type { Logger, Progress } from '../../log.ts'
import type { Repository } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { EMPTY_STATS, type SnapshotStats } from '../stats.ts'
import type { EntryFailure } from '../summary.ts'
import type { ChangedPath, LeftOutCounts } from './request.ts'
import { isSame } from './same.ts'

const NAMED_FAILURES = 1000
/** Changed paths that are kept for the report. */
const NAMED_CHANGES = 1000
/** Entries that are reused between two reports of progress: hundreds of thousands may be within a second. */
const REUSED_PER_REPORT = 64
/** Paths that one kind of warning names. */
const NAMED_PATHS = 5

type MutableStats = { -readonly [K in keyof SnapshotStats]: SnapshotStats[K] }
type MutableLeftOut = { -readonly [K in Exclude<keyof LeftOutCounts, 'own'>]: number } & { own: string[] }

/** Things that are stored, but not quite as they are. */
export type OddityKind = 'name' | 'size'

export class UploadTally {
  readonly stats: MutableStats = { ...EMPTY_STATS }
  readonly changes = { added: 0, changed: 0, removed: 0, unchanged: 0, directories: 0 }
  readonly leftOut: MutableLeftOut = { special: 0, vanished: 0, byPolicy: 0, git: 0, own: [] }
  readonly changedPaths: ChangedPath[] = []
  readonly failures: EntryFailure[] = []
  readonly ignoredFailures: EntryFailure[] = []
  newBytes = 0
  readonly #oddities: Record<OddityKind, { count: number; readonly paths: string[] }> = {
    name: { count: 0, paths: [] },
    size: { count: 0, paths: [] },
  }
  readonly #warnings: string[] = []
  readonly #progress: Progress
  readonly #repository: Repository
  readonly #log: Logger
  readonly #onFatal: () => void
  #files = 0
  #bytes = 0
  #hashedFiles = 0
  #hashedBytes = 0

  /** `onFatal` hears of every failure that the policy does not ignore. */
  constructor(progress: Progress, repository: Repository, log: Logger, onFatal: () => void = () => {}) {
    this.#progress = progress
    this.#repository = repository
    this.#log = log
    this.#onFatal = onFatal
  }

  /** A file or link that was stored, next to what the earlier snapshot has under its name. */
  compare(path: string, stored: DirEntry, compared: DirEntry | undefined): void {
    if (compared === undefined) {
      this.changes.added++
      this.#name('new', path)
    } else if (isSame(stored, compared)) this.changes.unchanged++
    else {
      this.changes.changed++
      this.#name('changed', path)
      if (compared.type === 'd') this.removed(path, compared)
    }
  }

  /** An entry of the earlier snapshot that is not there any more, with everything below it. */
  removed(path: string, gone: DirEntry): void {
    const { changes } = this
    if (gone.type === 'd') {
      changes.removed += (gone.summary?.files ?? 0) + (gone.summary?.symlinks ?? 0)
      changes.directories += gone.summary?.dirs ?? 1
    } else changes.removed++
    this.#name('removed', gone.type === 'd' ? `${path}/` : path)
  }

  /** What a placeholder describes: nothing of it is read. */
  described(path: string, stored: DirEntry, compared: DirEntry | undefined): void {
    const { changes, stats } = this
    if (stored.type !== 'd') {
      stats.nonCachedFiles++
      this.compare(path, stored, compared)
      return
    }
    stats.dirCount++
    const { files = 0, symlinks = 0, dirs = 1 } = stored.summary ?? {}
    if (compared !== undefined && isSame(stored, compared)) changes.unchanged += files + symlinks
    else {
      if (compared !== undefined) this.removed(path, compared)
      changes.added += files + symlinks
      changes.directories += dirs
      this.#name('new', `${path}/`)
    }
  }

  #name(kind: ChangedPath['kind'], path: string): void {
    if (this.changedPaths.length < NAMED_CHANGES) this.changedPaths.push({ kind, path })
  }

  /** A file or link whose earlier object is used again. */
  reused(size: number): void {
    this.stats.cachedFiles++
    this.stats.totalSize += size
    this.#files++
    this.#bytes += size
    if (this.stats.cachedFiles % REUSED_PER_REPORT === 0) this.#report()
  }

  /** Files and links of one folder that are all as they were. */
  reusedAll(count: number, bytes: number): void {
    this.changes.unchanged += count
    this.stats.cachedFiles += count
    this.stats.totalSize += bytes
    this.#files += count
    this.#bytes += bytes
    this.#report()
  }

  /** A regular file that was read, in `sections` parts. */
  hashed(size: number, sections: number): void {
    this.stats.nonCachedFiles++
    this.stats.fileCount += sections
    this.stats.totalSize += size
    this.#files++
    this.#bytes += size
    this.#hashedFiles++
    this.#hashedBytes += size
    this.#report()
  }

  /** Small files of one folder that were read. */
  hashedAll(count: number, bytes: number): void {
    this.stats.nonCachedFiles += count
    this.stats.fileCount += count
    this.stats.totalSize += bytes
    this.#files += count
    this.#bytes += bytes
    this.#hashedFiles += count
    this.#hashedBytes += bytes
    this.#report()
  }

  /** What the rules of one directory left out of `listed` of its entries. */
  filtered(listed: number, selection: FilteredEntries): void {
    this.stats.excludedDirCount += selection.excludedDirs
    this.stats.excludedFileCount += selection.excludedFiles
    this.stats.excludedTotalSize += selection.excludedBytes
    this.leftOut.byPolicy += listed - selection.entries.length - selection.excludedFiles - selection.excludedDirs
  }

  failed(failure: EntryFailure, isIgnored: boolean): void {
    const list = isIgnored ? this.ignoredFailures : this.failures
    if (isIgnored) this.stats.ignoredErrorCount++
    else this.stats.errorCount++
    if (list.length < NAMED_FAILURES) list.push(failure)
    if (isIgnored) this.#log.warning(`${failure.path}: ${failure.error} (ignored by policy)`)
    else this.#log.error(`${failure.path}: ${failure.error}`)
    this.#report()
    if (!isIgnored) this.#onFatal()
  }

  odd(kind: OddityKind, path: string): void {
    const oddity = this.#oddities[kind]
    oddity.count++
    if (oddity.paths.length < NAMED_PATHS) oddity.paths.push(path)
  }

  warn(message: string): void {
    this.#log.warning(message)
    this.#warnings.push(message)
  }

  /** Lines about everything odd, for the report. */
  warnings(): string[] {
    const { name, size } = this.#oddities
    const lines = [...this.#warnings]
    if (name.count > 0) lines.push(`${name.count} names are not valid UTF-8 and are stored with U+FFFD: ${listed(name)}`)
    if (size.count > 0) lines.push(`${size.count} files changed their size while they were read: ${listed(size)}`)
    return lines
  }

  #report(): void {
    this.#progress.update({
      files: this.#files,
      bytes: this.#bytes,
      hashedFiles: this.#hashedFiles,
      hashedBytes: this.#hashedBytes,
      uploadedBytes: this.#repository.counters().uploadedBytes,
      errors: this.stats.errorCount + this.stats.ignoredErrorCount,
    })
  }
}

function listed({ count, paths }: { count: number; paths: readonly string[] }): string {
  const names = paths.map((path) => JSON.stringify(path)).join(', ')
  return count > paths.length ? `${names} and ${count - paths.length} more` : names
}
