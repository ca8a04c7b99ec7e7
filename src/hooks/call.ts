/** What a call of a hook is made of: the run it belongs to, and the call itself (docs/hooks.md, "Running"). */
import type { Clock } from '../util/clock.ts'
import type { ConditionFacts } from './conditions.ts'
import type { HookConsole } from './console.ts'
import type { Variables } from './environment.ts'
import type { MaskSet } from './masks.ts'
import type { AnyPhase } from './result.ts'

/** Everything a hook needs from the run it belongs to. */
export interface HookServices {
  /** JavaScript file that enters the supervisor when called with `--cairn-supervisor`. */
  readonly supervisorEntry: string
  /** Node itself; absent means the one that runs now. */
  readonly nodePath?: string
  /** Where private folders are made: RUNNER_TEMP or the system's. */
  readonly tempDir: string
  /** Cairn's working directory: relative redirects start here. */
  readonly cwd: string
  readonly workspaceRoot: string
  readonly environment: Variables
  readonly environmentMode: 'allow-list' | 'pass-through'
  readonly allowedSecrets: ReadonlySet<string>
  readonly cairnVersion: string
  readonly platform: NodeJS.Platform
  readonly clock: Clock
  readonly console: HookConsole
  readonly masks: MaskSet
  /** Told of each value that a hook asked to be masked. */
  readonly onMask?: (value: string) => void
  /** Name of the workflow event and full ref, for `if`. */
  readonly event?: string | undefined
  readonly ref?: string | undefined
  /** Cancels running hooks. After-hooks owed then are run under a signal of their own. */
  readonly signal?: AbortSignal
  /** Between TERM and KILL; 5 s and, at a cancel, 3 s when absent. */
  readonly graceMs?: number
  readonly cancelGraceMs?: number
}

/** One call of a hook. */
export interface HookInvocation {
  readonly phase: AnyPhase
  /** 16 hexadecimal digits, the same for before and after. */
  readonly sessionId: string
  /** The folder for people, such as `./data`. */
  readonly label: string
  readonly sourcePath: string
  readonly snapshotPath: string
  /** Kopia's private folder: holds the script and is the working directory. */
  readonly privateDir: string
  /** Distinguishes the script files of several steps. */
  readonly step?: number
  /** CAIRN_ variables of this call. */
  readonly variables?: Variables
  readonly status?: ConditionFacts['status']
  /** Why it does not run, whatever its own conditions say. */
  readonly unwanted?: string | undefined
  /** Replaces `services.signal`; null means that nothing cancels this call. */
  readonly signal?: AbortSignal | null
  /** Replaces `services.cancelGraceMs`. */
  readonly cancelGraceMs?: number
}
