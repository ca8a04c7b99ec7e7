/** After-hooks that are owed: told before each effect, so that another process can run them when this one is killed. */

/** Identifiers of one owed after-hook; never its script, which the one who pays takes from the policy file again. */
export interface OwedHook {
  /** `SESSION/PHASE`. */
  readonly id: string
  readonly phase: 'after-snapshot-root' | 'after-folder'
  readonly sessionId: string
  readonly label: string
  readonly sourcePath: string
  /** What the before-hook printed, or the source path. */
  readonly snapshotPath: string
  readonly privateDir: string
}

/** Kept by the caller; `owed` may come twice for one id, the later one wins. Each call is awaited before the next effect. */
export interface HookJournal {
  owed(hook: OwedHook): Promise<void> | void
  paid(id: string): Promise<void> | void
}

/** For callers that nobody cleans up after. */
export const noJournal: HookJournal = { owed: () => {}, paid: () => {} }
