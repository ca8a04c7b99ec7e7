/** Saying where the credentials of a cloud store come from (docs/backends.md, "Credentials"). */
import type { Logger } from '../../log.ts'
import type { BackendContext } from './backends.ts'

/** What was said already by a command, which may open the same store several times. */
const said = new WeakMap<Logger, Set<string>>()

/** Says it once in a run; `source` is words such as `the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`, never a value. */
export function sayCredentials({ log, onCredentials }: BackendContext, displayName: string, source: string): void {
  onCredentials?.(source)
  const message = `Credentials for ${displayName}: ${source}.`
  const messages = said.get(log) ?? new Set()
  said.set(log, messages)
  if (!messages.has(message)) log.info(message)
  messages.add(message)
}

/**
 * Words for what a connection holds: `connect` and `create` take it from a flag or else from a variable, and nothing tells later which it was.
 *
 * `isSame`: whether the variable has the same value now.
 */
export function heldWords(what: string, flag: string, variable: string, isSame: boolean): string {
  return isSame
    ? `${what} of the connection, the same as in ${variable}`
    : `${what} of the connection (${flag}, or ${variable} when it was made)`
}
