/** What runner and supervisor tell each other: the request, the reports, and the two files that carry wishes while a hook runs. */

/** Written to `request.json` in the control folder. No secrets: the environment travels as variables of the supervisor. */
export interface SupervisorRequest {
  readonly argv: readonly [string, ...string[]]
  readonly cwd: string
  /** Value of the variable HOOK_ID_VARIABLE, by which processes of this hook are recognised wherever they went. */
  readonly hookId: string
  /** 0 means no limit. */
  readonly timeoutMs: number
  /** Between TERM and KILL after a timeout or a failure. */
  readonly graceMs: number
  /** The same after a cancel. */
  readonly cancelGraceMs: number
  /** Whether processes that a successful hook leaves behind may live on until RELEASE_FILE appears. */
  readonly keepsBackground: boolean
  /** Whether standard output is the product: the hook ends when it is closed, not when the process exits. */
  readonly isStream: boolean
}

/** Why a hook ended. `not-started`: no process came to be. */
export type EndReason = 'exited' | 'timed-out' | 'cancelled' | 'parent-gone' | 'not-started'

export interface StartedMessage {
  readonly type: 'started'
  readonly pid: number
}

export interface EndedMessage {
  readonly type: 'ended'
  readonly reason: EndReason
  readonly exitCode: number | null
  readonly signal: string | null
  /** System error code, such as ENOENT, when the process did not start. */
  readonly startError?: string
  readonly durationMs: number
  /** Whether everybody closed the hook's standard output. */
  readonly isOutputClosed: boolean
  /** Names with process id of what was (or is being) ended. */
  readonly killed: readonly string[]
  /** Names of what lives on until the release. */
  readonly leftRunning: readonly string[]
  /** Names of what could not be ended. */
  readonly survivors: readonly string[]
}

/** The last message, after everything left behind has been ended. */
export interface ReleasedMessage {
  readonly type: 'released'
  readonly ended: readonly string[]
  readonly survivors: readonly string[]
}

/** Output that was passed over because nobody would be shown it. */
export interface GapMessage {
  readonly type: 'gap'
  readonly stream: 'o' | 'e'
  readonly bytes: number
}

export type SupervisorMessage = StartedMessage | GapMessage | EndedMessage | ReleasedMessage

export const REQUEST_FILE = 'request.json'
/** Its appearance in the control folder cancels the hook. */
export const CANCEL_FILE = 'cancel'
/** Its appearance in the control folder ends what the hook left running. */
export const RELEASE_FILE = 'release'
/** First argument of a supervisor process. */
export const SUPERVISOR_FLAG = '--cairn-supervisor'
/** Variable that every process of a hook inherits. */
export const HOOK_ID_VARIABLE = 'CAIRN_HOOK_ID'

// The supervisor must not be changed by the hook's variables (NODE_OPTIONS, LD_PRELOAD), so it holds them under other names.
const HELD_PREFIX = 'CAIRN_HELD_'

/** The hook's variables under names that mean nothing to Node. */
export function holdEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [HELD_PREFIX + name, value]))
}

/** The hook's variables from a supervisor's environment. */
export function heldEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const held: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && name.startsWith(HELD_PREFIX)) held[name.slice(HELD_PREFIX.length)] = value
  return held
}
