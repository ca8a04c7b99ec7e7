/**
 * A process that writes is killed at each step in which it changes a file of the repository: everything that was committed restores bit for bit,
 * the next snapshot works, and so does maintenance after it. The processes are real, and so is the SIGKILL.
 *
 * CAIRN_FAULT_SECONDS and CAIRN_FAULT_SEED as in `storage-calls.test.ts`. CAIRN_FAULT_KOPIA names a `kopia` that verifies every file of what is left
 * as well.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LEASE_BLOB_ID } from '../../src/maintenance/lease.ts'
import { faultSeed, sampleOf } from '../support/fault-loop.ts'
import { FAULT_PASSWORD, FaultWorld } from '../support/fault-world.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'
import { TEST_IDENTITY } from '../support/test-repository.ts'

const CLI = join(import.meta.dirname, '../support/cairn-from-sources.mjs')
const HOOK = join(import.meta.dirname, '../support/kill-hook.mjs')
const seed = faultSeed()
const limitMs = Number(process.env['CAIRN_FAULT_SECONDS'] ?? 'Infinity') * 1000

let world: FaultWorld
let folder: string

function cairn(args: readonly string[], kill: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    CAIRN_TEST_LIB: process.env['CAIRN_TEST_LIB'],
    KOPIA_PASSWORD: FAULT_PASSWORD,
    CAIRN_KILL_ROOT: join(folder, 'repository'),
    ...kill,
  }
  const all = ['--import', HOOK, CLI, '--config-file', join(folder, 'repository.config'), ...args]
  return spawnSync(process.execPath, all, { encoding: 'utf8', env, cwd: folder, timeout: 60_000 })
}

/** What stock kopia has to say about the repository; nothing without one. */
function kopiaFindings(): string[] {
  const kopia = process.env['CAIRN_FAULT_KOPIA']
  if (kopia === undefined) return []
  const env = { PATH: process.env['PATH'], HOME: folder, KOPIA_PASSWORD: FAULT_PASSWORD, KOPIA_CHECK_FOR_UPDATES: 'false' }
  const run = (...args: string[]) =>
    spawnSync(kopia, ['--config-file', join(folder, 'kopia.config'), '--log-dir', join(folder, 'kopia-log'), ...args], {
      encoding: 'utf8',
      env,
    })
  const cache = join(folder, 'kopia-cache')
  rmSync(cache, { recursive: true, force: true })
  const commands = [
    ['repository', 'connect', 'filesystem', '--path', join(folder, 'repository'), '--cache-directory', cache],
    ['snapshot', 'verify', '--verify-files-percent=100'],
    ['content', 'verify', '--full'],
  ]
  const failed = commands.map((command) => ({ command, ...run(...command) })).filter(({ status }) => status !== 0)
  return failed.map(({ command, stderr }) => `kopia ${command.join(' ')}: ${stderr}`)
}

beforeAll(async () => {
  folder = await makeTempDir('killed')
  world = await FaultWorld.create(folder, Date.now())
  await world.files()
  const { userName, host } = TEST_IDENTITY
  const as = ['--override-username', userName, '--override-hostname', host]
  const connected = cairn(['repository', 'connect', 'filesystem', '--path', join(folder, 'repository'), ...as])
  expect(connected.stderr + connected.stdout + connected.status).toMatch(/0$/)
}, 120_000)

afterAll(() => removeDir(folder))

test.each([
  ['snapshot', ['snapshot', 'create', 'source']],
  ['maintenance', ['maintenance', 'run', '--full', '--safety=none']],
])('killed at any step of a %s', async (operation, args) => {
  world.clock.setMs(Date.now())
  await world.files()
  const log = join(folder, `${operation}.log`)
  const whole = cairn(args, { CAIRN_KILL_LOG: log })
  expect(whole.status, whole.stderr).toBe(0)
  const steps = readFileSync(log, 'utf8').trim().split('\n')
  expect(steps.length).toBeGreaterThan(40)
  const chosen = sampleOf(
    steps.map((_, i) => i + 1),
    steps.length,
    seed,
  )
  const wrong: string[] = []
  const startMs = performance.now()
  let done = 0
  for (const at of chosen) {
    if (performance.now() - startMs > limitMs) break
    world.clock.setMs(Date.now())
    const storage = await world.files()
    const killed = cairn(args, { CAIRN_KILL_AT: String(at) })
    done++
    const where = `${operation} killed before step ${at} of ${steps.length} (${steps[at - 1]})`
    // Uploads go on side by side: the last steps may be in another order, or one fewer.
    if (killed.signal !== 'SIGKILL' && (killed.status !== 0 || at < steps.length - 5))
      wrong.push(`${where}: it ended with ${killed.status}: ${killed.stderr}`)
    wrong.push(...(await world.check(storage)).map((line) => `${where}: ${line}`))
    // Whoever comes next does not wait for the lease of the dead.
    await storage.deleteBlob(LEASE_BLOB_ID)
    world.clock.setMs(Date.now())
    await world.maintain(storage, 'none').catch((error: unknown) => wrong.push(`${where}: maintenance after it: ${String(error)}`))
    wrong.push(...(await world.check(storage)).map((line) => `${where}, maintained: ${line}`))
    wrong.push(...kopiaFindings().map((line) => `${where}: ${line}`))
  }
  console.log(`${operation}: killed at ${done} of ${steps.length} steps, CAIRN_FAULT_SEED=${seed}`)
  expect(done).toBeGreaterThan(0)
  expect(wrong, `CAIRN_FAULT_SEED=${seed}`).toEqual([])
})
