import { expect, test } from 'vitest'
import { readAhead } from '../../../src/util/read-ahead.ts'

test('results come in the order of the items, at most the limit at a time', async () => {
  let running = 0
  let most = 0
  const seen: number[] = []
  const work = async (item: number) => {
    most = Math.max(most, ++running)
    for (let turns = item % 3; turns >= 0; turns--) await Promise.resolve()
    running--
    return item * 2
  }
  for await (const result of readAhead([1, 2, 3, 4, 5, 6, 7], 3, work)) seen.push(result)
  expect(seen).toEqual([2, 4, 6, 8, 10, 12, 14])
  expect(most).toBe(3)
})

test('a failure is thrown when its turn comes', async () => {
  const seen: number[] = []
  const reading = (async () => {
    for await (const result of readAhead([1, 2, 3], 2, async (item) => (item === 2 ? Promise.reject(new Error('two')) : item)))
      seen.push(result)
  })()
  await expect(reading).rejects.toThrow('two')
  expect(seen).toEqual([1])
})
