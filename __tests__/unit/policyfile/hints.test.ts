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
  [
    'a truth value of YAML 1.1 for a number',
    'version: 1\npolicies:\n  .: {retention: {keepWeekly: yes}}\n',
    'P013',
    'Write a whole number.',
  ],
  ['a truth value of YAML 1.1 for a size', 'version: 1\npolicies:\n  .: {files: {maxFileSize: off}}\n', 'P013', '512 KiB'],
  ['a truth value of YAML 1.1 for a duration', 'version: 1\npolicies:\n  .: {scheduling: {interval: On}}\n', 'P013', '90s'],
  ['a truth value of YAML 1.1 for a time', 'version: 1\npolicies:\n  .: {scheduling: {timeOfDay: [no]}}\n', 'P013', 'HH:MM'],
  [
    'a truth value of YAML 1.1 for minutes',
    hook('{run: a, timeout-minutes: yes}').replace('\n        mode: essential', ''),
    'P013',
    'minutes',
  ],
  ['a number with an exponent', 'version: 1\npolicies:\n  .: {retention: {keepDaily: 1e2}}\n', 'P012', 'Write 100.'],
  ['a number with a point', 'version: 1\npolicies:\n  .: {retention: {keepDaily: 7.0}}\n', 'P012', 'Write 7.'],
  ['a target above the workspace', 'version: 1\npolicies:\n  ../x: {}\n', 'P020', 'user@host:/path'],
  ['a target with a slash at its end', 'version: 1\npolicies:\n  ./: {}\n', 'P020', 'Write "."'],
  ['a credential in env-allow', hook('{run: a, env-allow: [DATABASE_URL]}').replace('\n        mode: essential', ''), 'P042', '"secrets"'],
])('%s', (_, text, code, hint) => {
  expect(hintsOf(text).some((found) => found.startsWith(code) && found.includes(hint))).toBe(true)
})

test('a fraction and what is no number at all are named as they are written', () => {
  const messages = ['1.5', '.nan', '1e400', 'true', '"5"'].map((value) => {
    const { diagnostics } = parsePolicyFile(utf8(`version: 1\npolicies:\n  .: {retention: {keepDaily: ${value}}}\n`), { path: 'cairn.yml' })
    return diagnostics.filter(({ code }) => code === 'P012').map(({ message, hint }) => [message, hint])
  })
  expect(messages).toEqual([
    [['Here must be a whole number in digits, not 1.5.', undefined]],
    [['Here must be a whole number in digits, not .nan.', undefined]],
    [['Here must be a whole number in digits, not 1e400.', undefined]],
    [['Here must be a whole number, not true or false.', undefined]],
    [['Here must be a whole number, not text.', undefined]],
  ])
})

test('env-allow takes what only says where something is, and no list takes what hooks never get', () => {
  const allow = (name: string, list = 'env-allow') =>
    hintsOf(`version: 1\njob: {before: [{run: a, ${list}: [${name}]}]}\n`).filter((found) => found.startsWith('P042')).length
  expect(['AWS_REGION', 'GOOGLE_CLOUD_PROJECT', 'AZURE_STORAGE_ACCOUNT', 'DEPLOY_TARGET'].map((name) => allow(name))).toEqual([0, 0, 0, 0])
  expect(['AWS_ACCESS_KEY_ID', 'DB_PASSWORD', 'INPUT_X', 'STATE_q', 'CAIRN_SECRET_KEY'].map((name) => allow(name))).toEqual([1, 1, 1, 1, 1])
  expect(['DB_PASSWORD', 'INPUT_PASSWORD', 'RUNNER_TRACKING_ID'].map((name) => allow(name, 'secrets'))).toEqual([0, 1, 1])
})
