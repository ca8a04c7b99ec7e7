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
  // snapshots, policies, the tree that is read
  CAIRN_DIRECTORY_DAMAGED: 'damage',
  CAIRN_IGNORE_RULE_INVALID: 'usage',
  CAIRN_POLICY_DAMAGED: 'damage',
  CAIRN_POLICY_IMPORT_INVALID: 'usage',
  CAIRN_POLICY_NOT_FOUND: 'usage',
  CAIRN_POLICY_REFUSED: 'usage',
  CAIRN_SNAPSHOT_AMBIGUOUS: 'usage',
  CAIRN_SNAPSHOT_DAMAGED: 'damage',
  CAIRN_SNAPSHOT_NOT_FOUND: 'usage',
  CAIRN_SOURCE_MISSING: 'failed',
  CAIRN_SOURCE_UNREADABLE: 'failed',
  CAIRN_TARGET_INVALID: 'usage',
  // commands: what was asked for, and where
  CAIRN_EDITOR_FAILED: 'failed',
  CAIRN_EXPORT_EXISTS: 'usage',
  CAIRN_EXPORT_UNWRITABLE: 'failed',
  CAIRN_LOCATION_MISSING: 'usage',
  CAIRN_LOG_UNWRITABLE: 'failed',
  CAIRN_NOT_A_DIRECTORY: 'usage',
  CAIRN_OUTPUT_UNWRITABLE: 'failed',
  CAIRN_PASSWORD_MISMATCH: 'usage',
  CAIRN_PASSWORD_MISSING: 'password',
  CAIRN_REPORT_UNWRITABLE: 'failed',
  CAIRN_SOURCE_DUPLICATE: 'usage',
  CAIRN_SOURCE_OUTSIDE: 'usage',
  // commands: how a run ended
  CAIRN_HOOKS_CHANGED: 'hook',
  CAIRN_SNAPSHOT_PARTIAL: 'partial',
  // looking into a repository and mending it by hand
  CAIRN_DANGEROUS_COMMAND: 'usage',
  CAIRN_LOG_NOT_FOUND: 'usage',
  CAIRN_MANIFEST_NOT_FOUND: 'usage',
  CAIRN_PACK_INDEX_DAMAGED: 'damage',
  // commands: verifying, mending and moving snapshots
  CAIRN_HISTORY_COLLISION: 'usage',
  CAIRN_MIGRATE_INCOMPLETE: 'partial',
  CAIRN_PATTERN_INVALID: 'usage',
  CAIRN_VERIFY_DAMAGED: 'damage',
  CAIRN_VERIFY_INCOMPLETE: 'storage',
  // cancelling
  CAIRN_CANCELLED: 'cancelled',
  // repository: format, keys, algorithms
  CAIRN_CONTENT_DAMAGED: 'damage',
  CAIRN_FORMAT_DAMAGED: 'damage',
  CAIRN_FORMAT_REPLICA_MISSING: 'damage',
  CAIRN_FORMAT_UNSUPPORTED: 'failed',
  CAIRN_PASSWORD_EMPTY: 'usage',
  CAIRN_PASSWORD_WRONG: 'password',
  CAIRN_REPOSITORY_LOCKED: 'busy',
  // blob storage, locations, the client's config file
  CAIRN_BLOB_EXISTS: 'failed',
  CAIRN_BUCKET_MISSING: 'no-repository',
  CAIRN_BLOB_ID_INVALID: 'damage',
  CAIRN_BLOB_NOT_FOUND: 'damage',
  CAIRN_BLOB_RANGE: 'damage',
  CAIRN_CACHE_CONFLICT: 'storage',
  CAIRN_CACHE_DAMAGED: 'damage',
  CAIRN_CACHE_SEGMENT_LOST: 'damage',
  CAIRN_CONFIG_INVALID: 'usage',
  CAIRN_CONFIG_UNREADABLE: 'failed',
  CAIRN_CONFIG_UNWRITABLE: 'failed',
  CAIRN_CREDENTIALS_MISSING: 'storage',
  CAIRN_CREDENTIALS_REFUSED: 'storage',
  CAIRN_LOCATION_INVALID: 'usage',
  CAIRN_LOCATION_SECRET: 'usage',
  CAIRN_NOT_CONNECTED: 'no-repository',
  CAIRN_PASSWORD_FILE_INVALID: 'password',
  CAIRN_STORAGE_EMPTY: 'no-repository',
  CAIRN_STORAGE_ENDPOINT: 'storage',
  CAIRN_STORAGE_FORBIDDEN: 'storage',
  CAIRN_STORAGE_FOREIGN: 'no-repository',
  CAIRN_STORAGE_FULL: 'storage',
  CAIRN_STORAGE_IO: 'storage',
  CAIRN_STORAGE_READONLY: 'usage',
  CAIRN_STORAGE_REGION: 'storage',
  CAIRN_STORAGE_ROOT_MISSING: 'no-repository',
  CAIRN_STORAGE_SHARDS_INVALID: 'damage',
  CAIRN_STORAGE_UNAVAILABLE: 'storage',
  CAIRN_STORAGE_UNFIT: 'storage',
  CAIRN_STORAGE_UNREACHABLE: 'storage',
  CAIRN_SYNC_OTHER_REPOSITORY: 'usage',
  CAIRN_TOKEN_INVALID: 'usage',
  // index, epochs, sessions
  CAIRN_INDEX_DAMAGED: 'damage',
  CAIRN_INDEX_UNSTABLE: 'storage',
  CAIRN_INDEX_WRITE_TOO_SLOW: 'storage',
  CAIRN_REPOSITORY_UPGRADED: 'failed',
  // contents, objects, files being read (the contract in repo/api.ts)
  CAIRN_CONTENT_MISSING: 'damage',
  CAIRN_FILE_CHANGED: 'failed',
  CAIRN_FILE_UNREADABLE: 'failed',
  CAIRN_FILE_VANISHED: 'failed',
  CAIRN_OBJECT_DAMAGED: 'damage',
  CAIRN_OBJECT_TOO_LARGE: 'damage',
  // trees: walking, uploading, restoring
  CAIRN_RESTORE_BAD_LINK: 'damage',
  CAIRN_RESTORE_DAMAGED: 'damage',
  CAIRN_RESTORE_DUPLICATE_NAME: 'damage',
  CAIRN_RESTORE_EXISTS: 'failed',
  CAIRN_RESTORE_INCOMPLETE: 'failed',
  CAIRN_RESTORE_PLACEHOLDER: 'failed',
  CAIRN_RESTORE_SIZE_DIFFERS: 'damage',
  CAIRN_RESTORE_TARGET: 'failed',
  CAIRN_RESTORE_UNKNOWN_TYPE: 'damage',
  CAIRN_RESTORE_UNSAFE_NAME: 'damage',
  CAIRN_RESTORE_UNSAFE_TARGET: 'failed',
  CAIRN_RESTORE_WRITE_FAILED: 'failed',
  CAIRN_ENTRY_NOT_FOUND: 'usage',
  CAIRN_TREE_LOOP: 'damage',
  CAIRN_TREE_TOO_DEEP: 'damage',
  // hooks
  CAIRN_HOOK_COMMAND_FILE: 'hook',
  CAIRN_HOOK_FAILED: 'hook',
  CAIRN_HOOK_INTERPRETER_MISSING: 'hook',
  CAIRN_HOOK_KILLED: 'hook',
  CAIRN_HOOK_NOT_EXECUTABLE: 'hook',
  CAIRN_HOOK_NOT_STARTED: 'hook',
  CAIRN_HOOK_PROGRAM_MISSING: 'hook',
  CAIRN_HOOK_REDIRECT_MISSING: 'hook',
  CAIRN_HOOK_REQUIREMENT_MISSING: 'hook',
  CAIRN_HOOK_SECRET_REFUSED: 'hook',
  CAIRN_HOOK_TIMED_OUT: 'hook',
  CAIRN_STREAM_TOO_SMALL: 'hook',
  // blobs of packs, manifests, creating and opening
  CAIRN_BLOB_MISSING: 'damage',
  CAIRN_MANIFEST_DAMAGED: 'damage',
  CAIRN_OBJECT_ID_INVALID: 'usage',
  CAIRN_REPOSITORY_EXISTS: 'usage',
  CAIRN_REPOSITORY_MISSING: 'no-repository',
  CAIRN_REPOSITORY_READONLY: 'usage',
  // maintenance
  CAIRN_CLOCK_SKEW: 'failed',
  CAIRN_MAINTENANCE_BUSY: 'busy',
  CAIRN_MAINTENANCE_LEASE_LOST: 'busy',
  CAIRN_MAINTENANCE_NOT_OWNER: 'failed',
  CAIRN_MAINTENANCE_UNREADABLE: 'damage',
  // policy file, trust and consent
  CAIRN_HOOKS_NEED_CONSENT: 'usage',
  CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT: 'usage',
  CAIRN_POLICY_FILE_INVALID: 'usage',
  CAIRN_POLICY_FILE_MISSING: 'usage',
  CAIRN_POLICY_FILE_UNREADABLE: 'usage',
  CAIRN_REPOSITORY_HOOKS_REFUSED: 'usage',
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof ERROR_CODES

export interface CairnErrorOptions {
  /** What the user can do about it, as one or two sentences. */
  readonly hint?: string
  /** The error underneath, kept for `--verbose`. */
  readonly cause?: unknown
  /** How long the other side asked us to wait before the next try, in ms. */
  readonly retryAfterMs?: number
}

/** An error that a user may see: `code` is stable API, `message` says what happened, `hint` what to do. */
export class CairnError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  /** How long the other side asked us to wait before the next try, in ms. */
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, options: CairnErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'CairnError'
    this.code = code
    this.hint = options.hint
    this.retryAfterMs = options.retryAfterMs
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
