/** A command context for tests: hooks are real processes, everything is printed into lists, and a workspace around it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CommandContext } from '../../src/commands/context.ts'
import type { EventFacts } from '../../src/commands/run/event.ts'
import { DEFAULT_RUN_OPTIONS, type RunOptions } from '../../src/commands/run/options.ts'
import type { RunReport } from '../../src/commands/run/report.ts'
import { run } from '../../src/commands/run/run.ts'
import { MaskSet } from '../../src/hooks/masks.ts'
import { nullProgress } from '../../src/log.ts'
import type { Repository } from '../../src/repo/api.ts'
import { openStorage } from '../../src/repo/blob/open.ts'
import { openRepository } from '../../src/repo/repository.ts'
import { findSnapshot } from '../../src/snapshot/store.ts'
import { walkTree } from '../../src/snapshot/tree.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { supervisorEntry } from './hook-run.ts'
import { makeTempDir, removeDir } from './temp-dir.ts'

export const TEST_PASSWORD = 'a password for tests'

export interface TestContext extends CommandContext {
  /** `level text`, in order. */
  readonly messages: string[]
  /** Output of hooks. */
  readonly shown: string[]
}

/** A context whose working directory is `cwd`; user `builder` on `ci`. */
export function testContext(cwd: string, overrides: Partial<CommandContext> = {}): TestContext {
  const messages: string[] = []
  const shown: string[] = []
  const say = (level: string) => (text: string) => void messages.push(`${level} ${text}`)
  const temporaryDirectory = join(dirname(cwd), 'tmp')
  mkdirSync(temporaryDirectory, { recursive: true })
  return {
    env: { PATH: process.env['PATH'], HOME: cwd, KOPIA_PASSWORD: TEST_PASSWORD },
    cwd,
    platform: process.platform,
    os: { userName: 'builder', hostName: 'ci', homeDirectory: cwd, temporaryDirectory },
    clock: systemClock,
    random: systemRandom,
    log: { debug: say('debug'), info: say('info'), notice: say('notice'), warning: say('warning'), error: say('error') },
    progress: nullProgress,
    signal: new AbortController().signal,
    version: '0.1.0',
    entryUrl: pathToFileURL(supervisorEntry()).href,
    promptPassword: undefined,
    mask: () => {},
    masks: new MaskSet(),
    hookSink: { openGroup: (title) => shown.push(`[${title}]`), line: (text) => shown.push(text), closeGroup: () => shown.push('[end]') },
    group: { start: () => {}, end: () => {} },
    workers: 0,
    messages,
    shown,
    ...overrides,
  }
}

export interface Workspace {
  readonly root: string
  path(name: string): string
  write(name: string, text: string): void
  /** Lines of a file below the folder of the workspace, none when it is not there. */
  lines(name: string): string[]
  /** Writes the policy file. */
  policy(text: string): void
  /** A run with hooks enabled. */
  run(options?: Partial<RunOptions>, context?: Partial<CommandContext>, event?: EventFacts): Promise<RunReport & { context: TestContext }>
  /** Opens the repository of the workspace. */
  repository(): Promise<Repository>
  /** Paths and texts of the files of a snapshot; folders end in a slash. */
  stored(snapshotId: string): Promise<Record<string, string>>
}

const made: string[] = []

/** Removes every workspace of this file; for afterAll, because tests that run at the same time share what happens at their end. */
export async function removeWorkspaces(): Promise<void> {
  await Promise.all(made.splice(0).map(removeDir))
}

/** A folder of its own with files in it; `../tmp` beside it is the temporary folder, `../log` free for hooks. */
export async function workspace(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const dir = await makeTempDir('cairn-run')
  made.push(dir)
  const root = join(dir, 'work')
  mkdirSync(root)
  const path = (name: string) => join(root, name)
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), text)
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  const repository = async () => {
    const storage = await openStorage(
      { kind: 'filesystem', path: path('.cairn/repository') },
      { mode: 'existing', clock: systemClock, random: systemRandom, log: testContext(root).log, platform: process.platform },
    )
    return await openRepository({
      storage,
      password: TEST_PASSWORD,
      identity: { userName: 'builder', host: 'ci' },
      clock: systemClock,
      random: systemRandom,
      workers: 0,
    })
  }
  return {
    root,
    path,
    write,
    lines(name) {
      try {
        return readFileSync(path(name), 'utf8').split('\n').slice(0, -1)
      } catch {
        return []
      }
    },
    policy: (text) => write('.github/cairn.yml', `version: 1\n${text}`),
    async run(options = {}, overrides = {}, event) {
      const context = testContext(root, overrides)
      const report = await run(context, { ...DEFAULT_RUN_OPTIONS, enableActions: true, ...options }, { event })
      return { ...report, context }
    },
    repository,
    async stored(snapshotId) {
      const opened = await repository()
      try {
        return await storedFiles(opened, snapshotId)
      } finally {
        await opened.close()
      }
    },
  }
}

/** Paths and texts of the files of a snapshot; folders end in a slash and have no text. */
export async function storedFiles(repository: Repository, snapshotId: string): Promise<Record<string, string>> {
  const root = (await findSnapshot(repository, snapshotId))?.rootEntry
  if (root === undefined) throw new Error(`There is no snapshot ${snapshotId}.`)
  const files: Record<string, string> = {}
  for await (const event of walkTree(repository.objects, root)) {
    if (event.kind === 'unreadable') throw event.error
    if (event.kind === 'enter' && event.path !== '') files[`${event.path}/`] = ''
    if (event.kind !== 'entry') continue
    let text = ''
    for await (const chunk of (await repository.objects.open(event.entry.objectId)).chunks()) text += Buffer.from(chunk).toString('utf8')
    files[event.path] = text
  }
  return files
}
