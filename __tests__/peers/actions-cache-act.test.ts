/** The workflow for the Actions cache under act, with the built bundle: on a stand-in for GitHub's service, and on act's own. */
import { execFile } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { type ActRun, type Checkout, checkout, PASSWORD, resultOf, SECRETS, TIMEOUT } from '../support/act-checkout.ts'
import { FakeActionsCache } from '../support/fake-actions-cache.ts'
import { DIST } from '../support/fake-runner.ts'

const WORKFLOW = 'examples/actions-cache.yml'
const run = promisify(execFile)

/** Without a folder for artifacts, act gives jobs no token. */
function runtime(shop: Checkout): string[] {
  return [
    ...SECRETS,
    '-s',
    'GITHUB_TOKEN=rest-token',
    '--artifact-server-addr',
    '127.0.0.1',
    '--artifact-server-path',
    join(shop.folder, 'artifacts'),
  ]
}

async function withStandIn(shop: Checkout): Promise<{ service: FakeActionsCache; act(event?: string): Promise<ActRun> }> {
  const service = await FakeActionsCache.start()
  onTestFinished(() => service.stop())
  shop.environment['ACTIONS_RUNTIME_URL'] = service.url
  const flags = [...runtime(shop), '--env', 'ACTIONS_CACHE_SERVICE_V2=true', '--env', `GITHUB_API_URL=${service.url.slice(0, -1)}`]
  return { service, act: (event = 'push') => shop.act(event, WORKFLOW, flags) }
}

it('creates the repository, then takes an incremental snapshot for which it fetches the head alone', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const { service, act } = await withStandIn(shop)
  const first = await act()
  expect(first, first.log).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') })
  const one = resultOf(first.log)
  expect(one).toMatchObject({ status: 'created', matched: '' })
  expect(service.transfersFrom(0)).toEqual([
    expect.stringContaining('save cairn/shop/segment/'),
    expect.stringContaining('save cairn/shop/head/'),
  ])
  expect(service.entries.size - service.keys().length, 'places that are never used').toBeLessThanOrEqual(2)

  appendFileSync(join(shop.path, 'examples/data/orders/2026-02.csv'), '1004,figs,2\n')
  shop.commit()
  const start = service.log.length
  const second = await act()
  expect(second.exitCode, second.log).toBe(0)
  const two = resultOf(second.log)
  expect(two).toMatchObject({ status: 'created', changed: '1', matched: one['snapshot'] })
  expect(service.transfersFrom(start)).toEqual([
    expect.stringContaining('restore cairn/shop/head/'),
    expect.stringContaining('save cairn/shop/segment/'),
    expect.stringContaining('save cairn/shop/head/'),
  ])
  expect(second.log).not.toContain(PASSWORD)

  // A step that was given the job's variables restores, and makes a copy that lasts.
  const home = join(shop.folder, 'look')
  mkdirSync(home)
  const env = service.environment({ HOME: home, KOPIA_PASSWORD: PASSWORD, KOPIA_CONFIG_PATH: join(home, 'repository.config') })
  const cairn = (...args: string[]) => run(process.execPath, [join(DIST, 'cli/index.js'), ...args], { env })
  await cairn('repository', 'connect', 'actions-cache', '--name', 'shop', '--readonly')
  const target = join(shop.folder, 'restored')
  await cairn('restore', two['snapshot'] ?? '', target)
  expect(readFileSync(join(target, 'orders/2026-02.csv'), 'utf8')).toContain('1004,figs,2')
  mkdirSync(shop.backup)
  await cairn('repository', 'sync-to', 'filesystem', '--path', shop.backup)
  expect(JSON.parse(shop.cairn('snapshot', 'list', '--all', '--json'))).toHaveLength(2)
  shop.cairn('snapshot', 'verify', '--verify-files-percent=100')
})

it('takes no snapshot and says so when the job may only read', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const { service, act } = await withStandIn(shop)
  service.isReadOnly = true
  const ran = await act()
  expect(ran.exitCode, ran.log).toBe(0)
  expect(resultOf(ran.log)).toMatchObject({ status: 'skipped' })
  expect(ran.log).toContain('Nothing can be saved in the Actions cache by this run')
  expect(service.keys()).toEqual([])
})

it('does not begin anew when the service is out of order', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const { service, act } = await withStandIn(shop)
  service.fault = { on: 'questions', status: 403, body: { msg: 'cache read denied: no' } }
  const ran = await act()
  expect(ran.exitCode).toBe(1)
  expect(ran.log).toContain('CAIRN_STORAGE_FORBIDDEN')
  expect(service.keys()).toEqual([])
})

it("works with act's own service, which speaks the first protocol and writes keys in lower case", TIMEOUT, async (context) => {
  const shop = checkout(context)
  const cache = ['--no-cache-server=false', '--cache-server-addr', '127.0.0.1', '--cache-server-path', join(shop.folder, 'caches')]
  const flags = [...runtime(shop), ...cache]
  const first = await shop.act('push', WORKFLOW, flags)
  expect(first.exitCode, first.log).toBe(0)
  appendFileSync(join(shop.path, 'examples/data/orders/2026-02.csv'), '1004,figs,2\n')
  shop.commit()
  const second = await shop.act('push', WORKFLOW, flags)
  expect(second.exitCode, second.log).toBe(0)
  expect(resultOf(second.log)).toMatchObject({ status: 'created', changed: '1', matched: resultOf(first.log)['snapshot'] })
})
