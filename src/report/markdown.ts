/** The job summary: verdict, table of sources, hooks, what is new, within GitHub's limit of 1 MiB. */
import type { HookReport, ReportedError, RunReport, SourceReport } from '../commands/run/report.ts'
import { formatBytes, formatCount, formatDuration } from '../util/format.ts'
import { visibleText } from '../util/plain-text.ts'
import { changeWords, hookPlace, hookResult, resultLine, STATUS_SIGNS, STATUS_WORDS } from './words.ts'

/** Room for a summary in bytes; GitHub drops a whole summary above 1 MiB. */
export const SUMMARY_BUDGET_BYTES = 1_000_000

/** The summary, shortened step by step until it fits `budgetBytes`: full, short lists, counts only. */
export function renderSummary(report: RunReport, budgetBytes = SUMMARY_BUDGET_BYTES): string {
  for (const limits of [
    { rows: 200, tail: 20 },
    { rows: 20, tail: 5 },
    { rows: 0, tail: 0 },
  ]) {
    const text = render(report, limits)
    if (Buffer.byteLength(text) <= budgetBytes) return text
  }
  return `## Cairn\n\n${STATUS_SIGNS[report.status]} **${STATUS_WORDS[report.status]}**\n\n${escapeMarkdown(resultLine(report)).slice(0, 2000)}\n`
}

interface Limits {
  readonly rows: number
  readonly tail: number
}

function render(report: RunReport, limits: Limits): string {
  const parts = [`## Cairn\n\n${STATUS_SIGNS[report.status]} **${STATUS_WORDS[report.status]}** — ${escapeMarkdown(resultLine(report))}`]
  for (const error of report.errors) parts.push(renderError(error))
  if (report.sources.length > 0) parts.push(renderSources(report.sources))
  for (const source of report.sources) if (source.error !== undefined) parts.push(renderError(source.error, source.label))
  if (report.warnings.length > 0)
    parts.push(
      report.warnings
        .slice(0, 20)
        .map((text) => `> ⚠️ ${escapeMarkdown(text)}`)
        .join('\n>\n'),
    )
  if (report.hooks.length > 0) parts.push(renderHooks(report.hooks, limits))
  for (const source of report.sources) {
    parts.push(...renderFailures(source, limits), ...renderChanges(source, limits), ...renderRetention(source, limits))
  }
  parts.push(renderFacts(report))
  return `${parts.join('\n\n')}\n`
}

function renderSources(sources: readonly SourceReport[]): string {
  const rows = sources.map((source) => {
    const cells = [
      code(source.label),
      source.snapshotId === '' ? '–' : code(source.snapshotId),
      formatCount(source.files),
      formatBytes(source.bytes),
      formatBytes(source.newBytes),
      changeWords(source),
      formatDuration(source.durationMs),
      `${STATUS_SIGNS[source.status]} ${source.status}`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return ['| Source | Snapshot | Files | Size | New | Changes | Time | Status |', '|---|---|---:|---:|---:|---|---:|---|', ...rows].join(
    '\n',
  )
}

function renderHooks(hooks: readonly HookReport[], limits: Limits): string {
  const rows = hooks.map((hook) => {
    const sign = hook.status === 'ok' ? '✅' : hook.status === 'skipped' ? '⏭️' : hook.mode === 'essential' ? '❌' : '⚠️'
    return `| ${sign} ${hookResult(hook)} | ${escapeMarkdown(hook.name)} | ${escapeMarkdown(hookPlace(hook))} | ${hook.mode} | ${formatDuration(hook.durationMs)} |`
  })
  const table = ['| Result | Hook | Where | Mode | Time |', '|---|---|---|---|---:|', ...rows].join('\n')
  const failed = hooks.filter((hook) => hook.status !== 'ok' && hook.tail.length > 0 && limits.tail > 0)
  const tails = failed.map((hook) =>
    details(`Last lines of ${escapeMarkdown(hook.name)}`, `<pre>${hook.tail.slice(-limits.tail).map(escapeHtml).join('\n')}</pre>`),
  )
  return [`### Hooks\n\n${table}`, ...tails].join('\n\n')
}

function renderFailures(source: SourceReport, limits: Limits): string[] {
  if (source.failures.length === 0) return []
  const rows = source.failures.slice(0, limits.rows).map((failure) => `- ${code(failure.path)}: ${escapeMarkdown(failure.error)}`)
  return [details(`${formatCount(source.failures.length)} not stored from ${escapeMarkdown(source.label)}`, rows.join('\n'))]
}

function renderChanges(source: SourceReport, limits: Limits): string[] {
  const total = source.filesNew + source.filesChanged + source.filesRemoved
  if (total === 0 || limits.rows === 0 || source.matchedSnapshotId === '') return []
  const shown = source.changes.slice(0, limits.rows)
  const rows = shown.map((change) => `- ${change.kind} ${code(change.path)}`)
  if (total > shown.length) rows.push(`- and ${formatCount(total - shown.length)} more`)
  return [details(`What is new in ${escapeMarkdown(source.label)}: ${changeWords(source)}`, rows.join('\n'))]
}

function renderRetention(source: SourceReport, limits: Limits): string[] {
  const retention = source.retention
  if (retention === undefined || limits.rows === 0) return []
  const kept = retention.kept
    .slice(0, limits.rows)
    .map((row) => `| ${code(row.id)} | ${row.startTime} | ${escapeMarkdown(row.reasons.join(', '))} |`)
  const removed = retention.removed.slice(0, limits.rows).map((row) => `| ${code(row.id)} | ${row.startTime} | removed |`)
  const title = `Retention of ${escapeMarkdown(source.label)}: ${retention.kept.length} kept, ${retention.removed.length} removed`
  return [details(title, ['| Snapshot | Started | Why |', '|---|---|---|', ...kept, ...removed].join('\n'))]
}

function renderFacts(report: RunReport): string {
  const rows = [
    `- Policy file: ${report.policyFile === null ? 'none, defaults' : code(report.policyFile.path)}`,
    `- Repository: ${report.repository === null ? 'not opened' : `${code(report.repository.location)}${report.repository.wasCreated ? ' (created by this run)' : ''}`}`,
    `- Uploaded: ${formatBytes(report.uploadedBytes)}`,
    `- Cairn ${report.version}`,
    ...report.notices.slice(0, 50).map((notice) => `- ${escapeMarkdown(notice)}`),
  ]
  return details('Details', rows.join('\n'))
}

function renderError(error: ReportedError, label?: string): string {
  const place = label === undefined ? '' : `${code(label)}: `
  const hint = error.hint === undefined ? '' : `<br>${escapeMarkdown(error.hint)}`
  return `> ❌ ${place}**${error.code}** ${escapeMarkdown(error.message)}${hint}`
}

function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** Dynamic text in HTML. */
export function escapeHtml(text: string): string {
  return visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Dynamic text in Markdown, on one line: HTML and the characters that Markdown reads are escaped. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ')).replace(/([\\`*_{}[\]|#~@])/g, '\\$1')
}

/** A file name or an ID as code; works for names with backticks and pipes. */
function code(text: string): string {
  return `<code>${escapeHtml(text).replaceAll('|', '&#124;').replaceAll('`', '&#96;').replaceAll('*', '&#42;').replaceAll('_', '&#95;').replaceAll('@', '&#64;')}</code>`
}
