/** What a policy applies to (docs/repository-format.md, "Policy targets"). */

/** Identity of a source: whose files, on which machine, and the absolute path with `/` between its parts. */
export interface SourceInfo {
  readonly host: string
  readonly userName: string
  readonly path: string
}

export type PolicyTarget =
  | { readonly kind: 'global' }
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'user'; readonly userName: string; readonly host: string }
  | { readonly kind: 'path'; readonly userName: string; readonly host: string; readonly path: string }

/** `(global)`, `@host`, `user@host` or `user@host:/path`. */
export function formatTarget(target: PolicyTarget): string {
  switch (target.kind) {
    case 'global':
      return '(global)'
    case 'host':
      return `@${target.host}`
    case 'user':
      return `${target.userName}@${target.host}`
    case 'path':
      return `${target.userName}@${target.host}:${target.path}`
  }
}

/** `user@host:/path`. */
export function formatSource(source: SourceInfo): string {
  return `${source.userName}@${source.host}:${source.path}`
}

/** The path above, with `/` or `\` as separator; undefined for a root. */
export function parentPath(path: string): string | undefined {
  const volume = /^[A-Za-z]:(?=[/\\])/.exec(path)?.[0] ?? ''
  const rest = path.slice(volume.length).replace(/(?<=.)[/\\]$/, '')
  const last = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'))
  if (last < 0 || rest.length <= 1) return undefined
  return volume + (last === 0 ? rest.slice(0, 1) : rest.slice(0, last))
}

/** `child` relative to `parent` with `/` between its parts; undefined unless it is below. */
export function relativeBelow(parent: string, child: string): string | undefined {
  const isWindows = /^[A-Za-z]:[/\\]/.test(parent)
  const base = parent.replace(/[/\\]$/, '')
  const separator = child[base.length]
  // Elsewhere a backslash is a letter of a name.
  if (!child.startsWith(base) || !(separator === '/' || (isWindows && separator === '\\'))) return undefined
  const relative = child.slice(base.length + 1)
  if (relative === '') return undefined
  return isWindows ? relative.replaceAll('\\', '/') : relative
}

/** `path` relative to `root`, empty for the root itself; undefined when it is elsewhere. */
export function relativeAt(root: string, path: string): string | undefined {
  return root === path ? '' : relativeBelow(root, path)
}

/** Whether a stored path ends in a separator without being a root, which Kopia refuses. */
export function hasTrailingSeparator(path: string): boolean {
  return /[/\\]$/.test(path) && !/^(?:[A-Za-z]:)?[/\\]$/.test(path)
}
