/** What a restore says of itself, in Kopia's words where Kopia has some. */
import type { RestoreMode } from '../commands/restore.ts'
import { formatSource } from '../policy/target.ts'
import type { PathVersion } from '../snapshot/path-version.ts'
import type { RestoreReport } from '../snapshot/restore/report.ts'
import { formatQuantity, type SizeText } from '../util/format.ts'
import { visibleText } from '../util/plain-text.ts'

/** As Kopia says what it makes of a target. */
export function kindLine(kind: RestoreMode, target: string, parallel: number): string {
  if (kind === 'local') return `Restoring to local filesystem (${target}) with parallelism=${parallel}...`
  if (kind === 'tar') return `Restoring to an uncompressed tar file (${target})...`
  return `Restoring to a ${kind === 'tgz' ? 'tar+gzip' : 'zip'} file (${target})...`
}

/** As Kopia says where a path is restored from; `timeText` prints nanoseconds since 1970. */
export function versionLines({ snapshot, entry, path }: PathVersion, timeText: (ns: bigint) => string): string[] {
  return [
    'Restoring from',
    `   Snapshot source: ${visibleText(formatSource(snapshot.source))}`,
    `   Snapshot time: ${timeText(snapshot.startTimeNs)}`,
    `   Relative path: ${visibleText(path)}`,
    `   Object ID: ${entry.objectId}`,
  ]
}

/** Failures that are shown one by one. */
const SHOWN_FAILURES = 100

/** One line for each entry that is missing, up to a hundred, by its path. */
export function failureLines(report: RestoreReport): string[] {
  const lines = report.failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `${path || '.'}: ${code} ${message}`)
  const rest = report.failureCount - lines.length
  return rest > 0 ? [...lines, `and ${formatQuantity(rest, 'more entry', 'more entries')}`] : lines
}

/** What was restored, as Kopia sums it up. */
export function resultLine(report: RestoreReport, size: SizeText, ignoresErrors: boolean): string {
  const { files, directories, symlinks, deletedFiles, deletedDirectories, deletedSymlinks } = report
  let more = report.skipped > 0 ? `, skipped ${report.skipped} (${size(report.skippedBytes)})` : ''
  if (deletedDirectories > 0) more += `, deleted directories ${deletedDirectories}`
  if (deletedFiles > 0) more += `, deleted files ${deletedFiles}`
  if (deletedSymlinks > 0) more += `, deleted symbolic links ${deletedSymlinks}`
  if (report.failureCount > 0)
    more += ignoresErrors ? `, ignored ${report.failureCount} errors` : `, ${formatQuantity(report.failureCount, 'error')}`
  return `Restored ${files} files, ${directories} directories and ${symlinks} symbolic links (${size(report.bytes)})${more}.`
}

/** What a restore could not give back, each said once. */
export function lossLines({ losses }: RestoreReport): string[] {
  const lines: string[] = []
  if (losses.owners > 0) {
    lines.push(
      `The owners of ${formatQuantity(losses.owners, 'entry', 'entries')} were not restored: this user may not give files to others. Run as root to restore owners, or use --skip-owners.`,
    )
  }
  if (losses.specialBits > 0) {
    const named = losses.specialBitPaths.map((path) => path || '.').join(', ')
    const more = losses.specialBits > losses.specialBitPaths.length ? ', …' : ''
    lines.push(
      `Setuid, setgid and sticky bits were left off ${formatQuantity(losses.specialBits, 'entry', 'entries')}, because their owner is another: ${named}${more}`,
    )
  }
  if (losses.permissionErrors > 0) {
    lines.push(`Modes or times of ${formatQuantity(losses.permissionErrors, 'entry', 'entries')} could not be set.`)
  }
  return lines
}
