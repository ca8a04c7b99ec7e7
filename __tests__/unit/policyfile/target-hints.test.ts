/** What is written instead of a bad target because the hint says so must be a good one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTarget } from '../../../src/policyfile/targets.ts'

const hintOf = (text: string) => {
  const parsed = parseTarget(text)
  return parsed.ok ? undefined : parsed.hint
}

test.each([
  ['data', 'Write ./data for a folder of the workspace.'],
  ['data\\raw\\', 'Write ./data/raw for a folder of the workspace.'],
  ['/srv', 'Write user@host:/srv, or ./srv for a folder of the workspace.'],
  ['/srv/', 'Write user@host:/srv, or ./srv for a folder of the workspace.'],
  ['/', 'Write user@host:/.'],
  ['C:\\srv', 'Write user@host:C:\\srv.'],
  ['./', 'Write ".".'],
  ['./data/', 'Write "./data".'],
  ['.\\data\\', 'Write "./data".'],
  ['ci@shop:srv/', 'Write "ci@shop:/srv".'],
  ['ci@shop://', 'Write "ci@shop:/".'],
])('%s: %s', (text, hint) => {
  expect(hintOf(text)).toBe(hint)
})

test.each(['../x', '..', '..\\x', './../x', './a/..', '/../*', 'a/../b', '.\\..\\x\\', '*'])(
  '%s has no better spelling: the forms are told',
  (text) => {
    expect(hintOf(text)).toBe('Write ./folder for a folder of the workspace, or user@host:/path.')
  },
)

test('whatever is suggested is a target', () => {
  const texts = fc
    .array(fc.constantFrom('.', '..', '/', '\\', 'a', ' ', ':', '@', 'C', '*', 'u@h'), { maxLength: 8 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      const [, suggested = '.'] = /^Write "?(\S+?)"?(?:\.|,? or .*| for .*)$/.exec(hintOf(text) ?? '') ?? []
      if (!['./folder', '"@host"', '@host"', '`global`'].some((form) => suggested.startsWith(form)))
        expect(parseTarget(suggested)).toMatchObject({ ok: true })
    }),
    { numRuns: 3000 },
  )
})
