/** What a run decides before anything happens: which policy file, and which secrets matter. */
import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { eventOf } from '../../../src/commands/run/event.ts'
import { removeWorkspaces, workspace } from '../../support/command-context.ts'

afterAll(removeWorkspaces)

const SECRET_HOOK = 'sources: [data]\npolicies:\n  ./data:\n    actions:\n      beforeSnapshotRoot: {run: "true", secrets: [SHOP_TOKEN]}\n'

describe('secrets of hooks', () => {
  it.concurrent('do not matter when hooks are left out', async () => {
    const work = await workspace({ 'data/a': 'a' })
    work.policy(SECRET_HOOK)
    expect(await work.run({ enableActions: false })).toMatchObject({ status: 'created', exitCode: 0 })
  })

  it.concurrent('are asked for after consent', async () => {
    const work = await workspace({ 'data/a': 'a' })
    work.policy(SECRET_HOOK)
    expect((await work.run({ enableActions: undefined })).errors).toMatchObject([{ code: 'CAIRN_HOOKS_NEED_CONSENT' }])
  })

  it.concurrent('are no reason of their own on an event that is refused anyway', async () => {
    const work = await workspace({ 'data/a': 'a' })
    work.policy(SECRET_HOOK)
    const env = { PATH: process.env['PATH'], GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: work.root, GITHUB_REPOSITORY: 'acme/shop' }
    const event = eventOf({ ...env, GITHUB_EVENT_NAME: 'pull_request_target' }, {})
    const report = await work.run({ enableActions: true }, { env }, event)
    expect(report.errors).toMatchObject([{ code: 'CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT' }])
  })

  it.concurrent('that are allowed but not set are not called forbidden', async () => {
    const work = await workspace({ 'data/a': 'a' })
    work.policy(SECRET_HOOK)
    const [allowed, forbidden] = [
      await work.run({ enableActions: true, hookSecrets: ['SHOP_TOKEN'] }),
      await work.run({ enableActions: true }),
    ]
    expect(allowed.errors[0]?.message).toContain('not set')
    expect(forbidden.errors[0]?.message).toContain('does not allow')
  })
})

describe('the policy file, from a folder below the workspace', () => {
  const options = { sources: [], enableActions: undefined }

  it.concurrent('is named relative to that folder', async () => {
    const work = await workspace({ 'data/a': 'a' })
    work.policy('sources: [data]\n')
    const report = await work.run({ ...options, policyFile: '../.github/cairn.yml', isPolicyFileGiven: true }, { cwd: work.path('data') })
    expect(report).toMatchObject({ status: 'created', policyFile: { path: '.github/cairn.yml' } })
    expect(report.sources.map(({ label }) => label)).toEqual(['data'])
  })

  it.concurrent('is never passed over: a repository there would be a new, empty backup', async () => {
    const work = await workspace({ 'data/deep/a': 'a' })
    work.policy('sources: [data]\n')
    const report = await work.run(options, { cwd: work.path('data/deep') })
    expect(report.errors).toMatchObject([
      { code: 'CAIRN_POLICY_FILE_MISSING', message: expect.stringContaining(work.path('.github/cairn.yml')) },
    ])
    expect(existsSync(work.path('data/deep/.cairn'))).toBe(false)
  })
})
