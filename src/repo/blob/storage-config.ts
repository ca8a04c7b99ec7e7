/** The `storage` member of a client's config file: how other programs name a storage (docs/repository-format.md, "Client configuration"). */
import { posix, win32 } from 'node:path'
import { CairnError } from '../../errors.ts'
import type { FilesystemOptions } from './filesystem.ts'
import type { Location } from './location.ts'
import { limitsMember, readLimits, UNLIMITED } from './throttle-limits.ts'

/** As it stands in the file; `config` has the members of its type and may hold credentials: never print it. */
export interface StorageConfig {
  readonly type: string
  readonly config: Readonly<Record<string, unknown>>
}

/** What `repository create` and `repository connect` write for a filesystem: members in the order other programs write them. */
export function filesystemStorageConfig(options: FilesystemOptions): StorageConfig {
  return {
    type: 'filesystem',
    config: {
      path: options.path,
      fileMode: options.fileMode ?? 0o600,
      dirMode: options.dirMode ?? 0o700,
      ...(options.uid !== undefined && { uid: options.uid }),
      ...(options.gid !== undefined && { gid: options.gid }),
      dirShards: options.shards ?? null,
      ...limitsMember(options.limits ?? UNLIMITED),
    },
  }
}

/** Options of a filesystem storage; CAIRN_CONFIG_INVALID when a member has another shape, CAIRN_NOT_SUPPORTED for another type. */
export function parseFilesystemConfig(storage: StorageConfig, platform: string): FilesystemOptions {
  if (storage.type !== 'filesystem') throw unsupportedStorage(storage.type)
  const { path, dirShards } = storage.config
  if (typeof path !== 'string' || !(platform === 'win32' ? win32 : posix).isAbsolute(path)) {
    throw invalid('"storage.config.path" is not an absolute path')
  }
  const fileMode = integer(storage.config, 'fileMode', 0o7777)
  const dirMode = integer(storage.config, 'dirMode', 0o7777)
  const uid = integer(storage.config, 'uid', 0xffff_ffff)
  const gid = integer(storage.config, 'gid', 0xffff_ffff)
  const shards = dirShards ?? undefined
  if (shards !== undefined && !isLengths(shards)) throw invalid('"storage.config.dirShards" is not a list of lengths')
  const limits = readLimits(storage.config)
  return {
    path,
    // Zero means the default, as an absent member does.
    ...(fileMode && { fileMode }),
    ...(dirMode && { dirMode }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    ...(shards !== undefined && { shards }),
    ...(limits !== UNLIMITED && { limits }),
  }
}

/** Folder of a storage on this machine; undefined for other kinds. */
export function storagePath(storage: StorageConfig): string | undefined {
  const path = storage.config['path']
  return storage.type === 'filesystem' && typeof path === 'string' ? path : undefined
}

/** The configuration that a location stands for; what a location cannot say has its default. */
export function storageConfigOf(location: Location): StorageConfig {
  switch (location.kind) {
    case 'filesystem':
      return filesystemStorageConfig({ path: location.path })
    case 's3': {
      const { bucket, prefix, endpoint = 's3.amazonaws.com', region } = location
      const [, scheme, host] = /^(?:(https?):\/\/)?(.*?)\/?$/i.exec(endpoint) ?? []
      return {
        type: 's3',
        config: {
          bucket,
          ...(prefix !== '' && { prefix }),
          endpoint: host ?? endpoint,
          ...(scheme?.toLowerCase() === 'http' && { doNotUseTLS: true }),
          ...(region !== undefined && { region }),
        },
      }
    }
    case 'azblob': {
      const { container, prefix, account } = location
      return {
        type: 'azureBlob',
        config: { container, ...(prefix !== '' && { prefix }), ...(account !== undefined && { storageAccount: account }) },
      }
    }
    case 'gcs':
      return { type: 'gcs', config: { bucket: location.bucket, ...(location.prefix !== '' && { prefix: location.prefix }) } }
    case 'actions-cache':
      return actionsCacheStorageConfig(location.name, location.limitGib)
  }
}

/** Members that nobody may see, by type. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  s3: ['secretAccessKey', 'sessionToken', 'webIdentityToken'],
  azureBlob: ['storageKey', 'sasToken', 'ClientSecret', 'clientCertificate'],
  gcs: ['credentials'],
}

function secretMembers(type: string): readonly string[] {
  return Object.hasOwn(SECRETS, type) ? (SECRETS[type] ?? []) : []
}

/** Names of the secrets that a connection holds. */
export function secretsIn({ type, config }: StorageConfig): string[] {
  return secretMembers(type).filter((name) => (config[name] ?? '') !== '')
}

/** The same for showing, as other programs do: a star for each byte of a secret text, and no other secret at all. */
export function withoutSecrets({ type, config }: StorageConfig): StorageConfig {
  const secrets = secretMembers(type)
  const shown = Object.entries(config).flatMap(([name, value]) => {
    if (!secrets.includes(name)) return [[name, value]]
    return typeof value === 'string' ? [[name, '*'.repeat(Buffer.byteLength(value))]] : []
  })
  return { type, config: Object.fromEntries(shown) }
}

/** What a connection to a repository in the Actions cache holds; `limitGib` is what all caches may take up together. */
export function actionsCacheStorageConfig(name: string, limitGib?: number): StorageConfig {
  return { type: 'actions-cache', config: { name, ...(limitGib !== undefined && { limitBytes: limitGib * 1024 ** 3 }) } }
}

/** Whether a store is at the other end of a line: its answers take time, and each costs something. */
export function isFar({ type }: StorageConfig): boolean {
  return ['s3', 'azureBlob', 'gcs'].includes(type)
}

/** What a connection without a description is called: after its place, as kopia does. */
export function descriptionOf({ type, config }: StorageConfig): string {
  const member = (name: string) => (typeof config[name] === 'string' ? config[name] : '')
  switch (type) {
    case 'filesystem':
      return `Repository in Filesystem: ${member('path')}`
    case 's3':
      return `Repository in S3: ${member('endpoint')} ${member('bucket')}`
    case 'azureBlob':
      return `Repository in Azure: ${member('container')}`
    case 'gcs':
      return `Repository in GCS: ${member('bucket')}`
    case 'actions-cache':
      return `Repository in the Actions cache: ${member('name')}`
    default:
      return `Repository in ${type}: ${member('name')}`
  }
}

/** The error for a kind of storage that this version cannot open. */
export function unsupportedStorage(type: string): CairnError {
  return new CairnError('CAIRN_NOT_SUPPORTED', `Storage of type ${JSON.stringify(type.slice(0, 40))} is not supported.`, {
    hint: 'Cairn opens repositories in a folder, in S3, Azure Blob and Google Cloud Storage, and in the Actions cache.',
  })
}

function integer(config: Readonly<Record<string, unknown>>, key: string, max: number): number | undefined {
  const value = config[key] ?? undefined
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max) {
    throw invalid(`"storage.config.${key}" is not a number from 0 to ${max}`)
  }
  return value
}

function isLengths(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((length) => Number.isSafeInteger(length) && length >= 0)
}

function invalid(reason: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `The configuration file cannot be used: ${reason}.`, {
    hint: 'Connect to the repository again.',
  })
}
