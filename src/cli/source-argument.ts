/** A source as typed on the command line: a path of this machine, or `user@host:/path`. */
import { isAbsolute, resolve } from 'node:path'
import { CairnError } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { ClientIdentity } from '../repo/api.ts'
import type { CliContext } from './context.ts'

/** Errors: CAIRN_USAGE for an empty text or a `user@host` without path. */
export function parseSourceArgument(text: string, context: Pick<CliContext, 'cwd'>, identity: ClientIdentity): SourceInfo {
  if (text === '') throw new CairnError('CAIRN_USAGE', 'A source is empty.')
  const at = text.indexOf('@')
  const colon = text.indexOf(':', at + 1)
  // An `@` inside a plain path is not an identity: that needs a user before it, a colon behind it, and no slash before the `@`.
  if (at > 0 && colon > at && !text.slice(0, at).includes('/')) {
    return { userName: text.slice(0, at), host: text.slice(at + 1, colon), path: text.slice(colon + 1) }
  }
  const path = isAbsolute(text) ? resolve(text) : resolve(context.cwd, text)
  return { ...identity, path }
}
