/** How the results of a run add up: one status, one exit code (docs/errors.md, "Exit codes"). */
import { CairnError, type ErrorKind, messageOf } from '../../errors.ts'
import type { RunStatus } from '../../policy/hook.ts'
import type { ReportedError } from './report.ts'

/** Exit code of each kind of failure. `cancelled` is 130; a face that saw SIGTERM says 143. */
export const EXIT_CODES = {
  failed: 1,
  bug: 1,
  usage: 2,
  partial: 3,
  damage: 4,
  differences: 5,
  hook: 6,
  storage: 7,
  'no-repository': 10,
  busy: 11,
  password: 12,
  cancelled: 130,
} as const satisfies Record<ErrorKind, number>

/** Which of several exit codes a run reports: the first of these that occurred. */
const PRECEDENCE = [130, 2, 12, 10, 11, 4, 7, 6, 3, 1]

/** The exit code of several failures; 0 when there is none. */
export function combineExitCodes(codes: Iterable<number>): number {
  const seen = new Set(codes)
  return PRECEDENCE.find((code) => seen.has(code)) ?? 0
}

const STATUS_PRECEDENCE: readonly RunStatus[] = ['cancelled', 'failed', 'partial', 'created', 'unchanged', 'skipped']

/** The status of a run from those of its sources; a run without sources has the given one. */
export function combineStatus(statuses: readonly RunStatus[], whenEmpty: RunStatus): RunStatus {
  return STATUS_PRECEDENCE.find((status) => statuses.includes(status)) ?? whenEmpty
}

/** Exit code of anything that was thrown. */
export function exitCodeOf(error: unknown): number {
  return error instanceof CairnError ? EXIT_CODES[error.kind] : 1
}

/** The reportable form of anything that was thrown; an unknown error is one of ours, and says so. */
export function reportedError(error: unknown): ReportedError {
  if (error instanceof CairnError) {
    return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) }
  }
  return {
    code: 'CAIRN_INTERNAL',
    message: `Cairn met a condition it does not know: ${messageOf(error)}`,
    hint: 'This is a defect of Cairn. Please report it with the output of the same command and --verbose.',
  }
}
