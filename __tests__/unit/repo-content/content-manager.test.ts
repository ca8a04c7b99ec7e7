import { describe, expect, test } from 'vitest'
import type { ContentManager } from '../../../src/repo/content/content-manager.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock, TEST_START_MS } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestContents, seededBytes, testFormat } from '../../support/test-repository.ts'

const format = await testFormat()
const text = utf8('the same words again and again, '.repeat(200))

function packsOf(storage: MapStorage): string[] {
  return [...storage.blobs.keys()].filter((id) => /^[pq]/.test(id))
}

/** Contents over a fresh storage, with a client of its own for reading. */
async function fresh(clock = new FakeClock()) {
  const storage = new MapStorage({ clock })
  const contents = await openTestContents({ storage, format, clock })
  const reopen = (): Promise<ContentManager> => openTestContents({ storage, format, clock })
  return { storage, contents, reopen, clock }
}

describe('writing contents', () => {
  test('stores the same bytes once, before and after a flush and by another client', async () => {
    const { storage, contents, reopen } = await fresh()
    expect(contents.write(text, '', 'zstd-fastest')).toMatchObject({ isNew: true, length: text.length, isCompressed: false })
    expect(contents.write(text, '', undefined).isNew).toBe(false)
    await contents.flush()
    expect(contents.write(text, '', undefined).isNew).toBe(false)
    const other = await reopen()
    expect(other.write(text, '', 'gzip').isNew).toBe(false)
    await other.flush()
    expect(packsOf(storage).length).toBe(1)
  })

  test('keeps contents with a prefix apart and in packs of their own', async () => {
    const { storage, contents } = await fresh()
    const plain = contents.write(text, '', undefined)
    const directory = contents.write(text, 'k', undefined)
    expect(directory.id).toBe(`k${plain.id}`)
    await contents.flush()
    expect(
      packsOf(storage)
        .map((id) => id[0])
        .sort(),
    ).toEqual(['p', 'q'])
  })

  test('keeps pieces of large files apart from small contents', async () => {
    const { storage, contents } = await fresh()
    const before = contents.write(utf8('before'), '', undefined)
    const piece = contents.write(seededBytes('piece', 1024 * 1024), '', undefined)
    const after = contents.write(utf8('after'), '', undefined)
    await contents.flush()
    const [first, large, second] = await Promise.all([before, piece, after].map(async ({ id }) => (await contents.find(id)).packBlobId))
    expect(packsOf(storage).sort()).toEqual([first, large].sort())
    expect(second).toBe(first)
  })

  test('compresses only when that is shorter, and tells the index', async () => {
    const { contents } = await fresh()
    const packed = contents.write(text, '', 'gzip')
    const plain = contents.write(seededBytes('noise', 400_000), '', 'gzip')
    const [small, noise] = [await contents.find(packed.id), await contents.find(plain.id)]
    expect(small.compressionId).toBe(0x1000)
    expect(small.packedLength).toBeLessThan(text.length / 4)
    expect(noise).toMatchObject({ compressionId: 0, packedLength: 400_028, originalLength: 400_000 })
  })

  test('compresses a large content of which only the end repeats itself', async () => {
    const { contents } = await fresh()
    const bytes = new Uint8Array(400_000)
    bytes.set(seededBytes('half', 300_000))
    const { id } = contents.write(bytes, '', 'gzip')
    expect((await contents.find(id)).compressionId).toBe(0x1000)
    expect(Buffer.compare(await contents.read(id), bytes)).toBe(0)
  })

  test('closes a pack when it is full and goes on in another', async () => {
    const small = await testFormat({ maxPackSizeBytes: 10_000 })
    const storage = new MapStorage()
    const contents = await openTestContents({ storage, format: small })
    for (let number = 0; number < 9; number++) contents.write(seededBytes(`${number}`, 4000), '', undefined)
    await contents.flush()
    expect(packsOf(storage).length).toBe(3)
  })

  test('commits by itself after ten minutes', async () => {
    const { storage, contents, clock, reopen } = await fresh()
    const early = contents.write(text, '', undefined)
    clock.advance(10 * 60_000)
    contents.write(text.subarray(1), '', undefined)
    const isCommitted = () => [...storage.blobs.keys()].some((id) => id.startsWith('xn'))
    for (let turn = 0; turn < 200 && !isCommitted(); turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(await (await reopen()).read(early.id)).toEqual(text)
  })
})

describe('deleted contents', () => {
  test('can be read, are stored again when written again, and the newer copy wins within the same second', async () => {
    const { storage, contents, reopen } = await fresh()
    const { id } = contents.write(text, '', undefined)
    await contents.flush()
    contents.markDeleted(id)
    await contents.flush()
    expect(packsOf(storage).length).toBe(1)
    const other = await reopen()
    expect(await other.find(id)).toMatchObject({ isDeleted: true, timestampSeconds: TEST_START_MS / 1000 + 1 })
    expect(await other.read(id)).toEqual(text)
    expect(other.write(text, '', undefined).isNew).toBe(true)
    await other.flush()
    expect(packsOf(storage).length).toBe(2)
    expect(await (await reopen()).find(id)).toMatchObject({ isDeleted: false, timestampSeconds: TEST_START_MS / 1000 + 2 })
  })
})

describe('reading contents', () => {
  test('gives what was not flushed yet', async () => {
    const { contents } = await fresh()
    const { id } = contents.write(text, 'k', 'zstd-fastest')
    expect(await contents.read(id)).toEqual(text)
  })

  test('sees what another client committed meanwhile', async () => {
    const { contents, reopen } = await fresh()
    const other = await reopen()
    const { id } = other.write(text, '', undefined)
    await expect(contents.read(id)).rejects.toMatchObject({ code: 'CAIRN_CONTENT_MISSING' })
    await other.flush()
    await contents.refresh()
    expect(await contents.read(id)).toEqual(text)
  })

  test('looks once for new indexes before it calls a content missing', async () => {
    const { storage, reopen } = await fresh()
    const late = await openTestContents({ storage, format })
    const writer = await reopen()
    const { id } = writer.write(text, '', undefined)
    await writer.flush()
    expect(await late.read(id)).toEqual(text)
    const error = await late.read('00112233445566778899aabbccddeeff').catch((each: unknown) => each)
    expect(error).toMatchObject({ code: 'CAIRN_CONTENT_MISSING', message: expect.stringContaining('00112233445566778899aabbccddeeff') })
  })

  test('names content and pack when bytes were changed, after reading them a second time', async () => {
    const { storage, contents, reopen } = await fresh()
    const { id } = contents.write(text, '', undefined)
    await contents.flush()
    const [pack = ''] = packsOf(storage)
    const blob = storage.blobs.get(pack)
    if (blob === undefined) throw new Error('no pack')
    const bytes = blob.bytes.slice()
    bytes[40] = (bytes[40] ?? 0) ^ 1
    storage.blobs.set(pack, { ...blob, bytes })
    const error = await (await reopen()).read(id).catch((each: unknown) => each)
    expect(error).toMatchObject({ code: 'CAIRN_CONTENT_DAMAGED', message: expect.stringContaining(id) })
    expect(error).toMatchObject({ message: expect.stringContaining(pack) })
  })

  test('reads again when the first answer was damaged on its way', async () => {
    const { storage, contents } = await fresh()
    const { id } = contents.write(text, '', undefined)
    await contents.flush()
    const faulty = new FaultyStorage(storage)
    const reader = await openTestContents({ storage: faulty, format })
    faulty.addFault({ method: 'getBlob', prefix: 'p', when: 'half' })
    expect(await reader.read(id)).toEqual(text)
    expect(faulty.count('getBlob', 'p')).toBe(2)
  })

  test('calls a pack that is cut off damaged, and one that is gone missing', async () => {
    const { storage, contents, reopen } = await fresh()
    const { id } = contents.write(text, '', undefined)
    await contents.flush()
    const [pack = ''] = packsOf(storage)
    const blob = storage.blobs.get(pack)
    if (blob === undefined) throw new Error('no pack')
    storage.blobs.set(pack, { ...blob, bytes: blob.bytes.slice(0, 100) })
    await expect((await reopen()).read(id)).rejects.toMatchObject({ code: 'CAIRN_CONTENT_DAMAGED' })
    storage.blobs.delete(pack)
    const error = await (await reopen()).read(id).catch((each: unknown) => each)
    expect(error).toMatchObject({ code: 'CAIRN_BLOB_MISSING', message: expect.stringContaining(pack) })
  })

  test('finds a content again that maintenance moved to another pack', async () => {
    const { storage, contents, reopen, clock } = await fresh()
    const { id } = contents.write(text, '', undefined)
    await contents.flush()
    const reader = await reopen()
    const [old = ''] = packsOf(storage)
    clock.advance(60_000)
    contents.markDeleted(id)
    contents.write(text, '', undefined)
    await contents.flush()
    storage.blobs.delete(old)
    expect(await reader.read(id)).toEqual(text)
  })

  test('asks the storage seldom for many small neighbours', async () => {
    const { storage, contents } = await fresh()
    const ids = Array.from({ length: 500 }, (_, number) => contents.write(utf8(`content ${number}`), '', undefined).id)
    await contents.flush()
    const faulty = new FaultyStorage(storage)
    const reader = await openTestContents({ storage: faulty, format })
    for (const id of ids) await reader.read(id)
    expect(faulty.count('getBlob', 'p')).toBeLessThanOrEqual(3)
  })
})

test('a content longer than any object is cut into is refused before it is decompressed, unless it holds manifests', async () => {
  const { contents, reopen } = await fresh()
  const blank = new Uint8Array(33 * 1024 * 1024)
  const crafted = contents.write(blank, '', 'zstd-fastest')
  const manifests = contents.write(blank, 'm', 'zstd-fastest')
  await contents.flush()
  const other = await reopen()
  await expect(other.read(crafted.id)).rejects.toMatchObject({ code: 'CAIRN_CONTENT_DAMAGED' })
  expect((await other.read(manifests.id)).length).toBe(blank.length)
})
