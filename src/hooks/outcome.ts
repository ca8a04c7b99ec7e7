/** What after-hooks are told about the run so far; pure (docs/hooks.md, "Status words"). */
import type { Hook, RunStatus } from '../policy/hook.ts'
import { matchesStatus } from './conditions.ts'
import type { Variables } from './environment.ts'
import type { HookResult } from './result.ts'
import { hookTitle } from './result.ts'

/** What is known before the manifest is saved. */
export type UploadStatus = 'uploaded' | 'failed' | 'cancelled' | 'timed-out' | 'skipped'

export interface UploadOutcome {
  readonly status: UploadStatus
  /** The final status when it is known already; decides `when` more exactly than `status`. */
  readonly runStatus?: RunStatus
  readonly error?: string
  readonly failedHook?: string
  readonly rootObjectId?: string
  readonly files?: number
  readonly bytes?: number
}

const AS_RUN_STATUS: Readonly<Record<UploadStatus, RunStatus>> = {
  uploaded: 'created',
  failed: 'failed',
  cancelled: 'cancelled',
  'timed-out': 'failed',
  skipped: 'skipped',
}

const ERROR_LIMIT = 4_096

/** The CAIRN_ variables of an after-hook; absent facts are absent variables. */
export function outcomeVariables(outcome: UploadOutcome): Variables {
  return {
    CAIRN_STATUS: outcome.status,
    CAIRN_ERROR: outcome.error?.replace(/\s+/g, ' ').replaceAll('\0', '').slice(0, ERROR_LIMIT),
    CAIRN_FAILED_HOOK: outcome.failedHook,
    CAIRN_ROOT_OBJECT_ID: outcome.rootObjectId,
    CAIRN_FILES: outcome.files?.toString(),
    CAIRN_BYTES: outcome.bytes?.toString(),
  }
}

/** Why `when` of an after-hook does not cover the outcome, in a few words; undefined when it does. An absent `when` means always. */
export function unwantedBecause(hook: Pick<Hook, 'when'>, outcome: UploadOutcome): string | undefined {
  if (hook.when === undefined) return undefined
  // Where only the upload's own word is known, a hook that asks for either of the two that it may mean gets it.
  if (outcome.runStatus === undefined && outcome.status === 'uploaded' && (hook.when === 'created' || hook.when === 'unchanged'))
    return undefined
  const status = outcome.runStatus ?? AS_RUN_STATUS[outcome.status]
  return matchesStatus(hook.when, status) ? undefined : `status is ${status}`
}

/** The outcome that a before-hook's own end causes; undefined when it does not stop the source. */
export function outcomeOf(result: HookResult): UploadOutcome | undefined {
  const failed = { error: result.message, failedHook: hookTitle(result.phase, result.name, result.label) }
  if (result.status === 'skipped') return { status: 'skipped' }
  if (result.status === 'cancelled') return { status: 'cancelled', ...failed }
  if (result.status === 'timed-out') return { status: 'timed-out', ...failed }
  return result.status === 'failed' ? { status: 'failed', ...failed } : undefined
}
