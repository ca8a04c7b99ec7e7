/** The words of a report that the terminal, the log and the summary share. */
import type { HookReport, RunReport, SourceReport } from '../commands/run/report.ts'
import type { RunStatus } from '../policy/hook.ts'
import { formatBytes, formatDuration, formatQuantity, formatShare } from '../util/format.ts'
import { visibleText } from '../util/plain-text.ts'

/** What a status means, as a person would say it. */
export const STATUS_WORDS = {
  created: 'Snapshot created',
  unchanged: 'Nothing changed',
  partial: 'Snapshot saved, but incomplete',
  skipped: 'Skipped',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const satisfies Record<RunStatus, string>

/** A sign for each status, always beside its word. */
export const STATUS_SIGNS = {
  created: '✅',
  unchanged: '✅',
  partial: '⚠️',
  skipped: '⏭️',
  failed: '❌',
  cancelled: '⏹️',
} as const satisfies Record<RunStatus, string>

/** The one line a person would paste into a chat. */
export function resultLine(report: RunReport): string {
  const saved = report.sources.filter((source) => source.snapshotId !== '')
  const first = saved[0]
  const seconds = formatDuration(report.durationMs)
  if (first === undefined) {
    const reason = firstError(report)
    return `${STATUS_WORDS[report.status]}${reason === '' ? '' : `: ${reason}`} (${seconds})`
  }
  const total = saved.reduce((sum, source) => sum + source.bytes, 0)
  const fresh = saved.reduce((sum, source) => sum + source.newBytes, 0)
  const files = saved.reduce((sum, source) => sum + source.files, 0)
  const what = saved.length === 1 ? `Snapshot ${first.snapshotId} of ${sourceWords(first)}` : `${saved.length} snapshots`
  const state = report.status === 'created' ? '' : `${STATUS_WORDS[report.status]}. `
  return `${state}${what} (${formatQuantity(files, 'file')}, ${formatBytes(total)}) - ${formatBytes(fresh)} new, ${formatShare(Math.max(0, total - fresh), total)} already stored, ${seconds}`
}

/** What the run amounts to, as a sentence below its status; empty when the errors say it all. */
export function outcomeSentence(report: RunReport): string {
  const saved = report.sources.filter((source) => source.snapshotId !== '')
  const [first] = saved
  if (first === undefined) return report.status === 'skipped' ? report.notices.join(' ') : ''
  const sum = (pick: (source: SourceReport) => number) => saved.reduce((total, source) => total + pick(source), 0)
  const total = sum((source) => source.bytes)
  const fresh = sum((source) => source.newBytes)
  const what = saved.length === 1 ? sourceWords(first) : `${saved.length} sources`
  const stored = `${formatBytes(fresh)} new, ${formatShare(Math.max(0, total - fresh), total)} already stored`
  return `${formatQuantity(
    sum((source) => source.files),
    'file',
  )} (${formatBytes(total)}) of ${what}: ${stored}, in ${formatDuration(report.durationMs)}.`
}

/** What a source is called. */
export function sourceWords(source: SourceReport): string {
  return source.label === '.' ? 'the workspace' : visibleText(source.label)
}

/** Message of the error that matters most, or the empty string. */
export function firstError(report: RunReport): string {
  return report.errors[0]?.message ?? report.sources.find((source) => source.error !== undefined)?.error?.message ?? ''
}

/** `2 new, 1 changed, 0 removed`; folders are counted when nothing else tells what is not as it was. */
export function changeWords({ filesNew, filesChanged, filesRemoved, directoriesChanged, matchedSnapshotId }: SourceReport): string {
  const files = `${filesNew} new, ${filesChanged} changed, ${filesRemoved} removed`
  if (filesNew + filesChanged + filesRemoved > 0 || directoriesChanged === 0 || matchedSnapshotId === '') return files
  return `${files}, ${formatQuantity(directoriesChanged, 'folder')} changed`
}

/** Where a hook belongs: `before-folder of ./data`. */
export function hookPlace(hook: HookReport): string {
  if (hook.phase === 'job-before') return 'before the job'
  if (hook.phase === 'job-after') return 'after the job'
  return `${hook.phase} of ${visibleText(hook.label)}`
}

/** `exit code 3`, `killed by SIGKILL`, `timed out`, `ok`. */
export function hookResult(hook: HookReport): string {
  if (hook.status === 'ok') return 'ok'
  if (hook.status === 'timed-out') return 'timed out'
  if (hook.status === 'cancelled') return 'cancelled'
  if (hook.status === 'skipped') return hook.exitCode === 75 ? 'asked to skip' : 'left out'
  if (hook.status === 'not-run') return hook.reason === undefined ? 'not run' : `not run: ${visibleText(hook.reason)}`
  if (hook.signal !== null) return `killed by ${hook.signal}`
  return hook.exitCode === null ? 'failed' : `exit code ${hook.exitCode}`
}
