/** Reports of runs, made by hand. */
import type { HookReport, RunReport, SourceReport } from '../../src/commands/run/report.ts'
import { emptyReport } from '../../src/commands/run/source-report.ts'

export function sourceReport(fields: Partial<SourceReport> = {}): SourceReport {
  return {
    ...emptyReport('builder@ci:/work/data', 'data'),
    status: 'created',
    snapshotId: '0123456789abcdef0123456789abcdef',
    rootObjectId: `k${'1'.repeat(32)}`,
    files: 1204,
    directories: 12,
    bytes: 1_500_000,
    newBytes: 20_000,
    durationMs: 1234,
    ...fields,
  }
}

export function hookOf(fields: Partial<HookReport> = {}): HookReport {
  return {
    name: 'dump',
    phase: 'before-snapshot-root',
    label: 'data',
    mode: 'essential',
    status: 'ok',
    exitCode: 0,
    signal: null,
    durationMs: 200,
    message: '',
    tail: [],
    killed: [],
    ...fields,
  }
}

export function runReport(fields: Partial<RunReport> = {}): RunReport {
  return {
    schema: 1,
    version: '0.1.0',
    status: 'created',
    exitCode: 0,
    startTime: '2026-01-02T03:04:05Z',
    durationMs: 2500,
    policyFile: { path: '.github/cairn.yml', sha256: 'ab'.repeat(32) },
    diagnostics: [],
    repository: { location: '/backup', uniqueId: 'cd'.repeat(32), wasCreated: false },
    identity: 'builder@ci:/work',
    event: '',
    sources: [sourceReport()],
    hooks: [],
    uploadedBytes: 21_000,
    notices: [],
    warnings: [],
    errors: [],
    ...fields,
  }
}
