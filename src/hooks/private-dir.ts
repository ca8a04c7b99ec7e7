/** Kopia's private folder of a pair of hooks: made 0700, and always removed, but never through a mount (docs/hooks.md, "Private folder"). */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'

const PREFIX = 'cairn-hook-'

/** Makes a new private folder; mkdtemp gives it mode 0700. Throws CAIRN_HOOK_NOT_STARTED when the temporary folder cannot be used. */
export function makePrivateDir(tempDir: string): string {
  try {
    return realpathSync(mkdtempSync(join(tempDir, PREFIX)))
  } catch (error) {
    throw new CairnError('CAIRN_HOOK_NOT_STARTED', `The temporary folder cannot be used: ${messageOf(error)}.`, {
      cause: error,
      hint: 'Look at TMPDIR (RUNNER_TEMP), its free space and permissions.',
    })
  }
}

/** Whether `path` looks like a private folder that an earlier process of this run made and left. */
export function isPrivateDir(path: string, tempDir: string): boolean {
  try {
    if (!basename(path).startsWith(PREFIX) || dirname(path) !== realpathSync(tempDir)) return false
    const stat = lstatSync(path)
    return stat.isDirectory() && (stat.mode & 0o077) === 0
  } catch {
    return false
  }
}

/**
 * Removes a private folder with all that hooks left in it; returns why it was kept, or undefined.
 *
 * Hooks mount file systems below it. When the unmounting failed, removing would delete the files of what is mounted: then all is kept.
 */
export function removePrivateDir(path: string, mountInfo: string | undefined = readMountInfo()): string | undefined {
  try {
    const root = lstatSync(path)
    const mounted = mountPoints(mountInfo ?? '').find((point) => point === path || point.startsWith(`${path}/`))
    if (mounted !== undefined) return `${mounted} is still mounted`
    const other = otherDevice(path, root.dev)
    if (other !== undefined) return `${other} is another file system`
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
    return undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    return messageOf(error)
  }
}

/** Mount points of a text in the form of /proc/self/mountinfo: `id parent major:minor root POINT options …`, blanks as octal escapes. */
export function mountPoints(mountInfo: string): readonly string[] {
  return mountInfo
    .split('\n')
    .map((line) => line.split(' ')[4])
    .filter((point) => point !== undefined)
    .map((point) => point.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))))
}

function readMountInfo(): string | undefined {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return undefined
  }
}

// Where mount points cannot be listed, a mount shows by its device. Loops of links are not followed.
function otherDevice(folder: string, device: number): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    if (lstatSync(path).dev !== device) return path
    const below = otherDevice(path, device)
    if (below !== undefined) return below
  }
  return undefined
}
