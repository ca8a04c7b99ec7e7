/**
 * Directories in the target, opened so that nothing is ever written outside of it (docs/threat-model.md, "Restore").
 *
 * On Linux each directory is held by a descriptor that was opened without following links, and names are reached as
 * `/proc/self/fd/N/name`: replacing a parent by a link while we run changes nothing. Elsewhere the directory is addressed by its path,
 * and before each use it must still be the same directory (device and inode) as when it was opened.
 */
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { CairnError } from '../../errors.ts'
import { errnoOf } from '../../fs/errors.ts'
import { unsafeNameReason } from '../directory.ts'

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants
const LONGEST_NAME_BYTES = 255
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)(?:\.|$)/i

/** Why an entry called `name` must not be created on `platform`, or undefined when it may. */
export function refuseName(name: string, platform: NodeJS.Platform): string | undefined {
  const reason = unsafeNameReason(name)
  if (reason !== undefined) return reason
  if (Buffer.byteLength(name) > LONGEST_NAME_BYTES) return `the name is longer than ${LONGEST_NAME_BYTES} bytes`
  if (platform !== 'win32') return undefined
  if (/[\\:*?"<>|]/.test(name)) return 'the name holds a character that Windows gives a meaning'
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) < 32) return 'the name holds a control character'
  if (/[. ]$/.test(name)) return 'the name ends in a dot or a blank'
  if (WINDOWS_DEVICE.test(name)) return 'the name is a device on Windows'
  return undefined
}

/** A directory of the target, open until `close`. */
export interface TargetDirectory {
  /** For messages. */
  readonly displayPath: string
  /** Path of `name` in this very directory. Throws CAIRN_RESTORE_UNSAFE_TARGET when the directory was replaced. */
  at(name: string): string
  /** Descriptor of the directory, or undefined where they cannot be used. */
  readonly fd: number | undefined
  /** Path of the directory itself, for operations without a descriptor. */
  readonly path: string
  stat(): Stats
  close(): void
}

let hasDescriptorPaths: boolean | undefined

/** Whether names can be reached through descriptors here. */
export function canUseDescriptorPaths(): boolean {
  hasDescriptorPaths ??= process.platform === 'linux' && existsSync('/proc/self/fd')
  return hasDescriptorPaths
}

/**
 * The target itself, made with its parents when absent. Links in the path that the user typed are followed: that path is trusted.
 * `isCreated` tells whether it was made here.
 */
export function openTarget(
  path: string,
  useDescriptors: boolean = canUseDescriptorPaths(),
): { directory: TargetDirectory; isCreated: boolean } {
  try {
    const isCreated = !existsSync(path)
    makeWithParents(path)
    return { directory: openDirectory(realpathSync(path), path, useDescriptors), isCreated }
  } catch (cause) {
    throw targetError(path, cause)
  }
}

/** The directory that will hold the single file `path`; made when absent. */
export function openTargetParent(path: string, useDescriptors: boolean = canUseDescriptorPaths()): TargetDirectory {
  return openTarget(dirname(path), useDescriptors).directory
}

/**
 * The directory `name` in `parent`, made with mode 0700 when absent.
 * Throws CAIRN_RESTORE_UNSAFE_TARGET when there is a link, CAIRN_RESTORE_EXISTS when there is something else.
 */
export function openChild(parent: TargetDirectory, name: string): { directory: TargetDirectory; isCreated: boolean } {
  const path = parent.at(name)
  const displayPath = `${parent.displayPath}/${name}`
  const isCreated = makeDirectory(path)
  if (!isCreated) {
    const found = lstatSync(path)
    if (found.isSymbolicLink()) throw unsafeTarget(`"${displayPath}" is a symbolic link; nothing is written through it.`)
    if (!found.isDirectory()) throw new CairnError('CAIRN_RESTORE_EXISTS', `"${displayPath}" exists and is not a directory.`)
  }
  return { directory: openDirectory(path, displayPath, parent.fd !== undefined), isCreated }
}

/**
 * Lets the owner of an existing directory write into it while it is filled: an earlier restore may have left it read-only.
 * The stored mode is set when it is complete.
 */
export function makeWritable(directory: TargetDirectory): void {
  const { mode, uid } = directory.stat()
  if (uid === 0 || uid !== process.geteuid?.() || (mode & 0o700) === 0o700) return
  if (directory.fd === undefined) chmodSync(directory.path, (mode & 0o7777) | 0o700)
  else fchmodSync(directory.fd, (mode & 0o7777) | 0o700)
}

/** Whether the directory holds anything. */
export function isEmptyDirectory(directory: TargetDirectory): boolean {
  return readdirSync(directory.fd === undefined ? directory.path : `/proc/self/fd/${directory.fd}`).length === 0
}

/** Node's own recursive form never ends where a parent exists and yet refuses with ENOENT, as /proc does. */
function makeWithParents(path: string): void {
  try {
    mkdirSync(path, 0o700)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' && !existsSync(dirname(path))) {
      makeWithParents(dirname(path))
      mkdirSync(path, 0o700)
    } else if (errnoOf(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}

function makeDirectory(path: string): boolean {
  try {
    mkdirSync(path, 0o700)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

function openDirectory(path: string, displayPath: string, useDescriptors: boolean): TargetDirectory {
  if (!useDescriptors) return openByPath(path, displayPath)
  let fd: number
  try {
    fd = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  } catch (error) {
    // A link or a file took the place of the directory since it was looked at.
    const code = errnoOf(error)
    if (code === 'ELOOP' || code === 'ENOTDIR') throw unsafeTarget(`"${displayPath}" was replaced while it was being restored.`)
    throw error
  }
  const prefix = `/proc/self/fd/${fd}/`
  return { displayPath, fd, path, at: (name) => prefix + name, stat: () => fstatSync(fd), close: () => closeSync(fd) }
}

function openByPath(path: string, displayPath: string): TargetDirectory {
  const opened = lstatSync(path)
  if (!opened.isDirectory()) throw unsafeTarget(`"${displayPath}" is not a directory.`)
  const check = () => {
    const now = lstatSync(path)
    if (!now.isDirectory() || now.dev !== opened.dev || now.ino !== opened.ino)
      throw unsafeTarget(`"${displayPath}" was replaced while it was being restored.`)
    return now
  }
  const at = (name: string) => {
    check()
    return path.endsWith('/') ? path + name : `${path}/${name}`
  }
  return { displayPath, fd: undefined, path, at, stat: check, close: () => {} }
}

function unsafeTarget(message: string): CairnError {
  return new CairnError('CAIRN_RESTORE_UNSAFE_TARGET', message, { hint: 'Restore into a new folder that nobody else writes to.' })
}

function targetError(path: string, cause: unknown): unknown {
  if (cause instanceof CairnError) return cause
  const code = errnoOf(cause)
  if (code === undefined) return cause
  const why = code === 'ENOTDIR' || code === 'EEXIST' ? 'it is not a directory' : cause instanceof Error ? cause.message : code
  return new CairnError('CAIRN_RESTORE_TARGET', `Cannot restore into "${path}": ${why}.`, {
    hint: 'Name a folder that you may write to; it is made when it does not exist.',
    cause,
  })
}
