/** The Actions cache as the place of a repository, from ACTIONS_CACHE_FLAGS. */
import { CairnError } from '../errors.ts'
import { parseLocation } from '../repo/blob/location.ts'
import { type StorageConfig, storageConfigOf } from '../repo/blob/storage-config.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'

/** Errors: CAIRN_USAGE, CAIRN_LOCATION_INVALID. */
export function actionsCacheStorage(context: CliContext, input: CommandInput): StorageConfig {
  const name = input.text('name')
  if (name === undefined) throw new CairnError('CAIRN_USAGE', '--name is missing.', { hint: 'Name the repository: --name backups' })
  const limit = input.text('limit-gib')
  const location = `actions-cache:${name}${limit === undefined ? '' : `?limit-gib=${limit}`}`
  return storageConfigOf(parseLocation(location, { workspaceRoot: context.cwd, platform: context.platform }))
}
