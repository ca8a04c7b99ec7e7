/** What has the name of an entry already, and whether it gives way. */
import { lstatSync, type Stats } from 'node:fs'
import { CairnError } from '../../errors.ts'
import { errnoOf } from '../../fs/errors.ts'
import type { DirEntry } from '../dir-entry.ts'
import type { RestoreOptions } from './options.ts'
import type { TargetDirectory } from './safe-path.ts'

/** Times of the same file that were cut by some file system differ by less. */
const SAME_TIME_MS = 2000

/** True leaves what is there alone, false replaces it or finds nothing. Throws CAIRN_RESTORE_EXISTS when it must stay, and errors of the system. */
export function isLeftAlone(target: TargetDirectory, name: string, entry: DirEntry, options: RestoreOptions): boolean {
  const found = statOf(target, name)
  if (found === undefined) return false
  const isFile = entry.type !== 's'
  const display = `${target.displayPath}/${name}`
  if (isFile ? !found.isFile() : !found.isSymbolicLink())
    throw new CairnError('CAIRN_RESTORE_EXISTS', `"${display}" exists and is not a ${isFile ? 'regular file' : 'symbolic link'}.`)
  if (options.skipExisting) {
    if (!isFile) return true
    const ageMs = Math.abs(found.mtimeMs - Number(entry.mtimeNs / 1_000_000n))
    if (found.size === entry.size && ageMs < SAME_TIME_MS) return true
  }
  if (isFile ? options.overwriteFiles : options.overwriteSymlinks) return false
  throw new CairnError('CAIRN_RESTORE_EXISTS', `"${display}" exists.`, { hint: 'Allow overwriting, or restore into a new folder.' })
}

/** Whether anything has the name. */
export function statOf(target: TargetDirectory, name: string): Stats | undefined {
  try {
    return lstatSync(target.at(name))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}
