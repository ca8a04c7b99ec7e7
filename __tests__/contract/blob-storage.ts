/** What every blob storage has to do; one test file runs it for each backend. */
import { describe, expect, it } from 'vitest'
import type { BlobMetadata, BlobStorage } from '../../src/repo/blob/storage.ts'
import { mapConcurrent } from '../../src/util/async.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { registerRaces } from './races.ts'
import { registerTransfers } from './transfers.ts'

export interface StorageUnderTest {
  readonly storage: BlobStorage
  /** A second client of the same place, for what one client could hide in a cache. */
  readonly other: BlobStorage
  /** How many blobs the test of long listings makes: more than fit on a page of the store; default 1100. */
  readonly manyBlobs?: number
  /** Stores blobs of one byte faster than putting them one by one; for the test of long listings. */
  readonly fill?: (ids: readonly string[]) => Promise<void>
  /** How many bytes the tests of transfers move at once; default 4 MiB. */
  readonly largeBytes?: number
  /** False for a store that can only look before it creates: `onlyIfAbsent` then fails with CAIRN_NOT_SUPPORTED. Default true. */
  readonly createsIfAbsent?: boolean
  /** Odd names that the server behind this store refuses, though no program writes them. */
  readonly refusedIds?: readonly string[]
  /** What time it is in the store, in ms since 1970, where it is not the clock of this machine. */
  readonly storeNowMs?: () => number
  /** A client of the same place whose own clock is wrong by a day. */
  readonly skewed?: BlobStorage
}

/** Registers the suite; `make` gives an empty place for each test. */
export function describeBlobStorage(name: string, make: () => Promise<StorageUnderTest>): void {
  describe(`blob storage contract: ${name}`, () => {
    registerRaces(make)
    registerTransfers(make)
    const PACK = 'p397f1872b7ce740337835ebf56139c00-s9a2318e322928da4147'

    it('gives back what was put, made of several parts', async () => {
      const { storage, other } = await make()
      const written = await storage.putBlob(PACK, [utf8('ab'), new Uint8Array(0), utf8('cde')])
      expect(written).toMatchObject({ id: PACK, length: 5 })
      expect(text(await storage.getBlob(PACK))).toBe('abcde')
      expect(text(await other.getBlob(PACK))).toBe('abcde')
    })

    it('says not found for a blob that is absent', async () => {
      const { storage } = await make()
      await expect(storage.getBlob('kopia.repository')).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
      await expect(storage.getBlob(PACK, { offset: 1, length: 1 })).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
      expect(await storage.statBlob(PACK)).toBeUndefined()
    })

    it('replaces a blob silently, with a longer and with a shorter one', async () => {
      const { storage } = await make()
      for (const content of ['first', 'much longer than before', 'x']) {
        await storage.putBlob(PACK, [utf8(content)])
        expect(text(await storage.getBlob(PACK))).toBe(content)
        expect((await storage.statBlob(PACK))?.length).toBe(content.length)
      }
    })

    it('keeps an empty blob', async () => {
      const { storage } = await make()
      await storage.putBlob('xw1', [])
      expect(await storage.getBlob('xw1')).toHaveLength(0)
      expect(await storage.statBlob('xw1')).toMatchObject({ id: 'xw1', length: 0 })
      expect(await ids(storage, '')).toEqual(['xw1'])
    })

    it('reads any part, and nothing beyond the end', async () => {
      const { storage } = await make()
      await storage.putBlob(PACK, [utf8('0123456789')])
      expect(text(await storage.getBlob(PACK, { offset: 3, length: 4 }))).toBe('3456')
      expect(text(await storage.getBlob(PACK, { offset: 7 }))).toBe('789')
      expect(text(await storage.getBlob(PACK, { length: 2 }))).toBe('01')
      expect(text(await storage.getBlob(PACK, { offset: 10 }))).toBe('')
      expect(text(await storage.getBlob(PACK, { offset: 4, length: 0 }))).toBe('')
      for (const wrong of [
        { offset: 11 },
        { offset: 8, length: 3 },
        { offset: -1 },
        { length: -1 },
        { length: 11 },
        { offset: 0.5 },
        { offset: Number.NaN },
        { offset: Number.MAX_SAFE_INTEGER, length: Number.MAX_SAFE_INTEGER },
      ]) {
        await expect(storage.getBlob(PACK, wrong), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'CAIRN_BLOB_RANGE' })
      }
    })

    it('gives what there is of a part that may be shorter, from a byte that exists', async () => {
      const { storage } = await make()
      await storage.putBlob(PACK, [utf8('0123456789')])
      const mayBeShorter = true
      expect(text(await storage.getBlob(PACK, { offset: 8, length: 1000, mayBeShorter }))).toBe('89')
      expect(text(await storage.getBlob(PACK, { length: 4_194_304, mayBeShorter }))).toBe('0123456789')
      expect(text(await storage.getBlob(PACK, { offset: 2, length: 3, mayBeShorter }))).toBe('234')
      for (const offset of [10, 11]) {
        await expect(storage.getBlob(PACK, { offset, length: 5, mayBeShorter })).rejects.toMatchObject({ code: 'CAIRN_BLOB_RANGE' })
      }
      await expect(storage.getBlob('xw1', { length: 5, mayBeShorter })).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
    })

    it('tells length and time of a blob the same way in put, stat and list', async () => {
      const { storage } = await make()
      const put = await storage.putBlob(PACK, [utf8('abc')])
      expect(Number.isSafeInteger(put.timestampMs)).toBe(true)
      expect(put.timestampMs).toBeGreaterThan(Date.UTC(2020, 0))
      expect(await storage.statBlob(PACK)).toEqual(put)
      // A listing may tell the time more exactly.
      expect(await list(storage, '')).toMatchObject([put])
    })

    it('lists by prefix, whatever the length of the prefix', async () => {
      const { storage, other } = await make()
      const all = [
        'kopia.repository',
        'xe1',
        'xn1_aaaaaaaaaaaaaaaaaaaaaaaa-s1-c1',
        'xn10_bbbbbbbbbbbbbbbbbbbbbbb-s1-c1',
        PACK,
        'pabcdef0123456789abcdef-s1',
      ]
      for (const id of all) await storage.putBlob(id, [utf8(id)])
      for (const prefix of [
        '',
        'x',
        'xn',
        'xn1',
        'xn1_',
        'xn1_aaaa',
        'p',
        'p3',
        'p39',
        'p397',
        'p397f',
        PACK,
        'kopia.',
        'zz',
        `${PACK}0`,
      ]) {
        const expected = all.filter((id) => id.startsWith(prefix)).sort()
        expect(await ids(other, prefix), JSON.stringify(prefix)).toEqual(expected)
      }
    })

    it('lists more blobs than fit on a page of a remote store, each once', async () => {
      const { storage, other, manyBlobs, fill } = await make()
      const expected = Array.from({ length: manyBlobs ?? 1100 }, (_, i) => `p${i.toString(16).padStart(4, '0')}872b7ce740337835ebf56139-s1`)
      if (fill !== undefined) await fill(expected)
      else await mapConcurrent(expected, 32, (id) => storage.putBlob(id, [utf8('x')]))
      await storage.putBlob('xn0_1', [utf8('x')])
      expect(await ids(storage, 'p')).toEqual(expected)
      expect(await ids(other, '')).toEqual([...expected, 'xn0_1'])
      expect(await ids(other, 'p000')).toEqual(expected.slice(0, 16))
    })

    it('deletes, and deleting what is absent succeeds', async () => {
      const { storage, other } = await make()
      await storage.putBlob(PACK, [utf8('x')])
      await storage.deleteBlob(PACK)
      await storage.deleteBlob(PACK)
      await storage.deleteBlob('never-there')
      expect(await other.statBlob(PACK)).toBeUndefined()
      expect(await ids(other, '')).toEqual([])
    })

    it('keeps one of several concurrent puts of the same blob, whole', async () => {
      const { storage, other } = await make()
      const contents = Array.from({ length: 12 }, (_, i) => String.fromCharCode(97 + i).repeat(50_000 + i))
      await Promise.all(contents.map((content, i) => (i % 2 === 0 ? storage : other).putBlob(PACK, [utf8(content)])))
      expect(contents).toContain(text(await storage.getBlob(PACK)))
      expect(await ids(storage, '')).toEqual([PACK])
    })

    it('takes the odd names that the format allows', async () => {
      const { storage, refusedIds = [] } = await make()
      const odd = [
        '_log_20261123005742_290c_1795395462_1795395462_1_b3fd',
        'zz-custom',
        'a',
        'A b+c=d%41&e~',
        'x'.repeat(200),
        '..',
        'name.f',
        'name.f.f',
      ].filter((id) => !refusedIds.includes(id))
      for (const id of odd) await storage.putBlob(id, [utf8(`content of ${id}`)])
      for (const id of odd) expect(text(await storage.getBlob(id)), id).toBe(`content of ${id}`)
      expect(await ids(storage, '')).toEqual([...odd].sort())
    })

    it('refuses names that could become another path', async () => {
      const { storage } = await make()
      for (const id of [
        '',
        'a/b',
        '../kopia.repository',
        'a\\b',
        'a\0b',
        'a\nb',
        'grün',
        'e\u0301',
        '雪',
        '\u{1f98a}',
        '\ud83d',
        'x'.repeat(300),
      ]) {
        const refused = { code: 'CAIRN_BLOB_ID_INVALID' }
        await expect(storage.putBlob(id, [utf8('x')]), JSON.stringify(id)).rejects.toMatchObject(refused)
        await expect(storage.getBlob(id)).rejects.toMatchObject(refused)
        await expect(storage.statBlob(id)).rejects.toMatchObject(refused)
        await expect(storage.deleteBlob(id)).rejects.toMatchObject(refused)
      }
      expect(await ids(storage, '')).toEqual([])
    })

    it('leaves nothing of a put that was aborted', async () => {
      const { storage } = await make()
      const aborted = new AbortController()
      aborted.abort()
      await expect(storage.putBlob(PACK, [utf8('x')], { signal: aborted.signal })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
      const during = new AbortController()
      const put = storage.putBlob(PACK, [utf8('x'.repeat(100_000))], { signal: during.signal })
      during.abort()
      await expect(put).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
      expect(await ids(storage, '')).toEqual([])
    })

    it('stops reading and listing when aborted', async () => {
      const { storage } = await make()
      for (let i = 0; i < 20; i++) await storage.putBlob(`${PACK}${i}`, [utf8('x')])
      const aborted = new AbortController()
      aborted.abort()
      await expect(storage.getBlob(`${PACK}0`, { signal: aborted.signal })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
      await expect(list(storage, '', aborted.signal)).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
    })

    it('keeps its own copy of the bytes', async () => {
      const { storage } = await make()
      const bytes = utf8('before')
      await storage.putBlob(PACK, [bytes])
      bytes.fill(0)
      const read = await storage.getBlob(PACK)
      expect(text(read)).toBe('before')
      read.fill(0)
      expect(text(await storage.getBlob(PACK))).toBe('before')
    })

    it('can be read by a second client as soon as a put has resolved', async () => {
      const { storage, other } = await make()
      expect(await ids(other, '')).toEqual([])
      for (let i = 0; i < 10; i++) {
        await storage.putBlob(`${PACK}${i}`, [utf8(String(i))])
        expect(text(await other.getBlob(`${PACK}${i}`))).toBe(String(i))
        expect((await ids(other, 'p')).length).toBe(i + 1)
      }
    })
  })
}

export function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export async function list(storage: BlobStorage, prefix: string, signal?: AbortSignal): Promise<BlobMetadata[]> {
  const found: BlobMetadata[] = []
  for await (const blob of storage.listBlobs(prefix, signal)) found.push(blob)
  return found
}

export async function ids(storage: BlobStorage, prefix: string): Promise<string[]> {
  return (await list(storage, prefix)).map((blob) => blob.id).sort()
}
