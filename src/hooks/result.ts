/** What became of one hook, and how that is said. */
import { CairnError, type ErrorCode } from '../errors.ts'
import type { Hook, HookPhase, JobPhase } from '../policy/hook.ts'
import { stripControls } from './sanitize.ts'

export type AnyPhase = HookPhase | JobPhase | 'stream'

/** `skipped`: exit code 75 of a before-snapshot-root hook. `not-run`: a condition did not hold, or it is set to none. */
export type HookStatus = 'ok' | 'failed' | 'timed-out' | 'cancelled' | 'skipped' | 'not-run'

export interface HookRedirect {
  /** As printed; after-hooks see it so. */
  readonly text: string
  /** Absolute, relative texts resolved against Cairn's working directory. */
  readonly path: string
}

export interface HookResult {
  readonly phase: AnyPhase
  readonly name: string | undefined
  readonly label: string
  readonly mode: Hook['mode']
  readonly status: HookStatus
  /** Whether a process came to be; only then is there something to clean up. */
  readonly hasStarted: boolean
  readonly exitCode: number | null
  readonly signal: string | null
  readonly durationMs: number
  readonly redirect?: HookRedirect
  /** The last lines shown, sanitised and masked. */
  readonly tail: readonly string[]
  /** Processes that were ended with the hook, as `name (pid)`. */
  readonly killed: readonly string[]
  /** Processes that live on until `background` is released. */
  readonly leftRunning: readonly string[]
  /** Processes that could not be ended. */
  readonly survivors: readonly string[]
  readonly background?: BackgroundProcesses
  /** Async hooks only, in the result that says that one started: its real end. */
  readonly ended?: Promise<HookResult>
  /** One sentence that names hook and folder. */
  readonly message: string
  /** Why it was not run, in a few words. */
  readonly reason?: string
  /** Set when the hook did not do what it should. */
  readonly errorCode?: ErrorCode
  readonly hint?: string
}

export interface BackgroundProcesses {
  /** Ends them and resolves with their names when the last is gone. */
  release(): Promise<readonly string[]>
  /** Resolves when they are gone, by a release or otherwise. */
  readonly gone: Promise<unknown>
}

export interface PhaseReport {
  readonly results: readonly HookResult[]
  /** The first failure that counts. */
  readonly failure?: CairnError
}

/** The subject of every message about a hook: `before-folder hook "Dump" of ./data`. Names are others' text: no control characters. */
export function hookTitle(phase: AnyPhase, name: string | undefined, rawLabel: string): string {
  const label = stripControls(rawLabel)
  const called = name === undefined ? '' : ` "${stripControls(name)}"`
  if (phase === 'stream') return `stream source${called} ${label}`
  if (phase === 'job-before' || phase === 'job-after') return `${phase} step${called}`
  return `${phase} hook${called} of ${label}`
}

/** Whether the result is a failure in the sense of its phase. */
export function isFailure(result: HookResult): boolean {
  return result.status === 'failed' || result.status === 'timed-out' || result.status === 'cancelled'
}

/** The failure as an error; for results that are none, a CAIRN_INTERNAL. */
export function hookError(result: HookResult): CairnError {
  return new CairnError(result.errorCode ?? 'CAIRN_INTERNAL', result.message, result.hint === undefined ? {} : { hint: result.hint })
}

/** Seconds with one digit, as shown after a hook. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Whether a failing hook does not fail what it belongs to. An async hook that cannot be started is not excused, as in Kopia. */
export function isExcused(result: HookResult): boolean {
  if (result.errorCode === 'CAIRN_HOOK_COMMAND_FILE') return false
  return result.status !== 'cancelled' && (result.mode === 'optional' || (result.mode === 'async' && result.hasStarted))
}
