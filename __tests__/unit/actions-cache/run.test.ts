/** Runs of a policy file whose repository is in the Actions cache. */
import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CommandContext } from '../../../src/commands/context.ts'
import { examine } from '../../../src/commands/doctor.ts'
import { retentionWarning } from '../../../src/commands/run/cache-rules.ts'
import type { RunReport } from '../../../src/commands/run/report.ts'
import { CairnError } from '../../../src/errors.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { removeWorkspaces, TEST_PASSWORD, testContext, type Workspace, workspace } from '../../support/command-context.ts'
import { compileTransferProcess } from '../../support/compiled-worker.ts'
import { FakeActionsCache } from '../../support/fake-actions-cache.ts'
import { scriptedServer } from '../../support/scripted-server.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

const HOUR = 3_600_000
let folder: string
let entryUrl: string
let service: FakeActionsCache
let work: Workspace
beforeAll(async () => {
  folder = await makeTempDir()
  entryUrl = (await compileTransferProcess(folder)).href
})
beforeEach(async () => {
  service = await FakeActionsCache.start()
  work = await workspace({ 'data/a.txt': 'alpha' })
})
afterEach(() => service.stop())
afterAll(async () => {
  await removeWorkspaces()
  await removeDir(folder)
})

async function run(policy = 'sources: [data]\n', overrides: Partial<CommandContext> = {}): Promise<RunReport> {
  work.policy(`repository: actions-cache:shop\n${policy}`)
  const env = { ...service.environment(), GITHUB_ACTIONS: '', HOME: work.root, KOPIA_PASSWORD: TEST_PASSWORD }
  return await work.run({}, { entryUrl, env, ...overrides })
}

test('makes the repository, then adds to it, with one segment and one head each time', async () => {
  const first = await run()
  expect(first).toMatchObject({ status: 'created', repository: { wasCreated: true, location: 'actions-cache:shop' }, warnings: [] })
  expect(service.transfersFrom(0).map((line) => line.split('/')[2])).toEqual(['segment', 'head'])
  const start = service.log.length
  work.write('data/b.txt', 'beta')
  const second = await run()
  expect(second).toMatchObject({
    status: 'created',
    exitCode: 0,
    sources: [{ filesNew: 1, matchedSnapshotId: first.sources[0]?.snapshotId }],
  })
  expect(service.transfersFrom(start).map((line) => line.slice(0, line.indexOf('/', 15)))).toEqual([
    'restore cairn/shop',
    'save cairn/shop',
    'save cairn/shop',
  ])
})

test('is cancelled, not failed, when it is stopped while it asks whether it may write', async () => {
  const stop = new AbortController()
  const silent = await scriptedServer(() => {
    stop.abort()
    return { fault: 'silence' }
  })
  const env = {
    ...service.environment({ ACTIONS_RESULTS_URL: `http://${silent.host}/` }),
    GITHUB_ACTIONS: '',
    KOPIA_PASSWORD: TEST_PASSWORD,
  }
  expect(await run(undefined, { env, signal: stop.signal })).toMatchObject({
    status: 'cancelled',
    exitCode: 130,
    errors: [{ code: 'CAIRN_CANCELLED' }],
  })
})

describe('the doctor', () => {
  const doctor = async (more: Record<string, string> = {}) => {
    const env = { ...service.environment(more), GITHUB_ACTIONS: '', HOME: work.root, KOPIA_PASSWORD: TEST_PASSWORD }
    const context = testContext(work.root, { entryUrl, env })
    const report = await examine({ ...context, configPath: `${work.root}/none.config`, passwordFlag: undefined }, 'actions-cache:shop')
    return { ...report, outcomes: Object.fromEntries(report.checks.map(({ name, status }) => [name, status])) }
  }

  test('says that all is well, and writes nothing', async () => {
    await run()
    const start = service.log.length
    const { outcomes, exitCode, verdict } = await doctor()
    expect(outcomes).toMatchObject({ reach: 'ok', write: 'ok', read: 'ok', create: 'skipped', list: 'ok', repository: 'ok' })
    expect([exitCode, verdict]).toEqual([0, 'The storage works, and the repository in it opens.'])
    expect(service.log.slice(start).filter((line) => line.startsWith('save '))).toEqual([])
  })

  test('says that this job may only read', async () => {
    await run()
    const { outcomes, exitCode, verdict } = await doctor({ ACTIONS_CACHE_MODE: 'read' })
    expect(outcomes).toMatchObject({ reach: 'ok', write: 'failed', read: 'ok', repository: 'ok' })
    expect(exitCode).toBe(7)
    expect(verdict).toMatch(/^What is in this storage can be read, but nothing can be saved in it\. GitHub lets runs/)
  })

  test('says that data is lost, whether or not an earlier state is whole', async () => {
    await run()
    work.write('data/b.txt', 'beta')
    await run()
    const [first = '', second = ''] = service.keys('segment')
    service.drop(second)
    const later = await doctor()
    expect(later.outcomes).toMatchObject({ reach: 'ok', data: 'failed', write: 'ok', repository: 'ok' })
    expect(later.checks.find(({ name }) => name === 'data')?.failure?.code).toBe('CAIRN_CACHE_SEGMENT_LOST')
    expect([later.exitCode, later.verdict]).toEqual([
      4,
      expect.stringMatching(/^The storage works, but data of the repository in it is lost\./),
    ])
    service.drop(first)
    const reading = await doctor({ ACTIONS_CACHE_MODE: 'read' })
    expect(reading.outcomes).toMatchObject({ data: 'failed', write: 'failed', read: 'ok' })
    expect((await doctor()).checks).toMatchObject([{ name: 'reach', failure: { code: 'CAIRN_CACHE_SEGMENT_LOST' } }])
  })
})

describe('maintenance that is due', () => {
  const clock = {
    ...systemClock,
    nowMs: () => systemClock.nowMs() + 2 * HOUR,
    nowNs: () => systemClock.nowNs() + BigInt(2 * HOUR) * 1_000_000n,
  }
  const headsFrom = (start: number) => service.log.slice(start).filter((line) => line.startsWith('save cairn/shop/head/'))

  test('goes into the same head as the snapshot', async () => {
    await run()
    const groups: string[] = []
    const start = service.log.length
    const group = { start: (title: string) => void groups.push(title), end: () => {} }
    expect(await run(undefined, { clock, group })).toMatchObject({ exitCode: 0, warnings: [] })
    expect(groups).toContain('Maintenance')
    expect(headsFrom(start)).toHaveLength(1)
    const next = service.log.length
    groups.length = 0
    await run(undefined, { clock, group })
    expect(groups).not.toContain('Maintenance')
    expect(headsFrom(next)).toHaveLength(1)
  })

  test('does not keep the snapshot from being saved when it fails', async () => {
    const first = await run()
    const start = service.log.length
    const fails = (title: string) => {
      if (title === 'Maintenance') throw new CairnError('CAIRN_STORAGE_IO', 'Something is broken.')
    }
    work.write('data/b.txt', 'beta')
    const report = await run(undefined, { clock, group: { start: fails, end: () => {} } })
    expect(report).toMatchObject({ exitCode: 0, warnings: ['The repository could not be maintained: Something is broken.'] })
    expect(headsFrom(start)).toHaveLength(1)
    const [saved] = report.sources
    expect(saved?.snapshotId).not.toBe(first.sources[0]?.snapshotId)
    expect((await run(undefined, { clock })).sources).toMatchObject([{ matchedSnapshotId: saved?.snapshotId }])
  })
})

test('reports no snapshot as saved when the head was not taken', async () => {
  service.fault = { on: 'commits', status: 200, body: { ok: false, entry_id: '0', message: 'the upload was not whole' } }
  const report = await run()
  const error = { code: 'CAIRN_STORAGE_IO', message: expect.stringContaining('the upload was not whole') }
  expect(report).toMatchObject({ status: 'failed', exitCode: 7, sources: [{ status: 'failed', snapshotId: '', error }], errors: [] })
  expect(service.keys()).toEqual([])
})

test('saves the sources that are done when a later one ends the run', async () => {
  const policy = 'sources: [data, more]\n'
  work.write('more/b.txt', 'beta')
  const start = (title: string) => {
    if (title === 'Snapshot of more') throw new CairnError('CAIRN_STORAGE_IO', 'The second source cannot be begun.')
  }
  const report = await run(policy, { group: { start, end: () => {} } })
  expect(report).toMatchObject({ status: 'failed', errors: [{ code: 'CAIRN_STORAGE_IO' }], sources: [{ status: 'created' }] })
  const [saved] = report.sources
  expect((await run(policy)).sources[0]?.matchedSnapshotId).toBe(saved?.snapshotId)
})

test('runs no hook and takes no snapshot where the cache can only be read', async () => {
  service.isReadOnly = true
  const report = await run(`sources: [data]\njob: {before: [{run: touch ${folder}/ran}]}\n`)
  expect(report).toMatchObject({ status: 'skipped', exitCode: 0, sources: [], notices: [expect.stringContaining('restoring works')] })
  expect(existsSync(`${folder}/ran`)).toBe(false)
  expect(service.transfersFrom(0)).toEqual([])
})

test('fails before the first hook where there is no cache', async () => {
  service.environment = () => ({ PATH: process.env['PATH'] ?? '' })
  const report = await run(`sources: [data]\njob: {before: [{run: touch ${folder}/ran}]}\n`)
  expect(report).toMatchObject({ status: 'failed', exitCode: 7, errors: [{ code: 'CAIRN_CREDENTIALS_MISSING' }] })
  expect(existsSync(`${folder}/ran`)).toBe(false)
})

test.each([
  [{ keepDaily: 8 }, 'keepDaily: 8'],
  [{ keepMonthly: 1, keepDaily: 30 }, 'keepMonthly: 1'],
  [{ keepHourly: 169 }, 'keepHourly: 169'],
  [{ keepDaily: 7, keepWeekly: 1, keepLatest: 100, keepHourly: 168 }, undefined],
])('warns of retention that a cache does not keep: %o', (retention, words) => {
  const layer = { target: { kind: 'global' }, policy: { retention }, hooks: {} } as const
  const location = { kind: 'location', isWorkspaceDefault: false, mayCreate: true } as const
  const cache = { ...location, location: { kind: 'actions-cache', name: 'shop' } } as const
  const ofFile = [{ ...layer, origin: 'policy-file' }] as const
  expect(retentionWarning(cache, ofFile)).toEqual(words === undefined ? undefined : expect.stringContaining(words))
  expect(retentionWarning(cache, [{ ...layer, origin: 'repository' }])).toBeUndefined()
  expect(retentionWarning({ ...location, location: { kind: 'filesystem', path: '/backup' } }, ofFile)).toBeUndefined()
})
