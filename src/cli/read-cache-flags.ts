/** Cairn's own cache from the flags that every command takes. */
import { resolve } from 'node:path'
import type { ReadCacheSettings } from '../commands/context.ts'
import { DEFAULT_READ_CACHE_BYTES } from '../commands/read-cache.ts'
import { CairnError } from '../errors.ts'
import { readCacheDirectory, type UserDirectories } from '../repo/config-path.ts'
import type { CommandInput } from './command-spec.ts'
import { numberFlag } from './flag-values.ts'

const BYTES_PER_MB = 1e6

/** Undefined with a size of 0. Errors: CAIRN_USAGE. */
export function readCacheSettings(globals: CommandInput, user: UserDirectories): ReadCacheSettings | undefined {
  const sizeMb = numberFlag(globals, 'read-cache-size-mb') ?? DEFAULT_READ_CACHE_BYTES / BYTES_PER_MB
  if (sizeMb < 0) throw new CairnError('CAIRN_USAGE', '--read-cache-size-mb cannot be negative.')
  if (sizeMb === 0) return undefined
  const given = globals.text('read-cache-directory') || undefined
  const directory = given === undefined ? readCacheDirectory(user) : resolve(user.workingDirectory, given)
  return { directory, limitBytes: sizeMb * BYTES_PER_MB, isForAll: given !== undefined }
}
