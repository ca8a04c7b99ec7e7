// npm run bench: initial, unchanged, fresh-checkout and restore times of Cairn beside tar | zstd, kopia and restic, as ratios from one run.
//
// The tree is this project's own node_modules, repeated until it has 50,000 files, and one incompressible file of 512 MiB.
// Each program runs the committed bundle or the binary on PATH; those that are not there are named and left out.
import { spawn, spawnSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const FILES = Number(process.env.BENCH_FILES ?? 50_000)
const BIG_MIB = Number(process.env.BENCH_BIG_MIB ?? 512)
const only = process.argv.slice(2)
const scratch = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'cairn-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const environment = {
  ...process.env,
  KOPIA_PASSWORD: 'bench-password',
  RESTIC_PASSWORD: 'bench-password',
  KOPIA_CHECK_FOR_UPDATES: 'false',
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

/** Runs a command; wall time, CPU of it and its children, and the peak memory of the largest process, all from /proc and wait4. */
function measure(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint()
    const before = process.resourceUsage()
    const child = spawn(command, args, { cwd: options.cwd ?? scratch, env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    let peakKiB = 0
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-2000)
    })
    const sample = setInterval(() => {
      try {
        peakKiB = Math.max(peakKiB, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0))
      } catch {}
    }, 20)
    let cpu = 0
    const cpuSample = setInterval(() => {
      try {
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
        cpu = (Number(fields[11]) + Number(fields[12])) / 100
      } catch {}
    }, 20)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(sample)
      clearInterval(cpuSample)
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      if (code !== 0) return reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`))
      resolve({ seconds, cpu, peakMiB: peakKiB / 1024, before })
    })
  })
}

function buildTree(tree) {
  const modules = join(root, 'node_modules')
  const perCopy = countFiles(modules)
  const copies = Math.ceil(FILES / perCopy)
  for (let copy = 0; copy < copies; copy++)
    cpSync(modules, join(tree, `copy-${copy}`), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  const big = openSync(join(tree, 'incompressible.bin'), 'w')
  const chunk = new Uint8Array(1 << 20)
  for (let mib = 0; mib < BIG_MIB; mib++) writeSync(big, randomFillSync(chunk))
  closeSync(big)
  // Copies differ a little, so that deduplication does not hide all of the work.
  for (let copy = 1; copy < copies; copy++) touchUp(join(tree, `copy-${copy}`), copy)
  return { files: countFiles(tree), bytes: sizeOf(tree), copies }
}

/** Appends a byte-sized mark to every file of a copy. */
function touchUp(folder, copy) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = openSync(join(entry.parentPath, entry.name), 'a')
    writeSync(file, `\n${copy}`)
    closeSync(file)
  }
}

/** What a fresh checkout does: every mtime is new, no byte is. */
function freshCheckout(tree) {
  const now = Date.now() / 1000
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) utimesSync(join(entry.parentPath, entry.name), now, now)
  }
}

const cairn = (args) =>
  measure(process.execPath, [join(root, 'dist/cli/index.js'), '--config-file', join(scratch, 'cairn.config'), ...args])
const kopia = (args) => measure('kopia', ['--config-file', join(scratch, 'kopia.config'), ...args])
const restic = (args) => measure('restic', ['-r', join(scratch, 'restic'), ...args])
const tree = join(scratch, 'tree')

const programs = {
  cairn: {
    isPresent: () => existsSync(join(root, 'dist/cli/index.js')),
    store: join(scratch, 'cairn'),
    async create() {
      mkdirSync(this.store)
      await cairn(['repository', 'create', 'filesystem', '--path', this.store])
    },
    snapshot: () => cairn(['snapshot', 'create', tree]),
    restore: (target) =>
      cairn([
        'restore',
        latest(
          ['--config-file', join(scratch, 'cairn.config'), 'snapshot', 'list', '--json'],
          process.execPath,
          join(root, 'dist/cli/index.js'),
        ),
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
    restore: (target) =>
      kopia(['restore', latest(['--config-file', join(scratch, 'kopia.config'), 'snapshot', 'list', '--json'], 'kopia'), target]),
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
    create: async () => {},
    snapshot: () => measure('sh', ['-c', `tar -C '${tree}' -cf - . | zstd -q -1 -T0 -f -o '${join(scratch, 'tree.tar.zst')}'`]),
    restore: (target) =>
      measure('sh', ['-c', `mkdir -p '${target}' && zstd -q -dc '${join(scratch, 'tree.tar.zst')}' | tar -C '${target}' -xf -`]),
  },
}

function latest(args, command, script) {
  const run = spawnSync(command, script === undefined ? args : [script, ...args], {
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return JSON.parse(run.stdout).at(-1).rootEntry.obj
}

console.log(`building the tree in ${scratch}`)
mkdirSync(tree)
const facts = buildTree(tree)
console.log(`${facts.files} files, ${(facts.bytes / 1e6).toFixed(0)} MB; Node ${process.versions.node}`)
const results = {}
for (const [name, program] of Object.entries(programs)) {
  if (only.length > 0 && !only.includes(name)) continue
  if (!program.isPresent()) {
    console.log(`${name} is not on PATH: left out`)
    continue
  }
  console.log(`measuring ${name}`)
  await program.create()
  const initial = await program.snapshot()
  const stored = sizeOf(program.store)
  const unchanged = await program.snapshot()
  const target = join(scratch, 'restored')
  const restored = await program.restore(target)
  rmSync(target, { recursive: true, force: true })
  results[name] = { initial, unchanged, restore: restored, stored }
}
freshCheckout(tree)
for (const [name, result] of Object.entries(results)) result.fresh = await programs[name].snapshot()

const base = results.cairn ?? Object.values(results)[0]
const columns = ['initial', 'unchanged', 'fresh', 'restore']
console.log(`\n${'wall seconds (ratio to cairn)'.padEnd(34)}${columns.map((column) => column.padStart(18)).join('')}`)
for (const [name, result] of Object.entries(results)) {
  console.log(
    `${name.padEnd(34)}${columns.map((column) => `${result[column].seconds.toFixed(2)} (${(result[column].seconds / base[column].seconds).toFixed(2)}x)`.padStart(18)).join('')}`,
  )
}
console.log(`\n${'CPU seconds'.padEnd(34)}${columns.map((column) => column.padStart(18)).join('')}`)
for (const [name, result] of Object.entries(results))
  console.log(`${name.padEnd(34)}${columns.map((column) => result[column].cpu.toFixed(2).padStart(18)).join('')}`)
console.log(`\n${'peak MiB'.padEnd(34)}${columns.map((column) => column.padStart(18)).join('')}`)
for (const [name, result] of Object.entries(results))
  console.log(`${name.padEnd(34)}${columns.map((column) => result[column].peakMiB.toFixed(0).padStart(18)).join('')}`)
console.log(`\nstored MB after the first snapshot`)
for (const [name, result] of Object.entries(results))
  console.log(`${name.padEnd(34)}${`${(result.stored / 1e6).toFixed(1)} (${(result.stored / base.stored).toFixed(3)}x)`.padStart(18)}`)
