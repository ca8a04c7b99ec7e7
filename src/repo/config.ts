/** The files of a connection on this machine: `repository.config` and the password beside it. */
import { open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { fromUtf8, toHex, utf8 } from '../util/bytes.ts'
import { type RandomSource, systemRandom } from '../util/random.ts'
import { makeDirectories } from './blob/file-directories.ts'
import { nodeFileOperations } from './blob/filesystem.ts'
import { type ClientConfig, formatClientConfig, parseClientConfig } from './config-format.ts'

export { type ClientConfig, DEFAULT_FORMAT_BLOB_CACHE_NS } from './config-format.ts'
export { defaultCaching, resolveConfigPath, type UserDirectories } from './config-path.ts'

/** Far more than any such file needs. */
const MAX_BYTES = 1024 * 1024

/** Reads the config file. Errors: CAIRN_NOT_CONNECTED when it is absent, CAIRN_CONFIG_UNREADABLE, CAIRN_CONFIG_INVALID, CAIRN_NOT_SUPPORTED. */
export async function readClientConfig(path: string): Promise<ClientConfig> {
  const bytes = await readOrUndefined(path)
  if (bytes === undefined) {
    throw new CairnError('CAIRN_NOT_CONNECTED', `Not connected to a repository: ${path} does not exist.`, {
      hint: 'Use "cairn repository connect filesystem --path …" (or "repository create"), or name another connection file with --config-file.',
    })
  }
  return parseClientConfig(fromUtf8(bytes) ?? '', path)
}

/** Writes the config file, replacing another one in a single step, with mode 0600; makes its directory. Fails with CAIRN_CONFIG_UNWRITABLE. */
export async function writeClientConfig(path: string, config: ClientConfig, random: RandomSource = systemRandom): Promise<void> {
  await writePrivateFile(path, utf8(formatClientConfig(config)), random)
}

/** Removes the config file and the password beside it; kopia's cache stays. Whether there was a config file. */
export async function removeClientConfig(path: string): Promise<boolean> {
  await removePassword(path)
  return remove(path)
}

/** The password that was stored beside the config file; undefined when none was. Fails with CAIRN_PASSWORD_FILE_INVALID. */
export async function readPassword(configPath: string): Promise<string | undefined> {
  const path = passwordPath(configPath)
  const bytes = await readOrUndefined(path)
  if (bytes === undefined) return undefined
  const text = (fromUtf8(bytes) ?? '!').replace(/[\r\n]/g, '')
  const password = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
    ? fromUtf8(new Uint8Array(Buffer.from(text, 'base64')))
    : undefined
  if (password !== undefined) return password
  throw new CairnError('CAIRN_PASSWORD_FILE_INVALID', `${path} does not hold a password.`, {
    hint: 'Give the password in KOPIA_PASSWORD, or connect again.',
  })
}

/** Stores the password beside the config file, readable by its owner only; done only when the user asks for it. */
export async function writePassword(configPath: string, password: string, random: RandomSource = systemRandom): Promise<void> {
  await writePrivateFile(passwordPath(configPath), utf8(Buffer.from(password, 'utf8').toString('base64')), random)
}

/** Removes the stored password; nothing happens when there is none. */
export async function removePassword(configPath: string): Promise<void> {
  await remove(passwordPath(configPath))
}

function passwordPath(configPath: string): string {
  return `${configPath}.kopia-password`
}

async function readOrUndefined(path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > MAX_BYTES) throw new CairnError('CAIRN_CONFIG_INVALID', `${path} is too long: ${bytes.length} bytes.`)
    return bytes
  } catch (cause) {
    if (isAbsent(cause)) return undefined
    if (cause instanceof CairnError) throw cause
    throw new CairnError('CAIRN_CONFIG_UNREADABLE', `Cannot read ${path}: ${messageOf(cause)}.`, {
      hint: 'Check its owner and permissions, or name another file with --config-file.',
      cause,
    })
  }
}

/** New file beside, sync, rename: a crash leaves the old file or the new one. */
async function writePrivateFile(path: string, bytes: Uint8Array, random: RandomSource): Promise<void> {
  const tempPath = `${path}.tmp.${toHex(random(8))}`
  try {
    await makeDirectories(nodeFileOperations, dirname(path), 0o700)
    try {
      const file = await open(tempPath, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(tempPath, path)
    } catch (error) {
      await unlink(tempPath).catch(() => undefined)
      throw error
    }
    await syncDirectory(dirname(path))
  } catch (cause) {
    throw new CairnError('CAIRN_CONFIG_UNWRITABLE', `Cannot write ${path}: ${messageOf(cause)}.`, {
      hint: 'Check owner, permissions and free space of its folder, or name another file with --config-file.',
      cause,
    })
  }
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    // Some file systems have no such call for directories; the file itself is durable.
    await directory.sync().catch(() => undefined)
  } finally {
    await directory.close()
  }
}

async function remove(path: string): Promise<boolean> {
  try {
    await unlink(path)
    return true
  } catch (cause) {
    if (isAbsent(cause)) return false
    throw new CairnError('CAIRN_CONFIG_UNWRITABLE', `Cannot remove ${path}: ${messageOf(cause)}.`, {
      hint: 'Check owner and permissions of its folder.',
      cause,
    })
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
