/** The part of the contract about large blobs: ranges of them, several at once, and transfers that are broken off. */
import { createCipheriv } from 'node:crypto'
import { expect, it } from 'vitest'
import { mapConcurrent } from '../../src/util/async.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { ids, list, type StorageUnderTest } from './blob-storage.ts'

const PACK = 'p000000000000000000000000000000aa-s0000000000000001'

/** Bytes without a pattern, made quickly. */
function streamBytes(seed: number, length: number): Uint8Array {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length))
}

/** Resolves after so many turns of the event loop, so that a transfer has begun. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

/** Registers the tests inside the suite of a backend. */
export function registerTransfers(make: () => Promise<StorageUnderTest>): void {
  it('reads any part of a large blob, several at once', async () => {
    const { storage, other, largeBytes = 4 * 1024 * 1024 } = await make()
    const bytes = streamBytes(1, largeBytes)
    // Parts of odd lengths, so that borders of buffers fall inside them.
    const parts = [bytes.subarray(0, 1), bytes.subarray(1, 70_001), bytes.subarray(70_001)]
    expect(await storage.putBlob(PACK, parts)).toMatchObject({ length: largeBytes })
    const ranges = Array.from({ length: 24 }, (_, i) => {
      const offset = Math.floor((largeBytes * i) / 24) + i
      return { offset, length: Math.min(largeBytes - offset, 1 + i * 3001) }
    })
    const read = await mapConcurrent(ranges, 8, (range) => other.getBlob(PACK, range))
    for (const [i, { offset, length }] of ranges.entries()) {
      expect(Buffer.compare(read[i] ?? utf8(''), bytes.subarray(offset, offset + length)), `${offset} ${length}`).toBe(0)
    }
    expect(Buffer.compare(await other.getBlob(PACK), bytes)).toBe(0)
    expect(Buffer.compare(await storage.getBlob(PACK, { offset: largeBytes - 1 }), bytes.subarray(-1))).toBe(0)
    await expect(storage.getBlob(PACK, { offset: largeBytes, length: 1 })).rejects.toMatchObject({ code: 'CAIRN_BLOB_RANGE' })
  })

  it('has no part of an empty blob to give but the empty one', async () => {
    const { storage } = await make()
    await storage.putBlob('xw2', [])
    expect(await storage.getBlob('xw2', { offset: 0 })).toHaveLength(0)
    expect(await storage.getBlob('xw2', { offset: 0, length: 0 })).toHaveLength(0)
    for (const wrong of [{ offset: 1 }, { length: 1 }, { offset: 0, length: 1 }]) {
      await expect(storage.getBlob('xw2', wrong), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'CAIRN_BLOB_RANGE' })
    }
  })

  it('takes many blobs at once, each whole', async () => {
    const { storage, other } = await make()
    const blobs = Array.from({ length: 40 }, (_, i) => ({
      id: `p${i.toString(16).padStart(4, '0')}`,
      bytes: streamBytes(i, i * 997),
    }))
    const put = await mapConcurrent(blobs, 16, ({ id, bytes }, i) => (i % 2 === 0 ? storage : other).putBlob(id, [bytes]))
    expect(put.map(({ length }) => length)).toEqual(blobs.map(({ bytes }) => bytes.length))
    await mapConcurrent(blobs, 16, async ({ id, bytes }, i) => {
      expect(Buffer.compare(await (i % 2 === 0 ? other : storage).getBlob(id), bytes), id).toBe(0)
    })
  })

  it('leaves the whole blob or what was there before when a put is broken off in the middle', async () => {
    const { storage, other, largeBytes = 4 * 1024 * 1024 } = await make()
    const before = streamBytes(2, 1000)
    const after = streamBytes(3, largeBytes)
    for (const begun of [1, 3, 10, 40]) {
      await storage.putBlob(PACK, [before])
      const stop = new AbortController()
      const put = storage.putBlob(PACK, [after.subarray(0, 100), after.subarray(100)], { signal: stop.signal }).then(
        () => 'stored',
        (error: unknown) => error,
      )
      await turns(begun)
      stop.abort()
      const outcome = await put
      if (outcome !== 'stored') expect(outcome).toMatchObject({ code: 'CAIRN_CANCELLED' })
      // A store may have got everything in the very moment that the client left, and may still be at it.
      const expected = outcome === 'stored' ? [after] : [before, after]
      const stored = await other.getBlob(PACK)
      expect(expected.some((bytes) => Buffer.compare(bytes, stored) === 0)).toBe(true)
      const listed = await list(other, '')
      expect(listed).toHaveLength(1)
      expect(expected.map(({ length }) => length)).toContain(listed[0]?.length)
    }
  })

  it('gives the whole part or says that it was cancelled when a get is broken off in the middle', async () => {
    const { storage, largeBytes = 4 * 1024 * 1024 } = await make()
    const bytes = streamBytes(1, largeBytes)
    await storage.putBlob(PACK, [bytes])
    for (const begun of [0, 1, 3, 10]) {
      const stop = new AbortController()
      const get = storage.getBlob(PACK, { offset: 5, signal: stop.signal }).catch((error: unknown) => error)
      await turns(begun)
      stop.abort()
      const outcome = await get
      if (outcome instanceof Uint8Array) expect(Buffer.compare(outcome, bytes.subarray(5))).toBe(0)
      else expect(outcome).toMatchObject({ code: 'CAIRN_CANCELLED' })
    }
    expect((await storage.getBlob(PACK)).length).toBe(largeBytes)
  })

  it('never ends a listing early without saying so when it is cancelled, and lets a reader leave', async () => {
    const { storage } = await make()
    const all = Array.from({ length: 40 }, (_, i) => `p${i.toString(16).padStart(4, '0')}`)
    await mapConcurrent(all, 8, (id) => storage.putBlob(id, [utf8('x')]))
    const stop = new AbortController()
    const seen: string[] = []
    const listing = async () => {
      for await (const { id } of storage.listBlobs('p', stop.signal)) {
        seen.push(id)
        if (seen.length === 3) stop.abort()
      }
    }
    const outcome = await listing().catch((reason: unknown) => reason)
    // What is on a page that came already may still be given.
    if (outcome === undefined) expect(seen.sort()).toEqual(all)
    else expect(outcome).toMatchObject({ code: 'CAIRN_CANCELLED' })
    for await (const { id } of storage.listBlobs('p')) {
      expect(all).toContain(id)
      break
    }
    expect(await ids(storage, 'p')).toEqual(all)
  })
}
