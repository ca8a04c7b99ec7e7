/** Mistakes that people make in YAML, and the hint that leads out of each. */
import { expect, test } from 'vitest'
import { parsePolicyFile } from '../../../src/policyfile/parse.ts'
import { utf8 } from '../../../src/util/bytes.ts'

const hintsOf = (text: string) => {
  const { diagnostics } = parsePolicyFile(utf8(text), { path: 'cairn.yml' })
  return diagnostics.map(({ code, hint }) => `${code} ${hint ?? ''}`)
}

const hook = (text: string) =>
  `version: 1\npolicies:\n  .:\n    actions:\n      beforeSnapshotRoot:\n        ${text}\n        mode: essential\n`

test.each([
  ['an ignore rule that YAML takes for an alias', 'version: 1\npolicies:\n  .:\n    files: {ignore: [*.tmp]}\n', 'P004', '"*.tmp"'],
  [
    'an ignore rule that YAML takes for a tag',
    'version: 1\npolicies:\n  .:\n    files:\n      ignore:\n        - !keep.log\n',
    'P012',
    '"!keep.log"',
  ],
  ['a colon in a script on one line', hook('run: echo status: ok'), 'P001', 'Quote the text'],
  ['a command with its arguments in one text', hook('command: pg_dump shop'), 'P012', '[pg_dump, shop]'],
  ['a command that only a shell would split', hook('command: pg_dump "my shop"'), 'P012', '[program, argument]'],
  ['a target with a slash at its end', 'version: 1\npolicies:\n  ./: {}\n', 'P020', 'Write "."'],
])('%s', (_, text, code, hint) => {
  expect(hintsOf(text).some((found) => found.startsWith(code) && found.includes(hint))).toBe(true)
})
