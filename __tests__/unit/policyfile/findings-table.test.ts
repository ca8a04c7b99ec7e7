import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DIAGNOSTIC_TITLES } from '../../../src/policyfile/diagnostic.ts'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import type { HookFileResult } from '../../../src/policyfile/policy-file.ts'

/** One row: code, severity, start line and column, end line and column. */
type Row = [string, string, number, number, number, number]

interface Expected {
  findings: Row[]
  options?: { strictKopia?: boolean; availableSecrets?: string[]; purpose?: 'validate' | 'run' }
}

const folder = new URL('../../fixtures/policyfile/', import.meta.url)
const expected: Record<string, Expected> = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))

function readHookFile(path: string): HookFileResult {
  if (path.startsWith('..')) return { ok: false, reason: 'outside' }
  if (path === 'folder') return { ok: false, reason: 'not-a-file' }
  if (path.startsWith('hooks/')) return { ok: false, reason: 'missing' }
  return { ok: true, bytes: new Uint8Array(readFileSync(new URL(`scripts/${path}`, folder))) }
}

function sourceKind(path: string) {
  return path.endsWith('.txt') ? 'file' : path.endsWith('link') ? 'symlink' : 'directory'
}

for (const [name, { findings, options }] of Object.entries(expected)) {
  test(`${name} is reported at the exact place, and nothing else is`, () => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const { diagnostics, file } = parsePolicyFile(bytes, { path: name, readHookFile, sourceKind, ...options })
    const rows = diagnostics.map(({ code, severity, range }) => [
      code,
      severity,
      range.startLine,
      range.startColumn,
      range.endLine,
      range.endColumn,
    ])
    expect(rows, diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')).toEqual(findings)
    expect(file === undefined).toBe(findings.some(([, severity]) => severity === 'error'))
  })
}

test('every code has a fixture', () => {
  const covered = new Set(Object.values(expected).flatMap(({ findings }) => findings.map(([code]) => code)))
  expect(Object.keys(DIAGNOSTIC_TITLES).filter((code) => !covered.has(code))).toEqual([])
})
