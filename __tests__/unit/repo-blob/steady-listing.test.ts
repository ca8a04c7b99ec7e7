import { expect, test } from 'vitest'
import { steadyListing } from '../../../src/repo/blob/steady-listing.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { type Fault, FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'

async function made(ids: readonly string[], ...faults: Fault[]) {
  const map = new MapStorage()
  for (const id of ids) await map.putBlob(id, [utf8(id)])
  const faulty = new FaultyStorage(map, faults)
  return { map, faulty, storage: steadyListing(faulty) }
}

async function ids(storage: BlobStorage, prefix: string): Promise<string[]> {
  const found: string[] = []
  for await (const { id } of storage.listBlobs(prefix)) found.push(id)
  return found.sort()
}

const INDEX = ['xe1', 'xn0_a', 'xn0_b', 'xn1_c']

test('costs no request as long as listings agree', async () => {
  const { faulty, storage } = await made([...INDEX, 'p1'])
  for (const prefix of ['x', 'x', 'xn', 'xn0_', 'xw', 'p', 's', '']) await ids(storage, prefix)
  await storage.putBlob('xn1_d', [utf8('d')])
  await storage.deleteBlob('xn0_a')
  expect(await ids(storage, 'x')).toEqual(['xe1', 'xn0_b', 'xn1_c', 'xn1_d'])
  expect(faulty.calls.map(({ method }) => method).filter((method) => method === 'listBlobs')).toHaveLength(9)
  expect(faulty.count('statBlob')).toBe(0)
})

test.each(['empty', 'partial'] as const)('lists again when a listing is %s and something is missing', async (does) => {
  for (const call of [1, 2, 3]) {
    const { faulty, storage } = await made(INDEX, { method: 'listBlobs', call, does })
    await ids(storage, 'x')
    expect(await ids(storage, 'x')).toEqual(INDEX)
    expect(await ids(storage, 'xn')).toEqual(INDEX.slice(1))
    // The first of all is compared with nothing, unless it says that there is no index at all.
    expect(faulty.count('listBlobs')).toBe(call === 1 && does === 'partial' ? 3 : 4)
  }
})

test('shows what was put here though the store does not list it yet', async () => {
  const { storage, faulty } = await made(INDEX, { method: 'listBlobs', does: 'stale', sticky: true })
  await storage.putBlob('xn1_d', [utf8('d')])
  await storage.putBlob('p2', [utf8('2')])
  expect(await ids(storage, 'xn1_')).toEqual(['xn1_c', 'xn1_d'])
  expect(faulty.count('statBlob', 'xn1_d')).toBe(1)
  expect(await ids(storage, 'p')).toEqual([])
})

test('does not show again what was deleted here, though the store still lists it', async () => {
  const { storage } = await made(INDEX, { method: 'listBlobs', does: 'stale', sticky: true })
  await ids(storage, 'x')
  await storage.deleteBlob('xn0_a')
  expect(await ids(storage, 'x')).toEqual(['xe1', 'xn0_b', 'xn1_c'])
  await storage.putBlob('xn0_a', [utf8('again')])
  expect(await ids(storage, 'x')).toEqual(INDEX)
})

test('forgets what another client has deleted', async () => {
  const many = Array.from({ length: 250 }, (_, i) => `xn0_${i}`)
  const { map, faulty, storage } = await made([...INDEX, ...many])
  await ids(storage, 'x')
  for (const id of many) await map.deleteBlob(id)
  expect(await ids(storage, 'x')).toEqual(INDEX)
  const { length } = faulty.calls
  expect(await ids(storage, 'x')).toEqual(INDEX)
  // Asked for once, the first hundred of them, and never again.
  expect(faulty.calls.length).toBe(length + 1)
  expect(faulty.count('statBlob')).toBe(100)
})

test('keeps everything when a store has lost its way for good', async () => {
  const many = Array.from({ length: 250 }, (_, i) => `xn0_${i}`)
  const { storage } = await made(many, { method: 'listBlobs', call: 2, does: 'empty', sticky: true })
  await ids(storage, 'x')
  expect(await ids(storage, 'x')).toEqual(many.toSorted())
  expect(await ids(storage, 'xn0_24')).toEqual(many.filter((id) => id.startsWith('xn0_24')).toSorted())
})

test('gives a failure of the store to whoever lists', async () => {
  const { storage } = await made(INDEX, { method: 'listBlobs', call: 2 })
  await ids(storage, 'x')
  await expect(ids(storage, 'x')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
})
