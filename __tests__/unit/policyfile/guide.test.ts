import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DIAGNOSTIC_TITLES } from '../../../src/policyfile/diagnostic.ts'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import { HOOK_FIELDS, POLICY_FIELDS, type Shape, STREAM_FIELDS, TOP_FIELDS } from '../../../src/policyfile/schema.ts'
import { utf8 } from '../../../src/util/bytes.ts'

const guide = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8')

function namesOf(table: Readonly<Record<string, { readonly shape: Shape }>>): string[] {
  return Object.entries(table).flatMap(([name, { shape }]) => [name, ...(shape.kind === 'group' ? namesOf(shape.fields) : [])])
}

test('the guide names every key', () => {
  const names = [TOP_FIELDS, POLICY_FIELDS, HOOK_FIELDS, STREAM_FIELDS].flatMap(namesOf)
  // `enable`, `stream` and some others are shown in a line of YAML.
  const missing = names.filter((name) => !new RegExp(`[\`\\s]${name}[\`:]`).test(guide))
  expect(missing).toEqual(['enable'])
})

test('the guide explains every code', () => {
  expect(Object.keys(DIAGNOSTIC_TITLES).filter((code) => !guide.includes(`| ${code} |`))).toEqual([])
})

test('every example of the guide is a file without findings', () => {
  const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
  expect(examples).toHaveLength(3)
  for (const example of examples) expect(parsePolicyFile(utf8(example), { path: 'cairn.yml' }).diagnostics).toEqual([])
})
