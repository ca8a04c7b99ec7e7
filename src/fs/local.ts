/** The local file system as the walk sees it: lstat facts with nanosecond times, names as the system gave them. */
import { type BigIntStats, lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { goTextOfBytes } from '../util/go-json.ts'
import type { Entry, EntryKind } from './entry.ts'
import { displayPath, errnoOf, fsError } from './errors.ts'

/** A path as the system takes it; a Buffer when some name in it is not valid UTF-8. */
export type LocalPath = string | Buffer

/** What differs between systems; tests give another one. */
export interface LocalPlatform {
  readonly isWindows: boolean
}

/** The system we run on. */
export const thisPlatform: LocalPlatform = { isWindows: process.platform === 'win32' }

/** Entries of one directory in the system's order. */
export interface LocalListing {
  readonly entries: readonly Entry[]
  /** Entries whose facts could not be read. */
  readonly failures: readonly { readonly name: string; readonly error: CairnError }[]
  /** How many went away between listing and looking. */
  readonly vanished: number
}

/** What a snapshot of a path will read. */
export interface LocalSource {
  /** Absolute, symlinks resolved. */
  readonly path: string
  /** Facts of the directory or file itself; its name is the last part of `path`, `/` for the root of the file system. */
  readonly entry: Entry
}

/** A name as the system gave it; bytes when it is not valid UTF-8. */
export type LocalName = string | Buffer

/** Lists a directory. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
export function listDirectory(path: LocalPath, platform: LocalPlatform = thisPlatform): LocalListing {
  return lookAt(path, listNames(path), platform)
}

/** Only the names in a directory: for one with a million entries, whose facts are looked at in parts. Errors as for `listDirectory`. */
export function listNames(path: LocalPath): readonly LocalName[] {
  try {
    const names = readdirSync(path)
    // Text is much cheaper than bytes, and a bad byte always shows as U+FFFD.
    if (!names.some((name) => name.includes('\ufffd'))) return names
    return readdirSync(path, 'buffer').map((rawName) => {
      const name = goTextOfBytes(rawName)
      return Buffer.from(name).equals(rawName) ? name : rawName
    })
  } catch (cause) {
    throw fsError('list', path, cause)
  }
}

/** Facts of some entries of a directory. */
export function lookAt(path: LocalPath, names: readonly LocalName[], platform: LocalPlatform = thisPlatform): LocalListing {
  const entries: Entry[] = []
  const failures: { name: string; error: CairnError }[] = []
  let vanished = 0
  for (const given of names) {
    const full = joinLocal(path, given)
    const name = typeof given === 'string' ? given : goTextOfBytes(given)
    try {
      const stats = lstatSync(full, { bigint: true, throwIfNoEntry: false })
      if (stats === undefined) vanished++
      else entries.push(entryOf(name, typeof given === 'string' ? undefined : given, stats, platform))
    } catch (cause) {
      failures.push({ name, error: fsError('look at', full, cause) })
    }
  }
  return { entries, failures, vanished }
}

/** Facts of one path, a symlink at its end not followed. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
export function statLocal(path: LocalPath, platform: LocalPlatform = thisPlatform): Entry {
  try {
    const name = typeof path === 'string' ? basename(path) || path : goTextOfBytes(path.subarray(path.lastIndexOf(0x2f) + 1))
    return entryOf(name, undefined, lstatSync(path, { bigint: true }), platform)
  } catch (cause) {
    throw fsError('look at', path, cause)
  }
}

/** The error when another folder stands at the path than the one with this identity; undefined when it is still the same. */
export function replacedFolder(path: LocalPath, identity: { readonly device: bigint; readonly inode: bigint }): CairnError | undefined {
  const now = statLocal(path)
  // A link that was made after the folder was removed may have got its inode.
  if (now.kind === 'directory' && now.device === identity.device && now.inode === identity.inode) return undefined
  return replaced(path, 'listed')
}

function replaced(path: LocalPath, meanwhile: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_FILE_CHANGED', `${showPath(path)} was replaced while it was being ${meanwhile}.`, {
    hint: 'Stop what changes the files during the snapshot.',
    cause,
  })
}

/**
 * The source of a snapshot: a directory or a regular file, symlinks resolved first.
 * Throws CAIRN_SOURCE_MISSING when there is nothing, CAIRN_SOURCE_UNREADABLE when it cannot be looked at or is something else.
 */
export function openLocalSource(path: string, platform: LocalPlatform = thisPlatform): LocalSource {
  let real: string
  let stats: BigIntStats
  try {
    real = realpathSync(resolve(path))
    stats = statSync(real, { bigint: true })
  } catch (cause) {
    const code = errnoOf(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new CairnError('CAIRN_SOURCE_MISSING', `The source ${path} does not exist.`, {
        hint: 'Check the path for a typo. Relative ones start at the workspace, with snapshot create at the current folder.',
        cause,
      })
    throw new CairnError('CAIRN_SOURCE_UNREADABLE', `The source ${path} cannot be read: ${messageOf(cause)}.`, {
      hint: 'Give the user that runs the snapshot read access.',
      cause,
    })
  }
  // Kopia names the root of the file system after itself; basename gives the empty text there.
  const entry = entryOf(basename(real) || real, undefined, stats, platform)
  if (entry.kind !== 'directory' && entry.kind !== 'file')
    throw new CairnError('CAIRN_SOURCE_UNREADABLE', `The source ${path} is neither a directory nor a regular file.`, {
      hint: 'Sockets, pipes and devices cannot be snapshotted.',
    })
  return { path: real, entry }
}

/** The target of a symlink, as bytes. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE, CAIRN_FILE_CHANGED when it is none. */
export function readLocalSymlink(path: LocalPath): Uint8Array {
  try {
    return readlinkSync(path, 'buffer')
  } catch (cause) {
    if (errnoOf(cause) === 'EINVAL') throw replaced(path, 'read', cause)
    throw fsError('read', path, cause)
  }
}

/** The path of an entry in a directory; becomes a Buffer as soon as bytes are needed. */
export function joinLocal(directory: LocalPath, name: string | Uint8Array): LocalPath {
  if (typeof directory === 'string' && typeof name === 'string') return directory.endsWith('/') ? directory + name : `${directory}/${name}`
  const base = typeof directory === 'string' ? Buffer.from(directory) : directory
  const separator = base.at(-1) === 0x2f ? [] : [Buffer.from('/')]
  return Buffer.concat([base, ...separator, typeof name === 'string' ? Buffer.from(name) : name])
}

/** The path of an entry, by the name that it really has. */
export function pathOfEntry(directory: LocalPath, entry: Entry): LocalPath {
  return joinLocal(directory, entry.placeholder ?? entry.rawName ?? entry.name)
}

/** Text of a path for messages. */
export function showPath(path: LocalPath): string {
  return displayPath(path)
}

const KIND_MASK = 0o170000n
const KINDS: ReadonlyMap<bigint, EntryKind> = new Map([
  [0o040000n, 'directory'],
  [0o100000n, 'file'],
  [0o120000n, 'symlink'],
])

/** The entry that `stats` describe. */
export function entryOf(name: string, rawName: Buffer | undefined, stats: BigIntStats, platform: LocalPlatform = thisPlatform): Entry {
  const kind = KINDS.get(stats.mode & KIND_MASK) ?? 'other'
  const { isWindows } = platform
  const entry: Entry = {
    name,
    kind,
    mode: isWindows ? windowsMode(kind, Number(stats.mode)) : Number(stats.mode & 0o7777n),
    size: kind === 'file' || kind === 'symlink' ? Number(stats.size) : 0,
    mtimeNs: stats.mtimeNs,
    uid: isWindows ? 0 : Number(stats.uid),
    gid: isWindows ? 0 : Number(stats.gid),
    device: stats.dev,
    inode: stats.ino,
  }
  return rawName === undefined ? entry : { ...entry, rawName }
}

/** Windows knows only "read-only"; Kopia stores 0777 for directories and 0666 or 0444 for the rest. */
function windowsMode(kind: EntryKind, mode: number): number {
  if (kind === 'directory') return 0o777
  return (mode & 0o200) === 0 ? 0o444 : 0o666
}
