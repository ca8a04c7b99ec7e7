import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEW_REPOSITORY_POLICY } from '../../../src/policy/defaults.ts'
import { nativeHooks } from '../../../src/policy/native-hooks.ts'
import { encodePolicy, isPolicyProblem, parsePolicy, parsePolicyText } from '../../../src/policy/native-json.ts'
import { encodePolicyMap, parsePolicyMap } from '../../../src/policy/native-map.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import vectors from '../../vectors/policies.json' with { type: 'json' }

const read = (value: unknown) => {
  const parsed = parsePolicy(value)
  if (isPolicyProblem(parsed)) throw new Error(`${parsed.path}: ${parsed.expected}`)
  return parsed
}

test.each(Object.entries(vectors.policies))('the stored policy of %s is written back as it was', (_, value) => {
  const { policy, unknownMembers } = read(value)
  expect(unknownMembers).toEqual([])
  expect(encodePolicy(policy)).toBe(JSON.stringify(value).replaceAll('>', '\\u003e'))
})

test('the global policy of a new repository has the form that kopia stores', () => {
  expect(encodePolicy(NEW_REPOSITORY_POLICY)).toBe(
    '{"retention":{"keepLatest":10,"keepHourly":48,"keepDaily":7,"keepWeekly":4,"keepMonthly":24,"keepAnnual":3,"ignoreIdenticalSnapshots":false},"files":{"ignoreDotFiles":[".kopiaignore"]},"errorHandling":{"ignoreFileErrors":false,"ignoreDirectoryErrors":false,"ignoreUnknownTypes":true},"scheduling":{"runMissed":true},"compression":{"compressorName":"zstd-fastest"},"metadataCompression":{"compressorName":"zstd-fastest"},"splitter":{},"actions":{},"osSnapshots":{"volumeShadowCopy":{"enable":0}},"logging":{"directories":{"snapshotted":5,"ignored":5},"entries":{"snapshotted":0,"ignored":5,"cacheHit":0,"cacheMiss":0}},"upload":{"maxParallelSnapshots":1,"parallelUploadAboveSize":2147483648}}',
  )
})

test('an empty policy prints its sections empty', () => {
  expect(encodePolicy({})).toBe(
    '{"retention":{},"files":{},"errorHandling":{},"scheduling":{},"compression":{},"metadataCompression":{},"splitter":{},"actions":{},"osSnapshots":{"volumeShadowCopy":{}},"logging":{"directories":{},"entries":{}},"upload":{}}',
  )
})

describe('untrusted documents', () => {
  test.each([
    ['nonsense', '', 'valid JSON'],
    ['[]', '', 'an object'],
    ['{"retention":[]}', 'retention', 'an object'],
    ['{"retention":{"keepDaily":"7"}}', 'retention.keepDaily', 'a whole number'],
    ['{"retention":{"keepDaily":1.5}}', 'retention.keepDaily', 'a whole number'],
    ['{"files":{"ignore":"*.log"}}', 'files.ignore', 'a list of texts'],
    ['{"files":{"ignore":[1]}}', 'files.ignore', 'a list of texts'],
    ['{"files":{"oneFileSystem":"yes"}}', 'files.oneFileSystem', 'true or false'],
    ['{"scheduling":{"timeOfDay":["03:30"]}}', 'scheduling.timeOfDay', 'a list of {hour, min}'],
    ['{"logging":{"entries":{"cacheHit":true}}}', 'logging.entries.cacheHit', 'a whole number'],
    ['{"logging":{"entries":7}}', 'logging.entries', 'an object'],
    ['{"actions":{"beforeFolder":"echo"}}', 'actions.beforeFolder', 'an object'],
    ['{"actions":{"beforeFolder":{"timeout":"5m"}}}', 'actions.beforeFolder.timeout', 'a whole number'],
    ['{"noParent":1}', 'noParent', 'true or false'],
  ])('%s is refused at the member that is wrong', (text, path, expected) => {
    expect(parsePolicyText(text)).toEqual({ path, expected })
  })

  test('unknown members are named, at every depth', () => {
    const { unknownMembers } = read({ retentoin: {}, files: { ignor: [] }, logging: { entries: { x: 1 } }, actions: { pre: {} } })
    expect(unknownMembers.sort()).toEqual(['actions.pre', 'files.ignor', 'logging.entries.x', 'retentoin'])
  })

  test('null means absent and letter case does not matter', () => {
    expect(read({ Retention: { KEEPDAILY: 3, keepLatest: null }, files: null }).policy).toEqual({ retention: { keepDaily: 3 } })
  })

  test('any JSON value is a policy or a problem', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        parsePolicyText(`{"retention":${json},"files":{"ignore":${json}},"actions":${json}}`)
        return true
      }),
    )
  })
})

test('what is written reads back', () => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  const policies = fc
    .record({
      keepLatest: optional(fc.nat()),
      ignore: optional(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 })),
      maxFileSize: optional(fc.integer({ min: 1 })),
      times: optional(fc.array(fc.record({ hour: fc.nat(23), min: fc.nat(59) }), { minLength: 1 })),
      script: optional(fc.string({ unit: 'binary', minLength: 1 })),
    })
    .map(({ keepLatest, ignore, maxFileSize, times, script }): Policy => {
      const policy: Policy = {}
      if (keepLatest !== undefined) policy.retention = { keepLatest }
      if (ignore !== undefined) policy.files = { ignore }
      if (maxFileSize !== undefined) policy.files = { ...policy.files, maxFileSize }
      if (times !== undefined) policy.scheduling = { timeOfDay: times }
      if (script !== undefined) policy.actions = { afterFolder: { script, timeout: 3 } }
      return policy
    })
  fc.assert(
    fc.property(policies, (policy) => {
      expect(read(JSON.parse(encodePolicy(policy))).policy).toEqual(policy)
    }),
  )
})

describe('stored actions as hooks', () => {
  const origin = { kind: 'repository', target: '(global)' } as const

  test('a missing or unknown mode is optional and a missing timeout is three minutes', () => {
    const hooks = nativeHooks({ beforeSnapshotRoot: { script: 'x' }, afterFolder: { script: 'y', mode: 'Essential', timeout: 7 } }, origin)
    expect(hooks.beforeSnapshotRoot?.[0]).toMatchObject({ mode: 'optional', timeoutSeconds: 180, capturesRedirect: true, origin })
    expect(hooks.afterFolder?.[0]).toMatchObject({ mode: 'optional', timeoutSeconds: 7, capturesRedirect: false })
  })

  test('a script wins over a path, and arguments go with the path', () => {
    const hooks = nativeHooks(
      { beforeFolder: { path: '/bin/x', script: 's' }, afterFolder: { path: '/bin/y', args: ['a b', ''] }, afterSnapshotRoot: {} },
      origin,
    )
    expect(hooks.beforeFolder?.[0].program).toEqual({ kind: 'script', script: 's' })
    expect(hooks.afterFolder?.[0].program).toEqual({ kind: 'command', argv: ['/bin/y', 'a b', ''] })
    expect(hooks.afterSnapshotRoot?.[0].program).toEqual({ kind: 'command', argv: [''] })
  })
})

describe('exported documents', () => {
  test('read and write all policies of the golden repository', () => {
    const json = JSON.stringify(vectors.policies).replaceAll('>', '\\u003e')
    const parsed = parsePolicyMap(json)
    if ('expected' in parsed) throw new Error(parsed.path)
    expect(encodePolicyMap(new Map([...parsed].reverse().map(([at, { policy }]) => [at, policy])))).toBe(json)
  })

  test.each([
    ['{', '', 'valid JSON'],
    ['7', '', 'an object'],
    ['{"@h":7}', '@h', 'an object'],
    ['{"@h":{"files":{"ignore":7}}}', '@h.files.ignore', 'a list of texts'],
  ])('%s is refused at the place that is wrong', (text, path, expected) => {
    expect(parsePolicyMap(text)).toEqual({ path, expected })
  })
})
