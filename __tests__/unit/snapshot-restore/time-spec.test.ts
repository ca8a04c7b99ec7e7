import { expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { parseSnapshotChoice } from '../../../src/snapshot/time-spec.ts'

/** Central Europe in 2020. */
const zone = (seconds: number) => {
  const isSummer = seconds >= Date.UTC(2020, 2, 29, 1) / 1000 && seconds < Date.UTC(2020, 9, 25, 1) / 1000
  return isSummer ? { offsetSeconds: 7200, name: 'CEST' } : { offsetSeconds: 3600, name: 'CET' }
}
const context = { nowMs: Date.UTC(2020, 1, 29, 23, 30), zone }

const endOf = (text: string) => {
  const choice = parseSnapshotChoice(text, context)
  return choice.kind === 'before' ? new Date(Number(choice.ns / 1_000_000n)).toISOString().replace('.000Z', '') : choice.kind
}

// Now is 2020-03-01 00:30 here; what kopia takes was compared with kopia in this zone.
test.each([
  ['', 'latest'],
  ['latest', 'latest'],
  ['oldest', 'oldest'],
  ['yesterday', '2020-02-29T23:00:00'],
  ['last-month', '2020-02-29T23:00:00'],
  ['last-year', '2019-12-31T23:00:00'],
  ['0d-ago', '2020-03-01T23:00:00'],
  ['1day-ago', '2020-02-29T23:00:00'],
  ['2months-3days-ago', '2019-12-29T23:00:00'],
  ['1y-1mo-ago', '2019-02-01T23:00:00'],
  ['2019', '2019-12-31T23:00:00'],
  ['2020-2', '2020-02-29T23:00:00'],
  ['2020-02-29', '2020-02-29T23:00:00'],
  ['2020-2-29 10', '2020-02-29T10:00:00'],
  ['2020-2-29T9:15', '2020-02-29T08:16:00'],
  ['2020-02-29 10:15Z', '2020-02-29T10:16:00'],
  ['2020-02-29T10:15+01', '2020-02-29T09:16:00'],
  ['2020-02-29 10:15:30', '2020-02-29T09:15:31'],
  ['2020-02-29T10:15:30+02:30', '2020-02-29T07:45:31'],
  ['2020-02-29 10:15:30-0230', '2020-02-29T12:45:31'],
  ['2020-02-29 10:15:30 UTC', '2020-02-29T10:15:31'],
  ['2020-02-29 10:15:30.123 CET', '2020-02-29T09:15:31.123Z'],
  ['2020-07-01 12:00:00', '2020-07-01T10:00:01'],
  ['2020-07-01 12:00:00 CET', '2020-07-01T11:00:01'],
  ['2020-02-29 12:00:00 CEST', '2020-02-29T10:00:01'],
  ['2020-02-29 10:00:00 GMT+3', '2020-02-29T07:00:01'],
])('%j means what began before %s', (text, end) => {
  expect(endOf(text)).toBe(end)
})

test.each([
  'ago',
  '-ago',
  '1d2-ago',
  'tomorrow',
  '20',
  '2020-13',
  '2020-02-30',
  '2019-2-29',
  '2020-02-29 24',
  '2020-02-29 10:60',
  '2020-02-29 10:5',
  '2020-02-29T10:15+01:00',
  '2020-02-29 10:15:30+01:00',
  '2020-02-29 10:15:30 EST',
  ' 2020',
])('%j is refused as no time', (text) => {
  expect(() => parseSnapshotChoice(text, context)).toThrow(CairnError)
})
