/**
 * The small process that owns one hook: the exec toolkit has no timeout, no kill and leaves standard input open (docs/hooks.md, "Timeouts").
 *
 * Started as `node ENTRY --cairn-supervisor CONTROL_FOLDER`. Standard output carries frames (frames.ts); end of file on standard input
 * means that the parent died.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../util/clock.ts'
import {
  CANCEL_FILE,
  HOOK_ID_VARIABLE,
  heldEnvironment,
  RELEASE_FILE,
  REQUEST_FILE,
  type SupervisorMessage,
  type SupervisorRequest,
} from './messages.ts'
import { makePipes, type OutputPipe } from './pipes.ts'
import { processTable } from './processes.ts'
import { type Channel, openChannel, relayOutput } from './relay.ts'
import { type SupervisedHook, supervise } from './supervise.ts'

const WISH_POLL_MS = 50

/** Runs one hook and resolves when everything about it is over; the caller then lets the process end. */
export async function runSupervisor(host: NodeJS.Process = process): Promise<void> {
  const folder = host.argv.at(-1) ?? ''
  // Written by the runner of the same version a moment ago.
  const request = JSON.parse(readFileSync(join(folder, REQUEST_FILE), 'utf8')) as SupervisorRequest
  const cancel = new AbortController()
  const release = new AbortController()
  const parentGone = new AbortController()
  const channel = openChannel(host.stdout, () => parentGone.abort())
  const send = (message: SupervisorMessage) => {
    channel.send(message)
  }

  host.stdin.on('end', () => parentGone.abort())
  host.stdin.on('error', () => parentGone.abort())
  host.stdin.resume()
  // Ctrl-C in a terminal reaches the parent too, which decides what it means.
  host.on('SIGINT', () => {})
  host.on('SIGTERM', () => cancel.abort())
  host.on('SIGHUP', () => cancel.abort())
  const wishes = setInterval(() => {
    if (existsSync(join(folder, CANCEL_FILE))) cancel.abort()
    if (existsSync(join(folder, RELEASE_FILE))) release.abort()
  }, WISH_POLL_MS)

  let unref = () => {}
  try {
    const started = await start(request, folder, host, channel)
    if ('startError' in started) {
      send({
        type: 'ended',
        reason: 'not-started',
        exitCode: null,
        signal: null,
        startError: started.startError,
        durationMs: 0,
        isOutputClosed: true,
        killed: [],
        leftRunning: [],
        survivors: [],
      })
      return
    }
    unref = started.unref
    send({ type: 'started', pid: started.pid })
    await supervise(request, {
      hook: started.hook,
      table: processTable(host.platform, { pid: started.pid, hookId: request.hookId, outputLink: started.outputLink }),
      clock: systemClock,
      stops: { cancel: cancel.signal, parentGone: parentGone.signal, release: release.signal },
      send,
    })
  } finally {
    clearInterval(wishes)
    if (parentGone.signal.aborted) rmSync(folder, { recursive: true, force: true })
    await channel.flush()
    // A process that even KILL does not end must not keep this one.
    unref()
    host.stdin.destroy()
  }
}

interface Started {
  readonly pid: number
  readonly hook: SupervisedHook
  readonly outputLink: string | undefined
  /** Lets this process end though the hook has not. */
  unref(): void
}

async function start(
  request: SupervisorRequest,
  folder: string,
  host: NodeJS.Process,
  channel: Channel,
): Promise<Started | { readonly startError: string }> {
  const pipes = makePipes(folder, host.platform)
  const [program, ...args] = request.argv
  let child: ChildProcess
  try {
    child = spawn(program, args, {
      cwd: request.cwd,
      env: { ...heldEnvironment(host.env), [HOOK_ID_VARIABLE]: request.hookId },
      stdio: ['ignore', pipes?.out.writer ?? 'pipe', pipes?.err.writer ?? 'pipe'],
      detached: host.platform !== 'win32',
      windowsHide: true,
    })
  } catch (error) {
    closeAll(pipes)
    return { startError: errorCode(error) }
  }
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  const startError = await new Promise<string | undefined>((resolve) => {
    child.once('spawn', () => resolve(undefined))
    child.once('error', (error) => resolve(errorCode(error)))
  })
  pipes?.out.closeWriter()
  pipes?.err.closeWriter()
  if (startError !== undefined || child.pid === undefined) {
    closeAll(pipes)
    return { startError: startError ?? 'UNKNOWN' }
  }
  const out = pipes?.out.reader ?? child.stdout
  const err = pipes?.err.reader ?? child.stderr
  const relay = relayOutput(
    [
      ['o', out],
      ['e', err],
    ],
    channel,
    request.isStream,
  )
  return { pid: child.pid, outputLink: pipes?.out.link, unref: () => child.unref(), hook: { exited, ...relay } }
}

function closeAll(pipes: { readonly out: OutputPipe; readonly err: OutputPipe } | undefined): void {
  for (const pipe of pipes === undefined ? [] : [pipes.out, pipes.err]) {
    pipe.closeWriter()
    pipe.reader.destroy()
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
}
