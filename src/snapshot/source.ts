/** Whose files a snapshot holds: labels of its manifest and the stable identity of a CI run (docs/policy.md, "Identity"). */
import type { SourceInfo } from '../policy/target.ts'
import { ciIdentity, withSourceSuffix } from '../repo/identity.ts'
import { compareUtf8 } from '../util/go-json.ts'

/** Value of the `type` label of snapshot manifests. */
export const SNAPSHOT_TYPE = 'snapshot'

/** Labels that find the snapshots of a source. */
export function sourceLabels(source: SourceInfo): Record<string, string> {
  const labels: Record<string, string> = { type: SNAPSHOT_TYPE, hostname: source.host }
  if (source.userName !== '') labels['username'] = source.userName
  if (source.path !== '') labels['path'] = source.path
  return labels
}

/** The source that a manifest's labels name. */
export function sourceFromLabels(labels: Readonly<Record<string, string>>): SourceInfo {
  return { host: labels['hostname'] ?? '', userName: labels['username'] ?? '', path: labels['path'] ?? '' }
}

/** Whether two sources are the same. */
export function isSameSource(a: SourceInfo, b: SourceInfo): boolean {
  return a.host === b.host && a.userName === b.userName && a.path === b.path
}

/** Order of sources in listings: by their text form `user@host:/path`. */
export function compareSources(a: SourceInfo, b: SourceInfo): number {
  return compareUtf8(`${a.userName}@${a.host}:${a.path}`, `${b.userName}@${b.host}:${b.path}`)
}

/** What the policy file, the inputs and the event say about the identity of the sources of a run. */
export interface IdentityInputs {
  /** `source.user`, `source.host` and `source.root` of the policy file. */
  readonly user?: string | undefined
  readonly host?: string | undefined
  readonly root?: string | undefined
  /** `owner/repo` as GitHub gives it; absent outside Actions. */
  readonly githubRepository?: string | undefined
  /** `source-suffix`, one matrix leg. */
  readonly suffix?: string | undefined
  /** Number of the pull request, when the event is one. */
  readonly pullRequest?: number | undefined
  /** Fallback outside Actions: who and where we are, and the workspace root. */
  readonly local: SourceInfo
}

/**
 * The source of the workspace root: the same on every runner, so that all snapshots of a repository form one history.
 * Inside Actions `cairn@<owner>.<repo>:/<owner>/<repo>` in lower case, unless the file says otherwise; a suffix, or
 * `pull/<number>` for pull requests without one, is appended to the path.
 */
export function workspaceIdentity(inputs: IdentityInputs): SourceInfo {
  const base = inputs.githubRepository === undefined ? inputs.local : ciIdentity(inputs.githubRepository)
  const suffix = inputs.suffix || (inputs.pullRequest === undefined ? '' : `pull/${inputs.pullRequest}`)
  return {
    userName: inputs.user ?? base.userName,
    host: inputs.host ?? base.host,
    path: withSourceSuffix(inputs.root ?? base.path, suffix),
  }
}

/** The source of a path below the workspace root; `relative` uses `/` and `.` or the empty text means the root itself. */
export function sourceBelow(root: SourceInfo, relative: string): SourceInfo {
  return { ...root, path: joinSourcePath(root.path, relative) }
}

/** `path` followed by `relative`, without `.` segments, double slashes and a trailing slash. */
export function joinSourcePath(path: string, relative: string): string {
  const parts = relative.split('/').filter((part) => part !== '' && part !== '.')
  const base = path.length > 1 ? path.replace(/\/+$/, '') : path
  if (parts.length === 0) return base === '' ? '/' : base
  return base === '/' ? `/${parts.join('/')}` : `${base}/${parts.join('/')}`
}
