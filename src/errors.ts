/**
 * Typed errors: every failure a user can meet has a stable code, a message, a hint and an exit code.
 *
 * The table is the single list of codes; `docs/errors.md` has one section for each of them and a test keeps the two equal.
 * Only the faces (`action/`, `cli/`) turn an error into text.
 */

/** What a failure means for the caller; it decides the exit code (docs/errors.md, "Exit codes"). */
export type ErrorKind =
  | 'failed'
  | 'usage'
  | 'partial'
  | 'damage'
  | 'differences'
  | 'hook'
  | 'storage'
  | 'no-repository'
  | 'busy'
  | 'password'
  | 'cancelled'
  | 'bug'

/** Code -> kind. Keep it sorted by code within a block; each code has a section in docs/errors.md. */
export const ERROR_CODES = {
  // our own mistakes
  CAIRN_INTERNAL: 'bug',
  // arguments, environment, policy file
  CAIRN_USAGE: 'usage',
  CAIRN_NODE_TOO_OLD: 'usage',
  CAIRN_NOT_SUPPORTED: 'usage',
  // cancelling
  CAIRN_CANCELLED: 'cancelled',
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof ERROR_CODES

export interface CairnErrorOptions {
  /** What the user can do about it, as one or two sentences. */
  readonly hint?: string
  /** The error underneath, kept for `--verbose`. */
  readonly cause?: unknown
}

/** An error that a user may see: `code` is stable API, `message` says what happened, `hint` what to do. */
export class CairnError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: CairnErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'CairnError'
    this.code = code
    this.hint = options.hint
  }

  /** The kind of failure, from the table of codes. */
  get kind(): ErrorKind {
    return ERROR_CODES[this.code]
  }
}

/** Whether `error` is a CairnError, of the given code when one is named. */
export function isCairnError(error: unknown, code?: ErrorCode): error is CairnError {
  return error instanceof CairnError && (code === undefined || error.code === code)
}

/** Text of anything that was thrown, for use inside a message. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Throws CAIRN_CANCELLED when `signal` has been aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled()
}

/** The error of a run that was stopped by a signal. */
export function cancelled(): CairnError {
  return new CairnError('CAIRN_CANCELLED', 'The run was cancelled.', {
    hint: 'Snapshots saved earlier are untouched. Run the same command again to continue.',
  })
}
