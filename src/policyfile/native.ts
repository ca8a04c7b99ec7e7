/** Between hooks and Kopia's own actions (docs/hooks.md, "What a Kopia policy can hold"). */
import type { Hook, HookMode, HookOrigin, HookProgram, HookShell } from '../policy/hook.ts'
import type { NativeAction } from '../policy/policy.ts'
import { PROLOGUES } from './hook-programs.ts'
import { NATIVE_TIMEOUT_SECONDS } from './hooks.ts'

/** A stored action as a hook, read as Kopia reads it; undefined when it has neither script nor path. */
export function hookFromAction(action: NativeAction, origin: HookOrigin, isBeforeHook: boolean): Hook | undefined {
  const program = programOf(action)
  if (program === undefined) return undefined
  const mode: HookMode = action.mode === 'essential' || action.mode === 'async' ? action.mode : 'optional'
  const timeoutSeconds = action.timeout === undefined || action.timeout === 0 ? NATIVE_TIMEOUT_SECONDS : action.timeout
  return { program, mode, timeoutSeconds, origin, capturesRedirect: isBeforeHook }
}

function programOf(action: NativeAction): HookProgram | undefined {
  if (action.script !== undefined && action.script !== '') return { kind: 'script', script: action.script }
  if (action.path === undefined || action.path === '') return undefined
  return { kind: 'command', argv: [action.path, ...(action.args ?? [])] }
}

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
