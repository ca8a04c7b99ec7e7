/** Which source a target belongs to: compares places of the file even when the identity is not known. */
import type { FileSource, FileTarget, PathSource, PolicyFile, ResolvedIdentity } from './policy-file.ts'
import { isAbsolute, normalizePath, resolveTarget } from './targets.ts'

/** A folder in a space of its own; places of different spaces are never compared. */
export interface Place {
  /** `user@host`, or `workspace` for relative paths of an unknown identity. */
  readonly space: string
  readonly parts: readonly string[]
}

/** The place of a target; undefined for global, host and user targets. */
export function placeOfTarget(target: FileTarget, identity: ResolvedIdentity | undefined): Place | undefined {
  if (target.kind === 'relative' && identity === undefined) return { space: 'workspace', parts: partsOf(target.path) }
  const resolved = identity === undefined ? target : resolveTarget(target, identity)
  if (resolved.kind !== 'path') return undefined
  return { space: `${resolved.userName}@${resolved.host}`, parts: partsOf(normalizePath(resolved.path)) }
}

/** The place of a source; undefined for an absolute one of an unknown identity. */
export function placeOfSource(source: FileSource, identity: ResolvedIdentity | undefined): Place | undefined {
  const path = source.kind === 'stream' ? source.name : source.path
  if (source.kind === 'path' && isAbsolute(path)) {
    return identity === undefined ? undefined : { space: `${identity.userName}@${identity.host}`, parts: partsOf(normalizePath(path)) }
  }
  const parts = partsOf(path)
  if (identity === undefined) return { space: 'workspace', parts }
  return { space: `${identity.userName}@${identity.host}`, parts: [...partsOf(identity.root), ...parts] }
}

/** Whether `inner` is `outer` or below it. */
export function isWithin(inner: Place, outer: Place): boolean {
  return inner.space === outer.space && outer.parts.every((part, index) => inner.parts[index] === part)
}

/** Whether both are the same folder. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.parts.length === b.parts.length && isWithin(a, b)
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.')
}

/** What a run snapshots: the listed sources; else, when every target is `user@host:/path`, the topmost of this identity; else the workspace. */
export function effectiveSources(file: PolicyFile, identity: ResolvedIdentity): readonly FileSource[] {
  if (file.sources !== undefined) return file.sources
  const workspace: FileSource = { kind: 'path', path: '.', range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } }
  const targets = file.layers.flatMap((layer) => (layer.target.kind === 'path' ? [{ target: layer.target, range: layer.range }] : []))
  if (targets.length === 0 || targets.length !== file.layers.length) return [workspace]
  const own = targets.flatMap(({ target, range }): (PathSource & { readonly place: Place })[] => {
    const place = placeOfTarget(target, identity)
    const isOwn = target.userName === identity.userName && target.host === identity.host
    return isOwn && place !== undefined ? [{ kind: 'path', path: normalizePath(target.path), range, place }] : []
  })
  const topmost = own.filter(({ place }) => !own.some((other) => other.place !== place && isWithin(place, other.place)))
  return topmost.length === 0 ? [workspace] : topmost.map(({ kind, path, range }) => ({ kind, path, range }))
}
