import { expect, test } from 'vitest'
import { countText, savingText, sizeTextOf } from '../../../src/report/kopia-numbers.ts'

test.each([
  [0, '0 B'],
  [899, '899 B'],
  // Kopia goes to the next unit at nine tenths of it.
  [900, '0.9 KB'],
  [950, '0.9 KB'],
  [999, '1 KB'],
  [1_250, '1.2 KB'],
  [1_350, '1.4 KB'],
  [1_750, '1.8 KB'],
  [52_300, '52.3 KB'],
  [899_949, '899.9 KB'],
  [5_000_000_000, '5 GB'],
])('%d bytes are %s', (bytes, text) => expect(sizeTextOf({})(bytes)).toBe(text))

test('sizes are in steps of 1024 when the variable of kopia says so', () => {
  expect(sizeTextOf({ KOPIA_BYTES_STRING_BASE_2: 'true' })(1536)).toBe('1.5 KiB')
  expect(sizeTextOf({ KOPIA_BYTES_STRING_BASE_2: 'no' })(1536)).toBe('1.5 KB')
})

test('counts keep the space where a unit would stand', () => {
  expect(countText(57)).toBe('57 ')
  expect(countText(1_200_000)).toBe('1.2 M')
})

test('compression never saves less than nothing', () => {
  expect(savingText(13_000, 6_032)).toBe('53.6%')
  // Between two digits the even one, as in Go.
  expect(savingText(1600, 540)).toBe('66.2%')
  expect(savingText(800, 270)).toBe('66.2%')
  expect(savingText(700, 728)).toBe('0%')
  expect(savingText(0, 0)).toBe('0%')
})
