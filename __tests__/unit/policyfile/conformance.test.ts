import { expect, test } from 'vitest'
import { effectiveSources, parsePolicyFile } from '../../../src/policyfile/index.ts'
import { utf8 } from '../../../src/util/bytes.ts'

function find(text: string) {
  return parsePolicyFile(utf8(text), { path: 'x' })
}

function findHook(value: string) {
  return find(`version: 1\npolicies: {.: {actions: {beforeFolder: ${value}}}}\n`).diagnostics
}

test('case 3: a command string with further blanks is refused, and the empty arguments are shown', () => {
  expect(findHook('"H  a "')).toMatchObject([{ code: 'P031', severity: 'error' }])
  expect(findHook('"H  a "')[0]?.message).toContain('‹H› ‹› ‹a› ‹›')
})

test('case 4: a command string whose quotes kopia refuses says so', () => {
  expect(findHook(`'H --x="a b"'`)[0]?.message).toContain('Kopia refuses its quotes')
})

test('case 6: a command string of two lines is refused, and what kopia would drop is told', () => {
  expect(findHook('"H a\\nrm b"')[0]?.message).toContain('drop what follows the line end')
})

test('case 8: a command that starts with a blank is refused when the file is read', () => {
  expect(findHook('{command: [" H", a], mode: optional}')).toMatchObject([{ code: 'P032', severity: 'error' }])
  expect(findHook('" H a"')[0]?.message).toContain('‹› ‹H› ‹a›')
})

test('case 9: none and inherit are never stored as commands', () => {
  expect(findHook('none')).toMatchObject([{ code: 'P033' }])
  expect(findHook('inherit')).toMatchObject([{ code: 'P033' }])
  expect(findHook('{run: none, mode: optional}')).toMatchObject([{ code: 'P033' }])
})

test('case 12: a timeout below a second is refused', () => {
  expect(findHook('{run: echo, mode: optional, timeout: 500ms}')).toMatchObject([{ code: 'P039', severity: 'error' }])
})

test('case 13: a script of 32,000 bytes is taken and one of 32,001 is not, counted in bytes', () => {
  const script = (bytes: number) => `{run: "echo ${'é'.repeat((bytes - 6) / 2)}${'x'.repeat(bytes % 2)}x", mode: optional}`
  expect(findHook(script(32_000))).toEqual([])
  expect(findHook(script(32_001))).toMatchObject([{ code: 'P034' }])
})

test('case 14: an export with a script of 40,000 bytes is refused', () => {
  const text = JSON.stringify({ 'a@b:/c': { actions: { beforeFolder: { script: `echo ${'x'.repeat(40_000)}`, mode: 'optional' } } } })
  expect(find(text).diagnostics).toMatchObject([{ code: 'P034', severity: 'error' }])
})

test('case 16: a hook without a mode is essential in our file, and optional with a notice in an export', () => {
  const own = find('version: 1\npolicies: {.: {actions: {beforeFolder: {run: a}}}}\n')
  expect(own.file?.layers[0]?.hooks.beforeFolder?.[0].mode).toBe('essential')
  const native = find('{"a@b:/c": {"actions": {"beforeFolder": {"script": "a"}}}}')
  expect(native.file?.layers[0]?.hooks.beforeFolder?.[0].mode).toBe('optional')
  expect(native.diagnostics).toMatchObject([{ code: 'P037', severity: 'notice' }])
})

test('without a list the sources are the workspace, or the topmost absolute targets of this identity', () => {
  const identity = { userName: 'ci', host: 'shop', root: '/w' }
  const paths = (text: string) => {
    const { file } = find(text)
    return file === undefined ? [] : effectiveSources(file, identity).map((source) => (source.kind === 'path' ? source.path : source.name))
  }
  expect(paths('version: 1\n')).toEqual(['.'])
  expect(paths('version: 1\nsources: [a, b]\n')).toEqual(['a', 'b'])
  expect(paths('version: 1\npolicies: {ci@shop:/srv/x: {}, ci@shop:/srv: {}, ci@shop:/opt: {}, other@shop:/y: {}}\n')).toEqual([
    '/srv',
    '/opt',
  ])
  expect(paths('version: 1\npolicies: {ci@shop:/srv: {}, global: {}}\n')).toEqual(['.'])
  expect(paths('version: 1\npolicies: {other@shop:/srv: {}}\n')).toEqual(['.'])
})
