/** What a run would do, as one value: `cairn plan` shows it (docs/cli.md, "plan"). */
import type { HookMode } from '../../policy/hook.ts'
import type { PolicyOrigin } from '../../policy/merge.ts'
import type { Diagnostic } from '../../policyfile/diagnostic.ts'
import type { GoJsonValue } from '../../util/go-json.ts'
import type { ReportedError, RetentionReport, RunReport } from '../run/report.ts'

/** A hook that a run would come to. */
export interface PlannedHook {
  /** `beforeFolder`, `job.before`, `stream`, … */
  readonly key: string
  /** Target of the policy that has it; empty for the hooks of the job. */
  readonly target: string
  /** Below the source, with `/` between the parts; empty for the source itself. */
  readonly folder: string
  readonly from: 'policy-file' | 'repository'
  readonly name: string
  readonly mode: HookMode
  readonly timeoutSeconds: number
  /** The command, or that it is a script with so many lines. */
  readonly program: string
}

/** Whether hooks may run. */
export interface PlannedConsent {
  readonly kind: 'run' | 'skip' | 'refuse'
  readonly error?: ReportedError
}

/** Where an effective value comes from; the target is empty for a default. */
export interface PlannedValue {
  readonly key: string
  readonly value: GoJsonValue
  readonly from: PolicyOrigin['kind']
  readonly target: string
}

/** What is in a source as it is now, before any hook has run. */
export interface PlannedContent {
  readonly files: number
  readonly directories: number
  readonly bytes: number
  /** By ignore rules; the bytes are those of the files, not of what is in the folders. */
  readonly excluded: { readonly files: number; readonly directories: number; readonly bytes: number }
  /** Could not be looked at. */
  readonly unreadable: number
}

export interface PlannedSource {
  /** `user@host:/path`. */
  readonly source: string
  /** As the user wrote it. */
  readonly label: string
  readonly kind: 'path' | 'stream'
  /** Null for a stream and for what is not there. */
  readonly content: PlannedContent | null
  /** Why there is no content. */
  readonly problem: ReportedError | null
  /** Every value that holds, in the order of the policy. */
  readonly policy: readonly PlannedValue[]
  /** Folders below with a policy of their own, and every value that holds there; a path has `/` between its parts. */
  readonly folders: readonly { readonly folder: string; readonly policy: readonly PlannedValue[] }[]
  readonly includeGit: boolean
  readonly keepTimes: 'unchanged' | null
  readonly hooks: readonly PlannedHook[]
  /** After a snapshot taken now: that one has the ID `next`. */
  readonly retention: RetentionReport
}

export interface RunPlan {
  readonly schema: 1
  readonly version: string
  readonly policyFile: RunReport['policyFile']
  readonly diagnostics: readonly Diagnostic[]
  readonly identity: string
  readonly event: string
  readonly repository: { readonly location: string; readonly exists: boolean; readonly uniqueId: string }
  readonly consent: PlannedConsent
  /** `job.before` and `job.after`. */
  readonly jobHooks: readonly PlannedHook[]
  readonly sources: readonly PlannedSource[]
  /** Why the run would do nothing at all; empty when it would do something. */
  readonly skip: string
  readonly notices: readonly string[]
}
