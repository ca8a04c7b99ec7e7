import { expect, test } from 'vitest'
import type { Hook, HookOrigin } from '../../../src/policy/hook.ts'
import { decideConsent, type HookUse } from '../../../src/policyfile/consent.ts'

function use(kind: HookOrigin['kind'], name?: string): HookUse {
  const origin: HookOrigin = kind === 'repository' ? { kind, target: 'ci@shop:/srv' } : { kind, target: './data', line: 3 }
  const hook: Hook = {
    program: { kind: 'command', argv: ['/a'] },
    mode: 'essential',
    timeoutSeconds: 1,
    origin,
    capturesRedirect: true,
    ...(name === undefined ? {} : { name }),
  }
  return { target: origin.target, key: 'beforeFolder', hook }
}

const none: HookUse = { ...use('policy-file'), hook: { ...use('policy-file').hook, program: { kind: 'none' } } }

test('without hooks nothing has to be said', () => {
  expect(decideConsent({ enableActions: undefined, allowRepositoryHooks: false, hooks: [] })).toEqual({ kind: 'run' })
  expect(decideConsent({ enableActions: undefined, allowRepositoryHooks: false, hooks: [none] })).toEqual({ kind: 'run' })
})

test('hooks without a word are an error that names the input and the first hook', () => {
  const decision = decideConsent({
    enableActions: undefined,
    allowRepositoryHooks: true,
    hooks: [use('policy-file', 'Dump'), use('policy-file')],
  })
  expect(decision).toMatchObject({ kind: 'refuse', code: 'CAIRN_HOOKS_NEED_CONSENT' })
  expect(decision.kind === 'refuse' && decision.message).toContain('"Dump", beforeFolder of ./data')
  expect(decision.kind === 'refuse' && decision.hint).toContain('enable-actions')
})

test('an explicit false skips with one notice for each hook', () => {
  const decision = decideConsent({ enableActions: false, allowRepositoryHooks: true, hooks: [use('policy-file'), none, use('repository')] })
  expect(decision).toEqual({
    kind: 'skip',
    notices: [
      'Hook beforeFolder of ./data is skipped, because enable-actions is false.',
      'Hook beforeFolder of ci@shop:/srv is skipped, because enable-actions is false.',
    ],
  })
})

test('consent covers the policy file', () => {
  expect(decideConsent({ enableActions: true, allowRepositoryHooks: false, hooks: [use('policy-file')] })).toEqual({ kind: 'run' })
})

test('a hook of the repository needs a consent of its own, and the error names its target', () => {
  const question = { enableActions: true, hooks: [use('policy-file'), use('repository')] }
  expect(decideConsent({ ...question, allowRepositoryHooks: true })).toEqual({ kind: 'run' })
  const decision = decideConsent({ ...question, allowRepositoryHooks: false })
  expect(decision).toMatchObject({ kind: 'refuse', code: 'CAIRN_REPOSITORY_HOOKS_REFUSED' })
  expect(decision.kind === 'refuse' && decision.hint).toContain('cairn policy export --yaml ci@shop:/srv')
})
