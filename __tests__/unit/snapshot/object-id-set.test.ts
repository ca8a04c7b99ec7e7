import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ObjectIdSet } from '../../../src/snapshot/verify/object-id-set.ts'

const idOf = (number: number) => createHash('sha256').update(String(number)).digest('hex').slice(0, 32)

test('holds every ID once', () => {
  const set = new ObjectIdSet()
  for (let number = 0; number < 20_000; number++) expect(set.add(idOf(number))).toBe(true)
  for (let number = 0; number < 20_000; number++) expect(set.add(idOf(number))).toBe(false)
  expect(set.size).toBe(20_000)
  expect([set.has(idOf(1)), set.has(idOf(20_001))]).toEqual([true, false])
})

test('tells IDs apart that have the same hash', () => {
  const hash = idOf(1)
  const ids = [
    hash,
    `k${hash}`,
    `x${hash}`,
    `I${hash}`,
    `II${hash}`,
    `Ix${hash}`,
    `Ik${hash}`,
    `Z${hash}`,
    `IIx${hash}`,
    `g${hash}`,
    `z${hash}`,
  ]
  const set = new ObjectIdSet()
  expect(ids.map((id) => set.add(id))).toEqual(ids.map(() => true))
  expect(ids.map((id) => set.add(id))).toEqual(ids.map(() => false))
  expect(set.size).toBe(ids.length)
})

test('holds what is no ID as well', () => {
  const set = new ObjectIdSet()
  for (const id of ['', 'abcd', 'k', `${'I'.repeat(300)}${idOf(1)}`]) {
    expect([set.has(id), set.add(id), set.add(id), set.has(id)]).toEqual([false, true, false, true])
  }
  expect(set.size).toBe(4)
})

test('holds an ID of zeros, which is what an empty place looks like', () => {
  const set = new ObjectIdSet()
  expect([set.add('0'.repeat(32)), set.add('0'.repeat(32)), set.size]).toEqual([true, false, 1])
})
