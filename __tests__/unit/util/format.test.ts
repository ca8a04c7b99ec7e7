/** Numbers for people. */
import { describe, expect, it } from 'vitest'
import { formatBytes, formatCount, formatDuration, formatQuantity, formatShare } from '../../../src/util/format.ts'
import { visibleText } from '../../../src/util/plain-text.ts'

describe('numbers for people', () => {
  it('gives sizes one digit behind the point, without a useless zero', () => {
    expect([0, 899, 999, 1000, 1500, 20_971_520, 994_500_000, 5e9, 3.2e15].map(formatBytes)).toEqual([
      '0 B',
      '899 B',
      '1 KB',
      '1 KB',
      '1.5 KB',
      '21 MB',
      '1 GB',
      '5 GB',
      '3.2 PB',
    ])
  })

  it('separates thousands and knows plurals', () => {
    expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567'])
    expect([formatQuantity(1, 'file'), formatQuantity(0, 'file'), formatQuantity(2, 'entry', 'entries')]).toEqual([
      '1 file',
      '0 files',
      '2 entries',
    ])
  })

  it('never writes sixty seconds or sixty minutes', () => {
    expect([0, 49, 59_949, 59_951, 60_000, 125_000, 3_599_400, 3_599_600, 3_720_000].map(formatDuration)).toEqual([
      '0.0 s',
      '0.0 s',
      '59.9 s',
      '1 min 0 s',
      '1 min 0 s',
      '2 min 5 s',
      '59 min 59 s',
      '1 h 0 min',
      '1 h 2 min',
    ])
  })

  it('says 100 % only when nothing is missing', () => {
    expect([formatShare(1, 1), formatShare(0, 0), formatShare(999_999, 1_000_000), formatShare(1, 3), formatShare(0, 5)]).toEqual([
      '100 %',
      '100 %',
      '99.9 %',
      '33.3 %',
      '0 %',
    ])
  })
})

describe('text of others', () => {
  it('shows control and direction characters instead of acting on them', () => {
    expect(visibleText('a\nb\u001b[2J\u202Ec\u200Bd\ufeff')).toBe('a\\u{a}b\\u{1b}[2J\\u{202e}c\\u{200b}d\\u{feff}')
    expect(visibleText('Grüße, 日本 🏔️')).toBe('Grüße, 日本 🏔️')
  })
})
