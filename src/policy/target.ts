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
