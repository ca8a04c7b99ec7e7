/** System error codes -> typed errors of the filesystem storage. */
import { CairnError, type ErrorCode, isCairnError, messageOf } from '../../errors.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS'])
/** May work a moment later: too many open files, a network mount that blinks, a scanner holding the file. */
const TRANSIENT = new Set([
  'EAGAIN',
  'EBUSY',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EINTR',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENFILE',
  'ENOTCONN',
  'ESTALE',
  'ETIMEDOUT',
])

const HINTS: Partial<Record<ErrorCode, string>> = {
  CAIRN_STORAGE_FULL: 'Make room (or raise the quota or file size limit) and run again. What was saved before is intact.',
  CAIRN_STORAGE_FORBIDDEN: 'Check owner, permissions and mount options of the repository directory.',
  CAIRN_STORAGE_UNAVAILABLE: 'Check that the volume is mounted and reachable, and the limit of open files (ulimit -n), then run again.',
  CAIRN_STORAGE_IO: 'The disk or the mount reports a fault: look at the system log and check the disk.',
}

/** The system's code of an error, such as `ENOENT`; undefined for anything else. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || isCairnError(error)) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Whether the error says that something does not exist. */
export function isAbsent(error: unknown): boolean {
  const code = systemCodeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** Typed error for a failed file operation; typed errors pass unchanged. `action` reads like `write blob p12`. */
export function filesystemError(error: unknown, action: string, place: string): CairnError {
  if (isCairnError(error)) return error
  const code = storageCodeOf(systemCodeOf(error))
  const hint = HINTS[code]
  return new CairnError(code, `Cannot ${action} in ${place}: ${messageOf(error)}.`, { cause: error, ...(hint !== undefined && { hint }) })
}

function storageCodeOf(systemCode: string | undefined): ErrorCode {
  if (systemCode === undefined) return 'CAIRN_STORAGE_IO'
  if (FULL.has(systemCode)) return 'CAIRN_STORAGE_FULL'
  if (FORBIDDEN.has(systemCode)) return 'CAIRN_STORAGE_FORBIDDEN'
  return TRANSIENT.has(systemCode) ? 'CAIRN_STORAGE_UNAVAILABLE' : 'CAIRN_STORAGE_IO'
}

/** The error for a root directory that is not there. */
export function rootMissing(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_ROOT_MISSING', `The repository directory ${path} does not exist.`, {
    hint: 'Check the location for a typo and that the volume is mounted. A new repository is only made when asked for.',
  })
}

/** The error for a root directory that was to be made where nothing of its path exists, such as on a drive that is not there. */
export function rootUnmakeable(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_ROOT_MISSING', `The repository directory ${path} does not exist and cannot be made there.`, {
    hint: 'Check the location for a typo and that the drive or volume is mounted.',
  })
}

/** The error for a root that is a file. */
export function rootNotADirectory(path: string): CairnError {
  return new CairnError('CAIRN_STORAGE_ROOT_MISSING', `${path} is not a directory.`, {
    hint: 'A repository is a directory: check the location for a typo.',
  })
}

/** Nothing in a folder can be kept from being deleted, so asking for it must not look as if it worked. */
export function retentionUnsupported(root: string): CairnError {
  return new CairnError('CAIRN_NOT_SUPPORTED', `${root} is a folder: its blobs cannot be kept from being deleted for a time.`, {
    hint: 'Retention of blobs needs a cloud store with object lock. Leave out --retention-mode and --retention-period.',
  })
}
