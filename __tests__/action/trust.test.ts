import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fakeRunner } from '../support/fake-runner.ts'

const FORK = { pull_request: { head: { repo: { full_name: 'mallory/shop' } }, base: { repo: { full_name: 'octo/shop' } } } }

function shopWithHook() {
  const runner = fakeRunner()
  runner.file('src/a.txt', 'a')
  runner.policy('version: 1\nsources: [./src]\njob:\n  before: [{run: "touch ran"}]\n')
  return runner
}

it.each([
  ['pull_request_target', {}],
  ['workflow_run', {}],
  ['issue_comment', {}],
  ['pull_request', FORK],
  ['pull_request', {}],
])('runs no hook and writes nothing on %s with payload %o, whatever the inputs say', async (name, payload) => {
  const runner = shopWithHook()
  const result = await runner.run({ inputs: { 'enable-actions': 'true', 'allow-repository-hooks': 'true' }, event: { name, payload } })
  expect([result.exitCode, result.outputs['status']]).toEqual([2, 'failed'])
  expect(result.annotations).toContainEqual({ name: 'error', value: expect.stringContaining('CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT') })
  expect(existsSync(join(runner.workspace, 'ran'))).toBe(false)
  expect(existsSync(runner.repository)).toBe(false)
})

it('does nothing, with a notice, for a pull request from a fork, which has no password', async () => {
  const runner = shopWithHook()
  const result = await runner.run({
    inputs: { 'enable-actions': 'true', password: '' },
    event: { name: 'pull_request', ref: 'refs/pull/7/merge', payload: FORK },
  })
  expect([result.exitCode, result.outputs['status'], result.outputs['snapshot-count']]).toEqual([0, 'skipped', '0'])
  expect(result.annotations).toEqual([{ name: 'notice', value: expect.stringContaining('the fork mallory/shop') }])
  expect(existsSync(join(runner.workspace, 'ran'))).toBe(false)
  expect(existsSync(runner.repository)).toBe(false)
  expect(result.summary).toContain('mallory/shop')
})

it('trusts a pull request from a branch of the same repository', async () => {
  const runner = shopWithHook()
  const payload = { pull_request: { head: { repo: { full_name: 'octo/shop' } }, base: { repo: { full_name: 'Octo/Shop' } } } }
  const result = await runner.run({
    inputs: { 'enable-actions': 'true' },
    event: { name: 'pull_request', ref: 'refs/pull/7/merge', payload },
  })
  expect([result.exitCode, result.outputs['status']]).toEqual([0, 'created'])
  expect(existsSync(join(runner.workspace, 'ran'))).toBe(true)
  expect(readFileSync(join(runner.workspace, 'src/a.txt'), 'utf8')).toBe('a')
})
