/** Targets and sources as typed on the command line (docs/repository-format.md, "Policy targets"). */
import { resolve } from 'node:path'
import { CairnError } from '../errors.ts'
import type { PolicyTarget, SourceInfo } from '../policy/target.ts'

/** Who and where we are, for paths without `user@host:`. */
export interface LocalIdentity {
  readonly userName: string
  readonly host: string
  readonly workingDirectory: string
}

/**
 * `(global)`, `@host`, `user@host`, `user@host:/path`, or a local path, which gets the local user and host.
 * Throws CAIRN_TARGET_INVALID when the host is missing.
 */
export function parseTarget(text: string, local: LocalIdentity): PolicyTarget {
  if (text === '(global)') return { kind: 'global' }
  const at = identityEnd(text)
  const colon = text.indexOf(':')
  if (at > 0 && colon > at) return targetOf(text.slice(0, at), text.slice(at + 1, colon), text.slice(colon + 1))
  if (at >= 0 && colon < 0) {
    if (at + 1 === text.length)
      throw new CairnError('CAIRN_TARGET_INVALID', `"${text}" names no host.`, {
        hint: 'A target is (global), @host, user@host, user@host:/path or a local path.',
      })
    return targetOf(text.slice(0, at), text.slice(at + 1), '')
  }
  return { kind: 'path', ...localSource(text, local) }
}

/** A source: `user@host:/path` or a local path, whose name may well hold an `@`. */
export function parseSource(text: string, local: LocalIdentity): SourceInfo {
  const at = identityEnd(text)
  const colon = text.indexOf(':', at + 1)
  if (at > 0 && colon > at) return { userName: text.slice(0, at), host: text.slice(at + 1, colon), path: text.slice(colon + 1) }
  return localSource(text, local)
}

/** Where the user name of an identity ends; an `@` behind a slash is part of a path. */
function identityEnd(text: string): number {
  const at = text.indexOf('@')
  return /[/\\]/.test(text.slice(0, Math.max(at, 0))) ? -1 : at
}

function localSource(text: string, { userName, host, workingDirectory }: LocalIdentity): SourceInfo {
  return { userName, host, path: resolve(workingDirectory, text) }
}

function targetOf(userName: string, host: string, path: string): PolicyTarget {
  if (path !== '') return { kind: 'path', userName, host, path }
  if (userName !== '') return { kind: 'user', userName, host }
  return host === '' ? { kind: 'global' } : { kind: 'host', host }
}
