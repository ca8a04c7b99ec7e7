/** Servers of others on this machine's loopback address, for tests: started on a free port, and surely stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'

export interface LocalServer {
  readonly port: number
  /** Resolves when it is gone. */
  stop(): Promise<void>
}

export interface LocalServerOptions {
  readonly command: string
  readonly args: (port: number) => readonly string[]
  /** Beside PATH; nothing else of this process's environment is given. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** A rejection counts as "not yet". */
  readonly isReady: (port: number) => Promise<boolean>
}

/**
 * Runs a program until its own input ends, which is when whoever started it is gone, in whatever way: a thread of tests that is torn down
 * tells nobody.
 */
const UNTIL_INPUT_ENDS = `
exec 3<&0
"$0" "$@" 3<&- </dev/null &
server=$!
{
  cat <&3
  for pause in 0.5 0.5 0.5 0.5 0.5 0.5; do
    kill "$server" || exit
    sleep "$pause"
  done
  kill -9 "$server"
} >/dev/null 2>&1 &
exec 3<&-
wait "$server"
`

/** Starts a program on a free port and resolves when it is ready; it ends with `stop`, or with this thread of tests. */
export async function startLocalServer({ command, args, env = {}, cwd, isReady }: LocalServerOptions): Promise<LocalServer> {
  const port = await freePort()
  const child = spawn('/bin/sh', ['-c', UNTIL_INPUT_ENDS, command, ...args(port)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  })
  let output = ''
  const collect = (text: string) => {
    output = (output + text).slice(-10_000)
  }
  child.stdin.on('error', () => {})
  child.stdout.setEncoding('utf8').on('data', collect)
  child.stderr.setEncoding('utf8').on('data', collect)
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      collect(String(error))
      resolve()
    })
  })
  const stop = async () => {
    child.stdin.end()
    await gone
  }
  for (let tries = 0; tries < 1200 && isRunning(child); tries++) {
    if (await isReady(port).catch(() => false)) return { port, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`${command} did not start:\n${output}`)
}

/** Whether anybody takes connections on a port of the loopback address. */
export async function answers(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

/** A port of the loopback address that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}
