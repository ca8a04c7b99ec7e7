/** Collects findings of one pass and keeps them to one per token. */
import type { Diagnostic, DiagnosticCode, Severity } from './diagnostic.ts'
import { compareDiagnostics } from './diagnostic.ts'
import type { LineIndex, Span } from './positions.ts'

const WARNINGS: ReadonlySet<DiagnosticCode> = new Set(['P022', 'P038', 'P041', 'P052', 'P053', 'P054', 'P055', 'P056', 'P057'])

/** Of these codes a token gets only the first. */
const ONE_PER_TOKEN: ReadonlySet<DiagnosticCode> = new Set(['P002', 'P012', 'P013', 'P039', 'P050', 'P051'])

export interface FindingExtras {
  readonly hint?: string
  /** Other than the usual severity of the code. */
  readonly severity?: Severity
}

/** The findings so far. The same code at the same place is kept once, so an anchored mistake is told where its text stands. */
export class Findings {
  readonly #lines: LineIndex
  readonly #found: { readonly offset: number; readonly diagnostic: Diagnostic }[] = []
  readonly #seen = new Set<string>()
  readonly #valueTokens = new Set<number>()

  constructor(lines: LineIndex) {
    this.#lines = lines
  }

  add(code: DiagnosticCode, span: Span, path: string, message: string, extras: FindingExtras = {}): void {
    const key = `${code}@${span.start}`
    if (this.#seen.has(key)) return
    if (ONE_PER_TOKEN.has(code)) {
      if (this.#valueTokens.has(span.start)) return
      this.#valueTokens.add(span.start)
    }
    this.#seen.add(key)
    const diagnostic: Diagnostic = {
      code,
      severity: extras.severity ?? (WARNINGS.has(code) ? 'warning' : 'error'),
      message: plain(message),
      ...(extras.hint === undefined ? {} : { hint: plain(extras.hint) }),
      range: this.#lines.rangeOf(span),
      path: plain(path),
    }
    this.#found.push({ offset: span.start, diagnostic })
  }

  /** Drops what a syntax error makes doubtful: everything behind `offset`, and what only misses something. */
  keepBefore(offset: number): void {
    const kept = this.#found.filter(
      ({ offset: at, diagnostic }) =>
        /^P00[1-4]$/.test(diagnostic.code) || (at < offset && !/^P(010|021|022|030|032|037|05[2-6])$/.test(diagnostic.code)),
    )
    this.#found.splice(0, this.#found.length, ...kept)
  }

  get hasErrors(): boolean {
    return this.#found.some(({ diagnostic }) => diagnostic.severity === 'error')
  }

  /** All findings in order; with `strict`, warnings are errors. */
  sorted(strict: boolean): Diagnostic[] {
    const all = this.#found.map(({ diagnostic }) => {
      return strict && diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' as const } : diagnostic
    })
    return all.sort(compareDiagnostics)
  }
}

/** Text of the file stands in messages: nothing in it may start a line or turn the direction of what follows. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '?')
}
