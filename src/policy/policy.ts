/**
 * Kopia's policy document: the fields, one to one (docs/repository-format.md, "Policies").
 *
 * Every leaf is optional. Absent means "not set here", which is not the same as 0, false or the empty string: an explicit 0 in
 * `retention` wins over an inherited value. The `actions` section is kept as hooks (hook.ts) beside this document.
 */

export interface RetentionPolicy {
  keepLatest?: number
  keepHourly?: number
  keepDaily?: number
  keepWeekly?: number
  keepMonthly?: number
  keepAnnual?: number
  ignoreIdenticalSnapshots?: boolean
}

export interface FilesPolicy {
  ignore?: readonly string[]
  noParentIgnore?: boolean
  ignoreDotFiles?: readonly string[]
  noParentDotFiles?: boolean
  ignoreCacheDirs?: boolean
  /** Bytes. */
  maxFileSize?: number
  oneFileSystem?: boolean
}

export interface ErrorHandlingPolicy {
  ignoreFileErrors?: boolean
  ignoreDirectoryErrors?: boolean
  ignoreUnknownTypes?: boolean
}

export interface SchedulingPolicy {
  intervalSeconds?: number
  timeOfDay?: readonly { readonly hour: number; readonly min: number }[]
  noParentTimeOfDay?: boolean
  manual?: boolean
  cron?: readonly string[]
  runMissed?: boolean
}

export interface CompressionPolicy {
  compressorName?: string
  onlyCompress?: readonly string[]
  noParentOnlyCompress?: boolean
  neverCompress?: readonly string[]
  noParentNeverCompress?: boolean
  minSize?: number
  maxSize?: number
}

export interface LoggingPolicy {
  directories?: { snapshotted?: number; ignored?: number }
  entries?: { snapshotted?: number; ignored?: number; cacheHit?: number; cacheMiss?: number }
}

export interface UploadPolicy {
  maxParallelSnapshots?: number
  maxParallelFileReads?: number
  /** Bytes; absent, zero or negative means never. */
  parallelUploadAboveSize?: number
}

/** Kopia's JSON form of one hook ("action"); `timeout` in whole seconds. */
export interface NativeAction {
  path?: string
  args?: readonly string[]
  script?: string
  timeout?: number
  mode?: string
}

export interface NativeActions {
  beforeFolder?: NativeAction
  afterFolder?: NativeAction
  beforeSnapshotRoot?: NativeAction
  afterSnapshotRoot?: NativeAction
}

/** One policy document as stored in a repository. */
export interface Policy {
  retention?: RetentionPolicy
  files?: FilesPolicy
  errorHandling?: ErrorHandlingPolicy
  scheduling?: SchedulingPolicy
  compression?: CompressionPolicy
  metadataCompression?: { compressorName?: string }
  splitter?: { algorithm?: string }
  actions?: NativeActions
  osSnapshots?: { volumeShadowCopy?: { enable?: number } }
  logging?: LoggingPolicy
  upload?: UploadPolicy
  noParent?: boolean
}
