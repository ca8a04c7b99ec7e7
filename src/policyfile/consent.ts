/** Whether the hooks of a run may run (docs/hooks.md, "Consent"). */
import type { Hook } from '../policy/hook.ts'

/** A hook that would run. */
export interface HookUse {
  readonly target: string
  /** Key of the file, such as `beforeFolder`, `job.after` or `stream`. */
  readonly key: string
  readonly hook: Hook
}

export interface ConsentQuestion {
  /** `enable-actions`; undefined when nothing was said. */
  readonly enableActions: boolean | undefined
  readonly allowRepositoryHooks: boolean
  /** Hooks that would run, wherever they were defined (see `Hook.origin`). */
  readonly hooks: readonly HookUse[]
}

export type ConsentDecision =
  | { readonly kind: 'run' }
  /** Hooks are left out, and each of these lines is a notice. */
  | { readonly kind: 'skip'; readonly notices: readonly string[] }
  | {
      readonly kind: 'refuse'
      readonly code: 'CAIRN_HOOKS_NEED_CONSENT' | 'CAIRN_REPOSITORY_HOOKS_REFUSED'
      readonly message: string
      readonly hint: string
    }

/** Decides for the action and for `cairn run`. */
export function decideConsent(question: ConsentQuestion): ConsentDecision {
  const { enableActions, allowRepositoryHooks, hooks } = question
  const active = hooks.filter(({ hook }) => hook.program.kind !== 'none')
  const [first] = active
  if (first === undefined) return { kind: 'run' }
  if (enableActions === false)
    return { kind: 'skip', notices: active.map((use) => `Hook ${describeUse(use)} is skipped, because enable-actions is false.`) }
  if (enableActions === undefined) {
    return {
      kind: 'refuse',
      code: 'CAIRN_HOOKS_NEED_CONSENT',
      message: `${active.length === 1 ? 'A hook is' : `${active.length} hooks are`} defined (${active.length === 1 ? '' : 'the first: '}${describeUse(first)}), and nothing says whether hooks may run.`,
      hint: 'Set the input enable-actions (--enable-actions) to true to run them, or to false to skip them.',
    }
  }
  const stored = active.find(({ hook }) => hook.origin.kind === 'repository')
  if (stored === undefined || allowRepositoryHooks) return { kind: 'run' }
  return {
    kind: 'refuse',
    code: 'CAIRN_REPOSITORY_HOOKS_REFUSED',
    message: `Hook ${describeUse(stored)} is not in the policy file; it comes from a policy stored in the repository.`,
    hint: `Copy it into the policy file ("cairn policy export --yaml ${quoted(stored.target)}" shows it), or set allow-repository-hooks to true.`,
  }
}

function describeUse(use: HookUse): string {
  const name = use.hook.name === undefined ? '' : `"${use.hook.name}", `
  return `${name}${use.key} of ${use.target}`
}

function quoted(target: string): string {
  return /^[\w@.:/-]+$/.test(target) ? target : `'${target.replaceAll("'", "'\\''")}'`
}
