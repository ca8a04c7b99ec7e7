/** Choices of a restore: Kopia's flags with Kopia's defaults (docs/policy.md, "Restore"). */
export interface RestoreOptions {
  /** Replace files that exist; otherwise each one is a failure. */
  readonly overwriteFiles: boolean
  /** Restore into directories that exist and are not empty; otherwise each one is a failure. */
  readonly overwriteDirectories: boolean
  readonly overwriteSymlinks: boolean
  /** Leave files of the same size and about the same time alone, and links that exist. */
  readonly skipExisting: boolean
  readonly skipOwners: boolean
  readonly skipPermissions: boolean
  readonly skipTimes: boolean
  readonly ignorePermissionErrors: boolean
  /** Files that are read and written at the same time. */
  readonly parallel: number
}

export const DEFAULT_RESTORE_OPTIONS: RestoreOptions = {
  overwriteFiles: true,
  overwriteDirectories: true,
  overwriteSymlinks: true,
  skipExisting: false,
  skipOwners: false,
  skipPermissions: false,
  skipTimes: false,
  ignorePermissionErrors: true,
  parallel: 8,
}
