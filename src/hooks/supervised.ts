/** The runner's side of a supervisor: makes the control folder, reads the frames, passes wishes on (docs/hooks.md, "Processes left behind"). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { toHex } from '../util/bytes.ts'
import type { Clock } from '../util/clock.ts'
import { systemRandom } from '../util/random.ts'
import { FrameDecoder } from './frames.ts'
import {
  CANCEL_FILE,
  type EndedMessage,
  holdEnvironment,
  RELEASE_FILE,
  REQUEST_FILE,
  type ReleasedMessage,
  SUPERVISOR_FLAG,
  type SupervisorMessage,
  type SupervisorRequest,
} from './messages.ts'
import { processTable } from './processes.ts'
import type { BackgroundProcesses } from './result.ts'

export interface Launch {
  readonly supervisorEntry: string
  readonly nodePath: string
  readonly tempDir: string
  /** The hook's variables. */
  readonly environment: Readonly<Record<string, string>>
  readonly platform: NodeJS.Platform
  readonly systemRoot: string | undefined
  readonly clock: Clock
  readonly signal?: AbortSignal
  readonly request: Omit<SupervisorRequest, 'hookId'>
}

/** Runs the supervisor's process to its end; resolves with the exit code, null for death by a signal. */
export type Spawner = (
  nodePath: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  onOutput: (bytes: Uint8Array) => void,
  onErrors: (bytes: Uint8Array) => void,
) => Promise<number | null>

export interface SupervisedProcess {
  readonly started: Promise<boolean>
  /** The report, or why there is none. */
  readonly ended: Promise<EndedMessage | CairnError>
  readonly background: BackgroundProcesses
}

/** Starts `launch.request` under a supervisor; the output of the hook goes to `onOutput` before `ended` resolves. */
export function superviseProcess(
  launch: Launch,
  spawner: Spawner,
  onOutput: (stream: 'o' | 'e', bytes: Uint8Array) => void,
): SupervisedProcess {
  let folder: string
  const hookId = toHex(systemRandom(16))
  try {
    folder = mkdtempSync(join(launch.tempDir, 'cairn-control-'))
    writeFileSync(join(folder, REQUEST_FILE), JSON.stringify({ ...launch.request, hookId } satisfies SupervisorRequest), { mode: 0o600 })
  } catch (error) {
    const failure = new CairnError('CAIRN_HOOK_NOT_STARTED', `the temporary folder cannot be used: ${messageOf(error)}`, {
      cause: error,
      hint: 'Look at TMPDIR (RUNNER_TEMP), its free space and permissions.',
    })
    return { started: Promise.resolve(false), ended: Promise.resolve(failure), background: { release: async () => [] } }
  }

  const reports = new Reports(onOutput)
  const onAbort = () => wish(folder, CANCEL_FILE)
  if (launch.signal?.aborted) onAbort()
  launch.signal?.addEventListener('abort', onAbort, { once: true })

  const environment = {
    ...holdEnvironment(launch.environment),
    ...(launch.systemRoot === undefined ? {} : { SystemRoot: launch.systemRoot }),
  }
  const over = spawner(
    launch.nodePath,
    [launch.supervisorEntry, SUPERVISOR_FLAG, folder],
    environment,
    (bytes) => reports.push(bytes),
    (bytes) => reports.pushErrors(bytes),
  )
    .then(
      (exitCode) => reports.close(`the supervisor ended with ${exitCode === null ? 'a signal' : `code ${exitCode}`}`),
      (error: unknown) => reports.close(messageOf(error)),
    )
    .then(() => {
      launch.signal?.removeEventListener('abort', onAbort)
      // A supervisor that died took nothing with it.
      if (reports.isOrphaned && reports.pid !== undefined) killOrphans(launch.platform, reports.pid, hookId)
      rmSync(folder, { recursive: true, force: true })
    })

  return {
    started: reports.started,
    ended: reports.ended.then(async (report) => {
      // What stays behind is looked after by the supervisor; otherwise it is gone in a moment, and so is the control folder.
      const isLeaving = !(report instanceof Error) && report.leftRunning.length === 0 && report.killed.length === 0
      if (isLeaving || report instanceof Error) await over
      return report
    }),
    background: {
      release: async () => {
        wish(folder, RELEASE_FILE)
        await over
        return reports.released?.ended ?? []
      },
    },
  }
}

function wish(folder: string, name: string): void {
  try {
    writeFileSync(join(folder, name), '')
  } catch {
    // The folder is gone, and so is whoever would have read it.
  }
}

function killOrphans(platform: NodeJS.Platform, pid: number, hookId: string): void {
  const table = processTable(platform, { pid, hookId, outputLink: undefined })
  table.signal(table.members(), 'SIGKILL')
}

/** What a supervisor said so far. */
class Reports {
  readonly started: Promise<boolean>
  readonly ended: Promise<EndedMessage | CairnError>
  pid: number | undefined
  released: ReleasedMessage | undefined
  readonly #decoder = new FrameDecoder()
  readonly #onOutput: (stream: 'o' | 'e', bytes: Uint8Array) => void
  #resolveStarted: (isStarted: boolean) => void = () => {}
  #resolveEnded: (report: EndedMessage | CairnError) => void = () => {}
  #hasEnded = false
  #errors = ''

  constructor(onOutput: (stream: 'o' | 'e', bytes: Uint8Array) => void) {
    this.#onOutput = onOutput
    this.started = new Promise((resolve) => {
      this.#resolveStarted = resolve
    })
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve
    })
  }

  get isOrphaned(): boolean {
    return !this.#hasEnded
  }

  push(bytes: Uint8Array): void {
    for (const frame of this.#decoder.push(bytes)) {
      if (frame.kind !== 'm') {
        this.#onOutput(frame.kind, frame.payload)
        continue
      }
      // Written by our own supervisor, never by the hook: the frame format keeps the two apart.
      const message = JSON.parse(Buffer.from(frame.payload).toString('utf8')) as SupervisorMessage
      if (message.type === 'started') {
        this.pid = message.pid
        this.#resolveStarted(true)
      } else if (message.type === 'ended') {
        this.#hasEnded = true
        this.#resolveStarted(false)
        this.#resolveEnded(message)
      } else {
        this.released = message
      }
    }
  }

  pushErrors(bytes: Uint8Array): void {
    this.#errors = (this.#errors + Buffer.from(bytes).toString('utf8')).slice(-2_000)
  }

  close(why: string): void {
    this.#resolveStarted(false)
    const detail = this.#errors.trim().split('\n').slice(-3).join(' / ')
    this.#resolveEnded(
      new CairnError('CAIRN_HOOK_NOT_STARTED', `${why} without a report${detail === '' ? '' : `: ${detail}`}`, {
        hint: 'If memory or disk ran out, free some. Otherwise report this with the output above.',
      }),
    )
  }
}
