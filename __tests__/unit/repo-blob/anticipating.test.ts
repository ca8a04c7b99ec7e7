import { expect, it } from 'vitest'
import { anticipating } from '../../../src/repo/blob/anticipating.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { type Fault, FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'

async function setUp(ids: readonly string[], faults: readonly Fault[] = []) {
  const map = new MapStorage()
  for (const id of ids) await map.putBlob(id, [utf8(`bytes of ${id}`)])
  const counted = new FaultyStorage(map, faults)
  const clock = new FakeClock()
  const choose = (all: readonly { id: string; length: number; timestampMs: number }[]) => all.filter(({ id }) => id.startsWith('xn'))
  return { counted, clock, map, start: () => anticipating(counted, { prefix: 'x', choose }, clock) }
}

async function list(storage: BlobStorage, prefix: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of storage.listBlobs(prefix)) ids.push(id)
  return ids.sort()
}

/** Lets everything that is under way in memory come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

it('lists and reads before it is asked, and asks nothing twice', async () => {
  const { counted, start } = await setUp(['xe1', 'xn0_a', 'xn0_b', 'q1'])
  const storage = start()
  await settle()
  const asked = ['listBlobs x', 'getBlob xn0_b', 'getBlob xn0_a']
  expect(counted.calls.map(({ method, id }) => `${method} ${id}`)).toEqual(asked)
  expect(await list(storage, 'x')).toEqual(['xe1', 'xn0_a', 'xn0_b'])
  expect(await storage.getBlob('xn0_a')).toEqual(utf8('bytes of xn0_a'))
  expect(await storage.getBlob('xn0_b', {})).toEqual(utf8('bytes of xn0_b'))
  expect(counted.calls).toHaveLength(asked.length)
})

it('serves each listing and each blob once, and asks from then on', async () => {
  const { counted, map, start } = await setUp(['xn0_a'])
  const storage = start()
  expect(await list(storage, 'x')).toEqual(['xn0_a'])
  await storage.getBlob('xn0_a')
  await map.putBlob('xn0_b', [])
  await map.putBlob('xn0_a', [utf8('new')])
  expect(await list(storage, 'x')).toEqual(['xn0_a', 'xn0_b'])
  expect(await storage.getBlob('xn0_a')).toEqual(utf8('new'))
  expect(counted.count('getBlob')).toBe(2)
})

it('asks for parts, fresh bytes and other listings', async () => {
  const { counted, start } = await setUp(['xn0_a'])
  const storage = start()
  expect(await list(storage, 'xn0_')).toEqual(['xn0_a'])
  await list(storage, 'x')
  expect(await storage.getBlob('xn0_a', { offset: 9 })).toEqual(utf8('xn0_a'))
  await storage.getBlob('xn0_a', { isFresh: true })
  expect(counted.count('getBlob')).toBe(3)
})

it('forgets what it asked for long ago', async () => {
  const { map, clock, start } = await setUp(['xn0_a'])
  const storage = start()
  await settle()
  clock.advance(31_000)
  await map.putBlob('xn0_b', [])
  expect(await list(storage, 'x')).toEqual(['xn0_a', 'xn0_b'])
})

it('goes on with a listing that is too long to wait for', async () => {
  const ids = Array.from({ length: 1500 }, (_, i) => `xn0_${i}`)
  const { counted, start } = await setUp(ids)
  const storage = start()
  expect(await list(storage, 'x')).toEqual(ids.sort())
  expect(counted.count('getBlob')).toBe(0)
})

it('leaves a failure to whoever asks for what failed', async () => {
  const failing = await setUp(['xn0_a', 'xn0_b'], [{ method: 'getBlob', prefix: 'xn0_a' }])
  const storage = failing.start()
  await settle()
  expect(await list(storage, 'x')).toHaveLength(2)
  expect(await storage.getBlob('xn0_b')).toEqual(utf8('bytes of xn0_b'))
  await expect(storage.getBlob('xn0_a')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
  const unlisted = await setUp(['xn0_a'], [{ method: 'listBlobs' }])
  const other = unlisted.start()
  await settle()
  await expect(list(other, 'x')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
})
