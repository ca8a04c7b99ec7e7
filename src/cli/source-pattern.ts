/** What stands for one source or for all of a user: as Kopia reads it where it looks for snapshots. */
import { CairnError } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { ClientIdentity } from '../repo/api.ts'
import { parseTarget } from '../snapshot/target-parse.ts'
import type { CliContext } from './context.ts'

/** `user@host:/path`, a local path, or `user@host` and `@host` with an empty path. Errors: CAIRN_USAGE, CAIRN_TARGET_INVALID. */
export function parseSourcePattern(text: string, context: Pick<CliContext, 'cwd'>, identity: ClientIdentity): SourceInfo {
  if (text === '') throw new CairnError('CAIRN_USAGE', 'A source is empty.')
  const target = parseTarget(text, { ...identity, workingDirectory: context.cwd })
  switch (target.kind) {
    case 'global':
      throw new CairnError('CAIRN_USAGE', 'A source is user@host:/path, a local path, or user@host.')
    case 'host':
      return { userName: '', host: target.host, path: '' }
    case 'user':
      return { userName: target.userName, host: target.host, path: '' }
    case 'path':
      return { userName: target.userName, host: target.host, path: target.path }
  }
}
