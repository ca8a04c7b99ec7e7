import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policyJsonSchemaText } from '../../../src/policyfile/json-schema.ts'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import { HOOK_FIELDS, POLICY_FIELDS, TOP_FIELDS } from '../../../src/policyfile/schema.ts'
import { utf8 } from '../../../src/util/bytes.ts'

test('the committed schema is the generated one', () => {
  const committed = readFileSync(new URL('../../../schema/policy.schema.json', import.meta.url), 'utf8')
  expect(committed, 'run: npx tsc && node scripts/policy-schema.mjs').toBe(policyJsonSchemaText())
})

test('every key of the tables is accepted by the reader', () => {
  const unknown = (text: string) => parsePolicyFile(utf8(text), { path: 'x' }).diagnostics.filter(({ code }) => code === 'P011')
  for (const name of Object.keys(TOP_FIELDS)) expect(unknown(`${name}: [x]\nversion: 1\n`.replace(/^version: \[x\]\n/, ''))).toEqual([])
  for (const name of Object.keys(POLICY_FIELDS)) expect(unknown(`version: 1\npolicies: {.: {${name}: [x]}}\n`)).toEqual([])
  for (const name of Object.keys(HOOK_FIELDS)) expect(unknown(`version: 1\njob: {after: [{${name}: [x]}]}\n`)).toEqual([])
})
