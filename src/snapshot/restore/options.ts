import type { Progress } from '../../log.ts'
import type { RandomSource } from '../../util/random.ts'

/** Choices of a restore: Kopia's flags with Kopia's defaults (docs/policy.md, "Restore"). */
export interface RestoreOptions {
  /** Replace files that exist; otherwise each one is a failure. */
  readonly overwriteFiles: boolean
  /** Restore into directories that exist and are not empty; otherwise each one is a failure. */
  readonly overwriteDirectories: boolean
  readonly overwriteSymlinks: boolean
  /** Leave files of the same size and about the same time alone, and links that exist. */
  readonly skipExisting: boolean
  /** Remove what is in restored directories but not in the snapshot. */
  readonly deleteExtra: boolean
  readonly skipOwners: boolean
  readonly skipPermissions: boolean
  readonly skipTimes: boolean
  readonly ignorePermissionErrors: boolean
  /** Write every file under a temporary name first, also where nothing can be in the way. */
  readonly writeFilesAtomically: boolean
  /** Leave blocks of zeros out of files. */
  readonly writeSparseFiles: boolean
  /** Bytes are on the disk before a file gets its name. */
  readonly flushFiles: boolean
  /** Entries deeper than this become placeholders; the root has depth 0. Infinity restores everything. */
  readonly shallowAtDepth: number
  /** Files of fewer bytes are restored also where placeholders are made. */
  readonly shallowMinSizeBytes: number
  /** The target is what a placeholder beside it stands for, which goes when it is restored. */
  readonly isExpanding: boolean
  /** Large files that are read and written at the same time; with 1 no thread is started. */
  readonly parallel: number
}

/** What a restore is given beside the plan. */
export interface ExecuteRestoreOptions extends Partial<RestoreOptions> {
  readonly progress?: Progress
  readonly signal?: AbortSignal
  readonly random?: RandomSource
  /** For tests: the rules for names of another system, and paths instead of descriptors. */
  readonly platform?: NodeJS.Platform
  readonly useDescriptors?: boolean
}

export const DEFAULT_RESTORE_OPTIONS: RestoreOptions = {
  overwriteFiles: true,
  overwriteDirectories: true,
  overwriteSymlinks: true,
  skipExisting: false,
  deleteExtra: false,
  skipOwners: false,
  skipPermissions: false,
  skipTimes: false,
  ignorePermissionErrors: true,
  writeFilesAtomically: false,
  writeSparseFiles: false,
  flushFiles: false,
  shallowAtDepth: Number.POSITIVE_INFINITY,
  shallowMinSizeBytes: 0,
  isExpanding: false,
  parallel: 8,
}
