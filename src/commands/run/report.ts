/** What a run did, as one value: the faces render it, `report-json` holds it (docs/cli.md, "Report"). */
import type { ErrorCode } from '../../errors.ts'
import type { HookMode, HookPhase, JobPhase, RunStatus } from '../../policy/hook.ts'
import type { Diagnostic } from '../../policyfile/diagnostic.ts'

/** One error, ready to be shown. */
export interface ReportedError {
  readonly code: ErrorCode
  readonly message: string
  readonly hint?: string
}

/** One hook that was started, or that was left out for a reason. */
export interface HookReport {
  readonly name: string
  readonly phase: HookPhase | JobPhase | 'stream'
  /** The folder as a person would write it, such as `./data/uploads`. */
  readonly label: string
  readonly mode: HookMode
  readonly status: 'ok' | 'failed' | 'timed-out' | 'cancelled' | 'skipped' | 'not-run'
  readonly exitCode: number | null
  readonly signal: string | null
  readonly durationMs: number
  /** Why it failed or was left out; empty when it ran well. */
  readonly message: string
  /** Why it was not run, in a few words, such as `os is linux`. */
  readonly reason?: string
  /** Last lines of its output, masked. */
  readonly tail: readonly string[]
  /** Processes that had to be ended with it, as `name (pid)`. */
  readonly killed: readonly string[]
}

/** A snapshot that retention removed, or the reasons for which one stays. */
export interface RetentionReport {
  readonly kept: readonly { readonly id: string; readonly startTime: string; readonly reasons: readonly string[] }[]
  readonly removed: readonly { readonly id: string; readonly startTime: string }[]
}

export interface SourceReport {
  /** `user@host:/path`. */
  readonly source: string
  /** As the user wrote it: a path in the workspace, or the name of a stream. */
  readonly label: string
  readonly status: RunStatus
  /** Empty when no snapshot was saved. */
  readonly snapshotId: string
  readonly rootObjectId: string
  /** The earlier snapshot that this one was compared with, or empty. */
  readonly matchedSnapshotId: string
  readonly files: number
  readonly directories: number
  readonly symlinks: number
  readonly bytes: number
  readonly newBytes: number
  readonly filesNew: number
  readonly filesChanged: number
  readonly filesRemoved: number
  /** Folders that were added, removed, or have another mode. */
  readonly directoriesChanged: number
  /** First paths of each kind of change, at most 200 in all. */
  readonly changes: readonly { readonly kind: 'new' | 'changed' | 'removed'; readonly path: string }[]
  readonly excludedFiles: number
  readonly excludedDirectories: number
  readonly specialFiles: number
  readonly durationMs: number
  readonly failures: readonly { readonly path: string; readonly error: string; readonly isIgnored: boolean }[]
  readonly error?: ReportedError
  /** What failed after that, such as an after-hook. */
  readonly furtherErrors?: readonly ReportedError[]
  readonly retention?: RetentionReport
}

/** Everything that failed in a source, what came first first. */
export function errorsOf(source: SourceReport): readonly ReportedError[] {
  return [...(source.error === undefined ? [] : [source.error]), ...(source.furtherErrors ?? [])]
}

export interface RunReport {
  readonly schema: 1
  readonly version: string
  readonly status: RunStatus
  readonly exitCode: number
  readonly startTime: string
  readonly durationMs: number
  readonly policyFile: { readonly path: string; readonly sha256: string } | null
  /** Findings in the policy file, errors first. */
  readonly diagnostics: readonly Diagnostic[]
  readonly repository: { readonly location: string; readonly uniqueId: string; readonly wasCreated: boolean } | null
  readonly identity: string
  readonly event: string
  readonly sources: readonly SourceReport[]
  readonly hooks: readonly HookReport[]
  readonly uploadedBytes: number
  readonly notices: readonly string[]
  readonly warnings: readonly string[]
  /** Errors that belong to no source. */
  readonly errors: readonly ReportedError[]
}
