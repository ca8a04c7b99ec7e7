/** Runs the built command line as a user does: another process, its own home, no connection of the machine. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const DIST = resolve(process.env['CAIRN_TEST_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'))

/** The script that a user starts: the committed bundle, or another build named by CAIRN_TEST_DIST. */
export const CLI = join(DIST, 'cli', 'index.js')

export const PASSWORD = 'correct-horse-battery'

export interface CliOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What comes on standard input; nothing otherwise. */
  readonly input?: string
  /** Arguments of node itself. */
  readonly node?: readonly string[]
  /** Close standard output after its first bytes, as `head -1` does. */
  readonly stopsReading?: boolean
  /** A shell script that starts it, as "$@". */
  readonly script?: string
  /** Close standard error in the same way. */
  readonly stopsListening?: boolean
  /** Send this signal when standard error holds the text. */
  readonly signalAt?: { readonly text: string; readonly signal: NodeJS.Signals }
  /** Run as this user; only root can. */
  readonly uid?: number
}

export interface CliResult {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `cairn ...args`; the environment holds the password unless `env` takes it away. */
export async function cairn(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: join(options.cwd, '.home'),
    KOPIA_PASSWORD: PASSWORD,
    TZ: 'UTC',
    ...options.env,
  }
  const [program = '', ...programArgs] = [
    ...(options.script === undefined ? [] : ['sh', '-c', options.script, 'sh']),
    process.execPath,
    ...(options.node ?? []),
    CLI,
    ...args,
  ]
  const child = spawn(program, programArgs, {
    cwd: options.cwd,
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  // A command that does not read it may be gone already.
  child.stdin.on('error', () => {}).end(options.input ?? '')
  let stdout = ''
  let stderr = ''
  let isSignalled = false
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    if (options.stopsReading) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
    if (options.stopsListening) child.stderr.destroy()
    const { signalAt } = options
    if (signalAt !== undefined && !isSignalled && stderr.includes(signalAt.text)) {
      isSignalled = true
      child.kill(signalAt.signal)
    }
  })
  return await new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }))
  })
}
