import { expect, test } from 'vitest'
import { recordedTimes } from '../../../src/commands/run/recorded-times.ts'

const real = { startTimeNs: 100n, endTimeNs: 130n }

test('records the real times unless others are given', () => {
  expect(recordedTimes(real, undefined)).toEqual(real)
  expect(recordedTimes(real, { startTimeNs: undefined, endTimeNs: undefined })).toEqual(real)
  expect(recordedTimes(real, { startTimeNs: 1n, endTimeNs: 2n })).toEqual({ startTimeNs: 1n, endTimeNs: 2n })
})

test('moves the other end with a single time, so that the snapshot lasts as long as it did', () => {
  expect(recordedTimes(real, { startTimeNs: 1000n, endTimeNs: undefined })).toEqual({ startTimeNs: 1000n, endTimeNs: 1030n })
  expect(recordedTimes(real, { startTimeNs: undefined, endTimeNs: 1000n })).toEqual({ startTimeNs: 970n, endTimeNs: 1000n })
})
