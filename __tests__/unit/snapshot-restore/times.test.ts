import { lutimesSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { timeText } from '../../../src/snapshot/restore/times.ts'
import { tempDir } from '../../support/temp-dir.ts'

test.each([
  0n,
  1n,
  999n,
  1_000n,
  500_000_000n,
  1_700_000_000_123_456_789n,
  1_700_000_000_000_001_000n,
  1_699_999_999_999_999_999n,
  4_102_444_800_000_000_000n,
  9_000_000_000_000_000_000n,
  -1_000n,
  -1_000_000_000n,
  -300_000_000_500_000_000n,
  -315_619_200_000_000_000n,
])('a file gets the time %d to the microsecond', async (ns) => {
  const file = join(await tempDir(), 'file')
  writeFileSync(file, '')
  lutimesSync(file, timeText(ns), timeText(ns))
  const difference = statSync(file, { bigint: true }).mtimeNs - ns
  // Doubles have steps of a microsecond and more from the year 2242 on.
  const limit = ns > 8_000_000_000_000_000_000n ? 2_000n : 1_000n
  expect(difference > -limit && difference < limit).toBe(true)
})

test('whole seconds and simple fractions are written exactly', () => {
  expect(timeText(-300_000_000_500_000_000n)).toBe('-300000000.500000')
  expect(timeText(1_700_000_000_000_000_000n)).toBe('1700000000.000000')
})
