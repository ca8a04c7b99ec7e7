/** The workflows of examples/ end to end under act in host mode, with the built bundle. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { type Checkout, checkout, PASSWORD, resultOf, SECRETS, TIMEOUT } from '../support/act-checkout.ts'
import { needVariable } from '../support/peers.ts'

/** Backs up the shop twice: a dump, hooks of nested folders, a staged copy; the second time incrementally. */
async function backUpTwice(shop: Checkout): Promise<void> {
  const first = await shop.act('push', 'examples/backup.yml', SECRETS)
  expect(first).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') })
  const one = resultOf(first.log)
  expect(one).toMatchObject({ status: 'created', count: '1', changed: '6', matched: '' })
  expect(first.log).toContain('dumped 3 orders')
  expect(first.log).toContain('Summary - ## ✅ Cairn: snapshot created')
  expect(first.log).toContain('| ✅ ok | Stage the configuration without passwords | before-folder of ./examples/data/config | essential |')
  expect(first.log).toContain('finished as created')
  expect(first.log).toContain('Success - Post ./')
  expect(first.log).not.toContain(PASSWORD)

  appendFileSync(join(shop.path, 'examples/data/orders/2026-02.csv'), '1004,figs,2\n')
  shop.commit()
  const second = await shop.act('push', 'examples/backup.yml', SECRETS)
  expect(second.exitCode).toBe(0)
  const two = resultOf(second.log)
  expect(two).toMatchObject({ status: 'created', count: '1', changed: '2', matched: one['snapshot'] })
  expect(Number(two['new'])).toBeLessThan(Number(two['total']))
  expect(second.log).toMatch(/~ demo\.dump\n.*~ orders\/2026-02\.csv/)

  const listed: { id: string }[] = JSON.parse(shop.cairn('snapshot', 'list', '--all', '--json'))
  expect(listed.map(({ id }) => id)).toEqual([one['snapshot'], two['snapshot']])
  const target = join(shop.folder, 'restored')
  shop.cairn('restore', two['snapshot'] ?? '', target)
  expect(readFileSync(join(target, 'demo.dump'), 'utf8').split('\n')).toContain('1004,figs,2')
  expect(readFileSync(join(target, 'config/database.ini'), 'utf8')).toContain('password=removed')
  expect(existsSync(join(target, 'uploads/.frozen'))).toBe(true)
}

it('backs up the example shop, the second time incrementally', TIMEOUT, async (context) => {
  await backUpTwice(checkout(context))
})

it('does the same with Node 24', TIMEOUT, async (context) => {
  await backUpTwice(checkout(context, dirname(needVariable('CAIRN_NODE24', context))))
})

it('ends red when an essential hook fails, cleans up, and saves nothing', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const run = await shop.act('workflow_dispatch', 'examples/failing-hook.yml', SECRETS)
  expect(run).toMatchObject({ exitCode: 1, log: expect.stringContaining('Job failed') })
  expect(run.log).toContain('Failure - Main ./')
  expect(run.log).toMatch(/::error.*CAIRN_HOOK_FAILED|CAIRN_HOOK_FAILED.*exit code 9/)
  expect(run.log).toContain('lock released after: failed')
  expect(resultOf(run.log)).toEqual({ status: 'failed', snapshot: '[]', count: '0' })
  expect(run.log).toContain('Summary - ## ❌ Cairn: failed')
  expect(JSON.parse(shop.cairn('snapshot', 'list', '--all', '--json'))).toEqual([])
})

it('checks the policy file of a pull request without running it', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const run = await shop.act('pull_request', 'examples/pull-request.yml')
  expect(run).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') })
  expect(existsSync(shop.backup)).toBe(false)
})

const ON_PULL_REQUEST = `name: fork
on: pull_request
permissions:
  contents: read
jobs:
  backup:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: cairn
        uses: ./
        with:
          policy-file: examples/policies/shop.yml
          repository: \${{ vars.CAIRN_REPOSITORY }}
          create-repository: true
          password: \${{ secrets.CAIRN_PASSWORD }}
          enable-actions: true
          hook-secrets: SHOP_TOKEN
        env:
          SHOP_TOKEN: \${{ secrets.SHOP_TOKEN }}
      - if: always()
        env:
          STATUS: \${{ steps.cairn.outputs.status }}
        run: echo "result status=$STATUS"
`
const FORK = {
  action: 'opened',
  number: 7,
  repository: { full_name: 'octo/shop', default_branch: 'main' },
  pull_request: {
    number: 7,
    head: { ref: 'feature', sha: '1'.repeat(40), repo: { full_name: 'mallory/shop', fork: true } },
    base: { ref: 'main', sha: '2'.repeat(40), repo: { full_name: 'octo/shop', fork: false } },
  },
}

it('does nothing for a pull request from a fork, and refuses when somebody gave it the secrets', TIMEOUT, async (context) => {
  const shop = checkout(context)
  shop.write('.github/workflows/fork.yml', ON_PULL_REQUEST)
  shop.write('fork.json', JSON.stringify(FORK))
  shop.commit()
  const plain = await shop.act('pull_request', '.github/workflows/fork.yml', ['-e', 'fork.json', '-s', 'SHOP_TOKEN=sesame-token'])
  expect(plain.exitCode).toBe(0)
  expect(resultOf(plain.log)).toEqual({ status: 'skipped' })
  const armed = await shop.act('pull_request', '.github/workflows/fork.yml', ['-e', 'fork.json', ...SECRETS])
  expect(armed.exitCode).toBe(1)
  expect(armed.log).toContain('CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT')
  expect(resultOf(armed.log)).toEqual({ status: 'failed' })
  expect(existsSync(shop.backup)).toBe(false)
})

const SLOW = (log: string) => `version: 1
sources: [./examples/data]
policies:
  ./examples/data:
    actions:
      beforeSnapshotRoot: {mode: essential, run: "echo freezing; sleep 300"}
      afterSnapshotRoot: {mode: essential, run: "echo thawed as $CAIRN_STATUS >> ${log}"}
`

it('runs the after-hook in the post step when the job is cancelled hard', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const thawed = join(shop.folder, 'thawed.txt')
  shop.write('examples/policies/shop.yml', SLOW(thawed))
  shop.write('.github/workflows/slow.yml', ON_PULL_REQUEST.replace('on: pull_request', 'on: push'))
  shop.commit()
  const { child, run, log } = shop.start('push', '.github/workflows/slow.yml', SECRETS)
  while (!log().includes('│ freezing') && child.exitCode === null) await new Promise((next) => setTimeout(next, 50))
  child.kill('SIGINT')
  const ended = await run
  expect(ended.exitCode).not.toBe(0)
  expect(ended.log).toContain('Run Post ./')
  expect(readFileSync(thawed, 'utf8')).toBe('thawed as cancelled\n')
  expect(JSON.parse(shop.cairn('snapshot', 'list', '--all', '--json'))).toEqual([])
})
