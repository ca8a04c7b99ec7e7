/** One policy with its place and its hooks: what the merge works on. */
import type { HookSet } from './hook.ts'
import type { Policy } from './policy.ts'
import type { PolicyTarget } from './target.ts'

/**
 * A policy of the policy file or of the repository.
 * `policy.actions` is not looked at here: `hooks` holds the same, converted.
 */
export interface PolicyLayer {
  readonly target: PolicyTarget
  readonly origin: 'policy-file' | 'repository'
  readonly policy: Policy
  readonly hooks: HookSet
  /** Policy-file only: keep `.git` (docs/policy.md). */
  readonly includeGit?: boolean
  /** Policy-file only: store the previous mtime for files whose bytes and mode are the same. */
  readonly keepTimes?: 'unchanged'
  /** A file in native form follows Kopia's rule for nested folders (nothing inherited). */
  readonly isNative?: boolean
}
