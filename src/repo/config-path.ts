/** Where the config file and kopia's cache lie on each system (docs/repository-format.md, "Client configuration"). */
import { createHash } from 'node:crypto'
import { posix, win32 } from 'node:path'

export interface UserDirectories {
  /** As in `process.platform`. */
  readonly platform: string
  /** HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME, APPDATA, LOCALAPPDATA and KOPIA_CONFIG_PATH are looked at. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Home of the user when HOME is not set. */
  readonly home: string
  /** Absolute directory that relative paths start at. */
  readonly workingDirectory: string
}

const FILE_NAME = 'repository.config'

/**
 * Absolute path of the config file: the one asked for, else KOPIA_CONFIG_PATH, else the default of the system.
 * A bare file name lies in the default directory, anything with a separator is a path.
 */
export function resolveConfigPath(asked: string | undefined, user: UserDirectories): string {
  const path = pathOf(user)
  const given = asked || user.env['KOPIA_CONFIG_PATH'] || FILE_NAME
  return path.basename(given) === given ? path.join(configDirectory(user), given) : path.resolve(user.workingDirectory, given)
}

/** kopia's directory for settings. */
export function configDirectory(user: UserDirectories): string {
  const path = pathOf(user)
  const home = user.env['HOME'] || user.home
  switch (user.platform) {
    case 'win32':
      return path.join(user.env['APPDATA'] || path.join(user.home, 'AppData', 'Roaming'), 'kopia')
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'kopia')
    case 'openbsd':
      return path.join(home, '.config', 'kopia')
    default:
      return path.join(user.env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'kopia')
  }
}

/**
 * The `caching` member of a new config file, so that kopia has its cache where it expects it when it uses the file.
 * The directory is named after the repository and the file, as kopia names it, and relative to the file.
 */
export function defaultCaching(configPath: string, uniqueId: Uint8Array, user: UserDirectories): Readonly<Record<string, unknown>> {
  const path = pathOf(user)
  const name = createHash('sha256').update(uniqueId).update(configPath).digest('hex').slice(0, 16)
  return {
    cacheDirectory: path.relative(path.dirname(configPath), path.join(userCacheDirectory(user), 'kopia', name)),
    maxCacheSize: 5_242_880_000,
    maxMetadataCacheSize: 5_242_880_000,
    maxListCacheDuration: 30,
  }
}

/** Where Cairn keeps copies of blobs: a folder beside that of kopia's cache. */
export function readCacheDirectory(user: UserDirectories): string {
  return pathOf(user).join(userCacheDirectory(user), 'cairn')
}

function userCacheDirectory(user: UserDirectories): string {
  const path = pathOf(user)
  const home = user.env['HOME'] || user.home
  if (user.platform === 'win32') return user.env['LOCALAPPDATA'] || path.join(user.home, 'AppData', 'Local')
  if (user.platform === 'darwin') return path.join(home, 'Library', 'Caches')
  return user.env['XDG_CACHE_HOME'] || path.join(home, '.cache')
}

function pathOf(user: UserDirectories): typeof posix {
  return user.platform === 'win32' ? win32 : posix
}
