/** The job summary: verdict, table of sources, hooks, what is new, within GitHub's limit of 1 MiB. */
import { errorsOf, type HookReport, type ReportedError, type RunReport, type SourceReport } from '../commands/run/report.ts'
import { formatBytes, formatCount, formatDuration } from '../util/format.ts'
import { visibleText } from '../util/plain-text.ts'
import { changeWords, hookPlace, hookResult, outcomeSentence, resultLine, STATUS_SIGNS, STATUS_WORDS } from './words.ts'

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
  return `## ${STATUS_SIGNS[report.status]} Cairn: ${STATUS_WORDS[report.status].toLowerCase()}\n\n${escapeMarkdown(resultLine(report)).slice(0, 2000)}\n`
}

interface Limits {
  readonly rows: number
  readonly tail: number
}

function render(report: RunReport, limits: Limits): string {
  const parts = [`## ${STATUS_SIGNS[report.status]} Cairn: ${STATUS_WORDS[report.status].toLowerCase()}`]
  const sentence = escapeMarkdown(outcomeSentence(report))
  if (sentence !== '') parts.push(sentence)
  for (const error of report.errors) parts.push(renderError(error))
  parts.push(...renderFindings(report, limits))
  if (report.sources.length > 0) parts.push(renderSources(report.sources))
  for (const source of report.sources) parts.push(...errorsOf(source).map((error) => renderError(error, source.label)))
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

function renderFindings({ diagnostics, policyFile }: RunReport, limits: Limits): string[] {
  const findings = diagnostics.filter((finding) => finding.severity !== 'notice')
  if (findings.length === 0) return []
  const rows = findings.slice(0, Math.max(10, limits.rows)).map(({ code: number, severity, message, hint, range }) => {
    const sign = severity === 'error' ? '❌' : '⚠️'
    return `| ${sign} ${number} | ${range.startLine}:${range.startColumn} | ${escapeMarkdown(hint === undefined ? message : `${message} ${hint}`)} |`
  })
  const file = policyFile === null ? 'the policy file' : code(policyFile.path)
  return [`### Findings in ${file}\n\n${['| Code | Line | What is wrong |', '|---|---:|---|', ...rows].join('\n')}`]
}

function renderSources(sources: readonly SourceReport[]): string {
  const rows = sources.map((source) => {
    const isSaved = source.snapshotId !== ''
    const numbers = [formatCount(source.files), formatBytes(source.bytes), formatBytes(source.newBytes), changeWords(source)]
    const cells = [
      code(source.label),
      isSaved ? code(source.snapshotId) : '–',
      ...(isSaved ? numbers : numbers.map(() => '–')),
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
    return `| ${hookSign(hook)} ${escapeMarkdown(hookResult(hook))} | ${escapeMarkdown(hook.name)} | ${escapeMarkdown(hookPlace(hook))} | ${hook.mode} | ${formatDuration(hook.durationMs)} |`
  })
  const table = ['| Result | Hook | Where | Mode | Time |', '|---|---|---|---|---:|', ...rows].join('\n')
  const failed = hooks.filter((hook) => hook.status !== 'ok' && hook.status !== 'not-run' && hook.tail.length > 0 && limits.tail > 0)
  const tails = failed.map((hook) =>
    details(`Last lines of ${escapeMarkdown(hook.name)}`, `<pre>${hook.tail.slice(-limits.tail).map(escapeHtml).join('\n')}</pre>`),
  )
  return [`### Hooks\n\n${table}`, ...tails].join('\n\n')
}

function hookSign({ status, mode }: HookReport): string {
  if (status === 'ok') return '✅'
  if (status === 'skipped' || status === 'not-run') return '⏭️'
  return mode === 'essential' ? '❌' : '⚠️'
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
    .map((row) => `| ${code(row.id)} | ${minute(row.startTime)} | ${escapeMarkdown(row.reasons.join(', '))} |`)
  const removed = retention.removed.slice(0, limits.rows).map((row) => `| ${code(row.id)} | ${minute(row.startTime)} | removed |`)
  const title = `Retention of ${escapeMarkdown(source.label)}: ${retention.kept.length} kept, ${retention.removed.length} removed`
  return [details(title, ['| Snapshot | Started (UTC) | Kept as |', '|---|---|---|', ...kept, ...removed].join('\n'))]
}

function minute(timestamp: string): string {
  return timestamp.slice(0, 16).replace('T', ' ')
}

function renderFacts(report: RunReport): string {
  const { policyFile, repository } = report
  const rows = [
    ...(policyFile !== null
      ? [`- Policy file: ${code(policyFile.path)}`]
      : report.errors.length === 0
        ? ['- Policy file: none, defaults']
        : []),
    ...(repository === null
      ? ['- Repository: not opened']
      : [
          `- Repository: ${code(repository.location)}${repository.wasCreated ? ' (created by this run)' : ''}`,
          `- Identity: ${code(report.identity)}`,
          `- Uploaded: ${formatBytes(report.uploadedBytes)}`,
        ]),
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
  return escapeHtml(text.replace(/\s+/g, ' '))
    .replaceAll('&quot;', '"')
    .replace(/([\\`*_{}[\]|#~@])/g, '\\$1')
    .replaceAll('://', '&#58;//')
}

/** A file name or an ID as code. Markdown is read inside the element too: whatever could begin a link or a style is written as a number. */
function code(text: string): string {
  const plain = escapeHtml(text).replace(/[[\]()!\\`*_~|@:]/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<code>${plain.replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}&#46;`)}</code>`
}
