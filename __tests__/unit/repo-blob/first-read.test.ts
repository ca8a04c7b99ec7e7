import { expect, it } from 'vitest'
import { withFirstRead } from '../../../src/repo/blob/first-read.ts'
import { readUpTo } from '../../../src/repo/blob/read-up-to.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'

const ID = 'kopia.repository'
const OLD = utf8('as it was read')

async function storageWith(text: string) {
  const map = new MapStorage()
  await map.putBlob(ID, [utf8(text)])
  const counted = new FaultyStorage(map)
  return { counted, storage: withFirstRead(counted, ID, OLD) }
}

it('gives what was read before once, and asks from then on', async () => {
  const { counted, storage } = await storageWith('new')
  expect(await readUpTo(storage, ID, 0, 1000)).toEqual(OLD)
  expect(counted.calls).toEqual([])
  expect(await storage.getBlob(ID)).toEqual(utf8('new'))
})

it('asks for parts, and for other blobs', async () => {
  const { storage } = await storageWith('newer')
  expect(await storage.getBlob(ID, { offset: 3 })).toEqual(utf8('er'))
  expect(await readUpTo(storage, ID, 0, 3)).toEqual(utf8('new'))
  await expect(storage.getBlob('kopia.blobcfg')).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
  expect(await storage.getBlob(ID)).toEqual(OLD)
})

it('never gives what was replaced or removed through it', async () => {
  const replaced = await storageWith('x')
  await replaced.storage.putBlob(ID, [utf8('mine')])
  expect(await replaced.storage.getBlob(ID)).toEqual(utf8('mine'))
  const removed = await storageWith('x')
  await removed.storage.deleteBlob(ID)
  await expect(removed.storage.getBlob(ID)).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
})

it('reads what there is of a blob in one request, and an empty one as well', async () => {
  const { counted } = await storageWith('abc')
  await counted.putBlob('xw1', [])
  counted.calls.length = 0
  expect(await readUpTo(counted, ID, 1, 100)).toEqual(utf8('bc'))
  expect(counted.calls).toHaveLength(1)
  expect(await readUpTo(counted, 'xw1', 0, 100)).toHaveLength(0)
  await expect(readUpTo(counted, ID, 4, 100)).rejects.toMatchObject({ code: 'CAIRN_BLOB_RANGE' })
  await expect(readUpTo(counted, 'xw2', 0, 100)).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
})
