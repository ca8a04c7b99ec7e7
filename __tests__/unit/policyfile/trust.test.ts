import { expect, test } from 'vitest'
import { eventFacts, judgeTrust } from '../../../src/policyfile/trust.ts'

const SAME = { head: { repo: { full_name: 'acme/shop' } }, base: { repo: { full_name: 'acme/shop' } } }
const FORK = { head: { repo: { full_name: 'mallory/shop', fork: true } }, base: { repo: { full_name: 'acme/shop' } } }

const PAYLOADS: readonly (readonly [string, string | undefined, unknown, boolean])[] = [
  ['a push', 'push', { ref: 'refs/heads/main' }, true],
  ['a schedule', 'schedule', {}, true],
  ['a start by hand', 'workflow_dispatch', { inputs: { 'enable-actions': 'true' } }, true],
  ['a merge queue', 'merge_group', {}, true],
  ['a release', 'release', {}, true],
  ['a run outside Actions', undefined, undefined, true],
  ['a pull request from a branch', 'pull_request', { pull_request: SAME }, true],
  [
    'a pull request inside a repository that is a fork itself',
    'pull_request',
    { pull_request: { ...SAME, head: { repo: { full_name: 'acme/shop', fork: true } } } },
    true,
  ],
  [
    'a pull request whose names differ only in case',
    'pull_request',
    { pull_request: { ...SAME, head: { repo: { full_name: 'Acme/Shop' } } } },
    true,
  ],
  ['a pull request from a fork', 'pull_request', { pull_request: FORK }, false],
  ['a pull request whose fork was deleted', 'pull_request', { pull_request: { ...FORK, head: { repo: null } } }, false],
  ['a pull request without a payload', 'pull_request', undefined, false],
  ['a pull request with a payload of another shape', 'pull_request', { pull_request: { head: 'x', base: [] } }, false],
  [
    'a pull request with empty names',
    'pull_request',
    { pull_request: { head: { repo: { full_name: '' } }, base: { repo: { full_name: '' } } } },
    false,
  ],
  ['a review of a fork', 'pull_request_review', { pull_request: FORK }, false],
  ['pull_request_target from a branch', 'pull_request_target', { pull_request: SAME }, false],
  ['pull_request_target from a fork', 'pull_request_target', { pull_request: FORK }, false],
  ['workflow_run', 'workflow_run', { workflow_run: { head_repository: { full_name: 'acme/shop' } } }, false],
  ['issue_comment', 'issue_comment', { comment: { author_association: 'OWNER' } }, false],
]

for (const [what, eventName, payload, isTrusted] of PAYLOADS) {
  test(`${what} is ${isTrusted ? 'trusted' : 'refused'}`, () => {
    const trust = judgeTrust(eventFacts(eventName, payload))
    expect(trust).toMatchObject({
      mayRunHooks: isTrusted,
      mayWrite: isTrusted,
      code: isTrusted ? undefined : 'CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT',
    })
    expect(trust.reason).toMatch(/\.$/)
  })
}

test('a payload cannot answer with inherited members', () => {
  const payload: unknown = Object.create({ pull_request: SAME })
  expect(judgeTrust(eventFacts('pull_request', payload)).mayRunHooks).toBe(false)
})

test('an event without a name is refused, and letter case does not matter', () => {
  expect(judgeTrust({ eventName: '' }).mayWrite).toBe(false)
  expect(judgeTrust({ eventName: 'Pull_Request_Target' }).mayRunHooks).toBe(false)
  expect(judgeTrust({ eventName: undefined }).mayWrite).toBe(true)
})
