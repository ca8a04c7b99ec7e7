/** Deletes old log files of Cairn, by Kopia's rules for its own. */
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../errors.ts'
import { LOG_PREFIX } from './file-log.ts'

export interface SweepLimits {
  /** Files to keep; 0 for any number. */
  readonly maxFiles: number
  /** Zero for ever. */
  readonly maxAgeMs: number
  readonly maxTotalBytes: number
}

/**
 * Deletes files named `cairn-….log` in `folder`, from the newest on: those beyond the number, beyond the total size, and older than the age.
 * Without number and age nothing is deleted. `warn` hears of what cannot be: logs must not fail a command.
 */
export function sweepLogs(
  folder: string,
  { maxFiles, maxAgeMs, maxTotalBytes }: SweepLimits,
  nowMs: number,
  warn: (message: string) => void,
): void {
  if (maxFiles <= 0 && maxAgeMs <= 0) return
  let total = 0
  for (const [index, { path, bytes, modifiedMs }] of logFiles(folder).entries()) {
    total += bytes
    const isOld = maxAgeMs > 0 && modifiedMs < nowMs - maxAgeMs
    if (!isOld && total <= maxTotalBytes && (maxFiles <= 0 || index < maxFiles)) continue
    try {
      rmSync(path, { force: true })
    } catch (error) {
      warn(`The old log file ${path} cannot be deleted: ${messageOf(error)}`)
    }
  }
}

/** Newest first. */
function logFiles(folder: string): { path: string; bytes: number; modifiedMs: number }[] {
  const found: { path: string; bytes: number; modifiedMs: number }[] = []
  for (const name of namesIn(folder)) {
    if (!name.startsWith(LOG_PREFIX) || !name.endsWith('.log')) continue
    const path = join(folder, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    // Another run may have swept it meanwhile.
    if (stat?.isFile()) found.push({ path, bytes: stat.size, modifiedMs: stat.mtimeMs })
  }
  return found.sort((a, b) => b.modifiedMs - a.modifiedMs || (a.path < b.path ? 1 : -1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
