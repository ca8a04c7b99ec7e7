/**
 * A stand-in for the GitHub runner: a workspace, the command files, the environment of a step, and a reader for what the step leaves.
 *
 * It starts the built bundle as a runner does: main, later post with the saved state, inputs with their defaults from action.yml.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { type RunnerCommand, runnerCommands } from './runner-commands.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** The bundle under test; the committed one unless the environment names another. */
export const DIST = resolve(process.env['CAIRN_TEST_DIST'] ?? join(ROOT, 'dist'))
export const PASSWORD = 'correct horse battery+staple/9'

export interface Step {
  readonly inputs?: Readonly<Record<string, string>>
  /** More environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly event?: { readonly name: string; readonly ref?: string; readonly payload?: unknown }
  /** State that an earlier step of the same action saved: makes this one the post step. */
  readonly state?: Readonly<Record<string, string>>
}

export interface StepResult {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** Both streams, as the log shows them. */
  readonly log: string
  readonly lines: readonly string[]
  readonly commands: readonly RunnerCommand[]
  /** Those of the commands that show on the page of the run. */
  readonly annotations: readonly RunnerCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  /** Contents of the files by which a step could command the runner. */
  readonly files: Readonly<Record<string, string>>
}

export interface RunningStep {
  readonly child: ChildProcess
  readonly result: Promise<StepResult>
  /** Resolves when the log holds `text`. */
  waitFor(text: string): Promise<void>
}

/** A new runner with an empty workspace; removed when the test ends. */
export function fakeRunner(): FakeRunner {
  const runner = new FakeRunner()
  onTestFinished(() => runner.remove())
  return runner
}

const COMMAND_FILES = ['ENV', 'PATH', 'OUTPUT', 'STATE', 'STEP_SUMMARY'] as const

export class FakeRunner {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'cairn-runner-')))
  readonly workspace = join(this.folder, 'work/shop/shop')
  readonly temp = join(this.folder, 'work/_temp')
  readonly repository = join(this.folder, 'backup')
  #steps = 0

  constructor() {
    for (const folder of [this.workspace, this.temp]) mkdirSync(folder, { recursive: true })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }

  /** Writes a file of the workspace; returns its absolute path. */
  file(path: string, content: string | Uint8Array, mode = 0o644): string {
    const absolute = join(this.workspace, path)
    mkdirSync(dirname(absolute), { recursive: true })
    writeFileSync(absolute, content)
    chmodSync(absolute, mode)
    return absolute
  }

  /** Writes the policy file. */
  policy(text: string): string {
    return this.file('.github/cairn.yml', text)
  }

  async run(step: Step = {}): Promise<StepResult> {
    return await this.start(step).result
  }

  start(step: Step = {}): RunningStep {
    this.#steps += 1
    const files = join(this.folder, `step-${this.#steps}`)
    mkdirSync(files)
    const paths = Object.fromEntries(COMMAND_FILES.map((name) => [`GITHUB_${name}`, join(files, name)]))
    for (const path of Object.values(paths)) writeFileSync(path, '')
    const payload = join(files, 'event.json')
    writeFileSync(payload, JSON.stringify(step.event?.payload ?? {}))
    const child = spawn(process.execPath, [join(DIST, 'action/index.js')], {
      cwd: this.workspace,
      env: { ...this.#environment(step, payload), ...paths, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    const watchers = new Set<() => void>()
    const take = (chunk: Buffer) => {
      log += chunk.toString()
      for (const watcher of watchers) watcher()
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    const result = new Promise<StepResult>((done, failed) => {
      child.on('error', failed)
      child.on('close', (exitCode, signal) => {
        const read = (name: string) => readFileSync(join(files, name), 'utf8')
        done({
          exitCode,
          signal,
          log,
          lines: log.split('\n'),
          commands: runnerCommands(log),
          annotations: runnerCommands(log).filter(({ name }) => ['error', 'warning', 'notice'].includes(name)),
          outputs: parseCommandFile(read('OUTPUT')),
          state: parseCommandFile(read('STATE')),
          summary: read('STEP_SUMMARY'),
          files: Object.fromEntries(COMMAND_FILES.map((name) => [name, read(name)])),
        })
      })
    })
    const waitFor = (text: string) =>
      new Promise<void>((done, failed) => {
        const look = () => {
          if (!log.includes(text)) return
          watchers.delete(look)
          done()
        }
        watchers.add(look)
        child.on('close', () => failed(new Error(`The step ended without "${text}":\n${log}`)))
        look()
      })
    return { child, result, waitFor }
  }

  /** Runs the command line of the same bundle against the repository, as somebody would who looks what is there. */
  async cairn(...args: string[]): Promise<string> {
    const config = join(this.folder, 'look/repository.config')
    mkdirSync(dirname(config), { recursive: true })
    const env = { PATH: process.env['PATH'], HOME: join(this.folder, 'look'), KOPIA_PASSWORD: PASSWORD, KOPIA_CONFIG_PATH: config }
    const call = (list: readonly string[]) => output(process.execPath, [join(DIST, 'cli/index.js'), ...list], env)
    await call(['repository', 'connect', 'filesystem', '--path', this.repository])
    return await call(args)
  }

  /** Snapshots in the repository, oldest first. */
  async snapshots(): Promise<readonly { readonly id: string; readonly source: { readonly path: string } }[]> {
    return JSON.parse(await this.cairn('snapshot', 'list', '--all', '--json'))
  }

  /** Restores a snapshot, or a path below it, and returns where to. */
  async restore(id: string): Promise<string> {
    const target = join(this.folder, `restored-${id.replaceAll('/', '-')}`)
    await this.cairn('restore', id, target)
    return target
  }

  #environment(step: Step, payload: string): NodeJS.ProcessEnv {
    const inputs = { ...inputDefaults(), repository: this.repository, 'create-repository': 'true', password: PASSWORD, ...step.inputs }
    return {
      PATH: process.env['PATH'],
      HOME: this.folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.workspace,
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_REF: step.event?.ref ?? 'refs/heads/main',
      GITHUB_EVENT_NAME: step.event?.name ?? 'push',
      GITHUB_EVENT_PATH: payload,
      GITHUB_RUN_ID: '71',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'backup',
      GITHUB_TOKEN: 'ghs_of-the-runner',
      RUNNER_TEMP: this.temp,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...Object.fromEntries(Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    }
  }
}

/** Names and default values of the inputs in action.yml. */
export function inputDefaults(): Record<string, string> {
  const action: { inputs: Record<string, { default?: unknown }> } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  return Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, String(input.default ?? '')]))
}

/** Values in a command file: `name=value` lines and `name<<DELIMITER` blocks; a later value replaces an earlier one. */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const block = /^([^=<]+)<<(.+)$/.exec(line)
    if (block?.[1] !== undefined) {
      const end = lines.indexOf(block[2] ?? '', index + 1)
      values[block[1]] = lines.slice(index + 1, end).join('\n')
      index = end
    } else if (line.includes('=')) values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
  }
  return values
}

async function output(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`${args.slice(1).join(' ')} ended with ${code}: ${stderr}${stdout}`)
  return stdout
}
