import { expect, test } from 'vitest'
import { zipDirectoryRow, zipEnd, zipLocalHeader } from '../../../src/snapshot/restore/zip-records.ts'

const entry = { name: 'ü', method: 8, mode: 0o100640, mtimeMs: 1_000_000_000_000, size: 300 } as const
const body = { crc: 0xdeadbeef, stored: 200 }
const view = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

test('a small entry has its lengths in 32 bits, and needs version 2.0', () => {
  const header = view(zipLocalHeader(entry, body))
  expect(header.readUInt16LE(4)).toBe(20)
  expect(header.readUInt16LE(6)).toBe(0x800)
  expect([header.readUInt32LE(14), header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([0xdeadbeef, 200, 300])
  expect(header.toString('utf8', 30, 32)).toBe('ü')
  expect(header.readInt32LE(32 + 5)).toBe(1_000_000_000)
  expect(header.length).toBe(32 + 9)
})

test('an entry of four gigabytes and more has its lengths in 64 bits, in the header and in the directory', () => {
  const large = { ...entry, size: 2 ** 40 + 1 }
  const header = view(zipLocalHeader(large, { ...body, stored: 2 ** 33 }))
  expect(header.readUInt16LE(4)).toBe(45)
  expect([header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([0xffffffff, 0xffffffff])
  expect([header.readUInt16LE(41), header.readUInt16LE(43)]).toEqual([1, 16])
  expect([header.readBigUInt64LE(45), header.readBigUInt64LE(53)]).toEqual([2n ** 40n + 1n, 2n ** 33n])
  expect(zipLocalHeader(large, { crc: 0, stored: 0 })).toHaveLength(header.length)
  const row = view(zipDirectoryRow(large, { ...body, stored: 2 ** 33 }, 7))
  expect([row.readUInt32LE(20), row.readUInt32LE(24), row.readUInt32LE(42)]).toEqual([0xffffffff, 0xffffffff, 0xffffffff])
  expect(row.readBigUInt64LE(row.length - 8)).toBe(7n)
})

test('a small entry behind four gigabytes has its place in 64 bits in the directory only', () => {
  const row = view(zipDirectoryRow(entry, body, 2 ** 32 + 5))
  expect(row.readUInt32LE(42)).toBe(0xffffffff)
  expect(row.readBigUInt64LE(row.length - 8)).toBe(2n ** 32n + 5n)
  expect(row.readUInt32LE(38) >>> 16).toBe(0o100640)
})

test('a folder is one for programs of DOS too', () => {
  const row = view(zipDirectoryRow({ ...entry, name: 'd/', mode: 0o040755 }, body, 0))
  expect(row.readUInt32LE(38)).toBe(0o040755 * 0x10000 + 0x10)
})

test('a time that 32 bits do not hold is left out, and the nearest one that DOS has is taken', () => {
  const header = view(zipLocalHeader({ ...entry, mtimeMs: Date.UTC(1950, 0, 1) - 2 ** 41 }, body))
  expect([header.readUInt16LE(10), header.readUInt16LE(12), header.readUInt16LE(28)]).toEqual([0, 33, 0])
  const late = view(zipLocalHeader({ ...entry, mtimeMs: Date.UTC(3000, 0, 1) }, body))
  expect([late.readUInt16LE(12) >> 9, late.readUInt16LE(28)]).toEqual([127, 0])
})

test('more than 65,534 entries, or a directory far away, need the ends for 64 bits', () => {
  expect(zipEnd(65_534, 100, 200)).toHaveLength(22)
  const end = view(zipEnd(65_535, 100, 200))
  expect(end).toHaveLength(56 + 20 + 22)
  expect([end.readBigUInt64LE(24), end.readBigUInt64LE(32), end.readBigUInt64LE(40), end.readBigUInt64LE(48)]).toEqual([
    65_535n,
    65_535n,
    100n,
    200n,
  ])
  expect(end.readBigUInt64LE(56 + 8)).toBe(300n)
  expect([end.readUInt16LE(76 + 8), end.readUInt32LE(76 + 16)]).toEqual([0xffff, 200])
  expect(view(zipEnd(1, 100, 2 ** 33)).readUInt32LE(76 + 16)).toBe(0xffffffff)
})
