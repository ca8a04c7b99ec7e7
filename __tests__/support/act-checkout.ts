/** Workflows under act in host mode, with the built bundle: a GitHub repository that holds the action and its examples. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, type TestContext } from 'vitest'
import { DIST } from './fake-runner.ts'
import { needPeer } from './peers.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const PASSWORD = 'kept-in-the-vault-71'
export const TIMEOUT = { timeout: 120_000 }

export interface ActRun {
  readonly exitCode: number | null
  readonly log: string
}

/** A GitHub repository that holds the action and its examples, and a place for backups. */
export class Checkout {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'cairn-act-')))
  readonly path = join(this.folder, 'shop')
  readonly backup = join(this.folder, 'backup')
  /** More variables for act itself. */
  readonly environment: Record<string, string> = {}
  readonly #act: string
  readonly #path: string

  constructor(act: string, nodeFolder: string) {
    this.#act = act
    this.#path = `${nodeFolder}${delimiter}${process.env['PATH'] ?? ''}`
    for (const name of ['action.yml', 'examples', 'package.json']) cpSync(join(ROOT, name), join(this.path, name), { recursive: true })
    cpSync(DIST, join(this.path, 'dist'), { recursive: true })
    this.#git('init', '-q', '-b', 'main')
    this.#git('remote', 'add', 'origin', 'https://github.com/octo/shop.git')
    this.commit()
  }

  commit(): void {
    this.#git('add', '-A')
    this.#git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'x')
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true })
    writeFileSync(join(this.path, path), text)
  }

  start(
    event: string,
    workflow: string,
    more: readonly string[] = [],
  ): { readonly child: ChildProcess; readonly run: Promise<ActRun>; log(): string } {
    const home = join(this.folder, 'home')
    mkdirSync(home, { recursive: true })
    const machines = ['ubuntu-latest', 'self-hosted'].flatMap((label) => ['-P', `${label}=-self-hosted`])
    const flags = [...machines, '--action-cache-path', join(home, 'actions'), '--no-cache-server']
    const child = spawn(this.#act, [event, ...flags, '-W', workflow, '--var', `CAIRN_REPOSITORY=${this.backup}`, ...more], {
      cwd: this.path,
      env: { PATH: this.#path, HOME: home, XDG_CACHE_HOME: home, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log += chunk.toString()
      })
    }
    const run = new Promise<ActRun>((done) => child.on('close', (exitCode) => done({ exitCode, log })))
    return { child, run, log: () => log }
  }

  async act(event: string, workflow: string, more: readonly string[] = []): Promise<ActRun> {
    return await this.start(event, workflow, more).run
  }

  /** Our command line on the backup. */
  cairn(...args: string[]): string {
    const home = join(this.folder, 'look')
    mkdirSync(home, { recursive: true })
    const env = { PATH: this.#path, HOME: home, KOPIA_PASSWORD: PASSWORD, KOPIA_CONFIG_PATH: join(home, 'repository.config') }
    const call = (list: readonly string[]) =>
      execFileSync(process.execPath, [join(DIST, 'cli/index.js'), ...list], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    call(['repository', 'connect', 'filesystem', '--path', this.backup])
    return call(args)
  }

  #git(...args: string[]): void {
    execFileSync('git', args, { cwd: this.path, stdio: 'ignore' })
  }
}

/** A checkout that vanishes with the test. */
export function checkout(context: TestContext, nodeFolder = dirname(process.execPath)): Checkout {
  const made = new Checkout(needPeer('act', context), nodeFolder)
  onTestFinished(() => rmSync(made.folder, { recursive: true, force: true, maxRetries: 3 }))
  return made
}

export const SECRETS = ['-s', `CAIRN_PASSWORD=${PASSWORD}`, '-s', 'SHOP_TOKEN=sesame-token']

/** What the last step of an example workflow printed, as pairs. */
export function resultOf(log: string): Record<string, string> {
  const line = /\| result (.*)$/m.exec(log)?.[1] ?? ''
  return Object.fromEntries(line.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}
