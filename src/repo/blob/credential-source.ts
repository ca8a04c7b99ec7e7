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
