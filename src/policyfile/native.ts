/** Hooks as Kopia's own actions (docs/hooks.md, "What a Kopia policy can hold"). */
import type { Hook, HookShell } from '../policy/hook.ts'
import type { NativeAction } from '../policy/policy.ts'
import { PROLOGUES } from './hook-programs.ts'

export interface ExportedAction {
  readonly action: NativeAction
  /** Keys that a Kopia policy cannot hold. */
  readonly dropped: readonly string[]
}

/** A hook as Kopia's action, with a list of what is lost. */
export function actionFromHook(hook: Hook): ExportedAction {
  const dropped: string[] = []
  if (hook.name !== undefined) dropped.push('name')
  if (hook.when !== undefined && hook.when !== 'always') dropped.push('when')
  if (hook.if !== undefined) dropped.push('if')
  if (hook.env !== undefined) dropped.push('env')
  if (hook.envAllow !== undefined) dropped.push('env-allow')
  if (hook.secrets !== undefined) dropped.push('secrets')
  if (hook.requires !== undefined) dropped.push('requires')
  if (hook.workingDirectory !== undefined) dropped.push('working-directory')
  const { program } = hook
  if (program.kind === 'none') return { action: { script: ':', timeout: hook.timeoutSeconds, mode: 'optional' }, dropped }
  const rest = { timeout: hook.timeoutSeconds, mode: hook.mode }
  if (program.kind === 'command') {
    const [path, ...args] = program.argv
    return { action: args.length === 0 ? { path, ...rest } : { path, args, ...rest }, dropped }
  }
  if (program.shell !== undefined && !isExpressed(program.script, program.shell)) dropped.push('shell')
  return { action: { script: program.script, ...rest }, dropped }
}

function isExpressed(script: string, shell: HookShell): boolean {
  const prologue = PROLOGUES[shell]
  if (prologue !== undefined) return script.startsWith(prologue)
  return shell === 'sh' && !script.startsWith('#!')
}

/** Takes our prologue off a stored script; undefined when it has none. */
export function foldPrologue(script: string): { readonly shell: HookShell; readonly run: string } | undefined {
  for (const shell of ['bash', 'pwsh', 'python'] as const) {
    const prologue = PROLOGUES[shell]
    if (prologue !== undefined && script.startsWith(prologue)) return { shell, run: script.slice(prologue.length) }
  }
  return undefined
}
