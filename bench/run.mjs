// npm run bench: initial, unchanged, fresh-checkout and restore times of Cairn beside tar | zstd, kopia and restic, as ratios from one run.
//
// The tree is this project's own node_modules, repeated until it has 50,000 files, and one incompressible file of 512 MiB.
// Each program runs the committed bundle (or that in BENCH_DIST) or the binary on PATH; those that are not there are named and left out.
// `npm run bench -- open` measures how long opening a repository with a large index takes instead (open.mjs).
// `npm run bench -- s3` counts requests to an object store and measures with latency (s3.mjs).
// `npm run bench -- cairn kopia` measures only these; BENCH_FILES, BENCH_BIG_MIB and BENCH_DIR say how much, and where;
// BENCH_ROUNDS how often (4): programs take turns, and the least time of each counts.
import { spawnSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, scratch } from './scratch.mjs'

if (process.argv[2] === 'open' || process.argv[2] === 's3') {
  await import(`./${process.argv[2]}.mjs`)
  process.exit()
}

const root = fileURLToPath(new URL('..', import.meta.url))
const FILES = Number(process.env.BENCH_FILES ?? 50_000)
const BIG_MIB = Number(process.env.BENCH_BIG_MIB ?? 512)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 4)
const only = process.argv.slice(2)
const bundle = join(process.env.BENCH_DIST ?? join(root, 'dist'), 'cli/index.js')
const environment = {
  ...process.env,
  KOPIA_PASSWORD: 'bench-password',
  RESTIC_PASSWORD: 'bench-password',
  KOPIA_CHECK_FOR_UPDATES: 'false',
  XDG_CACHE_HOME: join(scratch, 'cache'),
}
delete environment.KOPIA_CONFIG_PATH

function countFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

function sizeOf(path) {
  if (!existsSync(path)) return 0
  if (statSync(path).isFile()) return statSync(path).size
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** GNU time reads what the system counted for the process, its threads and its children; without it only the wall time is known. */
const TIME = '/usr/bin/time'
const hasTime = existsSync(TIME)
const timeFile = join(scratch, 'time')

/** Runs a command: wall seconds, CPU seconds (user and system), and peak memory of the largest process in MiB. */
async function measure(command, args) {
  const whole = hasTime ? [TIME, '-f', '%U %S %M', '-o', timeFile, command, ...args] : [command, ...args]
  const { seconds } = await run(whole[0], whole.slice(1), { cwd: scratch, env: environment })
  if (!hasTime) return { seconds, cpu: Number.NaN, peakMiB: Number.NaN }
  const [user, system, peakKiB] = readFileSync(timeFile, 'utf8').trim().split(' ').map(Number)
  return { seconds, cpu: user + system, peakMiB: peakKiB / 1024 }
}

/** Files above this size are no small files; node_modules has a few binaries. */
const SMALL_BYTES = 256 * 1024

async function buildTree(tree) {
  const modules = join(root, 'node_modules')
  const isSmall = (path) => !statSync(path).isFile() || statSync(path).size <= SMALL_BYTES
  for (let copy = 0, files = 0; files < FILES; copy++) {
    const target = join(tree, `copy-${copy}`)
    await cp(modules, target, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter: isSmall })
    files += countFiles(target)
  }
  const big = openSync(join(tree, 'incompressible.bin'), 'w')
  const chunk = new Uint8Array(1 << 20)
  for (let mib = 0; mib < BIG_MIB; mib++) writeSync(big, randomFillSync(chunk))
  closeSync(big)
  return { files: countFiles(tree), bytes: sizeOf(tree) }
}

/** What a fresh checkout does: every mtime is new, no byte is. */
function freshCheckout(tree) {
  const now = Date.now() / 1000
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) utimesSync(join(entry.parentPath, entry.name), now, now)
  }
}

const cairn = (args) => measure(process.execPath, [bundle, '--config-file', join(scratch, 'cairn.config'), ...args])
const kopia = (args) => measure('kopia', ['--config-file', join(scratch, 'kopia.config'), ...args])
const restic = (args) => measure('restic', ['-r', join(scratch, 'restic'), ...args])
const tree = join(scratch, 'tree')

const programs = {
  cairn: {
    isPresent: () => existsSync(bundle),
    store: join(scratch, 'cairn'),
    async create() {
      mkdirSync(this.store)
      await cairn(['repository', 'create', 'filesystem', '--path', this.store])
    },
    snapshot: () => cairn(['snapshot', 'create', tree]),
    restore: async (target) =>
      await cairn([
        'restore',
        await latest(process.execPath, [bundle, '--config-file', join(scratch, 'cairn.config'), 'snapshot', 'list', '--json']),
        target,
      ]),
  },
  kopia: {
    isPresent: () => spawnSync('kopia', ['--version']).status === 0,
    store: join(scratch, 'kopia'),
    async create() {
      mkdirSync(this.store)
      await kopia(['repository', 'create', 'filesystem', '--path', this.store])
    },
    snapshot: () => kopia(['snapshot', 'create', tree]),
    restore: async (target) =>
      await kopia([
        'restore',
        await latest('kopia', ['--config-file', join(scratch, 'kopia.config'), 'snapshot', 'list', '--json']),
        target,
      ]),
  },
  restic: {
    isPresent: () => spawnSync('restic', ['version']).status === 0,
    store: join(scratch, 'restic'),
    create: () => restic(['init']),
    snapshot: () => restic(['backup', tree]),
    restore: (target) => restic(['restore', 'latest', '--target', target]),
  },
  'tar|zstd': {
    isPresent: () => spawnSync('zstd', ['--version']).status === 0,
    store: join(scratch, 'tree.tar.zst'),
    create: () => {},
    snapshot: () => measure('sh', ['-c', `tar -C '${tree}' -cf - . | zstd -q -1 -T0 -f -o '${join(scratch, 'tree.tar.zst')}'`]),
    restore: (target) =>
      measure('sh', ['-c', `mkdir -p '${target}' && zstd -q -dc '${join(scratch, 'tree.tar.zst')}' | tar -C '${target}' -xf -`]),
  },
}

/** The root object of the newest snapshot. */
async function latest(command, args) {
  const { output } = await run(command, args, { env: environment })
  return JSON.parse(output).at(-1).rootEntry.obj
}

console.log(`building the tree in ${scratch}`)
mkdirSync(tree)
const facts = await buildTree(tree)
console.log(`${facts.files} files, ${(facts.bytes / 1e6).toFixed(0)} MB; Node ${process.versions.node}`)
const present = Object.keys(programs).filter((name) => only.length === 0 || only.includes(name))
for (const name of present.filter((name) => !programs[name].isPresent())) console.log(`${name} is not here: left out`)
const names = present.filter((name) => programs[name].isPresent())
const results = Object.fromEntries(names.map((name) => [name, {}]))

/**
 * Lets all programs do something once in each round, one after the other and each round in another order: whoever comes first or after a certain
 * other one has the worse disk. The least time of each counts, and the largest peak.
 */
async function inRounds(phase, prepare, perform) {
  for (let round = 0; round < ROUNDS; round++) {
    await prepare?.()
    const order = names.map((_, place) => names[(place + Math.floor(round / 2)) % names.length])
    for (const name of round % 2 === 0 ? order : order.reverse()) {
      const measured = await perform(programs[name])
      const before = results[name][phase] ?? measured
      results[name][phase] = {
        seconds: Math.min(before.seconds, measured.seconds),
        cpu: Math.min(before.cpu, measured.cpu),
        peakMiB: Math.max(before.peakMiB, measured.peakMiB),
      }
    }
    console.log(`${phase}: round ${round + 1} of ${ROUNDS}`)
  }
}

// All of it is in memory then, for each program alike.
const sync = () => run('sync', [])
await sync()
await run('sh', ['-c', `find '${tree}' -type f -exec cat {} + > /dev/null`])

await inRounds('initial', undefined, async (program) => {
  rmSync(program.store, { recursive: true, force: true })
  await program.create()
  await sync()
  return await program.snapshot()
})
for (const name of names) results[name].storedMB = sizeOf(programs[name].store) / 1e6
await inRounds('unchanged', sync, (program) => program.snapshot())
const target = join(scratch, 'restored')
await inRounds('restore', undefined, async (program) => {
  await sync()
  const restore = await program.restore(target)
  rmSync(target, { recursive: true, force: true })
  return restore
})
await inRounds(
  'fresh',
  () => freshCheckout(tree),
  (program) => program.snapshot(),
)

const PHASES = ['initial', 'unchanged', 'fresh', 'restore']
const base = results.cairn ?? Object.values(results)[0]
const WIDTH = 18

/** One table; each value with its ratio to the first program. */
function table(title, columns, pick, digits) {
  console.log(`\n${title.padEnd(WIDTH)}${columns.map((column) => column.padStart(WIDTH)).join('')}`)
  for (const [name, result] of Object.entries(results)) {
    const cells = columns.map((column) => {
      const value = pick(result, column)
      const ratio = value / pick(base, column)
      return (Number.isNaN(value) ? '-' : `${value.toFixed(digits)} (${ratio.toFixed(2)}x)`).padStart(WIDTH)
    })
    console.log(`${name.padEnd(WIDTH)}${cells.join('')}`)
  }
}

if (base !== undefined) {
  table('wall seconds', PHASES, (result, phase) => result[phase].seconds, 2)
  table('CPU seconds', PHASES, (result, phase) => result[phase].cpu, 2)
  table('peak MiB', PHASES, (result, phase) => result[phase].peakMiB, 0)
  table('stored MB', ['initial'], (result) => result.storedMB, 1)
}
