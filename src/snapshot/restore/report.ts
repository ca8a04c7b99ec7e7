/** What a restore did, and what it could not do. */
import { CairnError, type ErrorCode, isCairnError, messageOf } from '../../errors.ts'
import { errnoOf } from '../../fs/errors.ts'
import { isObjectError } from '../tree.ts'
import type { AttributeLosses } from './attributes.ts'

/** Failures beyond this number are only counted. */
const NAMED_FAILURES = 10_000

/** One entry that was not restored, with everything below it. */
export interface RestoreFailure {
  /** Relative to the restored root; empty for the root itself. */
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
}

export interface RestoreReport {
  readonly files: number
  readonly directories: number
  readonly symlinks: number
  /** Bytes of restored files. */
  readonly bytes: number
  /** Files and links that existed and were left alone, with `skipExisting`. */
  readonly skipped: number
  /** Bytes of the skipped files. */
  readonly skippedBytes: number
  /** What was not in the snapshot and was removed, with `deleteExtra`; a directory with all in it counts as one. */
  readonly deletedFiles: number
  readonly deletedDirectories: number
  readonly deletedSymlinks: number
  readonly failureCount: number
  /** The first failures, in the order in which they happened. */
  readonly failures: readonly RestoreFailure[]
  readonly losses: Readonly<AttributeLosses>
}

/** Counts while a restore runs. */
export class RestoreTally {
  files = 0
  directories = 0
  symlinks = 0
  bytes = 0
  skipped = 0
  skippedBytes = 0
  deletedFiles = 0
  deletedDirectories = 0
  deletedSymlinks = 0
  failureCount = 0
  readonly failures: RestoreFailure[] = []

  fail(path: string, error: unknown): void {
    const code: ErrorCode = isCairnError(error) ? error.code : 'CAIRN_RESTORE_WRITE_FAILED'
    this.refuse(path, code, messageOf(error))
  }

  refuse(path: string, code: ErrorCode, message: string): void {
    this.failureCount++
    if (this.failures.length < NAMED_FAILURES) this.failures.push({ path, code, message })
  }

  report(losses: AttributeLosses): RestoreReport {
    const { files, directories, symlinks, bytes, skipped, skippedBytes, failureCount, failures } = this
    const { deletedFiles, deletedDirectories, deletedSymlinks } = this
    const deleted = { deletedFiles, deletedDirectories, deletedSymlinks }
    return { files, directories, symlinks, bytes, skipped, skippedBytes, ...deleted, failureCount, failures, losses }
  }
}

/** Errors of the file system that every following file would meet as well. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])

/** Whether an entry cannot be read, while others may: it is damaged, or the storage fails at one blob. */
export function isEntryError(error: unknown): error is CairnError {
  return isObjectError(error) || isCairnError(error, 'CAIRN_STORAGE_IO')
}

/** Whether the restore has to end with `error` instead of going on with the next entry. */
export function endsRestore(error: unknown): error is CairnError | Error {
  if (isCairnError(error)) return error.kind !== 'damage' && error.kind !== 'failed' && !isEntryError(error)
  return !(error instanceof Error && 'code' in error && typeof error.code === 'string') || HOPELESS.has(error.code)
}

/** The error that a restore into `target` ends with: errors of the system are named CAIRN_RESTORE_WRITE_FAILED. */
export function asRestoreError(target: string, error: unknown): unknown {
  if (errnoOf(error) === undefined || isCairnError(error)) return error
  return new CairnError('CAIRN_RESTORE_WRITE_FAILED', `Restoring into "${target}" stopped: ${messageOf(error)}.`, {
    hint: 'Free space or mend the disk, then restore again.',
    cause: error,
  })
}
