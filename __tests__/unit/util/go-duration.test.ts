import { expect, it } from 'vitest'
import { parseGoDuration } from '../../../src/util/go-duration.ts'

it.each([
  ['0', 0n],
  ['90s', 90_000_000_000n],
  ['1h30m', 5_400_000_000_000n],
  ['1.5h', 5_400_000_000_000n],
  ['.5s', 500_000_000n],
  ['100ms', 100_000_000n],
  ['3us', 3000n],
  ['3\u00b5s', 3000n],
  ['-2m', -120_000_000_000n],
  ['+1ns', 1n],
])('reads %s', (text, ns) => {
  expect(parseGoDuration(text)).toBe(ns)
})

it.each(['', '5', 's', '.s', '1d', '1h 30m', 'h1', '1h30', '--1s', '300y', '9999999999h', ' 1s'])('refuses %j', (text) => {
  expect(parseGoDuration(text)).toBeUndefined()
})
