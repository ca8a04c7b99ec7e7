/** docs/cli.md holds what the command table holds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cliReference } from '../../../src/cli/reference.ts'
import { emptyReport } from '../../../src/commands/run/source-report.ts'
import { runReport } from '../../support/run-report.ts'

const text = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8')

it('lists every command and flag; after a change run `npx tsc && node scripts/cli-reference.mjs`', () => {
  expect(text.split('<!-- commands -->\n\n')[1]).toBe(`${cliReference()}\n`)
})

it('explains every member of the report', () => {
  const section = text.split('\n## Report\n')[1]?.split('\n## ')[0] ?? ''
  const members = [...Object.keys(runReport()), ...Object.keys(emptyReport('', '')), 'error', 'furtherErrors', 'retention']
  expect(members.filter((member) => !section.includes(`\`${member}\``))).toEqual([])
})
