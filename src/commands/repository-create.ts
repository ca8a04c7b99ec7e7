/** Creates a repository in any storage, and connects to it unless told not to. */
import { isAbsolute, resolve } from 'node:path'
import { CairnError } from '../errors.ts'
import type { Repository } from '../repo/api.ts'
import { openStorage } from '../repo/blob/open.ts'
import type { StorageConfig } from '../repo/blob/storage-config.ts'
import { type CreateFormat, createRepository } from '../repo/repository.ts'
import type { Connection } from './open.ts'
import { identityOf } from './open.ts'
import { resolvePassword } from './password.ts'
import { type ConnectOptions, connectStorage } from './repository-connect.ts'
import { storageOptions } from './storage-options.ts'

export interface CreateRequest extends ConnectOptions {
  readonly storage: StorageConfig
  readonly format: CreateFormat
  /** Do not connect afterwards. */
  readonly isCreateOnly: boolean
}

/** Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_STORAGE_FOREIGN, those of the storage and of the password. */
export async function createInStorage(context: Connection, request: CreateRequest): Promise<void> {
  const config = withShardsOf(request)
  if ((config.config['pointInTime'] ?? '') !== '') {
    throw new CairnError('CAIRN_USAGE', 'A repository cannot be created in the past: --point-in-time is for connecting.')
  }
  const { password } = await resolvePassword(context, { given: context.passwordFlag, isNew: true })
  const storage = await openStorage(config, { ...storageOptions(context), mode: 'create' })
  let repository: Repository | undefined
  try {
    repository = await createRepository({
      storage,
      password,
      identity: identityOf(context, { username: request.userName ?? '', hostname: request.host ?? '' }),
      clock: context.clock,
      random: context.random,
      log: context.log,
      ...request.format,
    })
  } finally {
    await (repository ?? storage).close()
  }
  if (!request.isCreateOnly) await connectStorage({ ...context, passwordFlag: password }, { ...request, storage: config })
}

/** Clients that know format version 1 only cannot read the folders of later ones. */
function withShardsOf({ storage, format }: CreateRequest): StorageConfig {
  const isPlain = storage.type === 'filesystem' && (storage.config['dirShards'] ?? null) === null
  return format.formatVersion === 1 && isPlain ? { ...storage, config: { ...storage.config, dirShards: [3, 3] } } : storage
}

/** The path of a repository as given; Kopia refuses relative ones, Cairn starts them at the working directory. */
export function absolutePath(context: Connection, path: string): string {
  if (path === '') throw new CairnError('CAIRN_USAGE', '--path is empty.', { hint: 'Give the folder of the repository.' })
  return isAbsolute(path) ? path : resolve(context.cwd, path)
}
