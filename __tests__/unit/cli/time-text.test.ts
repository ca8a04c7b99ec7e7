/** Times in results: the zone that is asked for, and the names that Kopia prints. */
import { describe, expect, it } from 'vitest'
import { timeTexts } from '../../../src/cli/time-text.ts'
import { machineZone, zoneFrom } from '../../../src/cli/zone.ts'
import { namedZone } from '../../../src/util/time-zone.ts'

const SUMMER = 1_782_000_000_123_456_789n
const WINTER = 1_700_000_000_500_000_000n

describe('the zone of times', () => {
  it('is that of the machine when none is asked for', () => {
    const times = timeTexts(undefined, 'Europe/Berlin')
    expect(times.text(SUMMER)).toBe('2026-06-21 02:00:00 CEST')
    expect(times.text(WINTER)).toBe('2023-11-14 23:13:20 CET')
    expect(times.precise(SUMMER)).toBe('2026-06-21 02:00:00.123 CEST')
    expect(times.recorded(WINTER)).toBe('2023-11-14 23:13:20 CET')
    expect(times.go(WINTER)).toBe('2023-11-14 23:13:20.5 +0100 CET')
    expect(times.stamp(SUMMER)).toBe('2026-06-21T02:00:00.123456+02:00')
  })

  it.each([
    ['utc', '2023-11-14 22:13:20 UTC'],
    ['local', '2023-11-15 07:13:20 JST'],
    ['America/New_York', '2023-11-14 17:13:20 EST'],
    ['America/Sao_Paulo', '2023-11-14 19:13:20 -03'],
    ['Asia/Kathmandu', '2023-11-15 03:58:20 +0545'],
    ['', '2023-11-14 22:13:20 UTC'],
  ])('is %j when that is asked for', (zone, text) => {
    expect(timeTexts(zone, 'Asia/Tokyo').text(WINTER)).toBe(text)
  })

  it('shows with original what a repository records in UTC as it is, and the rest in local time', () => {
    const times = timeTexts('original', 'Asia/Tokyo')
    expect(times.recorded(WINTER)).toBe('2023-11-14 22:13:20 UTC')
    expect(times.text(WINTER)).toBe('2023-11-15 07:13:20 JST')
  })

  it('prints Go times and lines of logs in local time whatever is asked for', () => {
    expect(timeTexts('utc', 'Asia/Tokyo').go(WINTER)).toBe('2023-11-15 07:13:20.5 +0900 JST')
    expect(timeTexts('utc', 'UTC').stamp(WINTER)).toBe('2023-11-14T22:13:20.500000Z')
  })

  it('counts backwards from 1970 in whole seconds', () => {
    const times = timeTexts('utc', undefined)
    expect(times.text(-500_000_000n)).toBe('1969-12-31 23:59:59 UTC')
    expect(times.precise(-1n)).toBe('1969-12-31 23:59:59.999 UTC')
    expect(times.text(1_700_000_000_999_999_999n)).toBe('2023-11-14 22:13:20 UTC')
  })

  it('takes a TZ that is empty or names nothing as UTC, as Kopia does, and one with a colon', () => {
    expect(['', 'nonsense', '/no/such/file', ':Europe/Berlin'].map((tz) => machineZone(tz)(1_700_000_000).name)).toEqual([
      'UTC',
      'UTC',
      'UTC',
      'CET',
    ])
  })

  it('refuses a zone that nobody knows, and one that leads to another file', () => {
    for (const zone of ['Mars/Base', '../../etc/passwd', '/etc/localtime']) {
      expect(() => timeTexts(zone, 'UTC')).toThrow(expect.objectContaining({ code: 'CAIRN_USAGE' }))
    }
  })

  it.each([
    ['Europe/Berlin', 'CEST', 'CET'],
    ['America/New_York', 'EDT', 'EST'],
    ['Asia/Tokyo', 'JST', 'JST'],
    ['America/Sao_Paulo', '-03', '-03'],
    ['Asia/Kathmandu', '+0545', '+0545'],
  ])('finds the names of %s without files of the system', (name, summer, winter) => {
    const zone = zoneFrom(undefined, namedZone(name), () => name)
    expect([zone(1_782_000_000).name, zone(1_700_000_000).name]).toEqual([summer, winter])
  })

  it('takes names from the rule of a table for the time that the table does not reach', () => {
    const rule = [
      { name: 'CET', offsetSeconds: 3600 },
      { name: 'CEST', offsetSeconds: 7200 },
    ]
    const table = { transitions: [], types: [], first: { name: 'CET', offsetSeconds: 3600 }, rule }
    const zone = zoneFrom(table, namedZone('Europe/Berlin'), () => 'Europe/Berlin')
    expect([zone(4_100_000_000), zone(4_118_000_000)].map(({ name }) => name)).toEqual(['CET', 'CEST'])
  })
})
