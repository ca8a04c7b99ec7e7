import { expect, test } from 'vitest'
import { changedPins } from '../../../src/snapshot/pins.ts'

test('adds and removes pins, sorted and each once', () => {
  expect(changedPins(['b'], ['c', 'a', 'a'], ['b'])).toEqual(['a', 'c'])
  expect(changedPins(['a'], [], ['a'])).toEqual([])
})

test('tells when nothing changes', () => {
  expect(changedPins(['a', 'b'], ['a'], ['x'])).toBeUndefined()
  expect(changedPins([], ['x'], ['x'])).toBeUndefined()
})
