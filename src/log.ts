/** Where messages for people go. The faces implement it; the core only calls it. */

/**
 * Five levels. `notice` is something good to know on the run page, `warning` asks the user to act, `error` accompanies a failure.
 * Messages are one line of plain text; the implementation escapes and masks.
 */
export interface Logger {
  debug(message: string): void
  info(message: string): void
  notice(message: string): void
  warning(message: string): void
  error(message: string): void
  /** Whether messages for debugging are shown anywhere; whoever would make many of them leaves them out otherwise. */
  readonly showsDebug?: boolean
}

/** A logger that says nothing. */
export const nullLogger: Logger = {
  debug: () => {},
  info: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
}

/** Running totals of a long operation; every number only grows. */
export interface ProgressCounters {
  /** Files looked at so far, and bytes in them. */
  readonly files: number
  readonly bytes: number
  /** Files and bytes read and hashed (not reused from the previous snapshot). */
  readonly hashedFiles: number
  readonly hashedBytes: number
  /** Bytes handed to the storage. */
  readonly uploadedBytes: number
  readonly errors: number
}

/** Receives progress of a long operation; called often, so it must be cheap. */
export interface Progress {
  /** `unit` is what `files` counts when it is something else, such as `blobs`. */
  start(phase: string, expected?: { readonly files: number; readonly bytes: number }, unit?: string): void
  update(counters: ProgressCounters): void
  finish(): void
}

/** A progress listener that shows nothing. */
export const nullProgress: Progress = { start: () => {}, update: () => {}, finish: () => {} }
