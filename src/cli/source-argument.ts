/** A source as typed on the command line: a path of this machine, or `user@host:/path`. */
import { CairnError } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { ClientIdentity } from '../repo/api.ts'
import { parseSource } from '../snapshot/target-parse.ts'
import type { CliContext } from './context.ts'

/** Errors: CAIRN_USAGE for an empty text. */
export function parseSourceArgument(text: string, context: Pick<CliContext, 'cwd'>, identity: ClientIdentity): SourceInfo {
  if (text === '') throw new CairnError('CAIRN_USAGE', 'A source is empty.')
  return parseSource(text, { ...identity, workingDirectory: context.cwd })
}
