import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactReasons, planRetention, type RetainedSnapshot } from '../../../src/snapshot/retention.ts'
import { daysBefore, isoWeek, monthsBefore } from '../../../src/snapshot/retention-time.ts'
import { namedZone, utcZone } from '../../../src/util/time-zone.ts'
import { formatTimestamp, parseTimestamp } from '../../../src/util/timestamp.ts'
import vectors from '../../vectors/retention-vectors.json' with { type: 'json' }

const at = (text: string) => parseTimestamp(text) ?? 0n
const snapshot = (start: string, more: Partial<RetainedSnapshot> = {}): RetainedSnapshot => ({
  id: start,
  startTimeNs: at(start),
  endTimeNs: at(start),
  pins: [],
  ...more,
})
const keep = (numbers: Partial<Record<string, number | null>>) =>
  Object.fromEntries(
    Object.entries(numbers)
      .filter(([, count]) => typeof count === 'number')
      .map(([unit, count]) => [`keep${unit.slice(0, 1).toUpperCase()}${unit.slice(1)}`, count ?? 0]),
  )

describe('reasons that stock kopia gave', () => {
  test.each(vectors.cases.map((one, index) => [index + 1, one.policy, one.timezone, one] as const))(
    'case %i: %s in %s',
    (_, __, zone, one) => {
      const decisions = planRetention(
        vectors.startTimes.map((start) => snapshot(start)),
        keep(one.keep),
        zone === 'UTC' ? utcZone : namedZone(zone),
      )
      expect(Object.fromEntries(decisions.map(({ snapshot: { id }, reasons }) => [id, reasons]))).toEqual(one.reasons)
    },
  )
})

test('golden repository 07: pins keep what no rule keeps', () => {
  const times = ['2025-08-06T10:00:00Z', '2025-08-06T09:50:00Z', '2022-01-01T00:30:00Z', '2021-06-15T12:00:00Z']
  const decisions = planRetention(
    times.map((start) => snapshot(start, start.startsWith('2021') ? { pins: ['release-1'] } : {})),
    { keepLatest: 2 },
  )
  expect(decisions.map((decision) => decision.isExpired)).toEqual([false, false, true, false])
  expect(decisions.at(-1)?.reasons).toEqual([])
})

test('keeps everything when every number is zero or absent', () => {
  const decisions = planRetention([snapshot('2020-01-01T00:00:00Z'), snapshot('2025-01-01T00:00:00Z')], undefined)
  expect(decisions.map((decision) => decision.reasons)).toEqual([['latest-1'], ['latest-2']])
})

test('keeps only snapshots within the period before the newest one, even when days are missing', () => {
  const decisions = planRetention(
    ['2025-03-10T12:00:00Z', '2025-03-08T12:00:00Z', '2025-03-08T11:59:59Z', '2025-03-07T12:00:00Z'].map((start) => snapshot(start)),
    { keepDaily: 2 },
  )
  expect(decisions.map((decision) => decision.reasons)).toEqual([['daily-1'], ['daily-2'], [], []])
})

describe('incomplete snapshots', () => {
  const cut = (start: string) => snapshot(start, { incomplete: 'checkpoint' })

  test('newer than the complete one are kept while young or among the first three', () => {
    const decisions = planRetention(
      [
        cut('2025-01-02T12:00:00Z'),
        cut('2025-01-02T11:00:00Z'),
        cut('2025-01-02T10:00:00Z'),
        cut('2025-01-02T08:00:01Z'),
        cut('2025-01-02T08:00:00Z'),
        cut('2025-01-02T07:00:00Z'),
        snapshot('2025-01-02T06:00:00Z'),
        cut('2025-01-02T05:59:00Z'),
      ],
      { keepLatest: 1 },
    )
    expect(decisions.map((decision) => decision.reasons[0])).toEqual([
      'incomplete',
      'incomplete',
      'incomplete',
      'incomplete',
      undefined,
      undefined,
      'latest-1',
      undefined,
    ])
  })

  test('alone, three old ones are kept', () => {
    const decisions = planRetention(
      ['2025-01-09T00:00:00Z', '2025-01-08T00:00:00Z', '2025-01-07T00:00:00Z', '2025-01-06T00:00:00Z'].map(cut),
      { keepLatest: 1 },
    )
    expect(decisions.map((decision) => decision.isExpired)).toEqual([false, false, false, true])
  })
})

test('the newest complete snapshot survives any policy that keeps something', () => {
  const numbers = fc.option(fc.nat(3), { nil: undefined })
  const policies = fc.record({ keepLatest: fc.integer({ min: 1, max: 3 }), keepDaily: numbers, keepWeekly: numbers, keepAnnual: numbers })
  const seconds = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(seconds, policies, (starts, policy) => {
      const snapshots = starts.map((start, index) => ({
        id: String(index),
        startTimeNs: BigInt(start) * 1_000_000_000n,
        endTimeNs: 0n,
        pins: [],
      }))
      const defined = Object.fromEntries(Object.entries(policy).filter(([, count]) => count !== undefined))
      const decisions = planRetention(snapshots, defined)
      expect(decisions).toHaveLength(starts.length)
      expect(decisions[0]?.isExpired).toBe(false)
    }),
  )
})

test('an absurd number of years excludes nothing and breaks nothing', () => {
  const decisions = planRetention([snapshot('2025-01-01T00:00:00Z'), snapshot('1980-01-01T00:00:00Z')], { keepAnnual: 1_000_000_000 })
  expect(decisions.map((decision) => decision.reasons)).toEqual([['annual-1'], ['annual-2']])
})

describe('calendar', () => {
  test('a day that the month does not have runs over', () => {
    expect(formatTimestamp(monthsBefore(at('2025-03-31T10:00:00.5Z'), 1, utcZone) ?? 0n)).toBe('2025-03-03T10:00:00.5Z')
  })

  test('a local day can have 23 hours', () => {
    const zone = namedZone('Europe/Berlin')
    expect(formatTimestamp(daysBefore(at('2025-03-30T12:00:00Z'), 1, zone) ?? 0n)).toBe('2025-03-29T13:00:00Z')
  })

  test.each([
    ['2021-01-03T23:59:59Z', '2020-53'],
    ['2021-01-04T00:00:00Z', '2021-01'],
    ['2024-12-30T00:00:00Z', '2025-01'],
    ['1969-12-31T23:59:59.5Z', '1970-01'],
  ])('%s is in ISO week %s', (time, week) => {
    expect(isoWeek(at(time), utcZone)).toBe(week)
  })
})

test('reasons of merged rows are drawn together', () => {
  expect(compactReasons(['daily-2', 'latest-3', 'latest-1', 'latest-2', 'latest-7', 'incomplete', 'daily-2'])).toEqual([
    'latest-1..3',
    'latest-7',
    'daily-2',
    'incomplete',
  ])
})
