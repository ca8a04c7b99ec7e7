/** Findings in the policy file: their type, their codes, their order and their plain-text excerpt (docs/policy.md, "Findings"). */

export type Severity = 'error' | 'warning' | 'notice'

/** Lines and columns start at 1; columns count UTF-16 code units; the end is exclusive. */
export interface SourceRange {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Code -> title. The meaning of a code never changes. */
export const DIAGNOSTIC_TITLES = {
  P001: 'not valid YAML',
  P002: 'text that must be quoted',
  P003: 'the same key twice',
  P004: 'too large, too deep, or an alias or merge key that is not taken',
  P010: 'version missing or unknown',
  P011: 'unknown key',
  P012: 'wrong type or word',
  P013: 'value that YAML versions read differently',
  P020: 'bad target',
  P021: 'two targets for one place',
  P022: 'target outside every source',
  P030: 'not exactly one program in a hook',
  P031: 'a string is not a command',
  P032: 'empty command or script',
  P033: 'a word that does not work here',
  P034: 'script that cannot be stored or started',
  P035: 'script file that cannot be used',
  P036: 'program path that is not absolute',
  P037: 'mode unknown or assumed',
  P038: 'async hook',
  P039: 'bad duration',
  P040: 'not expressible in a Kopia policy',
  P041: 'secret in the file, or a secret that is not available',
  P042: 'bad variable name',
  P043: 'unknown condition',
  P050: 'value without a meaning',
  P051: 'value that Kopia refuses',
  P052: 'settings lost on a nested folder',
  P053: 'folder hooks beside noParent',
  P054: 'redirect of a nested folder',
  P055: 'hooks that never run',
  P056: 'nothing cleans up',
  P057: 'pipeline whose failure is hidden',
} as const satisfies Record<string, string>

export type DiagnosticCode = keyof typeof DIAGNOSTIC_TITLES

/** One finding, with its place. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** What is wrong, as one sentence. */
  readonly message: string
  /** What to write instead, when there is something to say. */
  readonly hint?: string
  readonly range: SourceRange
  /** Where in the document, such as `policies["./data"].actions.beforeFolder.mode`; empty for the document itself. */
  readonly path: string
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 }

/** Orders findings: errors first, then by place, then by code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
    a.range.startLine - b.range.startLine ||
    a.range.startColumn - b.range.startColumn ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  )
}

/** Whether a file with these findings must not be used. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

const MAX_EXCERPT = 160

/**
 * Text of one finding: the place, the message, the line with carets below the token, the hint.
 * Plain text without colours; control characters of the file are shown as `?`, tabs as one blank.
 */
export function formatDiagnostic(diagnostic: Diagnostic, filePath: string, text: string): string {
  const { range } = diagnostic
  const head = `${filePath}:${range.startLine}:${range.startColumn} ${diagnostic.severity} ${diagnostic.code} ${diagnostic.message}`
  const lines = [head]
  const excerpt = formatExcerpt(range, text)
  if (excerpt !== undefined) lines.push(excerpt)
  if (diagnostic.hint !== undefined) lines.push(`  ${diagnostic.hint}`)
  return lines.join('\n')
}

/** The line of `range` with carets below it, or undefined when the text has no such line. */
export function formatExcerpt(range: SourceRange, text: string): string | undefined {
  const line = text.split(/\r\n|\r|\n/, range.startLine)[range.startLine - 1]
  if (line === undefined || line === '') return undefined
  const from = Math.max(0, range.startColumn - 1 - MAX_EXCERPT / 2)
  const shown = line.slice(from, from + MAX_EXCERPT)
  const start = range.startColumn - 1 - from
  const end = range.endLine === range.startLine ? range.endColumn - 1 - from : shown.length
  const number = String(range.startLine)
  const clean = shown.replaceAll('\t', ' ').replace(/\p{Cc}/gu, '?')
  const carets = '^'.repeat(Math.max(1, Math.min(end, shown.length) - start))
  return `  ${number} | ${clean}\n  ${' '.repeat(number.length)} | ${' '.repeat(start)}${carets}`
}
