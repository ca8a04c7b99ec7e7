import { describe, expect, it } from 'vitest'
import { matchesRef, unmetCondition } from '../../../src/hooks/conditions.ts'
import { outcomeVariables, type UploadOutcome, unwantedBecause } from '../../../src/hooks/outcome.ts'

const facts = { platform: 'linux' as const, event: 'push', ref: 'refs/heads/main', exists: (path: string) => path === 'here' }

describe('the conditions of a hook', () => {
  it('hold when each of them holds', () => {
    expect(unmetCondition(undefined, facts)).toBeUndefined()
    expect(unmetCondition({ os: ['macos', 'Linux'], event: ['push'], ref: ['refs/heads/*'], exists: ['here'] }, facts)).toBeUndefined()
  })

  it.each([
    [{ os: ['windows'] }, 'os is linux'],
    [{ event: ['schedule'] }, 'event is push'],
    [{ ref: ['refs/tags/*'] }, 'ref is refs/heads/main'],
    [{ exists: ['here', 'there'] }, 'there does not exist'],
    [{ status: ['failed' as const] }, 'status is not known yet'],
  ])('name the one that does not: %j', (condition, because) => {
    expect(unmetCondition(condition, facts)).toBe(because)
  })

  it('compare the final status by word and by group', () => {
    const holds = (
      selector: 'success' | 'failure' | 'always' | 'skipped',
      status: 'created' | 'unchanged' | 'partial' | 'failed' | 'skipped' | 'cancelled',
    ) => unmetCondition({ status: [selector] }, { ...facts, status }) === undefined
    expect(
      ['created', 'unchanged', 'partial', 'failed', 'skipped', 'cancelled'].map((status) => holds('success', status as 'created')),
    ).toEqual([true, true, false, false, false, false])
    expect(
      ['created', 'unchanged', 'partial', 'failed', 'skipped', 'cancelled'].map((status) => holds('failure', status as 'created')),
    ).toEqual([false, false, true, true, false, false])
    expect(holds('always', 'cancelled')).toBe(true)
    expect(holds('skipped', 'skipped')).toBe(true)
  })

  it.each([
    ['refs/heads/*', 'refs/heads/main', true],
    ['refs/heads/*', 'refs/heads/a/b', false],
    ['refs/heads/**', 'refs/heads/a/b', true],
    ['refs/tags/v?', 'refs/tags/v1', true],
    ['refs/tags/v1.0', 'refs/tags/v1x0', false],
    ['refs/heads/a+(b)', 'refs/heads/a+(b)', true],
  ])('match %s against %s: %s', (pattern, ref, matches) => {
    expect(matchesRef(pattern, ref)).toBe(matches)
  })
})

describe('what after-hooks are told', () => {
  const statuses: UploadOutcome['status'][] = ['uploaded', 'failed', 'cancelled', 'timed-out', 'skipped']

  it.each([
    ['success', [true, false, false, false, false]],
    ['failure', [false, true, false, true, false]],
    ['always', [true, true, true, true, true]],
    ['cancelled', [false, false, true, false, false]],
    ['skipped', [false, false, false, false, true]],
    ['unchanged', [true, false, false, false, false]],
  ] as const)('when: %s', (when, expected) => {
    expect(statuses.map((status) => unwantedBecause({ when }, { status }) === undefined)).toEqual(expected)
  })

  it('uses the final status where it is known', () => {
    expect(unwantedBecause({ when: 'failure' }, { status: 'uploaded', runStatus: 'partial' })).toBeUndefined()
    expect(unwantedBecause({ when: 'created' }, { status: 'uploaded', runStatus: 'unchanged' })).toBe('status is unchanged')
  })

  it('puts an error on one line of bounded length', () => {
    const variables = outcomeVariables({ status: 'failed', error: `a\nb\0${'x'.repeat(10_000)}`, files: 3, bytes: 12 })
    expect(variables).toMatchObject({ CAIRN_STATUS: 'failed', CAIRN_FILES: '3', CAIRN_BYTES: '12', CAIRN_ROOT_OBJECT_ID: undefined })
    expect(variables['CAIRN_ERROR']).toHaveLength(4_096)
    expect(variables['CAIRN_ERROR']).toMatch(/^a bx/)
  })
})
