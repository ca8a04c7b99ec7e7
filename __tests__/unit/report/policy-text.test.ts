/** Policies that stock kopia exported, and what its `policy show` prints about them (`__tests__/fixtures/policy-show`). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policiesOfJson } from '../../../src/commands/policy/import.ts'
import { effectivePolicyOfTarget } from '../../../src/policy/effective.ts'
import { encodePolicy } from '../../../src/policy/native-json.ts'
import { sizeTextOf } from '../../../src/report/kopia-numbers.ts'
import { originText, policyText } from '../../../src/report/policy-text.ts'
import { storedLayer } from '../../../src/snapshot/policies.ts'
import { parseTarget } from '../../../src/snapshot/target-parse.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/policy-show', name), 'utf8')
const local = { userName: 'ci', host: 'shop', workingDirectory: '/' }
const noLog = { warning: () => {} }
const layers = policiesOfJson(fixture('policies.json'), { allowsUnknownFields: false, local }, noLog).map(({ target, policy }) =>
  storedLayer(target, policy),
)
const targets = ['(global)', '@shop', 'ci@shop', 'ci@shop:/srv', 'ci@shop:/srv/data', 'ci@shop:/srv/other', 'other@host:/alone']
const texts = fixture('show.txt').split(/(?=^Policy for )/m)
const jsons = fixture('show.jsonl').trimEnd().split('\n')

describe.each(targets.map((target, index) => ({ target, index })))('$target', ({ target, index }) => {
  const effective = effectivePolicyOfTarget(parseTarget(target, local), layers)

  test('is shown as kopia shows it, value by value and origin by origin', () => {
    expect(policyText(parseTarget(target, local), effective, sizeTextOf({}))).toBe(texts[index])
  })

  test('has the JSON that kopia prints', () => {
    expect(encodePolicy(effective.policy)).toBe(jsons[index])
  })
})

test('sizes follow the variable that kopia reads', () => {
  const target = parseTarget('(global)', local)
  const text = policyText(target, effectivePolicyOfTarget(target, layers), sizeTextOf({ KOPIA_BYTES_STRING_BASE_2: 'true' }))
  expect(text).toContain('Parallel upload above size:')
  expect(text).toMatch(/ 2 GiB {3}\(defined for this target\)/)
})

test('a value that nobody set counts as set by the global policy', () => {
  expect(originText({ kind: 'global' }, undefined)).toBe('(defined for this target)')
  expect(originText({ kind: 'host', host: 'shop' }, { kind: 'default' })).toBe('inherited from (global)')
})
