/**
 * One hook, ready to be judged and run: Kopia's action plus what the policy file adds to it (docs/hooks.md).
 *
 * The policy file and the policies of a repository are both turned into this one form.
 */

export type HookPhase = 'before-snapshot-root' | 'after-snapshot-root' | 'before-folder' | 'after-folder'

/** The phases of a run, outside Kopia's four. */
export type JobPhase = 'job-before' | 'job-after'

/** Kopia's three modes (docs/hooks.md, "Modes"). */
export type HookMode = 'essential' | 'optional' | 'async'

export type HookShell = 'sh' | 'bash' | 'pwsh' | 'powershell' | 'cmd' | 'python'

/** What is executed. A `script` without `shell` follows Kopia's rule of the running system: `#!` runs directly, else `sh -e`. */
export type HookProgram =
  | { readonly kind: 'script'; readonly script: string; readonly shell?: HookShell }
  | { readonly kind: 'command'; readonly argv: readonly [string, ...string[]] }
  /** The file's `none`: overrides an inherited hook and does nothing. */
  | { readonly kind: 'none' }

/** Final states of a source and of a run (docs/hooks.md, "Status words"). */
export type RunStatus = 'created' | 'unchanged' | 'partial' | 'skipped' | 'failed' | 'cancelled'

/** A status word, or a group: success = created, unchanged; failure = partial, failed. */
export type StatusSelector = RunStatus | 'success' | 'failure' | 'always'

export interface HookCondition {
  readonly os?: readonly string[]
  readonly event?: readonly string[]
  /** Glob patterns over the full ref, such as `refs/heads/*`. */
  readonly ref?: readonly string[]
  readonly exists?: readonly string[]
  /** Only in `job.after`. */
  readonly status?: readonly StatusSelector[]
}

/** Where a hook was written, for messages and consent. */
export type HookOrigin =
  | { readonly kind: 'policy-file'; readonly target: string; readonly line: number }
  | { readonly kind: 'repository'; readonly target: string }

export interface Hook {
  readonly program: HookProgram
  readonly mode: HookMode
  readonly timeoutSeconds: number
  readonly origin: HookOrigin
  readonly name?: string
  readonly when?: StatusSelector
  readonly if?: HookCondition
  readonly env?: Readonly<Record<string, string>>
  readonly envAllow?: readonly string[]
  /** Names of variables that the caller must allow as well. */
  readonly secrets?: readonly string[]
  /** Programs looked up before anything runs. */
  readonly requires?: readonly string[]
  /** Relative to the workspace root; absent means Kopia's private folder (job steps: the workspace root). */
  readonly workingDirectory?: string
  /** False turns the `KOPIA_SNAPSHOT_PATH=` line off. */
  readonly capturesRedirect: boolean
}

/** A hook, or the steps of one when they cannot be one script; steps run in order and stop at the first that fails. */
export type HookList = readonly [Hook, ...Hook[]]

export interface HookSet {
  readonly beforeSnapshotRoot?: HookList
  readonly afterSnapshotRoot?: HookList
  readonly beforeFolder?: HookList
  readonly afterFolder?: HookList
}
