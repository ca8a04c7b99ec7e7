// npm run bench -- s3: requests, bytes and wall time of Cairn beside kopia on the same MinIO, as ratios from one run.
//
// A proxy on loopback counts what passes and adds 0 and 30 ms to every request. Each command starts as on a fresh machine: with a connection
// file, and with no cache of either program, except that `kept` is a second snapshot on the same machine. BENCH_FILES says how many small files the tree has (1,000), BENCH_LATENCIES which latencies are
// played ("0,30"), BENCH_ROUNDS how often the commands that change nothing are measured (3; the fastest counts); BENCH_DIST and BENCH_DIR as in
// run.mjs. Needs `minio` on PATH; without `kopia` on PATH only Cairn is measured. Everything is stopped and removed at the end.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startFaultProxy } from '../__tests__/support/fault-proxy.mjs'
import { end, run, scratch, start } from './scratch.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const FILES = Number(process.env.BENCH_FILES ?? 1000)
const LATENCIES = (process.env.BENCH_LATENCIES ?? '0,30').split(',').map(Number)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const bundle = join(process.env.BENCH_DIST ?? join(root, 'dist'), 'cli/index.js')
const KEYS = { id: 'bench', secret: 'bench-secret' }
/** Nothing that a command does takes longer, unless something is wrong. */
const TIMEOUT_MS = 300_000
const environment = {
  PATH: process.env.PATH,
  HOME: join(scratch, 'home'),
  KOPIA_PASSWORD: 'bench-password',
  KOPIA_CHECK_FOR_UPDATES: 'false',
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function startMinio() {
  const port = await freePort()
  const server = start('minio', ['server', '--quiet', '--address', `127.0.0.1:${port}`, join(scratch, 'store')], {
    env: {
      ...environment,
      MINIO_ROOT_USER: KEYS.id,
      MINIO_ROOT_PASSWORD: KEYS.secret,
      MINIO_BROWSER: 'off',
      MINIO_UPDATE: 'off',
      MINIO_CI_CD: '1',
    },
    stdio: 'ignore',
  })
  const gone = new Promise((resolve) => server.once('close', resolve).once('error', resolve))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries++) {
    const isReady = await fetch(`${url}/minio/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) {
      const stop = async () => {
        end(server)
        await gone
      }
      return { url, stop }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  end(server)
  throw new Error('minio did not start')
}

/** Small files of mixed sizes in folders, and three of eight megabytes; a file in seven is the copy of another. */
function buildTree(tree) {
  let bytes = 0
  for (let i = 0; i < FILES; i++) {
    const folder = join(tree, `folder-${i % 20}`, `part-${i % 3}`)
    mkdirSync(folder, { recursive: true })
    const content = i % 7 === 6 ? 'the same text\n'.repeat(100) : randomBytes(200 + ((i * 7919) % 30_000)).toString('hex')
    writeFileSync(join(folder, `file-${i}.txt`), content)
    bytes += content.length
  }
  for (let i = 0; i < 3; i++, bytes += 8e6) writeFileSync(join(tree, `big-${i}.bin`), randomBytes(8e6))
  return bytes
}

const tree = join(scratch, 'tree')
const config = (name) => join(scratch, `${name}.config`)
const options = { cwd: scratch, env: environment, timeout: TIMEOUT_MS }
const programs = {
  cairn: {
    isPresent: () => existsSync(bundle),
    run: (name, args) => run(process.execPath, [bundle, '--config-file', config(name), ...args], options),
    owns: [],
  },
  kopia: {
    isPresent: () => spawnSync('kopia', ['--version']).status === 0,
    run: (name, args) => run('kopia', ['--config-file', config(name), '--disable-file-logging', ...args], options),
    // Kopia's first maintenance is for whoever created the repository, as Cairn's is.
    owns: [],
  },
}

/** What is measured, in this order; those that leave the repository as it is are measured several times. */
const STEPS = [
  { name: 'create', args: (place) => ['repository', 'create', 's3', ...place] },
  { name: 'connect', args: (place) => ['repository', 'connect', 's3', ...place], isRepeatable: true },
  { name: 'initial', args: () => ['snapshot', 'create', tree] },
  { name: 'unchanged', args: () => ['snapshot', 'create', tree], isRepeatable: true },
  // The second run on one machine, with what each program keeps there.
  { name: 'kept', args: () => ['snapshot', 'create', tree], isRepeatable: true, keepsCaches: true },
  { name: 'list', args: () => ['snapshot', 'list', '--json'], isRepeatable: true },
  { name: 'restore', args: (_, rootId) => ['restore', rootId, join(scratch, 'restored')], isRepeatable: true },
  { name: 'verify', args: () => ['snapshot', 'verify'], isRepeatable: true },
  { name: 'quick', args: () => ['maintenance', 'run'] },
  { name: 'full', args: () => ['maintenance', 'run', '--full'] },
]

async function measure(program, name, proxy, latencyMs) {
  const results = {}
  let rootId = ''
  mkdirSync(join(scratch, 'store', name), { recursive: true })
  const place = ['--bucket', name, '--endpoint', proxy.host, '--disable-tls', '--access-key', KEYS.id, '--secret-access-key', KEYS.secret]
  for (const step of STEPS) {
    for (let round = 0; round < (step.isRepeatable ? ROUNDS : 1); round++) {
      // A fresh machine: whatever either program keeps is below this home, except the connection file.
      if (step.keepsCaches !== true) rmSync(environment.HOME, { recursive: true, force: true })
      mkdirSync(environment.HOME, { recursive: true })
      rmSync(join(scratch, 'restored'), { recursive: true, force: true })
      proxy.setLatency(latencyMs)
      proxy.resetStats()
      const { output, seconds } = await program.run(name, step.args(place, rootId))
      const { requests, bytesUp, bytesDown, mostAtOnce, byMethod } = proxy.stats
      const best = results[step.name]
      if (best === undefined || seconds < best.seconds) {
        results[step.name] = { seconds, requests, megabytes: (bytesUp + bytesDown) / 1e6, mostAtOnce, byMethod }
      }
      if (step.name === 'list') rootId = JSON.parse(output).at(-1).rootEntry.obj
    }
  }
  return results
}

function table(title, results, pick, digits) {
  const [base] = Object.values(results)
  const width = 16
  console.log(
    `\n${title.padEnd(12)}${Object.keys(results)
      .map((name) => name.padStart(width))
      .join('')}`,
  )
  for (const { name } of STEPS) {
    const cells = Object.values(results).map((result) => {
      const value = pick(result[name])
      return `${value.toFixed(digits)} (${(value / pick(base[name])).toFixed(2)}x)`.padStart(width)
    })
    console.log(`${name.padEnd(12)}${cells.join('')}`)
  }
}

let minio
try {
  if (spawnSync('minio', ['--version']).status !== 0) throw new Error('minio is not on PATH')
  mkdirSync(tree)
  const bytes = buildTree(tree)
  console.log(`${FILES} files and 3 large ones, ${(bytes / 1e6).toFixed(0)} MB; Node ${process.versions.node}`)
  minio = await startMinio()
  const present = Object.entries(programs).filter(([name, program]) => program.isPresent() || console.log(`${name} is not here: left out`))
  for (const latencyMs of LATENCIES) {
    const results = {}
    for (const [name, program] of present) {
      const proxy = await startFaultProxy({ target: minio.url })
      try {
        results[name] = await measure(program, `${name}-${latencyMs}`, proxy, latencyMs)
      } finally {
        await proxy.close()
      }
    }
    console.log(`\n=== ${latencyMs} ms added to each request`)
    table('requests', results, ({ requests }) => requests, 0)
    table('megabytes', results, ({ megabytes }) => megabytes, 2)
    table('seconds', results, ({ seconds }) => seconds, 2)
    if (process.argv.includes('--calls')) {
      for (const [name, result] of Object.entries(results)) {
        for (const step of STEPS)
          console.log(`${name} ${step.name}: ${JSON.stringify(result[step.name].byMethod)}, ${result[step.name].mostAtOnce} at once`)
      }
    }
  }
} finally {
  await minio?.stop()
}
