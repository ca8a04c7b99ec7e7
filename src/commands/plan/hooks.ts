/** The hooks that a run would come to, in words. */
import type { Hook, HookSet } from '../../policy/hook.ts'
import type { PolicyLayer } from '../../policy/layer.ts'
import { relativeBelow, type SourceInfo } from '../../policy/target.ts'
import type { PolicyNode, PolicyTree } from '../../policy/tree.ts'
import { compareUtf8 } from '../../util/go-json.ts'
import type { PlannedHook } from './plan.ts'

const KEYS = ['beforeSnapshotRoot', 'beforeFolder', 'afterFolder', 'afterSnapshotRoot'] as const satisfies readonly (keyof HookSet)[]

/** The hooks of a source, then those of the folders below it by path. */
export function hooksOfSource(tree: PolicyTree, folders: readonly string[]): PlannedHook[] {
  return [...hooksOfSet(tree.effective.hooks, ''), ...folders.flatMap((folder) => hooksOfSet(nodeAt(tree.root, folder).hooks, folder))]
}

/** Folders below a source that have a policy of their own, in order. */
export function foldersBelow(source: SourceInfo, layers: readonly PolicyLayer[]): string[] {
  const below = layers.flatMap(({ target }) => {
    if (target.kind !== 'path' || target.userName !== source.userName || target.host !== source.host) return []
    return relativeBelow(source.path, target.path) ?? []
  })
  return [...new Set(below)].sort(compareUtf8)
}

/** The hooks of the job, or the command of a stream. */
export function plannedHooks(hooks: readonly Hook[], key: string, folder: string): PlannedHook[] {
  return hooks.filter((hook) => hook.program.kind !== 'none').map((hook) => plannedHook(hook, key, folder))
}

function hooksOfSet(set: HookSet, folder: string): PlannedHook[] {
  return KEYS.flatMap((key) => plannedHooks(set[key] ?? [], key, folder))
}

/** The policy of a folder below the source. */
export function nodeAt(root: PolicyNode, folder: string): PolicyNode {
  return folder.split('/').reduce((node, name) => node.child(name), root)
}

function plannedHook(hook: Hook, key: string, folder: string): PlannedHook {
  const { origin, name = '', mode, timeoutSeconds } = hook
  const target = origin.target === 'job' ? '' : origin.target
  return { key, target, folder, from: origin.kind, name, mode, timeoutSeconds, program: programText(hook) }
}

/** Never the text of a script: it may be long, and hold what nobody wants to see. */
function programText({ program }: Hook): string {
  if (program.kind === 'command') return program.argv.map((part) => (/^[\w@%+=:,./-]+$/.test(part) ? part : JSON.stringify(part))).join(' ')
  if (program.kind === 'none') return 'none'
  const lines = program.script.replace(/\n$/, '').split('\n').length
  return `a script of ${lines === 1 ? '1 line' : `${lines} lines`}`
}
