/** Maintenance at the end of a run. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { eventOf } from '../../../src/commands/run/event.ts'
import { loadParameters, saveParameters } from '../../../src/maintenance/parameters.ts'
import { EMPTY_SCHEDULE, loadSchedule, saveSchedule } from '../../../src/maintenance/schedule.ts'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { type OpenedRepository, openRepository } from '../../../src/repo/repository.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { removeWorkspaces, TEST_PASSWORD, type Workspace, workspace } from '../../support/command-context.ts'

afterAll(removeWorkspaces)

const DAY_NS = 86_400_000_000_000n

async function withRepository<R>(ws: Workspace, work: (repository: OpenedRepository) => Promise<R>): Promise<R> {
  const how = { mode: 'existing' as const, clock: systemClock, random: systemRandom, platform: process.platform }
  const storage = await openStorage({ kind: 'filesystem', path: ws.path('.cairn/repository') }, how)
  const identity = { userName: 'somebody', host: 'else' }
  const repository = await openRepository({
    storage,
    password: TEST_PASSWORD,
    identity,
    clock: systemClock,
    random: systemRandom,
    workers: 0,
  })
  try {
    return await work(repository)
  } finally {
    await repository.close()
  }
}

/** A workspace with a repository in which quick maintenance is due. */
async function dueWorkspace(): Promise<Workspace> {
  const ws = await workspace({ 'a.txt': 'alpha\n' })
  await ws.run()
  await withRepository(ws, (repository) => saveSchedule(repository.care, { ...EMPTY_SCHEDULE, nextFullNs: systemClock.nowNs() + DAY_NS }))
  return ws
}

const tasksOf = async (ws: Workspace) => Object.keys((await withRepository(ws, (repository) => loadSchedule(repository.care)))?.runs ?? {})

describe('a run', () => {
  test('maintains the repository that it created when that is due, whatever machine it is on by then', async () => {
    const ws = await dueWorkspace()
    const owner = (await withRepository(ws, loadParameters)).owner
    const report = await ws.run(
      {},
      { os: { userName: 'runner', hostName: 'fv-az123', homeDirectory: ws.root, temporaryDirectory: ws.path('../tmp') } },
    )
    // Outside workflows the identity is that of the machine, so another machine is not the owner.
    expect(owner).toBe('builder@ci')
    expect(report.exitCode).toBe(0)
    expect(await tasksOf(ws)).toEqual([])
    expect((await ws.run()).exitCode).toBe(0)
    expect(await tasksOf(ws)).toEqual(['advance-epoch', 'compact-single-epoch'])
  })

  test('does so after job.after, when nothing of the job waits any more', async () => {
    const ws = await dueWorkspace()
    const schedule = () => readFileSync(ws.path('.cairn/repository/kopia.maintenance.f'))
    const before = schedule()
    ws.policy('job: {after: [{run: "cp .cairn/repository/kopia.maintenance.f seen-by-job-after\\n"}]}\n')
    const { context, exitCode } = await ws.run()
    expect(exitCode).toBe(0)
    expect(readFileSync(ws.path('seen-by-job-after'))).toEqual(before)
    expect(schedule()).not.toEqual(before)
    expect(context.messages.indexOf('info Running quick maintenance...')).toBeGreaterThan(0)
    expect(await tasksOf(ws)).toEqual(['advance-epoch', 'compact-single-epoch'])
  })

  test('says who owns maintenance that is due, and how to take it over, until that is done', async () => {
    const ws = await dueWorkspace()
    const own = (owner: string, nextFullNs: bigint) =>
      withRepository(ws, async (repository) => {
        await saveParameters(repository, { ...(await loadParameters(repository)), owner })
        await repository.flush()
        await saveSchedule(repository.care, { ...EMPTY_SCHEDULE, nextFullNs })
      })
    const noticesOf = async () => (await ws.run()).notices.filter((text) => text.includes('aintenance'))
    await own('me@laptop', systemClock.nowNs() + DAY_NS)
    // The laptop keeps up: what it does every hour need not be said in every run.
    expect(await noticesOf()).toEqual([])
    await own('me@laptop', systemClock.nowNs() - DAY_NS)
    expect(await noticesOf()).toEqual([
      'Maintenance of the repository is due, and only me@laptop does it. To let these runs do it, run once: cairn maintenance set --owner=builder@ci',
    ])
    expect(await tasksOf(ws)).toEqual([])
    await own('builder@ci', systemClock.nowNs() - DAY_NS)
    expect(await noticesOf()).toEqual([])
    expect(await tasksOf(ws)).toContain('snapshot-gc')
  })

  test('leaves it alone when told so', async () => {
    const ws = await dueWorkspace()
    await ws.run({}, { autoMaintenance: false })
    expect(await tasksOf(ws)).toEqual([])
  })

  test('warns and ends well when maintenance fails, because the snapshots are saved', async () => {
    const ws = await dueWorkspace()
    const skewed = {
      ...systemClock,
      nowNs: () => systemClock.nowNs() + 3n * 3_600_000_000_000n,
      nowMs: () => systemClock.nowMs() + 3 * 3_600_000,
    }
    const report = await ws.run({}, { clock: skewed })
    expect(report.exitCode).toBe(0)
    expect(report.status).toBe('unchanged')
    expect(report.warnings.join('\n')).toMatch(
      /^The repository could not be maintained: The clocks of this machine and of the storage are 3 h 0 min apart/,
    )
  })

  test('of a workflow has the same identity on every runner, and so keeps owning maintenance', async () => {
    const ws = await workspace({ 'a.txt': 'alpha\n' })
    const env = {
      PATH: process.env['PATH'],
      KOPIA_PASSWORD: TEST_PASSWORD,
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'Octo/Site',
      GITHUB_WORKSPACE: ws.root,
    }
    const onRunner = (hostName: string) => ({
      env,
      os: { userName: 'runner', hostName, homeDirectory: ws.root, temporaryDirectory: ws.path('../tmp') },
    })
    const push = eventOf({ ...env, GITHUB_EVENT_NAME: 'push' }, {})
    await ws.run({}, onRunner('fv-az1'), push)
    await withRepository(ws, async (repository) => {
      expect((await loadParameters(repository)).owner).toBe('cairn@octo.site')
      await saveSchedule(repository.care, { ...EMPTY_SCHEDULE, nextFullNs: systemClock.nowNs() + DAY_NS })
    })
    await ws.run({}, onRunner('fv-az2'), push)
    expect(await tasksOf(ws)).toEqual(['advance-epoch', 'compact-single-epoch'])
  })

  test('does nothing where somebody else owns maintenance', async () => {
    const ws = await dueWorkspace()
    await withRepository(ws, async (repository) => {
      await saveParameters(repository, { ...(await loadParameters(repository)), owner: 'backup@server' })
      await repository.flush()
    })
    expect((await ws.run()).warnings).toEqual([])
    expect(await tasksOf(ws)).toEqual([])
  })
})
