/** Kopia's actions as hooks: what a policy stored in a repository means when it leaves things out (docs/hooks.md, "Stored hooks"). */
import type { Hook, HookMode, HookOrigin, HookProgram, HookSet } from './hook.ts'
import type { NativeAction, NativeActions } from './policy.ts'

/** Seconds that a stored hook without a timeout may take. */
export const NATIVE_TIMEOUT_SECONDS = 180

/** The hooks of a stored policy: a mode that is absent or unknown is optional, a timeout that is absent or 0 is 180 s. */
export function nativeHooks(actions: NativeActions | undefined, origin: HookOrigin): HookSet {
  const set: { -readonly [K in keyof HookSet]: HookSet[K] } = {}
  for (const name of ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'] as const) {
    const action = actions?.[name]
    if (action !== undefined) set[name] = [nativeHook(action, origin, name.startsWith('before'))]
  }
  return set
}

function nativeHook(action: NativeAction, origin: HookOrigin, isBefore: boolean): Hook {
  const mode: HookMode = action.mode === 'essential' || action.mode === 'async' ? action.mode : 'optional'
  return {
    program: nativeProgram(action),
    mode,
    timeoutSeconds: action.timeout || NATIVE_TIMEOUT_SECONDS,
    origin,
    // Nobody waits for the output of an async hook.
    capturesRedirect: isBefore && mode !== 'async',
  }
}

/** A script wins over a path; an action with neither is the empty command, which fails when it runs. */
function nativeProgram(action: NativeAction): HookProgram {
  if (action.script !== undefined && action.script !== '') return { kind: 'script', script: action.script }
  return { kind: 'command', argv: [action.path ?? '', ...(action.args ?? [])] }
}
