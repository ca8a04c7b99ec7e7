/** Errors and warnings of the policy file as annotations at their place, the worst first, never more than GitHub shows. */
import { isAbsolute, relative, sep } from 'node:path'
import * as core from '@actions/core'
import type { Diagnostic } from '../policyfile/diagnostic.ts'
import { DIAGNOSTIC_TITLES } from '../policyfile/diagnostic.ts'
import { harmless } from './log.ts'

const MAX_OF_A_LEVEL = 9
const LEVELS = { error: core.error, warning: core.warning } as const

/** `file` is the path that annotations carry. Notices are for `cairn validate`: on every run they would only be noise. */
export function annotateDiagnostics(diagnostics: readonly Diagnostic[], file: string): void {
  for (const severity of ['error', 'warning'] as const) {
    const findings = diagnostics.filter((finding) => finding.severity === severity)
    for (const { code, message, hint, range } of findings.slice(0, MAX_OF_A_LEVEL)) {
      LEVELS[severity](harmless(hint === undefined ? message : `${message} ${hint}`), {
        title: `${code}: ${DIAGNOSTIC_TITLES[code]}`,
        file: harmless(file),
        startLine: range.startLine,
        startColumn: range.startColumn,
        endLine: range.endLine,
        ...(range.startLine === range.endLine ? { endColumn: range.endColumn } : {}),
      })
    }
    const rest = findings.length - MAX_OF_A_LEVEL
    if (rest > 0) core.info(`${rest} more findings of the level "${severity}" are in the log above.`)
  }
}

/** A path as annotations want it: relative to the workspace, with forward slashes. */
export function annotationPath(path: string, workspace: string): string {
  const below = isAbsolute(path) ? relative(workspace, path) : path
  return below
    .split(sep)
    .join('/')
    .replace(/^(\.\/)+/, '')
}
