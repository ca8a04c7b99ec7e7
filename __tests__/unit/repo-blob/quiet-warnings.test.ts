import { afterEach, expect, it } from 'vitest'
import { quietKnownWarnings } from '../../../src/repo/blob/gcs/quiet-warnings.ts'

const original = process.emitWarning
afterEach(() => {
  process.emitWarning = original
})

it('keeps two known warnings from standard error, and no others, however often it is called', () => {
  const shown: unknown[] = []
  process.emitWarning = (...args: unknown[]) => void shown.push(args[0])
  quietKnownWarnings()
  const once = process.emitWarning
  quietKnownWarnings()
  expect(process.emitWarning).toBe(once)
  process.emitWarning('punycode', 'DeprecationWarning', 'DEP0040')
  process.emitWarning('url.parse()', { type: 'DeprecationWarning', code: 'DEP0169' })
  process.emitWarning('Buffer()', 'DeprecationWarning', 'DEP0005')
  process.emitWarning('something else')
  expect(shown).toEqual(['Buffer()', 'something else'])
})
