/** Whether a hook is to run: `if` and `when`, pure (docs/hooks.md, "Conditions" and "Status words"). */
import type { HookCondition, RunStatus, StatusSelector } from '../policy/hook.ts'

/** What is known when a hook is about to run. */
export interface ConditionFacts {
  readonly platform: NodeJS.Platform
  /** Name of the workflow event; undefined outside of a workflow. */
  readonly event?: string | undefined
  /** Full ref, such as `refs/heads/main`. */
  readonly ref?: string | undefined
  /** Final status of the run, known to `job-after` only. */
  readonly status?: RunStatus | undefined
  /** Whether a path, relative to the workspace root, exists. */
  exists(path: string): boolean
}

const SYSTEM_NAMES: Readonly<Record<string, readonly string[]>> = {
  linux: ['linux'],
  darwin: ['macos', 'darwin'],
  win32: ['windows', 'win32'],
}

/** The first part of `condition` that does not hold, as text for a log; undefined when all hold. */
export function unmetCondition(condition: HookCondition | undefined, facts: ConditionFacts): string | undefined {
  if (condition === undefined) return undefined
  const { os, event, ref, exists, status } = condition
  const names = SYSTEM_NAMES[facts.platform] ?? [facts.platform]
  if (os !== undefined && !os.some((name) => names.includes(name.toLowerCase()))) return `os is ${names[0]}`
  if (event !== undefined && !event.includes(facts.event ?? '')) return `event is ${facts.event ?? 'absent'}`
  if (ref !== undefined && !ref.some((pattern) => matchesRef(pattern, facts.ref ?? ''))) return `ref is ${facts.ref ?? 'absent'}`
  const missing = exists?.find((path) => !facts.exists(path))
  if (missing !== undefined) return `${missing} does not exist`
  const known = facts.status
  if (status !== undefined && (known === undefined || !status.some((selector) => matchesStatus(selector, known))))
    return `status is ${known ?? 'not known yet'}`
  return undefined
}

/** Whether a status word or group covers `status`. */
export function matchesStatus(selector: StatusSelector, status: RunStatus): boolean {
  switch (selector) {
    case 'always':
      return true
    case 'success':
      return status === 'created' || status === 'unchanged'
    case 'failure':
      return status === 'partial' || status === 'failed'
    default:
      return selector === status
  }
}

/** Whether a ref matches a pattern: `*` stays within one part, `**` does not, `?` is one character. */
export function matchesRef(pattern: string, ref: string): boolean {
  const source = pattern.replace(/\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    return `\\${token}`
  })
  return new RegExp(`^${source}$`, 's').test(ref)
}
