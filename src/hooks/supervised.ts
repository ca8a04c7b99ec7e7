/** The runner's side of a supervisor: makes the control folder, reads the frames, passes wishes on (docs/hooks.md, "Processes left behind"). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { toHex } from '../util/bytes.ts'
import type { Clock } from '../util/clock.ts'
import { systemRandom } from '../util/random.ts'
import {
  CANCEL_FILE,
  type EndedMessage,
  holdEnvironment,
  RELEASE_FILE,
  REQUEST_FILE,
  SUPERVISOR_FLAG,
  type SupervisorRequest,
} from './messages.ts'
import { processTable } from './processes.ts'
import { type OutputReceiver, Reports } from './reports.ts'
import type { BackgroundProcesses } from './result.ts'

export interface Launch {
  readonly supervisorEntry: string
  readonly nodePath: string
  readonly tempDir: string
  /** The hook's variables. */
  readonly environment: Readonly<Record<string, string>>
  readonly platform: NodeJS.Platform
  /** What Node itself needs to start. */
  readonly nodeEnvironment: Readonly<Record<string, string>>
  readonly clock: Clock
  readonly signal?: AbortSignal
  readonly request: Omit<SupervisorRequest, 'hookId'>
}

/** How a supervisor's process is started and listened to. */
export interface Spawn {
  readonly nodePath: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** A folder that exists for sure: a hook may have removed the one this process runs in. */
  readonly cwd: string
  readonly onOutput: (bytes: Uint8Array) => void
  readonly onErrors: (bytes: Uint8Array) => void
}

/** Runs the supervisor's process to its end; resolves with the exit code, null for death by a signal. */
export type Spawner = (spawn: Spawn) => Promise<number | null>

export interface SupervisedProcess {
  readonly started: Promise<boolean>
  /** The report, or why there is none. */
  readonly ended: Promise<EndedMessage | CairnError>
  readonly background: BackgroundProcesses
  /** Resolves when the supervisor itself is gone. */
  readonly over: Promise<void>
}

/** Starts `launch.request` under a supervisor; all output of the hook has gone to `output` when `ended` resolves. */
export function superviseProcess(launch: Launch, spawner: Spawner, output: OutputReceiver): SupervisedProcess {
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
    return {
      started: Promise.resolve(false),
      ended: Promise.resolve(failure),
      background: { release: async () => [], gone: Promise.resolve() },
      over: Promise.resolve(),
    }
  }

  const reports = new Reports(output)
  const onAbort = () => wish(folder, CANCEL_FILE)
  if (launch.signal?.aborted) onAbort()
  launch.signal?.addEventListener('abort', onAbort, { once: true })

  const environment = { ...launch.nodeEnvironment, ...holdEnvironment(launch.environment) }
  const over = spawner({
    nodePath: launch.nodePath,
    args: [launch.supervisorEntry, SUPERVISOR_FLAG, folder],
    environment,
    cwd: launch.tempDir,
    onOutput: (bytes) => {
      try {
        reports.push(bytes)
      } catch (error) {
        // Thrown in a listener it would end the whole run.
        reports.close(messageOf(error))
        onAbort()
      }
    },
    onErrors: (bytes) => reports.pushErrors(bytes),
  })
    .then(
      (exitCode) => reports.close(`the supervisor ended with ${exitCode === null ? 'a signal' : `code ${exitCode}`}`),
      (error: unknown) => reports.close(messageOf(error)),
    )
    .then(() => {
      launch.signal?.removeEventListener('abort', onAbort)
      // A supervisor that died took nothing with it.
      if (reports.isOrphaned) killOrphans(launch.platform, reports.pid ?? NO_PROCESS, hookId)
      removeControl(folder)
    })

  return {
    over,
    started: reports.started,
    ended: reports.ended.then(async (report) => {
      // After a success the supervisor may stay to look after what was left behind; otherwise it is gone in a moment.
      const stays = !(report instanceof Error) && report.exitCode === 0 && report.killed.length + report.leftRunning.length > 0
      if (!stays) await over
      return report
    }),
    background: {
      gone: over,
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

// What cannot be removed holds a request and two empty files: no reason to fail.
function removeControl(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {}
}

// The report of the start may have died with the supervisor: then the id in the environment is all there is.
const NO_PROCESS = -1

function killOrphans(platform: NodeJS.Platform, pid: number, hookId: string): void {
  const table = processTable(platform, { pid, hookId, outputLink: undefined })
  // More than once: a process may start another between the look and the signal.
  for (let round = 0; round < 5; round++) {
    const members = table.members()
    if (members.length === 0) return
    table.signal(members, 'SIGKILL')
  }
}
