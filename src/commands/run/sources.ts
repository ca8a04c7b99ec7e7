/** Which folders and streams a run snapshots, and under which identity (docs/policy.md, "Sources" and "Identity"). */
import { isAbsolute, posix, relative, resolve, sep } from 'node:path'
import { CairnError } from '../../errors.ts'
import type { SourceInfo } from '../../policy/target.ts'
import { effectiveSources } from '../../policyfile/places.ts'
import type { PolicyFile, StreamSource } from '../../policyfile/policy-file.ts'
import { sourceBelow } from '../../snapshot/source.ts'

/** A folder or file of this machine. */
export interface PathRunSource {
  readonly kind: 'path'
  /** As the user wrote it. */
  readonly label: string
  /** Absolute path on this machine. */
  readonly path: string
  readonly source: SourceInfo
  readonly isOutsideWorkspace: boolean
}

/** A command whose output is stored. */
export interface StreamRunSource {
  readonly kind: 'stream'
  readonly label: string
  readonly stream: StreamSource
  readonly source: SourceInfo
}

export type RunSource = PathRunSource | StreamRunSource

export interface SourceRequest {
  /** From the `sources` input or flag; replaces those of the file when not empty. */
  readonly given: readonly string[]
  readonly file: PolicyFile | undefined
  readonly workspaceRoot: string
  /** Identity of the workspace root. */
  readonly root: SourceInfo
}

/** The sources of a run in order. Errors: CAIRN_USAGE when one is empty, CAIRN_SOURCE_DUPLICATE when two are the same. */
export function resolveSources(request: SourceRequest): RunSource[] {
  const sources = chosenSources(request)
  const seen = new Map<string, string>()
  for (const { source, label } of sources) {
    const before = seen.get(source.path)
    if (before !== undefined) {
      throw new CairnError('CAIRN_SOURCE_DUPLICATE', `The sources "${before}" and "${label}" are the same.`, {
        hint: 'Remove one of them.',
      })
    }
    seen.set(source.path, label)
  }
  return sources
}

function chosenSources(request: SourceRequest): RunSource[] {
  const { given, file, root } = request
  if (given.length > 0) return given.map((path) => pathSource(notEmpty(path), request))
  if (file === undefined) return [pathSource('.', request)]
  // Paths that the file does not list come from its targets, where they are written as identities.
  const isListed = file.sources !== undefined
  return effectiveSources(file, { userName: root.userName, host: root.host, root: root.path }).map((source) => {
    if (source.kind === 'stream') return { kind: 'stream', label: source.name, stream: source, source: sourceBelow(root, source.name) }
    return isListed || source.path === '.' ? pathSource(source.path, request) : identityPath(source.path, request)
  })
}

/** An empty path would be the workspace root, and is what a script gives whose variable is not set. */
function notEmpty(path: string): string {
  if (path.trim() !== '') return path
  throw new CairnError('CAIRN_USAGE', 'A source is empty.', {
    hint: 'Write . for the workspace root. A variable that is not set gives an empty source too.',
  })
}

/** A path as written: below the workspace it belongs to the workspace's identity, elsewhere it keeps its own absolute path. */
function pathSource(label: string, { workspaceRoot, root }: SourceRequest): PathRunSource {
  const path = resolve(workspaceRoot, label)
  const isOutsideWorkspace = !isInside(path, workspaceRoot)
  const source = isOutsideWorkspace ? { ...root, path: toPosix(path) } : sourceBelow(root, toPosix(relative(workspaceRoot, path)))
  return { kind: 'path', label, path, source, isOutsideWorkspace }
}

/** Whether an absolute path is `folder` or below it. */
export function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path)
  return !isAbsolute(below) && below !== '..' && !below.startsWith(`..${sep}`)
}

/** A path that is written as an identity: below `source.root` it lies in the workspace, else it is a path of the machine. */
function identityPath(path: string, request: SourceRequest): PathRunSource {
  const below = posix.relative(request.root.path, path)
  return pathSource(below === '..' || below.startsWith('../') ? path : below || '.', request)
}

function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
