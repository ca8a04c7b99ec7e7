/** What a failed system call means for the walk. */
import { CairnError, isCairnError, messageOf } from '../errors.ts'

/** A file or directory that is gone is skipped by the walk; one that cannot be read is a failed entry. */
export function fsError(operation: string, path: string | Uint8Array, cause: unknown): CairnError {
  const code = errnoOf(cause)
  const shown = displayPath(path)
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE')
    return new CairnError('CAIRN_FILE_VANISHED', `${shown} disappeared before Cairn could ${operation} it.`, {
      hint: 'Stop what changes the files during the snapshot, or ignore the path.',
      cause,
    })
  return new CairnError('CAIRN_FILE_UNREADABLE', `Cairn could not ${operation} ${shown}: ${describe(code, cause)}.`, {
    hint:
      code === 'EACCES' || code === 'EPERM'
        ? 'Give the user that runs the snapshot read access, or ignore the path.'
        : 'Check the file system, or ignore the path.',
    cause,
  })
}

/** Whether the entry was there when the directory was listed and is no longer. */
export function isVanished(error: unknown): boolean {
  return isCairnError(error, 'CAIRN_FILE_VANISHED')
}

/** The system's error code such as `EACCES`, if there is one. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Text of a path for messages. */
export function displayPath(path: string | Uint8Array): string {
  return typeof path === 'string' ? path : Buffer.from(path).toString('utf8')
}

const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EIO: 'input/output error',
  ELOOP: 'too many levels of symbolic links',
  EMFILE: 'too many open files',
  EISDIR: 'is a directory',
  ENAMETOOLONG: 'the name is too long',
}

function describe(code: string | undefined, cause: unknown): string {
  return (code === undefined ? undefined : MEANINGS[code]) ?? messageOf(cause)
}
