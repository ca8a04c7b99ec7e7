/** The report of a run for people: nothing in it can break out of its place, and it always fits. */
import { describe, expect, it } from 'vitest'
import { durationText, modeText } from '../../../src/report/kopia-text.ts'
import { escapeHtml, escapeMarkdown, renderSummary } from '../../../src/report/markdown.ts'
import { renderText } from '../../../src/report/text.ts'
import { changeWords, hookResult, resultLine } from '../../../src/report/words.ts'
import { hookOf, runReport, sourceReport } from '../../support/run-report.ts'

const HOSTILE = [
  '</details><script>alert(1)</script>',
  'a|b',
  '`code`',
  '![x](http://evil/x.png)',
  '[x](javascript:alert(1))',
  '@octocat #1 _b_ **b** ~s~',
  'line\n## heading',
  'right\u202Eto left',
  'bell\u0007esc\u001b[31m',
  '<img src=x onerror=alert(1)>',
  'x%0A::error::stolen',
]

/** A report that says `text` in every place that holds text of somebody else. */
function reportFullOf(text: string) {
  const error = { code: 'CAIRN_HOOK_FAILED', message: text, hint: text } as const
  const source = sourceReport({
    label: text,
    source: `u@h:${text}`,
    matchedSnapshotId: 'f'.repeat(32),
    filesNew: 1,
    changes: [{ kind: 'new', path: text }],
    failures: [{ path: text, error: text, isIgnored: false }],
    error,
    retention: { kept: [{ id: 'a', startTime: '2026-01-02T03:04:05Z', reasons: [`pin:${text}`] }], removed: [] },
  })
  const hook = hookOf({ name: text, label: text, status: 'failed', exitCode: 3, message: text, tail: [text], killed: [text] })
  return runReport({ status: 'failed', sources: [source], hooks: [hook], notices: [text], warnings: [text], errors: [error] })
}

describe('the summary', () => {
  it.each(HOSTILE)('holds %j as text and as nothing else', (text) => {
    const own = renderSummary(reportFullOf('harmless'))
    const summary = renderSummary(reportFullOf(text))
    const shape = (markdown: string) => ({
      tags: (markdown.match(/<\/?[a-z]+/g) ?? []).sort(),
      headings: markdown.split('\n').filter((line) => line.startsWith('#')).length,
      // Nothing inside <pre> is read as Markdown.
      links: (markdown.replace(/<pre>[\s\S]*?<\/pre>/g, '').match(/(?<!\\)\]\(/g) ?? []).length,
      cells: markdown
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.match(/(?<!\\)\|/g)?.length),
      lines: markdown.split('\n').length,
    })
    expect(shape(summary)).toEqual(shape(own))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(summary).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
  })

  it('becomes shorter until it fits, and keeps the verdict', () => {
    const changes = Array.from({ length: 200 }, (_, index) => ({ kind: 'new' as const, path: `folder/file-${index}` }))
    const source = sourceReport({ matchedSnapshotId: 'f'.repeat(32), filesNew: 5000, changes })
    const report = runReport({ sources: [source] })
    const full = renderSummary(report)
    expect(full).toContain('folder/file-199')
    expect(full).toContain('and 4,800 more')
    for (const budget of [full.length - 1, 4000, 1500, 400]) {
      const text = renderSummary(report, budget)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget)
      expect(text).toContain('napshot')
    }
  })

  it('always fits, whatever there is to say', () => {
    const long = 'x'.repeat(10_000)
    const sources = Array.from({ length: 2000 }, (_, index) => sourceReport({ label: `${long}${index}` }))
    expect(Buffer.byteLength(renderSummary(runReport({ sources, warnings: [long, long] })))).toBeLessThanOrEqual(1_000_000)
  })

  it('names the code of an error, and what to do', () => {
    const summary = renderSummary(
      runReport({ status: 'failed', errors: [{ code: 'CAIRN_PASSWORD_WRONG', message: 'It is wrong.', hint: 'Set it.' }] }),
    )
    expect(summary).toContain('CAIRN')
    expect(summary).toContain('It is wrong.')
    expect(summary).toContain('Set it.')
  })
})

describe('a hook that was not run', () => {
  const hook = {
    ...{ name: 'Tell', phase: 'job-after' as const, label: 'the run', mode: 'essential' as const, status: 'not-run' as const },
    ...{ exitCode: null, signal: null, durationMs: 0, message: '', reason: 'status is created', tail: [], killed: [] },
  }

  it('is no failure, and says why', () => {
    const report = runReport({ hooks: [hook] })
    expect(renderText(report).join('\n')).toMatch(/not run: status is created .* Tell/)
    expect(renderSummary(report)).toContain('⏭️ not run: status is created | Tell')
    expect(renderSummary(report)).not.toContain('❌')
  })
})

describe('the text', () => {
  it.each(HOSTILE)('keeps %j on its line and without control characters', (text) => {
    const lines = [...renderText(reportFullOf(text)), resultLine(reportFullOf(text))]
    expect(lines.length).toBe(renderText(reportFullOf('harmless')).length + 1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
  })

  it('shows ten changes and how many there are more', () => {
    const changes = Array.from({ length: 50 }, (_, index) => ({ kind: 'changed' as const, path: `file-${index}` }))
    const source = sourceReport({ matchedSnapshotId: 'f'.repeat(32), filesChanged: 1234, changes })
    const lines = renderText(runReport({ sources: [source] }))
    expect(lines.filter((line) => line.includes('~ file-'))).toHaveLength(10)
    expect(lines.some((line) => line.endsWith('and 1,224 more'))).toBe(true)
  })

  it('puts everything of the result into one line', () => {
    expect(resultLine(runReport())).toBe(
      'Snapshot 0123456789abcdef0123456789abcdef of data (1,204 files, 1.5 MB) - 20 KB new, 98.7 % already stored, 2.5 s',
    )
    expect(resultLine(runReport({ sources: [sourceReport(), sourceReport({ label: 'other' })] }))).toMatch(
      /^2 snapshots \(2,408 files, 3 MB\)/,
    )
  })

  it('says how each kind of end of a hook looks', () => {
    const words = (fields: Parameters<typeof hookOf>[0]) => hookResult(hookOf(fields))
    expect(words({})).toBe('ok')
    expect(words({ status: 'failed', exitCode: 3 })).toBe('exit code 3')
    expect(words({ status: 'failed', exitCode: null, signal: 'SIGKILL' })).toBe('killed by SIGKILL')
    expect(words({ status: 'timed-out', exitCode: null })).toBe('timed out')
    expect(words({ status: 'skipped', exitCode: 75 })).toBe('asked to skip')
  })

  it('counts changes in words', () => {
    expect(changeWords(sourceReport({ filesNew: 2, filesChanged: 1 }))).toBe('2 new, 1 changed, 0 removed')
  })

  it('counts folders when nothing else says what is not as it was', () => {
    const words = (fields: Parameters<typeof sourceReport>[0]) => changeWords(sourceReport({ matchedSnapshotId: 'earlier', ...fields }))
    expect(words({ directoriesChanged: 1 })).toBe('0 new, 0 changed, 0 removed, 1 folder changed')
    expect(words({ directoriesChanged: 2, filesRemoved: 3 })).toBe('0 new, 0 changed, 3 removed')
    expect(words({ directoriesChanged: 2, matchedSnapshotId: '' })).toBe('0 new, 0 changed, 0 removed')
  })
})

describe('escaping', () => {
  it('leaves plain text alone', () => {
    expect(escapeMarkdown('A plain sentence, with 1.5 MB and a/path.')).toBe('A plain sentence, with 1.5 MB and a/path.')
    expect(escapeHtml('a & b')).toBe('a &amp; b')
  })
})

describe("Kopia's layouts", () => {
  it('writes modes, times and durations as Kopia does', () => {
    expect(modeText('d', 0o755)).toBe('drwxr-xr-x')
    expect(modeText('f', 0o644)).toBe('-rw-r--r--')
    expect(modeText('s', 0o777)).toBe('Lrwxrwxrwx')
    expect(modeText('f', 0o4755)).toBe('urwxr-xr-x')
    expect(modeText('d', 0o1777)).toBe('dtrwxrwxrwx')
    expect([0n, 1_500_000_000n, 1_200_000_000_000n, 86_400_000_000_000n].map(durationText)).toEqual(['0s', '1.5s', '20m0s', '24h0m0s'])
  })
})
