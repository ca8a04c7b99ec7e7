/** The result of a hook as a row of the report. */
import type { HookResult } from '../../hooks/result.ts'
import type { HookReport } from './report.ts'

/** Takes over what a reader needs; processes and promises stay behind. */
export function hookReport(result: HookResult): HookReport {
  return {
    name: result.name ?? result.phase,
    phase: result.phase,
    label: result.label,
    mode: result.mode,
    status: result.status,
    exitCode: result.exitCode,
    signal: result.signal,
    durationMs: result.durationMs,
    message: result.status === 'ok' ? '' : result.message,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    tail: result.tail,
    killed: result.killed,
  }
}
