/** What an upload is asked to do and what it answers. */
import type { Entry } from '../../fs/entry.ts'
import type { Logger, Progress } from '../../log.ts'
import type { PolicyTree } from '../../policy/tree.ts'
import type { Repository } from '../../repo/api.ts'
import type { Clock } from '../../util/clock.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { IncompleteReason, SnapshotManifest } from '../manifest.ts'
import type { SnapshotStats } from '../stats.ts'
import type { DirSummary, EntryFailure } from '../summary.ts'
import type { LogDetails } from './entry-log.ts'
import type { FolderScout } from './scout/scout.ts'

export interface UploadRequest {
  readonly repository: Repository
  readonly root: UploadRoot
  readonly policies: PolicyTree
  /** Earlier snapshots of the source: the first is the one that changes are counted against, all serve for reuse. */
  readonly previous: readonly SnapshotManifest[]
  /** Further trees to reuse entries from, such as the base branch's newest snapshot; the first stands in when `previous` is empty. */
  readonly bases?: readonly DirEntry[]
  readonly onFolder?: OnFolder
  /** Directories and files that are ours (repository, cache, journal): left out wherever they are met. */
  readonly leaveOut?: readonly FileIdentity[]
  /** Keep `.git`; it is left out at every level otherwise. */
  readonly includeGit: boolean
  /** Store the earlier mtime of what has the same bytes and mode. */
  readonly keepTimes?: 'unchanged' | undefined
  /** Folders with policies of their own, and hooks, that may be under way at the same time. */
  readonly parallel: number
  /** Files that may be read at the same time; undefined leaves it to the workers. */
  readonly fileReads?: number | undefined
  /** Whether an entry is read even though it could be reused, by its path relative to the root. */
  readonly isHashForced?: (relativePath: string) => boolean
  /** What is told of single folders and files, instead of what policies say. */
  readonly logDetails?: LogDetails | undefined
  /** How the upload may end before its end; absent means that only errors end it. */
  readonly limits?: UploadLimits | undefined
  /** Looks at folders in a thread of its own; without one the calling thread does. The caller closes it. */
  readonly scout?: FolderScout | undefined
  readonly progress: Progress
  readonly log: Logger
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
}

/** How an upload may end early with a result, and what is kept meanwhile. */
export interface UploadLimits {
  /** When the signal is aborted, what is stored by then is the result; otherwise the upload fails with CAIRN_CANCELLED. */
  readonly keepsCancelled?: boolean
  /** The first entry that fails although the policy does not ignore it ends the upload as a cancel does. */
  readonly isFailFast?: boolean
  /** Most bytes of files to read; 0 means any amount. */
  readonly maxReadBytes?: number
  readonly checkpoint?: CheckpointRequest | undefined
}

/** Stores the tree as far as it got, from time to time. */
export interface CheckpointRequest {
  readonly intervalMs: number
  /** Saves an incomplete snapshot with this root; what it throws ends the upload. */
  save(rootEntry: DirEntry): Promise<void>
}

export interface UploadRoot {
  /** Absolute path of the source; a link is followed. */
  readonly path: string
  /** The directory that is read in its place: the redirect of a before-root hook. */
  readonly readFrom?: string | undefined
  /** Facts taken before the root hook ran (`openLocalSource`); used when there is no redirect. */
  readonly entry?: Entry | undefined
}

export interface FileIdentity {
  readonly device: bigint
  readonly inode: bigint
}

/**
 * Called for each folder with folder hooks, before it is read. A rejection fails the folder, and the upload when it is the root.
 * What it returns has its `after` called exactly once, whatever happens in between.
 */
export type OnFolder = (folder: FolderFacts) => Promise<FolderSession | undefined>

export interface FolderFacts {
  /** Relative to the root with `/`; empty for the root. */
  readonly relativePath: string
  /** Where the folder really is, before any redirect of its own. */
  readonly realPath: string
  readonly isRoot: boolean
}

export interface FolderSession {
  /** The directory to read in place of the folder; the folder keeps its name. */
  readonly redirect?: string | undefined
  after(outcome: FolderOutcome): Promise<void>
}

export interface FolderOutcome {
  readonly status: 'uploaded' | 'failed' | 'cancelled'
  readonly error?: unknown
  /** Present when uploaded. */
  readonly entry?: DirEntry
}

/** Entries by what happened to them since the snapshot they are compared with; mtimes and owners do not count. */
export interface ChangeCounts {
  readonly added: number
  /** Bytes, permission bits or type differ. */
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  /** Directories that were added, removed, or have another mode. */
  readonly directories: number
}

export interface ChangedPath {
  readonly kind: 'new' | 'changed' | 'removed'
  /** Relative to the root; a removed directory is named once, with a slash at its end. */
  readonly path: string
}

export interface UploadResult {
  /** The entry for the manifest, with its summary. */
  readonly rootEntry: DirEntry
  readonly summary: DirSummary
  /** Why the upload ended early; absent when it did not. */
  readonly incomplete?: IncompleteReason
  readonly stats: SnapshotStats
  readonly changes: ChangeCounts
  /** Some of the paths behind `changes`, at most 1,000, in order. */
  readonly changedPaths: readonly ChangedPath[]
  /** ID of the snapshot, or root object of the base, that `changes` is about. */
  readonly comparedWith: string | undefined
  /** Plain bytes of files and links that the repository did not have; directories are not counted. */
  readonly newBytes: number
  /** False when an entry is missing although the policy does not ignore its error. */
  readonly isComplete: boolean
  /** Fatal failures first, both in the order in which they happened; at most 1,000 of each. */
  readonly failures: readonly EntryFailure[]
  readonly ignoredFailures: readonly EntryFailure[]
  readonly leftOut: LeftOutCounts
  /** One line each, for people. */
  readonly warnings: readonly string[]
}

/** Entries that are not in the snapshot, by reason; those of ignore rules are in the statistics. */
export interface LeftOutCounts {
  /** Pipes, sockets, devices. */
  readonly special: number
  /** Gone between being listed and being read. */
  readonly vanished: number
  /** Larger than the policy allows, or on another file system. */
  readonly byPolicy: number
  readonly git: number
  /** Paths of our own repository, cache and journal. */
  readonly own: readonly string[]
}
