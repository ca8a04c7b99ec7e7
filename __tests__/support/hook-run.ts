/** Runs hooks as real processes in a temporary folder, and remembers what they printed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import type { HookInvocation, HookServices } from '../../src/hooks/call.ts'
import { HookConsole } from '../../src/hooks/console.ts'
import { MaskSet } from '../../src/hooks/masks.ts'
import type { Hook } from '../../src/policy/hook.ts'
import { systemClock } from '../../src/util/clock.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const ROOMS = ['hooks', 'util']

/** The supervisor as JavaScript, compiled from the sources as they are now; compiled once for each state of them. */
export function supervisorEntry(): string {
  const sources = ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, 'src', room))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${room}/${name}`),
  )
  sources.push('errors.ts')
  const texts = sources.map((name) => ({ name, text: readFileSync(join(ROOT, 'src', name), 'utf8') }))
  const hash = createHash('sha256')
  for (const { name, text } of texts) hash.update(name).update(text)
  const folder = join(ROOT, 'node_modules', '.cache', `cairn-supervisor-${hash.digest('hex').slice(0, 16)}`)
  const entry = join(folder, 'entry.js')
  if (existsSync(entry)) return entry
  mkdirSync(join(ROOT, 'node_modules', '.cache'), { recursive: true })
  const made = mkdtempSync(join(ROOT, 'node_modules', '.cache', 'making-'))
  for (const room of ROOMS) mkdirSync(join(made, room))
  for (const { name, text } of texts) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        rewriteRelativeImportExtensions: true,
        verbatimModuleSyntax: true,
      },
    })
    writeFileSync(join(made, name.replace(/\.ts$/, '.js')), outputText)
  }
  writeFileSync(join(made, 'package.json'), '{"type":"module"}')
  writeFileSync(join(made, 'entry.js'), "import { runSupervisor } from './hooks/supervisor.js'\nawait runSupervisor()\n")
  try {
    renameSync(made, folder)
  } catch {
    // Another test file was faster.
    rmSync(made, { recursive: true, force: true })
  }
  return entry
}

export interface HookRun {
  readonly dir: string
  readonly tempDir: string
  readonly services: HookServices
  /** Everything shown: `[title]`, lines, `[end]`. */
  readonly shown: string[]
  /** Names in the temporary folder that Cairn made and did not remove. */
  leftovers(): string[]
  remove(): void
}

/** A folder with a source, and services around it. */
export function hookRun(overrides: Partial<HookServices> = {}): HookRun {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'cairn-test-')))
  const tempDir = join(dir, 'tmp')
  mkdirSync(tempDir)
  mkdirSync(join(dir, 'source'))
  const shown: string[] = []
  const console = new HookConsole({
    openGroup: (title) => shown.push(`[${title}]`),
    line: (text) => shown.push(text),
    closeGroup: () => shown.push('[end]'),
  })
  const services: HookServices = {
    supervisorEntry: supervisorEntry(),
    tempDir,
    cwd: dir,
    workspaceRoot: dir,
    environment: { PATH: process.env['PATH'], HOME: dir },
    environmentMode: 'allow-list',
    allowedSecrets: new Set(),
    cairnVersion: '0.1.0',
    platform: process.platform,
    clock: systemClock,
    console,
    masks: new MaskSet(),
    ...overrides,
  }
  return {
    dir,
    tempDir,
    services,
    shown,
    leftovers: () => readdirSync(tempDir),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** A hook with a script. */
export function script(text: string, fields: Partial<Hook> = {}): Hook {
  return {
    program: { kind: 'script', script: text },
    mode: 'essential',
    timeoutSeconds: 20,
    origin: { kind: 'policy-file', target: '.', line: 1 },
    capturesRedirect: true,
    ...fields,
  }
}

/** A hook with a command line. */
export function command(argv: readonly [string, ...string[]], fields: Partial<Hook> = {}): Hook {
  return { ...script('', fields), program: { kind: 'command', argv } }
}

/** One call of a before-folder hook of `./source`. */
export function invocation(run: HookRun, fields: Partial<HookInvocation> = {}): HookInvocation {
  return {
    phase: 'before-snapshot-root',
    sessionId: '0123456789abcdef',
    label: './source',
    sourcePath: join(run.dir, 'source'),
    snapshotPath: join(run.dir, 'source'),
    privateDir: join(run.tempDir, 'private'),
    ...fields,
  }
}

/** Ids of living processes whose command line holds `text`. */
export function alive(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const isZombie = / Z /.test(readFileSync(`/proc/${name}/stat`, 'latin1'))
        return !isZombie && readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0').includes(text)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Waits until `isTrue` holds, at most `limitMs`; tells whether it did. */
export async function eventually(isTrue: () => boolean, limitMs = 5_000): Promise<boolean> {
  const startMs = performance.now()
  while (!isTrue()) {
    if (performance.now() - startMs > limitMs) return false
    await systemClock.sleep(20)
  }
  return true
}
