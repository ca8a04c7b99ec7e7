import { expect, it } from 'vitest'
import { PackReader } from '../../../src/repo/content/pack-reader.ts'
import { equalBytes } from '../../../src/util/bytes.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { seededBytes } from '../../support/test-repository.ts'

const MiB = 1024 * 1024
const SMALL = 'q11111111111111111111111111111111-s1'
const LARGE = 'p22222222222222222222222222222222-s1'

async function readerOver(blobs: Record<string, Uint8Array>) {
  const map = new MapStorage()
  for (const [id, bytes] of Object.entries(blobs)) await map.putBlob(id, [bytes])
  const storage = new FaultyStorage(map)
  return { storage, reader: new PackReader(storage) }
}

it('reads a small pack of metadata as a whole, in one request, however many contents are asked for at once', async () => {
  const bytes = seededBytes('small', 10_000)
  const { storage, reader } = await readerOver({ [SMALL]: bytes })
  const reads = await Promise.all([0, 100, 5000, 9000].map((offset) => reader.read(SMALL, offset, 1000)))
  expect(reads).toEqual([0, 100, 5000, 9000].map((offset) => bytes.subarray(offset, offset + 1000)))
  expect(await reader.read(SMALL, 9990, 10)).toEqual(bytes.subarray(9990))
  expect(storage.calls).toEqual([{ method: 'getBlob', id: SMALL }])
})

it('reads neighbouring contents of a pack of file data in one request after the first two', async () => {
  const bytes = new Uint8Array(5 * MiB).map((_, i) => i % 251)
  const { storage, reader } = await readerOver({ [LARGE]: bytes })
  for (let offset = 0; offset + 50_000 <= bytes.length; offset += 50_000) {
    expect(equalBytes(await reader.read(LARGE, offset, 50_000), bytes.subarray(offset, offset + 50_000))).toBe(true)
  }
  // Two contents alone, then the two parts of the pack.
  expect(storage.calls.map(({ method }) => method)).toEqual(['getBlob', 'getBlob', 'getBlob', 'getBlob'])
})

it.each([
  ['inside its last part', { offset: 9_000, length: 1_001 }],
  ['at its end', { offset: 10_000, length: 1 }],
  ['far behind it', { offset: 6 * MiB, length: 10 }],
])('names a pack that is cut off: %s', async (_, { offset, length }) => {
  const { reader } = await readerOver({ [SMALL]: seededBytes('cut', 10_000) })
  await expect(reader.read(SMALL, offset, length)).rejects.toMatchObject({
    code: 'CAIRN_BLOB_RANGE',
    message: expect.stringContaining(SMALL),
  })
})

it('asks again for a pack that was not there', async () => {
  const { storage, reader } = await readerOver({})
  await expect(reader.read(SMALL, 0, 10)).rejects.toMatchObject({ code: 'CAIRN_BLOB_MISSING', message: expect.stringContaining(SMALL) })
  await storage.putBlob(SMALL, [seededBytes('late', 10)])
  expect(await reader.read(SMALL, 0, 10)).toEqual(seededBytes('late', 10))
})
