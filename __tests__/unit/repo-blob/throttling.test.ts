/** Limits of speed, by a clock that moves only when somebody waits. */
import { describe, expect, it } from 'vitest'
import { limitsMember, limitsOf, readLimits, UNLIMITED } from '../../../src/repo/blob/throttle-limits.ts'
import { throttling } from '../../../src/repo/blob/throttling.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'

function limited(limits: Partial<typeof UNLIMITED>) {
  const clock = new FakeClock()
  const inner = new MapStorage({ clock })
  return { clock, inner, storage: throttling(inner, { ...UNLIMITED, ...limits }, clock) }
}

describe('throttling', () => {
  it('is nothing at all without limits', () => {
    const { inner, storage } = limited({})
    expect(storage).toBe(inner)
  })

  it('lets a second of requests pass at once, and then one at a time', async () => {
    const { clock, inner, storage } = limited({ readsPerSecond: 10 })
    await inner.putBlob('p1', [new Uint8Array(1)])
    const start = clock.monotonicMs()
    for (let n = 0; n < 10; n++) await storage.getBlob('p1')
    expect(clock.monotonicMs() - start).toBe(0)
    for (let n = 0; n < 20; n++) await storage.statBlob('p1')
    expect(clock.monotonicMs() - start).toBeCloseTo(2000, 3)
  })

  it('counts bytes in both directions by themselves', async () => {
    const { clock, storage } = limited({ uploadBytesPerSecond: 1000, downloadBytesPerSecond: 500 })
    const start = clock.monotonicMs()
    await storage.putBlob('p1', [new Uint8Array(3000)])
    await storage.putBlob('p2', [new Uint8Array(1)])
    expect(clock.monotonicMs() - start).toBeCloseTo(2000, 3)
    await storage.getBlob('p1')
    await storage.getBlob('p2')
    expect(clock.monotonicMs() - start).toBeCloseTo(7000, 3)
  })

  it('holds listings and writes apart from reads', async () => {
    const { clock, storage } = limited({ writesPerSecond: 1, listsPerSecond: 2 })
    const start = clock.monotonicMs()
    await storage.putBlob('p1', [])
    await storage.deleteBlob('p1')
    expect(clock.monotonicMs() - start).toBeCloseTo(1000, 3)
    for (let n = 0; n < 4; n++) for await (const _ of storage.listBlobs('')) expect(_).toBeDefined()
    expect(clock.monotonicMs() - start).toBeCloseTo(2000, 3)
  })

  it('lets no more than so many be under way', async () => {
    const { inner, storage } = limited({ concurrentReads: 2 })
    await inner.putBlob('p1', [])
    let now = 0
    let most = 0
    const get = inner.getBlob.bind(inner)
    inner.getBlob = async (id, options) => {
      most = Math.max(most, ++now)
      await Promise.resolve()
      now--
      return await get(id, options)
    }
    await Promise.all(Array.from({ length: 8 }, () => storage.getBlob('p1')))
    expect(most).toBe(2)
  })

  it('stops waiting when it is cancelled', async () => {
    const { storage } = limited({ listsPerSecond: 0.001 })
    const stop = new AbortController()
    stop.abort()
    const list = async () => {
      for await (const _ of storage.listBlobs('', stop.signal)) expect(_).toBeDefined()
    }
    await expect(list()).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })
})

describe('limits in the connection file', () => {
  it('are read as they were written, and what makes no sense limits nothing', () => {
    const limits = { ...UNLIMITED, readsPerSecond: 12.5, uploadBytesPerSecond: 1e6, concurrentReads: 4 }
    expect(limitsMember(limits)).toEqual({ readsPerSecond: 12.5, maxUploadSpeedBytesPerSecond: 1e6, concurrentReads: 4 })
    expect(readLimits(limitsMember(limits))).toEqual(limits)
    expect(readLimits({ readsPerSecond: -1, concurrentReads: 'many' })).toBe(UNLIMITED)
  })

  it('of the connection come before those of the storage', () => {
    const storage = { type: 'filesystem', config: { maxUploadSpeedBytesPerSecond: 5 } }
    expect(limitsOf({ storage }).uploadBytesPerSecond).toBe(5)
    expect(limitsOf({ storage, throttlingLimits: {} })).toBe(UNLIMITED)
  })
})
