/** Targets as written in the policy file, and what they stand for once the identity is known (docs/policy.md, "Targets"). */
import type { PolicyLayer } from '../policy/layer.ts'
import type { PolicyTarget } from '../policy/target.ts'
import type { FileIdentity, FileTarget, PolicyFile, ResolvedIdentity } from './policy-file.ts'

export type TargetResult =
  | { readonly ok: true; readonly target: FileTarget }
  | { readonly ok: false; readonly problem: string; readonly hint?: string }

/** Reads one key of `policies`. */
export function parseTarget(text: string): TargetResult {
  if (text === '(global)' || text === 'global') return { ok: true, target: { kind: 'global' } }
  if (text === '') return bad('A target cannot be empty.', 'Write `global` for every source, or `.` for the workspace.')
  if (/\p{Cc}|^\s|\s$/u.test(text)) return bad('A target has no blanks at its ends and no control characters.')
  if (/^\.\.?(?:$|[/\\])/.test(text)) return relativeTarget(text)
  const at = text.indexOf('@')
  if (at < 0) return bad('This is not a target.', relativeHint(text))
  const userName = text.slice(0, at)
  const colon = text.indexOf(':', at)
  const host = colon === -1 ? text.slice(at + 1) : text.slice(at + 1, colon)
  if (host === '') return bad('There is no host behind @.', 'Write "@host", user@host or user@host:/path.')
  if (userName.includes(':') || userName.includes('/')) return bad('The @ is misplaced.', 'Write "@host", user@host or user@host:/path.')
  if (/[*?]/.test(text))
    return bad('A target holds no pattern characters.', 'Kopia would store it and never use it. Write one target for each folder.')
  if (/[/\\@\s]/.test(host)) return bad('The host has a character that no host has.', 'Write "@host", user@host or user@host:/path.')
  if (colon === -1) return { ok: true, target: userName === '' ? { kind: 'host', host } : { kind: 'user', userName, host } }
  if (userName === '') return bad('A path needs a user in front of @.', 'Write user@host:/path.')
  const path = text.slice(colon + 1)
  if (!isAbsolute(path)) return bad('The path of a target is absolute.', insteadOf(text, `${userName}@${host}:/${path}`))
  if (/[/\\]$/.test(path) && path !== '/' && !/^[A-Za-z]:[/\\]$/.test(path))
    return bad('A path has no slash at its end.', insteadOf(text, text))
  return { ok: true, target: { kind: 'path', userName, host, path } }
}

function bad(problem: string, hint?: string): TargetResult {
  return hint === undefined ? { ok: false, problem } : { ok: false, problem, hint }
}

const FORMS = 'Write ./folder for a folder of the workspace, or user@host:/path.'

/** What to write instead: what was meant when that is a target, else the forms that targets have. A hint that is refused itself helps nobody. */
function insteadOf(text: string, meant: string): string {
  const tidy = withoutEndSlash(meant)
  return tidy !== text && parseTarget(tidy).ok ? `Write "${tidy}".` : FORMS
}

/** Without the slashes at its end, but for those of a path that is nothing else, such as that of `u@h:/`. */
function withoutEndSlash(text: string): string {
  return text.replace(/(?<=[^/\\:])[/\\]+$|(?<=:[/\\])[/\\]+$/, '')
}

function relativeHint(text: string): string {
  const path = isAbsolute(text) ? [withoutEndSlash(`user@host:${text}`)] : []
  const below = withoutEndSlash(text.replaceAll('\\', '/').replace(/^\/+/, ''))
  const folder = below === '' || (isAbsolute(text) && !text.startsWith('/')) ? [] : [`./${below}`]
  const forms = [...path, ...folder].filter((form) => parseTarget(form).ok)
  if (forms.length === 0) return FORMS
  return `Write ${forms.join(', or ')}${forms.some((form) => form.startsWith('./')) ? ' for a folder of the workspace' : ''}.`
}

function relativeTarget(text: string): TargetResult {
  if (text.includes('\\')) return bad('Write / between the parts of a path.', insteadOf(text, text.replaceAll('\\', '/')))
  if (/[*?]/.test(text)) return bad('A target holds no pattern characters.', 'Write one target for each folder.')
  if (text !== '.' && text.endsWith('/')) return bad('A path has no slash at its end.', insteadOf(text, text))
  const parts = text.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return bad('A target stays below the root of the source.', FORMS)
  return { ok: true, target: { kind: 'relative', path: parts.length === 0 ? '.' : parts.join('/') } }
}

/** Whether a path is absolute on some system: `/x`, `C:\x`, `C:/x` or `\\server\share`. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\')
}

/** An absolute path without dot segments, double slashes and a slash at the end; `\` between parts becomes `/` on a drive. */
export function normalizePath(path: string): string {
  const isWindows = /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\')
  const slashed = isWindows ? path.replaceAll('\\', '/') : path
  const parts: string[] = []
  for (const part of slashed.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  if (isWindows && !path.startsWith('\\\\')) return parts.length === 1 ? `${parts[0]}/` : parts.join('/')
  return `${path.startsWith('\\\\') ? '/' : ''}/${parts.join('/')}`
}

/** The identity of a run: what the file fixes, else what the caller knows. */
export function mergeIdentity(file: FileIdentity, fallback: Partial<ResolvedIdentity> | undefined): ResolvedIdentity | undefined {
  const userName = file.user ?? fallback?.userName
  const host = file.host ?? fallback?.host
  const root = file.root ?? fallback?.root
  return userName === undefined || host === undefined || root === undefined ? undefined : { userName, host, root: normalizePath(root) }
}

/** The absolute target: relative ones lie below the identity's root. */
export function resolveTarget(target: FileTarget, identity: ResolvedIdentity): PolicyTarget {
  if (target.kind !== 'relative') return target.kind === 'path' ? { ...target, path: normalizePath(target.path) } : target
  const root = identity.root.endsWith('/') ? identity.root.slice(0, -1) : identity.root
  const path = target.path === '.' ? identity.root : `${root}/${target.path}`
  return { kind: 'path', userName: identity.userName, host: identity.host, path }
}

/**
 * The file's policies with absolute targets, ready for the merge.
 * The identity's `root` already holds the file's `source.root` and a suffix, when there is one.
 */
export function resolveTargets(file: PolicyFile, identity: ResolvedIdentity): PolicyLayer[] {
  return file.layers.map((layer) => ({
    target: resolveTarget(layer.target, identity),
    origin: 'policy-file' as const,
    policy: layer.policy,
    hooks: layer.hooks,
    ...(layer.includeGit === undefined ? {} : { includeGit: layer.includeGit }),
    ...(layer.keepTimes === undefined ? {} : { keepTimes: layer.keepTimes }),
    ...(file.isNative ? { isNative: true } : {}),
  }))
}
