/** What a restore will do, as a value: where from, where to, how much; then the steps one by one (docs/threat-model.md, "Restore"). */
import type { CairnError } from '../../errors.ts'
import type { ObjectManager } from '../../repo/api.ts'
import type { DirEntry } from '../dir-entry.ts'
import { walkTree } from '../tree.ts'
import { isEntryError } from './report.ts'
import { refuseName } from './safe-path.ts'

/** What the stored summary promises; a damaged or hostile tree may hold something else. */
export interface ExpectedTotals {
  readonly files: number
  readonly directories: number
  readonly symlinks: number
  readonly bytes: number
}

export interface RestorePlan {
  readonly root: DirEntry
  /** Absolute path; the directory itself, or the file when the root is one. */
  readonly target: string
  readonly expected: ExpectedTotals
}

/** One step. `path` is relative to the root; the root directory itself has the empty path. */
export type RestoreStep =
  | { readonly kind: 'enter'; readonly path: string; readonly name: string; readonly entry: DirEntry; readonly skip: () => void }
  | { readonly kind: 'leave'; readonly path: string }
  | { readonly kind: 'file' | 'symlink'; readonly path: string; readonly name: string; readonly entry: DirEntry }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string; readonly code: RefusalCode }
  | { readonly kind: 'unreadable'; readonly path: string; readonly error: CairnError }

/** A file or link to write. */
export type EntryStep = RestoreStep & { readonly kind: 'file' | 'symlink' }

export type RefusalCode = 'CAIRN_RESTORE_UNSAFE_NAME' | 'CAIRN_RESTORE_DUPLICATE_NAME' | 'CAIRN_RESTORE_UNKNOWN_TYPE'

/** The plan for restoring `root` at `target`. */
export function planRestore(root: DirEntry, target: string): RestorePlan {
  const { summary } = root
  const expected = {
    files: summary?.files ?? (root.type === 'f' ? 1 : 0),
    directories: summary?.dirs ?? 0,
    symlinks: summary?.symlinks ?? (root.type === 's' ? 1 : 0),
    bytes: summary?.size ?? root.size,
  }
  return { root, target, expected }
}

/** The steps of a plan in order; an entry that must not be created becomes a `refused` step, and the rest goes on. */
export async function* restoreSteps(
  objects: ObjectManager,
  plan: RestorePlan,
  platform: NodeJS.Platform,
  signal?: AbortSignal,
): AsyncGenerator<RestoreStep> {
  const namesOnPath: Set<string>[] = []
  let refusedDepth = 0
  for await (const event of walkTree(objects, plan.root, signal, isEntryError)) {
    switch (event.kind) {
      case 'rejected': {
        const path = joinPath(event.path, event.name)
        yield { kind: 'refused', path, reason: event.reason, code: 'CAIRN_RESTORE_UNSAFE_NAME' }
        break
      }
      case 'unreadable':
        yield event
        break
      case 'leave':
        if (refusedDepth > 0) refusedDepth--
        else {
          namesOnPath.pop()
          yield { kind: 'leave', path: event.path }
        }
        break
      case 'enter':
      case 'entry': {
        const { path, entry } = event
        // The names of the root are its own: it takes the name of the target.
        const refusal = path === '' ? undefined : refuse(entry, namesOnPath[namesOnPath.length - 1], platform)
        if (refusal !== undefined) {
          if (event.kind === 'enter') {
            event.skip()
            refusedDepth++
          }
          yield { kind: 'refused', path, ...refusal }
        } else if (event.kind === 'enter') {
          let isSkipped = false
          const skip = () => {
            isSkipped = true
            event.skip()
          }
          yield { kind: 'enter', path, name: entry.name, entry, skip }
          if (isSkipped) refusedDepth++
          else namesOnPath.push(new Set())
        } else if (entry.type === 'unknown')
          yield { kind: 'refused', path, reason: 'its type is unknown', code: 'CAIRN_RESTORE_UNKNOWN_TYPE' }
        else yield { kind: entry.type === 's' ? 'symlink' : 'file', path, name: entry.name, entry }
      }
    }
  }
}

function refuse(
  entry: DirEntry,
  siblings: Set<string> | undefined,
  platform: NodeJS.Platform,
): { reason: string; code: RefusalCode } | undefined {
  const reason = refuseName(entry.name, platform)
  if (reason !== undefined) return { reason, code: 'CAIRN_RESTORE_UNSAFE_NAME' }
  if (siblings === undefined) return undefined
  if (siblings.has(entry.name)) return { reason: 'another entry of the directory has the same name', code: 'CAIRN_RESTORE_DUPLICATE_NAME' }
  siblings.add(entry.name)
  return undefined
}

function joinPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`
}
