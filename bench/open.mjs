// npm run bench -- open: wall time and peak memory of opening a repository with a large index, of Cairn beside kopia, as ratios from one run.
//
// BENCH_CONTENTS says how many entries the index has (a million); BENCH_ROUNDS how often each is measured (5): the fastest counts, because
// whatever else the machine does only makes it slower. BENCH_DIST and BENCH_DIR as in run.mjs.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeIndexedRepository } from './open-index.mjs'
import { run, scratch } from './scratch.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const CONTENTS = Number(process.env.BENCH_CONTENTS ?? 1_000_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const PASSWORD = 'bench-password'
const bundle = join(process.env.BENCH_DIST ?? join(root, 'dist'), 'cli/index.js')

/** The sources as the bundle has them, but with every file reachable: only they can make an index without contents. */
function compileSources() {
  const lib = join(scratch, 'lib')
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
  writeFileSync(join(scratch, 'package.json'), '{"type":"module"}\n')
  const compiler = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--outDir', lib], {
    cwd: root,
    encoding: 'utf8',
  })
  if (!existsSync(join(lib, 'entry.js'))) throw new Error(`The sources do not compile: ${compiler.stdout}`)
  return lib
}

/** GNU time tells the peak memory; without it only the wall time is known. */
const TIME = '/usr/bin/time'
const hasTime = existsSync(TIME)

/** The fastest of several runs, with its CPU seconds and the smallest peak in MiB. */
async function measure(command, args, before = () => {}) {
  let best = { seconds: Number.POSITIVE_INFINITY, cpu: Number.NaN, peakMiB: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round++) {
    before()
    const timeFile = join(scratch, 'time')
    const whole = hasTime ? [TIME, '-f', '%U %S %M', '-o', timeFile, command, ...args] : [command, ...args]
    const environment = { ...process.env, KOPIA_PASSWORD: PASSWORD, KOPIA_CHECK_FOR_UPDATES: 'false' }
    const { seconds } = await run(whole[0], whole.slice(1), { env: environment })
    const [user, system, peakKiB] = hasTime ? readFileSync(timeFile, 'utf8').trim().split(' ').map(Number) : [Number.NaN]
    const peakMiB = Math.min(best.peakMiB, peakKiB / 1024)
    best = seconds < best.seconds ? { seconds, cpu: user + system, peakMiB } : { ...best, peakMiB }
  }
  return best
}

/** Manifests are listed: that reads the whole index, and hardly anything else. */
const cairn = (store) => ({
  command: process.execPath,
  args: [bundle, '--config-file', join(scratch, `${store}.config`), 'manifest', 'list'],
})
const kopia = (store, ...words) => ({
  command: 'kopia',
  args: ['--config-file', join(scratch, `${store}.config`), '--disable-repository-log', '--disable-file-logging', ...words],
})
const cacheOf = (store) => join(scratch, `${store}-cache`)

function connect(store) {
  const storage = { type: 'filesystem', config: { path: join(scratch, store), dirShards: null } }
  const caching = { cacheDirectory: cacheOf(store), maxCacheSize: 5e9, maxMetadataCacheSize: 5e9, maxListCacheDuration: 30 }
  const config = { storage, caching, hostname: 'bench', username: 'bench', description: '', enableActions: false }
  writeFileSync(join(scratch, `${store}.config`), JSON.stringify(config))
}

const lib = compileSources()
for (const [store, count] of [
  ['large', CONTENTS],
  ['small', 1000],
]) {
  const started = Date.now()
  await makeIndexedRepository(lib, join(scratch, store), PASSWORD, count)
  connect(store)
  console.log(`index of ${count} contents made in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

const hasKopia = spawnSync('kopia', ['--version']).status === 0
if (!hasKopia) console.log('kopia is not here: left out')
const results = {}
for (const store of ['large', 'small']) {
  const empty = () => rmSync(cacheOf(store), { recursive: true, force: true })
  results[store] = { cairn: await measure(cairn(store).command, cairn(store).args) }
  if (!hasKopia) continue
  const { command, args } = kopia(store, 'manifest', 'list')
  results[store]['kopia, cold cache'] = await measure(command, args, empty)
  results[store]['kopia, warm cache'] = await measure(command, args)
}

const WIDTH = 20
const title = (text) =>
  console.log(`\n${text.padEnd(WIDTH)}${['wall seconds', 'CPU seconds', 'peak MiB'].map((name) => name.padStart(WIDTH)).join('')}`)
for (const [store, count] of Object.entries({ large: CONTENTS, small: 1000 })) {
  title(`${count} contents`)
  const base = results[store].cairn
  for (const [name, result] of Object.entries(results[store])) {
    const cell = (key, digits) => `${result[key].toFixed(digits)} (${(result[key] / base[key]).toFixed(2)}x)`.padStart(WIDTH)
    console.log(`${name.padEnd(WIDTH)}${cell('seconds', 2)}${cell('cpu', 2)}${cell('peakMiB', 0)}`)
  }
}
