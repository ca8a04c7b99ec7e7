import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FakeRunner, fakeRunner } from '../support/fake-runner.ts'

const CONSENT = { 'enable-actions': 'true' }

/** A workspace whose root hooks are these two, given as YAML maps. */
function withHooks(before: string, after = '{run: "echo cleaned up as $CAIRN_STATUS >> after.log", working-directory: "."}'): FakeRunner {
  const runner = fakeRunner()
  runner.file('src/app.js', 'shop\n')
  runner.policy(
    `version: 1\nsources: [./src]\npolicies:\n  ./src:\n    actions:\n      beforeSnapshotRoot: ${before}\n      afterSnapshotRoot: ${after}\n`,
  )
  return runner
}

function afterLog(runner: FakeRunner): string {
  const path = join(runner.workspace, 'after.log')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

it('saves nothing when an essential before-hook fails, runs the after-hook, and ends with 6', async () => {
  const runner = withHooks('{name: Dump, run: "echo connection refused >&2; exit 9"}')
  const result = await runner.run({ inputs: CONSENT })
  expect(result.exitCode).toBe(6)
  expect(result.outputs).toMatchObject({
    status: 'failed',
    'snapshot-id': '',
    'snapshot-count': '0',
    'bytes-new': '0',
    'files-changed': '0',
  })
  expect(Object.keys(result.outputs).sort()).toEqual(
    ['bytes-new', 'bytes-total', 'files-changed', 'matched-snapshot', 'report-json', 'snapshot-count', 'snapshot-id', 'status'].sort(),
  )
  expect(JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8'))).toMatchObject({ status: 'failed', exitCode: 6 })
  expect(afterLog(runner)).toBe('cleaned up as failed\n')
  expect(await runner.snapshots()).toEqual([])
  expect(result.annotations).toContainEqual({ name: 'error', value: expect.stringMatching(/^CAIRN_HOOK_FAILED: .*Dump.*9/) })
  expect(result.summary).toContain('connection refused')
  expect(result.lines.filter((line) => line !== '').at(-1)).toMatch(/^Failed: .*"Dump".*exit code 9/)
  expect(readdirSync(runner.temp).filter((name) => name.startsWith('cairn-hook-'))).toEqual([])
})

it('keeps the snapshot and ends with 6 when an essential after-hook fails', async () => {
  const runner = withHooks('{run: ":"}', '{run: "exit 4"}')
  const result = await runner.run({ inputs: CONSENT })
  expect(result.exitCode).toBe(6)
  expect(result.outputs).toMatchObject({ status: 'failed', 'snapshot-count': '1' })
  expect((await runner.snapshots()).map((snapshot) => snapshot.id)).toEqual([result.outputs['snapshot-id']])
})

it('only warns when an optional hook fails', async () => {
  const runner = withHooks('{mode: optional, run: "exit 3"}')
  const result = await runner.run({ inputs: CONSENT })
  expect([result.exitCode, result.outputs['status']]).toEqual([0, 'created'])
  expect(result.annotations).toEqual([{ name: 'warning', value: expect.stringContaining('exit code 3') }])
  expect(afterLog(runner)).toBe('cleaned up as uploaded\n')
})

it('leaves a source out when its before-hook exits with 75', async () => {
  const runner = withHooks('{run: "exit 75"}')
  const result = await runner.run({ inputs: CONSENT })
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([0, 'skipped', '0'])
  expect(afterLog(runner)).toBe('cleaned up as skipped\n')
})

it('refuses a policy file with hooks when nothing says whether they may run', async () => {
  const runner = withHooks('{run: ":"}')
  const result = await runner.run()
  expect([result.exitCode, result.outputs['status']]).toEqual([2, 'failed'])
  expect(result.log).toContain('CAIRN_HOOKS_NEED_CONSENT')
  expect(existsSync(runner.repository)).toBe(false)
})

it('snapshots without hooks when they are switched off, with a notice for each', async () => {
  const runner = withHooks('{run: "exit 9"}')
  const result = await runner.run({ inputs: { 'enable-actions': 'false' } })
  expect([result.exitCode, result.outputs['status']]).toEqual([0, 'created'])
  expect(result.annotations.map(({ name }) => name)).toEqual(['notice', 'notice'])
  expect(afterLog(runner)).toBe('')
})

it('gives a hook the secrets that both the file and the workflow name, and no other credential', async () => {
  const runner = withHooks('{secrets: [SHOP_TOKEN], run: "env > $GITHUB_WORKSPACE/environment.txt"}')
  const result = await runner.run({
    inputs: { ...CONSENT, 'hook-secrets': 'SHOP_TOKEN' },
    env: { SHOP_TOKEN: 'sesame-71', OTHER_TOKEN: 'no' },
  })
  expect(result.exitCode).toBe(0)
  const names = readFileSync(join(runner.workspace, 'environment.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('=')[0])
  expect(names).toContain('SHOP_TOKEN')
  for (const name of ['OTHER_TOKEN', 'INPUT_PASSWORD', 'KOPIA_PASSWORD', 'GITHUB_TOKEN', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE'])
    expect(names).not.toContain(name)
  const refused = await runner.run({ inputs: CONSENT, env: { SHOP_TOKEN: 'sesame-71' } })
  expect(refused.exitCode).toBe(2)
})

it('stops on SIGINT within seconds: the hook and what it started are gone, the after-hook ran, nothing is saved', async () => {
  const runner = withHooks('{name: Slow, run: "echo begun; sleep 300 & echo $! > $GITHUB_WORKSPACE/pid.txt; sleep 300"}')
  const step = runner.start({ inputs: CONSENT })
  await step.waitFor('begun')
  while (!existsSync(join(runner.workspace, 'pid.txt'))) await new Promise((next) => setTimeout(next, 20))
  const startedMs = performance.now()
  step.child.kill('SIGINT')
  const result = await step.result
  expect(performance.now() - startedMs).toBeLessThan(7_500)
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([130, 'cancelled', '0'])
  expect(afterLog(runner)).toBe('cleaned up as cancelled\n')
  expect(isAlive(Number(readFileSync(join(runner.workspace, 'pid.txt'), 'utf8')))).toBe(false)
  expect(await runner.snapshots()).toEqual([])
  expect((await runner.run({ state: result.state })).exitCode).toBe(0)
  expect(afterLog(runner)).toBe('cleaned up as cancelled\n')
})

it('ends with 143 on SIGTERM', async () => {
  const runner = withHooks('{run: "echo begun; sleep 300"}')
  const step = runner.start({ inputs: CONSENT })
  await step.waitFor('begun')
  step.child.kill('SIGTERM')
  const result = await step.result
  expect([result.exitCode, result.outputs['status']]).toEqual([143, 'cancelled'])
  expect(JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8'))).toMatchObject({ exitCode: 143 })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
