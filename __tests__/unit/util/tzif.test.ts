/** Tables of time zones: what is read, and what is refused without harm. */
import { describe, expect, it } from 'vitest'
import { decodeZoneTable, zoneTimeAt } from '../../../src/util/tzif.ts'

interface Type {
  readonly offset: number
  readonly isDst?: boolean
  readonly name: string
}

function header(version: string, transitions: number, types: number, nameBytes: number): Buffer {
  const bytes = Buffer.alloc(44)
  bytes.write(`TZif${version}`, 'latin1')
  ;[0, 0, 0, transitions, types, nameBytes].forEach((count, index) => void bytes.writeUInt32BE(count, 20 + 4 * index))
  return bytes
}

/** A table as `zic` writes it: an empty first part, then 64-bit times. */
function zoneTable(transitions: readonly (readonly [bigint, number])[], types: readonly Type[], footer: string, version = '2'): Uint8Array {
  const names = types.map(({ name }) => `${name}\0`)
  const rows = types.map(({ offset, isDst = false }, index) => {
    const row = Buffer.alloc(6)
    row.writeInt32BE(offset)
    row[4] = isDst ? 1 : 0
    row[5] = names.slice(0, index).join('').length
    return row
  })
  const times = transitions.map(([time]) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64BE(time)
    return bytes
  })
  return Buffer.concat([
    header(version, 0, 0, 0),
    header(version, transitions.length, types.length, names.join('').length),
    ...times,
    Buffer.from(transitions.map(([, type]) => type)),
    ...rows,
    Buffer.from(names.join(''), 'latin1'),
    Buffer.from(`\n${footer}\n`, 'latin1'),
  ])
}

const TYPES = [
  { offset: 3208, name: 'LMT' },
  { offset: 3600, name: 'CET' },
  { offset: 7200, isDst: true, name: 'CEST' },
]
const BERLIN = zoneTable(
  [
    [-2_422_054_408n, 1],
    [1_000n, 2],
    [2_000n, 1],
  ],
  TYPES,
  'CET-1CEST,M3.5.0,M10.5.0/3',
)

describe('a table of a time zone', () => {
  it('says what counts from each transition on, and before the first', () => {
    const table = decodeZoneTable(BERLIN)
    if (table === undefined) throw new Error('unread')
    expect([-3e9, -1e9, 999, 1000, 1999].map((seconds) => zoneTimeAt(table, seconds)?.name)).toEqual(['LMT', 'CET', 'CET', 'CEST', 'CEST'])
    expect(zoneTimeAt(table, 1500)).toMatchObject({ offsetSeconds: 7200, name: 'CEST' })
  })

  it('leaves what comes after the last transition to its rule', () => {
    const table = decodeZoneTable(BERLIN)
    expect(table === undefined ? 'unread' : zoneTimeAt(table, 2000)).toBeUndefined()
    expect(table?.rule).toEqual([
      { name: 'CET', offsetSeconds: 3600 },
      { name: 'CEST', offsetSeconds: 7200 },
    ])
  })

  it('goes on for ever with the last entry where there is no rule', () => {
    const table = decodeZoneTable(zoneTable([[0n, 1]], TYPES, ''))
    expect(table === undefined ? undefined : zoneTimeAt(table, 9e9)?.name).toBe('CET')
  })

  it.each([
    ['<-03>3', [{ name: '-03', offsetSeconds: -10_800 }]],
    ['IST-5:30', [{ name: 'IST', offsetSeconds: 19_800 }]],
    [
      '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0',
      [
        { name: '+1030', offsetSeconds: 37_800 },
        { name: '+11', offsetSeconds: 39_600 },
      ],
    ],
    ['garbage', []],
  ])('reads the names of the rule %s', (footer, rule) => {
    expect(decodeZoneTable(zoneTable([], TYPES, footer))?.rule).toEqual(rule)
  })

  it('refuses what is cut off at any place, of version 1, or points outside of itself', () => {
    const end = BERLIN.length - '\nCET-1CEST,M3.5.0,M10.5.0/3\n'.length
    for (let length = 0; length < end; length++) expect(decodeZoneTable(BERLIN.subarray(0, length))).toBeUndefined()
    expect(decodeZoneTable(zoneTable([], TYPES, '', '\0'))).toBeUndefined()
    expect(decodeZoneTable(zoneTable([[0n, 7]], TYPES, ''))).toBeUndefined()
    expect(decodeZoneTable(zoneTable([], [], ''))).toBeUndefined()
    const huge = Uint8Array.from(BERLIN)
    huge.set([0xff, 0xff, 0xff, 0xff], 44 + 32)
    expect(decodeZoneTable(huge)).toBeUndefined()
  })
})
