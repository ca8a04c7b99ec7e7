/** Policies that use every field, the same for the same seed; values are those that the policy file takes. */
import { POLICY_FIELDS, setField } from '../../src/policy/fields.ts'
import type { NativeAction, Policy } from '../../src/policy/policy.ts'
import { seededRandom } from './test-repository.ts'

const TARGETS = [
  '(global)',
  '@shop',
  '@other',
  'ci@shop',
  'x@y',
  'ci@shop:/srv',
  'ci@shop:/srv/nested',
  'ci@shop:/workspace/data',
  'x@y:/a b',
  'x@y:/ä#: {',
]
const TEXTS = [
  '*.tmp',
  'a b',
  '# no comment',
  'yes',
  '1e3',
  '0x1',
  '!x',
  '- y',
  '"q"',
  "it's",
  'ä€😀',
  'trailing ',
  '@h',
  'a: b',
  '~',
  'null',
  '{',
  '\t',
  '%x',
]
const SCRIPTS = [
  'true',
  'a\nb\n',
  '#!/bin/sh\n\tx\n',
  '#!/usr/bin/env bash\nset -e -o pipefail\ndump | gzip > x\n',
  'no end\n\n\n',
  'cr\r\nlf\n',
  ' lead\n  more\n',
  ':',
]
const PATHS = ['/bin/x', 'program', './relative', '/with blank/x']

/** Some policies by target text. */
export function randomPolicies(seed: number): Map<string, Policy> {
  const bytes = seededRandom(`policies ${seed}`)
  const below = (limit: number) => (bytes(4)[0] ?? 0) % limit
  const pick = <T>(list: readonly T[]): T => {
    const item = list[below(list.length)]
    if (item === undefined) throw new RangeError('an empty list')
    return item
  }
  const sorted = (list: readonly string[]) => [...new Set(list)].sort()

  const fieldValue = (key: string, type: string): unknown => {
    if (key.endsWith('compressorName')) return pick(['none', 'zstd', 'pgzip', 's2-default'])
    if (key === 'splitter.algorithm') return pick(['FIXED-1M', 'DYNAMIC-4M-BUZHASH'])
    if (key.startsWith('logging.')) return below(11)
    if (key === 'osSnapshots.volumeShadowCopy.enable') return below(3)
    if (key === 'scheduling.cron') return ['0 3 * * *', '@daily # why']
    if (type === 'integer') return pick([1, 7, 60, 1024, 5_000_000, 2 ** 31, 86_400, 3_601])
    if (type === 'boolean') return below(2) === 0
    if (type === 'times')
      return [
        { hour: below(12), min: below(60) },
        { hour: 12 + below(12), min: below(60) },
      ]
    if (type === 'texts') return sorted(Array.from({ length: 1 + below(4) }, () => pick(TEXTS)))
    return pick(TEXTS)
  }
  const action = (): NativeAction => {
    const options = { timeout: pick([1, 60, 90, 300, 3600]), mode: pick(['essential', 'optional', 'async']) }
    const partial = below(8) === 0 ? {} : options
    if (below(2) === 0) return { script: pick(SCRIPTS), ...partial }
    return { path: pick(PATHS), ...(below(2) === 0 ? {} : { args: [pick(TEXTS), ''] }), ...partial }
  }
  const policy = (target: string): Policy => {
    const made: Policy = {}
    for (const field of POLICY_FIELDS) {
      if (below(3) !== 0 || field.name === 'manual' || (field.name === 'maxParallelSnapshots' && target.includes(':'))) continue
      const value = fieldValue(field.key, field.type)
      if (value === false && !field.isPointer) continue
      setField(made, field, value)
    }
    if (below(6) === 0) made.scheduling = { manual: true }
    for (const name of ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'] as const) {
      if (below(3) === 0) made.actions = { ...made.actions, [name]: action() }
    }
    if (below(6) === 0) made.noParent = true
    return made
  }
  const chosen = TARGETS.filter(() => below(3) === 0)
  return new Map((chosen.length === 0 ? ['(global)'] : chosen).map((target) => [target, policy(target)]))
}
