/** Who writes: `user@host` of a client, and the identity that all runs of one GitHub repository share. */
import { CairnError } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { ClientIdentity } from './api.ts'

export interface SystemFacts {
  /** As in `process.platform`. */
  readonly platform: string
  /** Name of the user as the system gives it; undefined when it gives none. */
  readonly userName: string | undefined
  readonly hostName: string | undefined
}

/** Identity of this user on this machine, as kopia computes it: no Windows domain; host name up to the first dot, in lower case. */
export function defaultIdentity({ platform, userName, hostName }: SystemFacts): ClientIdentity {
  const user = userName ?? 'nobody'
  return {
    userName: platform === 'win32' ? user.slice(user.indexOf('\\') + 1) : user,
    host: hostName === undefined ? 'nohost' : (hostName.split('.')[0] ?? '').toLowerCase(),
  }
}

/** `identity`, with the parts that the user or the config file gives taken as they stand. */
export function overrideIdentity(
  identity: ClientIdentity,
  given: { readonly userName?: string | undefined; readonly host?: string | undefined },
): ClientIdentity {
  return { userName: given.userName || identity.userName, host: given.host || identity.host }
}

/**
 * Identity of every run of the GitHub repository `owner/name`: `cairn@owner.name` and `/owner/name`, in lower case.
 *
 * Runners have random names; only a fixed identity makes their snapshots one history. An owner has no dot, so the first dot of the host splits.
 * Fails with CAIRN_USAGE when the name has another form.
 */
export function ciIdentity(repository: string): SourceInfo {
  const match = /^([a-z0-9_-]+)\/([a-z0-9._-]+)$/.exec(repository.toLowerCase())
  const [, owner, name] = match ?? []
  if (owner === undefined || name === undefined || name === '.' || name === '..') {
    throw new CairnError('CAIRN_USAGE', `${JSON.stringify(repository)} is not the name of a GitHub repository.`, {
      hint: 'GITHUB_REPOSITORY holds owner/name.',
    })
  }
  return { userName: 'cairn', host: `${owner}.${name}`, path: `/${owner}/${name}` }
}

/** `rootPath` with a suffix such as `pull/12`, which makes it a source with a history of its own; CAIRN_USAGE when the suffix is no plain path. */
export function withSourceSuffix(rootPath: string, suffix: string | undefined): string {
  const plain = (suffix ?? '')
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\/+|\/+$/g, '')
  if (plain === '') return rootPath
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (plain.split('/').some((part) => part === '' || part === '.' || part === '..') || /[\u0000-\u001f\u007f]/.test(plain)) {
    throw new CairnError('CAIRN_USAGE', `${JSON.stringify(suffix)} cannot be the suffix of a source.`, {
      hint: 'Use names with single slashes between them, such as linux/node20.',
    })
  }
  return `${rootPath.replace(/\/+$/, '')}/${plain}`
}
