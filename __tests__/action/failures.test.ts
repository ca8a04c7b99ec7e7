import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fakeRunner, type StepResult } from '../support/fake-runner.ts'

const OUTPUTS = ['bytes-new', 'bytes-total', 'files-changed', 'matched-snapshot', 'report-json', 'snapshot-count', 'snapshot-id', 'status']

/** Every failure: one error annotation, all outputs, a report, a summary, and the result as the last line. */
function expectFailure(result: StepResult, exitCode: number, code: string): void {
  expect({ exitCode: result.exitCode, log: result.log }).toMatchObject({ exitCode, log: expect.stringContaining(code) })
  expect(Object.keys(result.outputs).sort()).toEqual(OUTPUTS)
  expect(result.outputs).toMatchObject({ status: 'failed', 'snapshot-count': '0', 'snapshot-id': '' })
  const report = readFileSync(result.outputs['report-json'] ?? '', 'utf8')
  expect(JSON.parse(report)).toMatchObject({ status: 'failed', exitCode })
  expect(report).toContain(code)
  expect(result.summary).toContain(`**${code}**`)
  expect(result.annotations.filter(({ value }) => value.startsWith(code))).toHaveLength(1)
  expect(result.lines.filter((line) => line !== '').at(-1)).toMatch(/^Failed: /)
}

it.each([
  ['enable-actions', 'yes', 'It takes "true", "false".'],
  ['on-missing-source', 'shrug', 'It takes "error", "warn", "ignore".'],
  ['summary', 'never', 'It takes "true", "false", "on-failure".'],
])('names the input %s when it holds a word that it does not take', async (name, value, hint) => {
  const result = await fakeRunner().run({ inputs: { [name]: value } })
  expectFailure(result, 2, 'CAIRN_USAGE')
  expect(result.log).toContain(`The input "${name}" is "${value}". ${hint}`)
})

it('ends with 12 for a wrong password, and changes nothing', async () => {
  const runner = fakeRunner()
  runner.file('a.txt', 'a')
  await runner.run()
  expectFailure(await runner.run({ inputs: { password: 'not-the-password' } }), 12, 'CAIRN_PASSWORD_WRONG')
  expect(await runner.snapshots()).toHaveLength(1)
})

it('ends with 12 when no password was given', async () => {
  expectFailure(await fakeRunner().run({ inputs: { password: '' } }), 12, 'CAIRN_PASSWORD_MISSING')
})

it('never makes a new repository of a location that was typed wrong', async () => {
  const runner = fakeRunner()
  const result = await runner.run({ inputs: { 'create-repository': 'false' } })
  expectFailure(result, 10, 'CAIRN_STORAGE_ROOT_MISSING')
  expect(existsSync(runner.repository)).toBe(false)
})

it('does not take something else for a repository', async () => {
  const runner = fakeRunner()
  const file = runner.file('not-a-folder', 'x')
  const result = await runner.run({ inputs: { repository: file } })
  expect([7, 10]).toContain(result.exitCode)
  expect(readFileSync(file, 'utf8')).toBe('x')
})

it('fails for a policy file that was named and is not there', async () => {
  expectFailure(await fakeRunner().run({ inputs: { 'policy-file': 'ci/backup.yml' } }), 2, 'CAIRN_POLICY_FILE_MISSING')
})

it('shows each error of the policy file at its line and column', async () => {
  const runner = fakeRunner()
  runner.file('ci/backup.yml', 'version: 1\npolicies:\n  .:\n    compresion: zstd\n    retention: {keepDaily: many}\n')
  const result = await runner.run({ inputs: { 'policy-file': './ci/backup.yml' } })
  expectFailure(result, 2, 'CAIRN_POLICY_FILE_INVALID')
  const heads = result.lines.filter((line) => line.startsWith('::error title=P'))
  expect(heads.map((line) => line.replace(/^::error title=(P\d+)%3A [^,]*,/, '$1 ').replace(/::.*/s, ''))).toEqual([
    'P011 file=ci/backup.yml,line=4,endLine=4,col=5,endColumn=15',
    'P012 file=ci/backup.yml,line=5,endLine=5,col=28,endColumn=32',
  ])
})

it('writes a summary as the input says', async () => {
  const runner = fakeRunner()
  runner.file('a.txt', 'a')
  expect((await runner.run({ inputs: { summary: 'false' } })).summary).toBe('')
  expect((await runner.run({ inputs: { summary: 'on-failure' } })).summary).toBe('')
  expect((await runner.run({ inputs: { summary: 'on-failure', password: 'wrong-one' } })).summary).toContain('CAIRN')
})

it('makes no more annotations of a kind than GitHub shows, and says that there is more in the log', async () => {
  const runner = fakeRunner()
  const sources = Array.from({ length: 14 }, (_, number) => `absent-${number}`)
  const result = await runner.run({ inputs: { sources: sources.join('\n'), 'on-missing-source': 'warn' } })
  const warnings = result.annotations.filter(({ name }) => name === 'warning')
  expect(warnings).toHaveLength(10)
  expect(warnings.at(-1)?.value).toContain('the rest is in the log')
  expect(result.log).toContain('warning: The source absent-13 does not exist; it was left out.')
  expect([result.exitCode, result.outputs['status']]).toEqual([0, 'skipped'])
})

it('refuses a source outside the workspace unless that is allowed', async () => {
  const runner = fakeRunner()
  const outside = runner.folder
  const refused = await runner.run({ inputs: { sources: '../../_temp' } })
  expect([refused.exitCode, refused.outputs['snapshot-count']]).toEqual([2, '0'])
  expect(refused.log).toContain('CAIRN_SOURCE_OUTSIDE')
  const allowed = await runner.run({ inputs: { sources: '../../_temp', 'allow-outside-workspace': 'true' } })
  expect(allowed.exitCode).toBe(0)
  expect((await runner.snapshots()).map(({ source }) => source.path)).toEqual([`${outside}/work/_temp`])
})
