/** The report of a run as lines for a terminal or a log. */
import type { RunReport, SourceReport } from '../commands/run/report.ts'
import { formatBytes, formatCount, formatDuration, formatQuantity, formatShare } from '../util/format.ts'
import { visibleText } from '../util/plain-text.ts'
import { changeWords, hookPlace, hookResult, STATUS_WORDS, sourceWords } from './words.ts'

const MAX_FAILURES = 10
const MAX_CHANGES = 10

/** Lines that say what the run did, without the result line. */
export function renderText(report: RunReport): string[] {
  return [...report.sources.flatMap(sourceLines), ...hookLines(report)]
}

function sourceLines(source: SourceReport): string[] {
  const lines = [`${sourceWords(source)}: ${STATUS_WORDS[source.status].toLowerCase()}`]
  const add = (name: string, value: string) => lines.push(`  ${name.padEnd(10)} ${value}`)
  if (source.snapshotId !== '') {
    add('snapshot', `${source.snapshotId}  root ${source.rootObjectId}`)
    add('source', visibleText(source.source))
    add(
      'content',
      `${formatQuantity(source.files, 'file')}, ${formatQuantity(source.directories, 'folder')}, ${formatQuantity(source.symlinks, 'link')}, ${formatBytes(source.bytes)}`,
    )
    add('new', `${formatBytes(source.newBytes)} (${formatShare(Math.max(0, source.bytes - source.newBytes), source.bytes)} already stored)`)
    if (source.matchedSnapshotId === '') add('changes', 'first snapshot of this source')
    else {
      add('changes', `${changeWords(source)}, against ${source.matchedSnapshotId}`)
      lines.push(...changeLines(source))
    }
    if (source.excludedFiles + source.excludedDirectories > 0) {
      add(
        'left out',
        `${formatQuantity(source.excludedFiles, 'file')} and ${formatQuantity(source.excludedDirectories, 'folder')} by ignore rules`,
      )
    }
    if (source.specialFiles > 0) add('left out', `${formatQuantity(source.specialFiles, 'special file')} (sockets, pipes, devices)`)
  }
  add('time', formatDuration(source.durationMs))
  lines.push(...failureLines(source), ...retentionLines(source))
  return lines
}

const CHANGE_SIGNS = { new: '+', changed: '~', removed: '-' } as const

function changeLines(source: SourceReport): string[] {
  const lines = source.changes
    .slice(0, MAX_CHANGES)
    .map((change) => `             ${CHANGE_SIGNS[change.kind]} ${visibleText(change.path)}`)
  const rest = source.filesNew + source.filesChanged + source.filesRemoved - lines.length
  if (rest > 0 && lines.length > 0) lines.push(`             and ${formatCount(rest)} more`)
  return lines
}

function failureLines(source: SourceReport): string[] {
  if (source.failures.length === 0) return []
  const lines = source.failures
    .slice(0, MAX_FAILURES)
    .map((failure) => `    ${failure.isIgnored ? 'ignored' : 'failed '} ${visibleText(failure.path)}: ${visibleText(failure.error)}`)
  const rest = source.failures.length - lines.length
  return [
    `  ${formatQuantity(source.failures.length, 'entry', 'entries')} not stored:`,
    ...lines,
    ...(rest > 0 ? [`    and ${formatCount(rest)} more`] : []),
  ]
}

function retentionLines(source: SourceReport): string[] {
  const retention = source.retention
  if (retention === undefined) return []
  const newest = retention.kept.find((row) => row.id === source.snapshotId)
  const lines = [
    `  ${'retention'.padEnd(10)} ${formatQuantity(retention.kept.length, 'snapshot')} kept, ${formatCount(retention.removed.length)} removed`,
  ]
  if (newest !== undefined && newest.reasons.length > 0) lines.push(`             this one as ${newest.reasons.join(', ')}`)
  for (const row of retention.removed.slice(0, MAX_CHANGES)) lines.push(`             removed ${row.id} of ${row.startTime}`)
  return lines
}

function hookLines(report: RunReport): string[] {
  if (report.hooks.length === 0) return []
  const rows = report.hooks.map(
    (hook) => [hookResult(hook), formatDuration(hook.durationMs), visibleText(hook.name), hookPlace(hook)] as const,
  )
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
  const [first, second, third] = [width(0), width(1), Math.min(48, width(2))]
  return [
    'hooks',
    ...rows.map(([result, time, name, place]) => `  ${result.padEnd(first)}  ${time.padStart(second)}  ${name.padEnd(third)}  ${place}`),
  ]
}
