import { describe, expect, test } from 'vitest'
import { effectivePolicy, effectivePolicyOfTarget } from '../../../src/policy/effective.ts'
import { isPolicyProblem, parsePolicy, policyToJson } from '../../../src/policy/native-json.ts'
import vectors from '../../vectors/policies.json' with { type: 'json' }
import { fileLayer, hook, none, source, storedLayer, target } from './support.ts'

const goldenLayers = Object.entries(vectors.policies).map(([at, value]) => {
  const parsed = parsePolicy(value)
  if (isPolicyProblem(parsed)) throw new Error(`${at}: ${parsed.path}`)
  return storedLayer(at, parsed.policy)
})

describe('policies stored by stock kopia', () => {
  test.each(Object.entries(vectors.effective))('the effective policy of %s is what kopia showed', (at, expected) => {
    const { policy } = effectivePolicyOfTarget(target(at === '--global' ? '(global)' : at), goldenLayers)
    expect(policyToJson(policy)).toEqual(expected)
  })

  test('every value names the policy it comes from', () => {
    const { origins } = effectivePolicy(source('/srv/ws/pol/app'), goldenLayers)
    expect(origins.get('retention.keepMonthly')).toEqual({ kind: 'repository', target: 'builder@ci-runner:/srv/ws/pol' })
    expect(origins.get('retention.keepHourly')).toEqual({ kind: 'repository', target: 'builder@ci-runner' })
    expect(origins.get('files.maxFileSize')).toEqual({ kind: 'repository', target: '@ci-runner' })
    expect(origins.get('upload.maxParallelSnapshots')).toEqual({ kind: 'repository', target: '(global)' })
    expect(origins.get('actions.beforeSnapshotRoot')).toEqual({ kind: 'repository', target: 'builder@ci-runner:/srv/ws/pol/app' })
  })
})

describe('order of authority', () => {
  const everywhere = (keepLatest: number) => ({ retention: { keepLatest } })

  test('without any policy the defaults hold', () => {
    const { policy, origins } = effectivePolicy(source('/srv/a'), [])
    expect(policy.retention?.keepDaily).toBe(7)
    expect(origins.get('retention.keepDaily')).toEqual({ kind: 'default' })
  })

  test.each([
    [['/srv/a', '/srv', '/', 'builder@ci-runner', '@ci-runner', '(global)']],
    [['/srv', '/', 'builder@ci-runner', '@ci-runner', '(global)']],
    [['/', 'builder@ci-runner', '@ci-runner', '(global)']],
    [['builder@ci-runner', '@ci-runner', '(global)']],
    [['@ci-runner', '(global)']],
    [['(global)']],
  ])('of the levels %j the first one wins', (levels) => {
    const layers = levels.map((at, index) => storedLayer(at, everywhere(index + 1))).reverse()
    expect(effectivePolicy(source('/srv/a'), layers).policy.retention?.keepLatest).toBe(1)
  })

  test('the global policy of the file wins over the path policy of the repository', () => {
    const layers = [storedLayer('/srv/a', everywhere(1)), fileLayer('(global)', everywhere(2))]
    expect(effectivePolicy(source('/srv/a'), layers).policy.retention?.keepLatest).toBe(2)
  })

  test('a flag wins over everything', () => {
    const { policy, origins } = effectivePolicy(source('/srv/a'), [fileLayer('/srv/a', everywhere(1))], { override: everywhere(9) })
    expect(policy.retention?.keepLatest).toBe(9)
    expect(origins.get('retention.keepLatest')).toEqual({ kind: 'override' })
  })

  test('policies of other users, hosts and paths do not count', () => {
    const layers = ['other@ci-runner:/srv/a', 'builder@other:/srv/a', '/srv/ab', '/srv/a/b', 'other@ci-runner', '@other'].map((at) =>
      storedLayer(at, everywhere(1)),
    )
    expect(effectivePolicy(source('/srv/a'), layers).policy.retention?.keepLatest).toBe(10)
  })

  test('an explicit zero in retention wins, a zero elsewhere is not set', () => {
    const layers = [
      storedLayer('/srv/a', { retention: { keepDaily: 0 }, files: { maxFileSize: 0 } }),
      storedLayer('(global)', { retention: { keepDaily: 5 }, files: { maxFileSize: 77 } }),
    ]
    const { policy } = effectivePolicy(source('/srv/a'), layers)
    expect(policy.retention?.keepDaily).toBe(0)
    expect(policy.files?.maxFileSize).toBe(77)
  })

  test('of two policies at one target the older one wins', () => {
    const layers = [storedLayer('/srv/a', everywhere(1)), storedLayer('/srv/a', everywhere(2))]
    expect(effectivePolicy(source('/srv/a'), layers).policy.retention?.keepLatest).toBe(1)
  })
})

describe('lists', () => {
  test('ignore patterns are replaced, extensions are united and sorted', () => {
    const layers = [
      storedLayer('/srv/a', { files: { ignore: ['own'] }, compression: { neverCompress: ['.z', '.a'] } }),
      storedLayer('(global)', { files: { ignore: ['global'] }, compression: { neverCompress: ['.m', '.a'] } }),
    ]
    const { policy } = effectivePolicy(source('/srv/a'), layers)
    expect(policy.files?.ignore).toEqual(['own'])
    expect(policy.compression?.neverCompress).toEqual(['.a', '.m', '.z'])
  })

  test('the noParent flag of a list ends its union only', () => {
    const layers = [
      storedLayer('/srv/a', { compression: { onlyCompress: ['.a'], noParentOnlyCompress: true, neverCompress: ['.b'] } }),
      storedLayer('(global)', { compression: { onlyCompress: ['.c'], neverCompress: ['.d'] } }),
    ]
    const { policy } = effectivePolicy(source('/srv/a'), layers)
    expect(policy.compression?.onlyCompress).toEqual(['.a'])
    expect(policy.compression?.neverCompress).toEqual(['.b', '.d'])
  })

  test('times of day are united in order of time, each once', () => {
    const layers = [
      storedLayer('/srv/a', { scheduling: { timeOfDay: [{ hour: 12, min: 5 }] } }),
      storedLayer('builder@ci-runner', { scheduling: { timeOfDay: [{ hour: 3, min: 0 }], noParentTimeOfDay: true } }),
      storedLayer('(global)', { scheduling: { timeOfDay: [{ hour: 1, min: 1 }] } }),
    ]
    expect(effectivePolicy(source('/srv/a'), layers).policy.scheduling?.timeOfDay).toEqual([
      { hour: 3, min: 0 },
      { hour: 12, min: 5 },
    ])
  })
})

describe('noParent', () => {
  const layers = [
    fileLayer('/srv/a', { noParent: true, retention: { keepLatest: 3 } }, { beforeFolder: hook('a') }),
    fileLayer('(global)', { retention: { keepDaily: 1 } }, { beforeSnapshotRoot: hook('b') }),
    storedLayer('(global)', { retention: { keepHourly: 1 }, actions: { afterSnapshotRoot: { script: 'c' } } }),
  ]
  const result = effectivePolicy(source('/srv/a'), layers)

  test('stops before parents, the repository and the defaults', () => {
    expect(result.policy).toEqual({ retention: { keepLatest: 3 } })
  })

  test('also ends inherited hooks, while the folder hooks of the root still run (case 45)', () => {
    expect(result.hooks).toEqual({ beforeFolder: hook('a') })
  })
})

describe('hooks', () => {
  test('root hooks are inherited whole, folder hooks never', () => {
    const layers = [fileLayer('(global)', {}, { beforeSnapshotRoot: hook('root'), beforeFolder: hook('folder') })]
    expect(effectivePolicy(source('/srv/a'), layers).hooks).toEqual({ beforeSnapshotRoot: hook('root') })
  })

  test('folder hooks of the source itself run, from the file or from the repository', () => {
    const layers = [
      fileLayer('/srv/a', {}, { beforeFolder: hook('file') }),
      storedLayer('/srv/a', { actions: { beforeFolder: { script: 'stored' }, afterFolder: { script: 'stored' } } }),
    ]
    const { hooks } = effectivePolicy(source('/srv/a'), layers)
    expect(hooks.beforeFolder).toEqual(hook('file'))
    expect(hooks.afterFolder?.[0].program).toEqual({ kind: 'script', script: 'stored' })
  })

  test('none replaces an inherited hook, and the inherited after-hook does not run either', () => {
    const layers = [
      fileLayer('/srv/a', {}, { beforeSnapshotRoot: none }),
      storedLayer('(global)', { actions: { beforeSnapshotRoot: { script: 'b' }, afterSnapshotRoot: { script: 'a' } } }),
    ]
    const { hooks, origins } = effectivePolicy(source('/srv/a'), layers)
    expect(hooks).toEqual({})
    expect(origins.get('actions.beforeSnapshotRoot')).toEqual({ kind: 'policy-file', target: 'builder@ci-runner:/srv/a' })
  })

  test('an after-hook that stands beside none, or nearer, still runs', () => {
    const beside = [fileLayer('/srv/a', {}, { beforeSnapshotRoot: none, afterSnapshotRoot: hook('after') })]
    const nearer = [fileLayer('/srv/a', {}, { afterSnapshotRoot: hook('after') }), fileLayer('(global)', {}, { beforeSnapshotRoot: none })]
    expect(effectivePolicy(source('/srv/a'), beside).hooks).toEqual({ afterSnapshotRoot: hook('after') })
    expect(effectivePolicy(source('/srv/a'), nearer).hooks).toEqual({ afterSnapshotRoot: hook('after') })
  })
})

test('include-git and keep-times come from the nearest policy of the file', () => {
  const layers = [
    fileLayer('/srv/a', {}, {}, { includeGit: false }),
    fileLayer('(global)', {}, {}, { includeGit: true, keepTimes: 'unchanged' }),
  ]
  expect(effectivePolicy(source('/srv/a'), layers)).toMatchObject({ includeGit: false, keepTimes: 'unchanged' })
  expect(effectivePolicy(source('/srv/b'), layers)).toMatchObject({ includeGit: true })
  expect(effectivePolicy(source('/srv/b'), [])).toMatchObject({ includeGit: false, keepTimes: undefined })
})
