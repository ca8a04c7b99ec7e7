/** Placeholders of a shallow restore as they lie among files (docs/repository-format.md, "Placeholders"). */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { CairnError } from '../errors.ts'
import type { Entry } from './entry.ts'
import { fsError } from './errors.ts'
import { joinLocal, type LocalPath, showPath } from './local.ts'

/** What their names end in; the file in the folder that stands for a folder has no other name. */
export const PLACEHOLDER_SUFFIX = '.kopia-entry'
/** Entries are short; a summary names at most a few errors. */
export const LONGEST_PLACEHOLDER_BYTES = 1024 * 1024

// Never through a link, and never waiting for the other end of a pipe. Windows has neither flag.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Whether the entry of a folder is none of its own. */
export function isPlaceholderName(name: string): boolean {
  return name.endsWith(PLACEHOLDER_SUFFIX)
}

/** The entries as rules and snapshots see them: placeholders under the name of what they stand for. */
export function withPlaceholders(entries: readonly Entry[]): readonly Entry[] {
  return entries.some(({ name }) => isPlaceholderName(name)) ? entries.map(asPlaceholder) : entries
}

/** The entry as rules and snapshots see it. As for Kopia a link or device of such a name is of no known type. */
export function asPlaceholder(entry: Entry): Entry {
  if (!isPlaceholderName(entry.name)) return entry
  const { rawName, ...rest } = entry
  const name = entry.name.slice(0, -PLACEHOLDER_SUFFIX.length)
  const renamed: Entry = rawName === undefined ? { ...rest, name } : { ...rest, name, rawName: withoutSuffix(rawName) }
  if (entry.kind !== 'file' && entry.kind !== 'directory') return { ...renamed, kind: 'other' }
  return { ...renamed, placeholder: rawName ?? entry.name }
}

function withoutSuffix(rawName: Buffer): Buffer {
  return rawName.subarray(0, rawName.length - PLACEHOLDER_SUFFIX.length)
}

/** What the placeholder of a file, or of a folder, says. Throws CAIRN_FILE_VANISHED, CAIRN_FILE_UNREADABLE. */
export function readPlaceholderText(path: LocalPath, isFolder: boolean): string {
  const file = isFolder ? joinLocal(path, PLACEHOLDER_SUFFIX) : path
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, OPEN_FLAGS)
    const stats = fstatSync(descriptor)
    if (!stats.isFile() || stats.size > LONGEST_PLACEHOLDER_BYTES) throw tooLong(file)
    return readFileSync(descriptor, 'utf8')
  } catch (error) {
    throw error instanceof CairnError ? error : fsError('read', file, error)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function tooLong(file: LocalPath): CairnError {
  return new CairnError('CAIRN_FILE_UNREADABLE', `${showPath(file)} is no placeholder of a shallow restore: it is too long, or no file.`, {
    hint: `Only placeholders may have names that end in ${PLACEHOLDER_SUFFIX}: rename it, or ignore the path.`,
  })
}
