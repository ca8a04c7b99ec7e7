/** Errors of an SDK without what they carry: whole requests with their signatures and tokens. */

/** What is kept of such an error. */
export class SlimError extends Error {
  constructor(name: string, reason: string) {
    super(reason)
    this.name = name
  }
}

/** The same error without its request: its name, and `reason`, which holds no secret. */
export function slimError(error: unknown, reason: string): SlimError {
  return error instanceof SlimError ? error : new SlimError(nameOf(error), reason)
}

/** The kind of an error, such as `RestError`. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error'
}
