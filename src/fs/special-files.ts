/** Files in a directory that change how it is read: cache tags and dot-ignore files (docs/repository-format.md, "Ignore rules"). */
import { closeSync, openSync, readlinkSync, readSync, statSync } from 'node:fs'
import { CairnError } from '../errors.ts'
import type { Entry } from './entry.ts'
import { fsError, isVanished } from './errors.ts'
import type { OwnRules } from './ignore.ts'
import { joinLocal, type LocalPath, showPath } from './local.ts'

/** Name of the file that marks a directory as a cache. */
export const CACHE_TAG = 'CACHEDIR.TAG'
/** What such a file begins with. */
export const CACHE_SIGNATURE = Buffer.from('Signature: 8a477f597d28d172789f06886806bc55')

/** Larger dot-ignore files are refused, in bytes. */
export const MAX_DOT_FILE_BYTES = 4 * 1024 * 1024

/** Whether an entry of this name can change how its directory is read. */
export function isSpecialName(name: string | Uint8Array, dotFileNames: readonly string[]): boolean {
  return typeof name === 'string' && (name === CACHE_TAG || dotFileNames.includes(name))
}

/** Whether the directory carries a valid cache tag: it is then stored empty. A tag that cannot be read does not count. */
export function isCacheDirectory(path: LocalPath, entries: readonly Entry[]): boolean {
  const tag = entries.find((entry) => entry.name === CACHE_TAG)
  if (tag?.kind !== 'file' || tag.size < CACHE_SIGNATURE.length) return false
  try {
    return readStart(joinLocal(path, CACHE_TAG), CACHE_SIGNATURE.length).equals(CACHE_SIGNATURE)
  } catch {
    return false
  }
}

/**
 * The dot-ignore files that are in the directory, in the order of `names`; a symlink counts when it leads to a regular file.
 * One that went away meanwhile is not there. Throws CAIRN_FILE_UNREADABLE, and CAIRN_IGNORE_RULE_INVALID for a file above 4 MiB.
 */
export function readDotIgnoreFiles(path: LocalPath, entries: readonly Entry[], names: readonly string[]): OwnRules['dotFiles'] {
  const found: { name: string; text: string }[] = []
  for (const name of new Set(names)) {
    const entry = entries.find((candidate) => candidate.name === name && (candidate.rawName ?? candidate.placeholder) === undefined)
    if (entry === undefined || (entry.kind !== 'file' && entry.kind !== 'symlink')) continue
    const text = readDotIgnoreFile(joinLocal(path, name))
    if (text !== undefined) found.push({ name, text })
  }
  return found
}

/** Undefined when there is nothing at the path. */
function readDotIgnoreFile(path: LocalPath): string | undefined {
  try {
    if (!statSync(path).isFile())
      throw new CairnError('CAIRN_FILE_UNREADABLE', `${showPath(path)} does not lead to a regular file.`, {
        hint: 'Let the link point to a file with ignore rules, or remove it.',
      })
    const bytes = readStart(path, MAX_DOT_FILE_BYTES + 1)
    if (bytes.length > MAX_DOT_FILE_BYTES)
      throw new CairnError('CAIRN_IGNORE_RULE_INVALID', `${showPath(path)} is larger than ${MAX_DOT_FILE_BYTES} bytes.`, {
        hint: 'Replace the list of names by a few patterns.',
      })
    return bytes.toString('utf8')
  } catch (error) {
    if (error instanceof CairnError) throw error
    const failure = fsError('read', path, error)
    if (!isVanished(failure)) throw failure
    const target = targetOf(path)
    if (target === undefined) return undefined
    throw new CairnError('CAIRN_FILE_UNREADABLE', `${showPath(path)} is a link to ${showPath(target)}, where no file is.`, {
      hint: 'Let the link point to a file with ignore rules, or remove it.',
      cause: error,
    })
  }
}

/** Where a link leads; undefined when there is none. */
function targetOf(path: LocalPath): LocalPath | undefined {
  try {
    return readlinkSync(path, 'buffer')
  } catch {
    return undefined
  }
}

/** Up to `limit` bytes from the start of a file. */
function readStart(path: LocalPath, limit: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const parts: Buffer[] = []
    for (let total = 0; total < limit; ) {
      const part = Buffer.allocUnsafe(Math.min(limit - total, 65_536))
      const count = readSync(file, part, 0, part.length, null)
      if (count === 0) break
      parts.push(part.subarray(0, count))
      total += count
    }
    return Buffer.concat(parts)
  } finally {
    closeSync(file)
  }
}
