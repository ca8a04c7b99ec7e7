/** What a run says of keys in the policy file that it does not act on. */
import { afterAll, describe, expect, it } from 'vitest'
import { unusedKeyNotices } from '../../../src/commands/run/unused-keys.ts'
import type { PolicyLayer } from '../../../src/policy/layer.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { removeWorkspaces, workspace } from '../../support/command-context.ts'

afterAll(removeWorkspaces)

const layer = (policy: Policy, origin: PolicyLayer['origin'] = 'policy-file'): PolicyLayer => ({
  target: { kind: 'global' },
  origin,
  policy,
  hooks: {},
})

describe('keys that a run does not act on', () => {
  it.each([
    [{ scheduling: { intervalSeconds: 3600 } }, /"scheduling".* up to the workflow/],
    [{ osSnapshots: { volumeShadowCopy: { enable: 2 } } }, /"osSnapshots".* files are read as they are/],
    [{ upload: { maxParallelSnapshots: 4 } }, /"upload\.maxParallelSnapshots".* one after the other/],
  ] satisfies [Policy, RegExp][])('%j is one notice with words of its own', (policy, words) => {
    expect(unusedKeyNotices([layer(policy), layer(policy)])).toEqual([expect.stringMatching(words)])
  })

  it('are not named when they ask for what happens anyway, or stand in the repository', () => {
    const harmless = layer({ upload: { maxParallelSnapshots: 1 }, osSnapshots: { volumeShadowCopy: { enable: 0 } }, scheduling: {} })
    expect(unusedKeyNotices([harmless, layer({ scheduling: { manual: true } }, 'repository')])).toEqual([])
  })

  it('are told once in a run, and do not change it', async () => {
    const work = await workspace({ 'data/a': 'a' })
    work.policy(
      'sources: [data]\npolicies:\n  global:\n    upload: {maxParallelSnapshots: 3}\n    osSnapshots: {volumeShadowCopy: always}\n',
    )
    const report = await work.run()
    expect(report).toMatchObject({ status: 'created', exitCode: 0, warnings: [] })
    expect(report.notices).toEqual([expect.stringContaining('"osSnapshots"'), expect.stringContaining('"upload.maxParallelSnapshots"')])
    expect(report.context.messages.filter((line) => line.startsWith('notice'))).toEqual(report.notices.map((text) => `notice ${text}`))
  })
})
