/** Where a repository is, from the flags of a folder or of a token. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import type { FilesystemOptions } from '../repo/blob/filesystem.ts'
import { filesystemStorageConfig, type StorageConfig } from '../repo/blob/storage-config.ts'
import { readClientConfig } from '../repo/config.ts'
import { type ConnectionToken, decodeToken } from '../repo/connection-token.ts'
import { actionsCacheStorage } from './actions-cache-storage-flags.ts'
import { azureStorage } from './azure-storage-flags.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'
import { gcsStorage } from './gcs-storage-flags.ts'
import { s3Storage } from './s3-storage-flags.ts'
import { speedLimits } from './speed-flags.ts'
import type { StorageKind } from './table/storage-kinds.ts'

const MAX_TOKEN_BYTES = 1024 * 1024

/** Reads FILESYSTEM_FLAGS; the path as it was typed. Errors: CAIRN_USAGE. */
function filesystemOptions(input: CommandInput): FilesystemOptions {
  const path = input.text('path')
  if (path === undefined)
    throw new CairnError('CAIRN_USAGE', '--path is missing.', { hint: 'Give the folder of the repository: --path /backup/repository' })
  const number = (name: string, radix: number) => {
    const text = input.text(name)
    if (text === undefined) return undefined
    const value = Number.parseInt(text, radix)
    if (!(radix === 8 ? /^[0-7]{3,5}$/ : /^\d{1,9}$/).test(text))
      throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a number.`)
    return value
  }
  const [fileMode, dirMode, uid, gid] = [number('file-mode', 8), number('dir-mode', 8), number('owner-uid', 10), number('owner-gid', 10)]
  return {
    path,
    ...(fileMode === undefined ? {} : { fileMode }),
    ...(dirMode === undefined ? {} : { dirMode }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(input.isOn('flat') ? { shards: [] } : {}),
    limits: speedLimits(input),
  }
}

/** What the flags of a kind of storage say, as a connection file has it. */
const READERS: Readonly<Record<StorageKind, (context: CliContext, input: CommandInput) => Promise<StorageConfig>>> = {
  filesystem: async (context, input) => filesystemStorage(context, input),
  s3: async (context, input) => s3Storage(context, input),
  azure: async (context, input) => azureStorage(context, input),
  gcs: async (context, input) => gcsStorage(context, input),
  'actions-cache': async (context, input) => actionsCacheStorage(context, input),
}

/** The storage that the flags of this kind name. Errors: CAIRN_USAGE. */
export async function storageOfFlags(kind: StorageKind, context: CliContext, input: CommandInput): Promise<StorageConfig> {
  return await READERS[kind](context, input)
}

/** The folder of FILESYSTEM_FLAGS. */
function filesystemStorage(context: CliContext, input: CommandInput): StorageConfig {
  const options = filesystemOptions(input)
  return filesystemStorageConfig({ ...options, path: resolve(context.cwd, options.path) })
}

/** Reads FROM_CONFIG_FLAGS: a token, or the storage of another connection file. Errors: CAIRN_USAGE, CAIRN_TOKEN_INVALID, those of that file. */
export async function storageOfConfig(context: CliContext, input: CommandInput): Promise<ConnectionToken> {
  const names = ['file', 'token', 'token-file', 'token-stdin']
  const given = names.filter((name) => input.text(name) !== undefined || input.isOn(name))
  if (given.length !== 1) {
    const words = names.map((name) => `--${name}`).join(', ')
    throw new CairnError('CAIRN_USAGE', given.length === 0 ? `One of ${words} is needed.` : `Only one of ${words} can be given.`)
  }
  const file = input.text('file')
  if (file !== undefined) return { storage: (await readClientConfig(resolve(context.cwd, file))).storage }
  const token = decodeToken(await tokenText(context, input))
  if (token.password !== undefined) context.mask(token.password)
  return token
}

async function tokenText(context: CliContext, input: CommandInput): Promise<string> {
  const text = input.text('token')
  if (text !== undefined) return text
  const path = input.text('token-file')
  if (path === undefined) return Buffer.from(await context.readInput(MAX_TOKEN_BYTES)).toString('latin1')
  try {
    return readFileSync(resolve(context.cwd, path), 'latin1')
  } catch (cause) {
    throw new CairnError('CAIRN_USAGE', `The file of --token-file cannot be read: ${messageOf(cause)}.`, { cause })
  }
}
