/** The command line: arguments in, one command run, exit code out. The only place here that touches the process. */
import { setMaxListeners } from 'node:events'
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import type { BuildFacts } from '../build-facts.ts'
import { type OpeningAhead, openAhead } from '../commands/ahead.ts'
import { EXIT_CODES, exitCodeOf, reportedError } from '../commands/run/outcome.ts'
import { CairnError, cancelled, isCairnError, messageOf } from '../errors.ts'
import { MaskSet } from '../hooks/masks.ts'
import { nullProgress } from '../log.ts'
import { workflowIdentity } from '../repo/blob/workflow-identity.ts'
import { resolveConfigPath } from '../repo/config-path.ts'
import { concatBytes } from '../util/bytes.ts'
import { systemClock } from '../util/clock.ts'
import { systemRandom } from '../util/random.ts'
import { workingDirectory } from '../util/working-directory.ts'
import type { CommandInput } from './command-spec.ts'
import { COMMANDS } from './command-table.ts'
import type { CliContext } from './context.ts'
import { type StopDiagnostics, startDiagnostics } from './diagnostics.ts'
import { durationFlagMs } from './flag-values.ts'
import { jsonWithoutCommands, shownText, withoutCommands } from './harmless.ts'
import { type Output, openOutput } from './output.ts'
import { type Parsed, parseCommandLine } from './program.ts'
import { type TerminalProgress, terminalProgress } from './progress.ts'
import { readCacheSettings } from './read-cache-flags.ts'
import { openLogs, type RunLogs, toLevel } from './run-logs.ts'
import { hookSink, jsonLine } from './terminal-log.ts'
import { type TimeTexts, timeTexts } from './time-text.ts'

type ParsedCommand = Extract<Parsed, { kind: 'command' }>

/** Runs the command line of `process` and leaves the exit code in `process.exitCode`. */
export async function runCli(process: NodeJS.Process, build: BuildFacts, entryUrl: string): Promise<void> {
  const mask = new MaskSet()
  for (const name of ['KOPIA_PASSWORD', 'CAIRN_PASSWORD']) if (process.env[name] !== undefined) mask.add(process.env[name].trim())
  let isReader = true
  const output = openOutput(process.stdout, () => {
    if (isReader) process.exit(0)
  })
  // A run goes on and saves its snapshots although nobody listens any more.
  process.stderr.on('error', () => {})
  let isJson = process.argv.includes('--json')
  let isVerbose = false
  let isJsonConsole = false
  let command = ''
  let logs: RunLogs | undefined
  let stopDiagnostics: StopDiagnostics | undefined
  let ahead: OpeningAhead | undefined
  const stop = new AbortController()
  // Every request that is under way listens to it.
  setMaxListeners(0, stop.signal)
  let stopCode = 0
  const onSignal = (signal: NodeJS.Signals) => {
    // The second signal does not wait for anything.
    if (stop.signal.aborted) process.exit(stopCode)
    stopCode = signal === 'SIGTERM' ? 143 : EXIT_CODES.cancelled
    stop.abort(cancelled())
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  let exitCode = 0
  const fail = (error: unknown) => {
    const code = exitCodeOf(error)
    const ownCode = code === EXIT_CODES.cancelled && stopCode !== 0 ? stopCode : code
    exitCode ||= ownCode
    const text = withoutCommands(mask.apply(errorText(withHint(error, command), isJson, isVerbose, ownCode)))
    logs?.failed(text.trimEnd())
    process.stderr.write(isJsonConsole && !isJson ? jsonLine(text.trimEnd(), {}) : text)
  }
  try {
    const version = `cairn ${build.version} (commit ${build.commit})`
    const parsed = await parseCommandLine(COMMANDS, process.argv.slice(2), process.env, version)
    if (parsed.kind === 'text') {
      output.print(parsed.text)
      return
    }
    const directory = workingDirectory(process, process.env['PWD'])
    isJson = parsed.input.isOn('json')
    isReader = parsed.spec.isReader === true
    command = parsed.spec.path.join(' ')
    isJsonConsole = parsed.globals.isOn('json-log-console')
    isVerbose = parsed.globals.isOn('verbose')
    const face = faceOf(process, parsed, directory.path, mask)
    logs = face.logs
    if (directory.isGone) logs.log.warning(`The current folder is gone: relative paths start in ${directory.path}.`)
    const context = contextOf(process, parsed, face, output, directory.path, build, entryUrl, mask, stop.signal)
    stopDiagnostics = await startDiagnostics(parsed.globals, {
      command,
      temporaryDirectory: context.os.temporaryDirectory,
      stamp: () => face.times.stamp(systemClock.nowNs()),
      process,
    })
    if (parsed.spec.opensRepository === true) ahead = openAhead(context)
    await ahead?.underWay
    const code = await parsed.spec.run({ ...context, ahead }, parsed.input)
    exitCode = stop.signal.aborted && code !== 0 ? stopCode : code
  } catch (error) {
    fail(error)
  } finally {
    await output.finish().catch(fail)
    process.exitCode = exitCode
    ahead?.abandon()
    if (logs !== undefined) await stopDiagnostics?.(logs.log)
    logs?.close()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, onSignal)
  }
}

/** What a run shows and where, as its flags ask for it. */
interface Face {
  readonly times: TimeTexts
  readonly progress: TerminalProgress
  readonly logs: RunLogs
}

function faceOf(process: NodeJS.Process, { spec, input, globals }: ParsedCommand, cwd: string, mask: MaskSet): Face {
  const level = globals.isOn('verbose') ? 'debug' : toLevel(globals.text('log-level'))
  const isTty = process.stderr.isTTY === true
  const write = (text: string) => void process.stderr.write(text)
  const intervalMs = durationFlagMs(globals, 'progress-update-interval')
  const progress =
    globals.choice('progress') === false || input.isOn('json') || level === 'error'
      ? { ...nullProgress, clear: () => {} }
      : terminalProgress({ isTty, columns: () => process.stderr.columns ?? 80, write, intervalMs }, systemClock)
  const times = timeTexts(globals.text('timezone'), process.env['TZ'])
  const logs = openLogs(
    {
      globals,
      command: spec.path.join(' '),
      level,
      hasColour: hasColour(globals, process.env, isTty),
      times,
      clock: systemClock,
      process: { cwd, id: process.pid },
      beforeLine: progress.clear,
      write,
    },
    mask,
  )
  return { times, progress, logs }
}

function contextOf(
  process: NodeJS.Process,
  parsed: ParsedCommand,
  face: Face,
  output: Output,
  cwd: string,
  build: BuildFacts,
  entryUrl: string,
  mask: MaskSet,
  signal: AbortSignal,
): CliContext {
  const { globals } = parsed
  const {
    times,
    progress,
    logs: { log },
  } = face
  const env = { ...process.env }
  // The SDK of AWS prints a notice about this version of Node, which is not for the user to act on. Hooks do not see the variable.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
  const configFlag = globals.text('config-file')
  const home = homedir()
  return {
    env,
    cwd,
    platform: process.platform,
    os: { userName: userInfo().username, hostName: hostname(), homeDirectory: home, temporaryDirectory: tmpdir() },
    clock: systemClock,
    random: systemRandom,
    log,
    progress,
    signal,
    version: build.version,
    entryUrl,
    promptPassword: process.stdin.isTTY
      ? async (question) => await (await import('./prompt.ts')).promptHidden(question, process.stdin, process.stderr)
      : undefined,
    identityToken: workflowIdentity({ env, clock: systemClock, mask: (secret) => void mask.add(secret), signal }),
    mask: (secret) => void mask.add(secret),
    masks: mask,
    hookSink: hookSink(log),
    group: { start: (title) => log.debug(title), end: () => {} },
    autoMaintenance: globals.choice('auto-maintenance'),
    readCache: readCacheSettings(globals, { platform: process.platform, env, home, workingDirectory: cwd }),
    workers: undefined,
    print: (line) => {
      progress.clear()
      output.print(`${line}\n`)
    },
    write: output.write,
    configPath: resolveConfigPath(configFlag, { platform: process.platform, env, home, workingDirectory: cwd }),
    isConfigPathGiven: configFlag !== undefined && configFlag !== '',
    passwordFlag: globals.text('password'),
    persistCredentials: globals.choice('persist-credentials') === true,
    isVerbose: globals.isOn('verbose'),
    times,
    dangerousCommands: globals.text('dangerous-commands') ?? globals.text('advanced-commands'),
    // A stream without an encoding gives bytes.
    input: () => process.stdin as AsyncIterable<Uint8Array>,
    readInput: (maxBytes) => readInput(process.stdin, maxBytes),
  }
}

function hasColour(globals: CommandInput, env: Readonly<Record<string, string | undefined>>, isTty: boolean): boolean {
  if (globals.isOn('disable-color')) return false
  if (globals.isOn('force-color')) return true
  return env['FORCE_COLOR'] !== undefined ? env['FORCE_COLOR'] !== '0' : isTty && !env['NO_COLOR']
}

async function readInput(input: NodeJS.ReadStream, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of input) {
    // A stream without an encoding gives bytes.
    const bytes = part as Uint8Array
    length += bytes.length
    if (length > maxBytes) throw new CairnError('CAIRN_USAGE', `Standard input is longer than ${maxBytes} bytes.`)
    parts.push(bytes)
  }
  return concatBytes(parts)
}

/** A mistake in arguments that needs no words of its own is explained by the help. */
function withHint(error: unknown, command: string): unknown {
  if (!isCairnError(error, 'CAIRN_USAGE') || error.hint !== undefined || command === '') return error
  return new CairnError(error.code, error.message, { hint: `Run "cairn ${command} --help".`, cause: error.cause })
}

function errorText(error: unknown, isJson: boolean, isVerbose: boolean, exitCode: number): string {
  const { code, message, hint } = reportedError(error)
  if (isJson)
    return `${jsonWithoutCommands(JSON.stringify({ type: 'error', code, message, ...(hint === undefined ? {} : { hint }), exitCode }))}\n`
  const lines = [`${code}  ${message}`]
  if (hint !== undefined) lines.push(`hint  ${hint}`)
  if (isVerbose || !(error instanceof CairnError)) lines.push(...causes(error))
  return `${shownText(lines.join('\n'))}\n`
}

/** The stack of an unknown error, or the chain of causes of a known one. */
function causes(error: unknown): string[] {
  if (!(error instanceof CairnError)) return error instanceof Error && error.stack !== undefined ? [error.stack] : []
  const lines: string[] = []
  for (let cause = error.cause; cause !== undefined && lines.length < 10; cause = cause instanceof Error ? cause.cause : undefined) {
    lines.push(`cause  ${messageOf(cause)}`)
  }
  return lines
}
