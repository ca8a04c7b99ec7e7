/** The table that finds rows by key, on its own: the index above it hides how full it is. */
import { expect, test } from 'vitest'
import { RowColumns } from '../../../src/repo/content/index/columns.ts'
import { KeyTable } from '../../../src/repo/content/index/key-table.ts'
import { emptyRow } from '../../../src/repo/content/index/rows.ts'
import { seededBytes } from '../../support/test-repository.ts'

const KEY_BYTES = 17

function tableOf(count: number, keys: Uint8Array, reserved?: number) {
  const columns = new RowColumns(KEY_BYTES)
  const table = new KeyTable(columns)
  if (reserved !== undefined) table.reserve(reserved)
  const row = { ...emptyRow(), source: keys }
  const answers: number[] = []
  for (let i = 0; i < count; i++) {
    row.keyOffset = i * KEY_BYTES
    const found = table.findOrAdd(keys, row.keyOffset, columns.count)
    if (found < 0) columns.append(row)
    answers.push(found)
  }
  return { table, columns, answers }
}

const find = (table: KeyTable, keys: Uint8Array, i: number) => table.find(keys[i * KEY_BYTES] ?? 0, keys, i * KEY_BYTES + 1)

test.each([undefined, 10, 5000, 100_000])('finds every row it was given, and no other (room for %s)', (reserved) => {
  const count = 5000
  const keys = seededBytes('keys', (count + 1000) * KEY_BYTES)
  const { table, answers } = tableOf(count, keys, reserved)
  expect(answers.every((answer) => answer === -1)).toBe(true)
  for (let i = 0; i < count; i++) expect(find(table, keys, i)).toBe(i)
  for (let i = count; i < count + 1000; i++) expect(find(table, keys, i)).toBe(-1)
})

test('a key that is there already gives its row, and nothing is added', () => {
  const keys = seededBytes('keys', 100 * KEY_BYTES)
  const twice = new Uint8Array(200 * KEY_BYTES)
  twice.set(keys)
  twice.set(keys, keys.length)
  const { columns, answers } = tableOf(200, twice)
  expect(columns.count).toBe(100)
  expect(answers.slice(100)).toEqual(Array.from({ length: 100 }, (_, i) => i))
})

test('keys that differ in one byte only are kept apart', () => {
  const keys = new Uint8Array(256 * 16 * KEY_BYTES)
  for (let i = 0; i < 256 * 16; i++) keys[i * KEY_BYTES + 1 + (i >>> 8)] = i & 0xff
  const { table, columns } = tableOf(256 * 16, keys)
  // The key of zeros stands there once for each of the sixteen bytes.
  expect(columns.count).toBe(255 * 16 + 1)
  for (let i = 1; i < 256; i++) expect(find(table, keys, i)).toBe(i)
})

test('room that was reserved is not made again', () => {
  const keys = seededBytes('keys', 3000 * KEY_BYTES)
  const reserved = tableOf(0, keys, 3000).table.sizeBytes
  expect(tableOf(3000, keys, 3000).table.sizeBytes).toBe(reserved)
  expect(tableOf(0, keys).table.sizeBytes).toBeLessThan(reserved)
})
