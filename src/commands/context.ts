/** Everything a command may touch, given by the face that runs it. */
import type { HookSink } from '../hooks/console.ts'
import type { MaskSet } from '../hooks/masks.ts'
import type { Logger, Progress } from '../log.ts'
import type { Clock } from '../util/clock.ts'
import type { RandomSource } from '../util/random.ts'
import type { OpeningAhead } from './ahead.ts'

/** Where copies of blobs are kept between runs, see docs/backends.md, "Read cache". */
export interface ReadCacheSettings {
  /** Absolute. */
  readonly directory: string
  /** All copies together; 0 keeps none. */
  readonly limitBytes: number
  /** Also for repositories in a folder, because somebody asked for it by name. */
  readonly isForAll: boolean
}

export interface CommandContext {
  /** A copy of the environment, taken at start. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly cwd: string
  readonly platform: NodeJS.Platform
  /** Login name, host name and home folder of the machine. */
  readonly os: { readonly userName: string; readonly hostName: string; readonly homeDirectory: string; readonly temporaryDirectory: string }
  readonly clock: Clock
  readonly random: RandomSource
  readonly log: Logger
  readonly progress: Progress
  /** Aborted at SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  readonly version: string
  /** File URL of the bundle's entry: workers and the hook supervisor start it again. */
  readonly entryUrl: string
  /** Asks for a password on the terminal; undefined when there is none. */
  readonly promptPassword: ((question: string) => Promise<string>) | undefined
  /** A token of the workflow's identity for an audience, such as `sts.amazonaws.com`; undefined outside of workflows that grant it. */
  readonly identityToken?: ((audience: string) => Promise<string>) | undefined
  /** Hides a value from every later line of output. */
  readonly mask: (secret: string) => void
  /** The values behind `mask`, for whoever prints what it did not write. */
  readonly masks: MaskSet
  /** Where the output of hooks goes. */
  readonly hookSink: HookSink
  /** A foldable group of log lines with this title; one at a time. */
  readonly group: { start(title: string): void; end(): void }
  /** False with `--no-auto-maintenance`: commands that write snapshots leave maintenance alone. */
  readonly autoMaintenance?: boolean | undefined
  /** Undefined: no copies of blobs are kept on this machine. */
  readonly readCache?: ReadCacheSettings | undefined
  /** An opening of the connected repository that has begun already. */
  readonly ahead?: OpeningAhead | undefined
  /** Number of worker threads; undefined means as many as there are processors. */
  readonly workers: number | undefined
}
