/** The part of the contract about several clients at once, and about what time it is. */
import { expect, it } from 'vitest'
import { CairnError } from '../../src/errors.ts'
import { retrying } from '../../src/repo/blob/retrying.ts'
import { mapConcurrent } from '../../src/util/async.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { FaultyStorage, type StorageMethod } from '../support/faulty-storage.ts'
import { ids, list, type StorageUnderTest, text } from './blob-storage.ts'

/** Clocks of stores may be coarse, and the machine slow. */
const TOLERANCE_MS = 5000

/** Registers the tests inside the suite of a backend. */
export function registerRaces(make: () => Promise<StorageUnderTest>): void {
  it('lets exactly one of ten creators win with onlyIfAbsent, again and again', async () => {
    const { storage, other, createsIfAbsent = true } = await make()
    if (!createsIfAbsent) {
      await expect(storage.putBlob('cairn.lease', [], { onlyIfAbsent: true })).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
      return
    }
    for (let round = 0; round < 3; round++) {
      const contents = Array.from({ length: 10 }, (_, i) => `creator ${i} of round ${round}`)
      const outcomes = await Promise.allSettled(
        contents.map((content, i) => (i % 2 === 0 ? storage : other).putBlob('kopia.repository', [utf8(content)], { onlyIfAbsent: true })),
      )
      const winners = contents.filter((_, i) => outcomes[i]?.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CAIRN_BLOB_EXISTS' })
      }
      const late = other.putBlob('kopia.repository', [utf8('late')], { onlyIfAbsent: true })
      await expect(late).rejects.toMatchObject({ code: 'CAIRN_BLOB_EXISTS' })
      expect(text(await storage.getBlob('kopia.repository'))).toBe(winners[0])
      await storage.putBlob('kopia.repository', [utf8('replaced')])
      expect(text(await other.getBlob('kopia.repository'))).toBe('replaced')
      await other.deleteBlob('kopia.repository')
    }
  })

  it('lists what was there all the time, each once, while others put and delete', async () => {
    const { storage, other } = await make()
    const stable = Array.from({ length: 30 }, (_, i) => `p${(i * 8).toString(16).padStart(2, '0')}aaaa`)
    const passing = Array.from({ length: 60 }, (_, i) => `p${(i * 4 + 1).toString(16).padStart(2, '0')}bbbb`)
    await mapConcurrent(stable, 8, (id) => storage.putBlob(id, [utf8('x')]))
    let isBusy = true
    const churn = mapConcurrent(passing, 4, async (id) => {
      await other.putBlob(id, [utf8('y')])
      await other.deleteBlob(id)
    }).finally(() => {
      isBusy = false
    })
    for (let listings = 0; isBusy || listings < 2; listings++) {
      const seen = await ids(storage, 'p')
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => id.endsWith('aaaa'))).toEqual(stable)
    }
    await churn
    expect(await ids(storage, '')).toEqual(stable)
  })

  it('shows each replacement and each deletion to a second client at once', async () => {
    const { storage, other } = await make()
    for (let i = 0; i < 6; i++) {
      const [writer, reader] = i % 2 === 0 ? [storage, other] : [other, storage]
      await writer.putBlob('kopia.maintenance', [utf8(`version ${i}`)])
      expect(text(await reader.getBlob('kopia.maintenance'))).toBe(`version ${i}`)
      expect((await reader.statBlob('kopia.maintenance'))?.length).toBe(9)
      await writer.putBlob('xe1', [])
      await reader.deleteBlob('xe1')
      expect(await writer.statBlob('xe1')).toBeUndefined()
      expect(await ids(writer, 'x')).toEqual([])
    }
  })

  it('stamps blobs with the time of the store, and a replacement never with an earlier one', async () => {
    const { storage, other, storeNowMs = Date.now } = await make()
    let earliestMs = storeNowMs() - TOLERANCE_MS
    for (let i = 0; i < 4; i++) {
      const { timestampMs } = await (i % 2 === 0 ? storage : other).putBlob('cairn.lease', [utf8(String(i))])
      expect(timestampMs).toBeGreaterThanOrEqual(earliestMs)
      expect(timestampMs).toBeLessThanOrEqual(storeNowMs() + TOLERANCE_MS)
      earliestMs = timestampMs
    }
    // Reading is not writing.
    await storage.getBlob('cairn.lease')
    expect((await list(other, 'cairn.')).map(({ timestampMs }) => timestampMs)).toEqual([earliestMs])
  })

  it('stamps blobs with the time of the store whatever the client thinks it is, or says that its clock is wrong', async () => {
    const { storage, skewed, storeNowMs = Date.now } = await make()
    if (skewed === undefined) return
    try {
      await skewed.putBlob('cairn.lease', [utf8('x')])
    } catch (error) {
      expect(error).toMatchObject({ code: 'CAIRN_CLOCK_SKEW' })
      return
    }
    const stamped = (await storage.statBlob('cairn.lease'))?.timestampMs ?? 0
    expect(Math.abs(stamped - storeNowMs())).toBeLessThan(TOLERANCE_MS)
  })

  it('keeps a time of writing that is asked for, or says that it cannot', async () => {
    const { storage, other } = await make()
    const modifiedNs = 1_700_000_000_123_000_000n
    try {
      await storage.putBlob('xe2', [utf8('x')], { modifiedNs })
    } catch (error) {
      expect(error).toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
      expect(await other.statBlob('xe2')).toBeUndefined()
      return
    }
    expect((await other.statBlob('xe2'))?.timestampMs).toBe(1_700_000_000_123)
    expect((await list(other, 'xe')).map(({ timestampMs }) => timestampMs)).toEqual([1_700_000_000_123])
  })

  it('is tried again when it was away, after the pause that it asked for', async () => {
    const { storage } = await make()
    const methods: StorageMethod[] = ['putBlob', 'getBlob', 'statBlob', 'listBlobs', 'deleteBlob']
    const away = () => new CairnError('CAIRN_STORAGE_UNAVAILABLE', 'Slow down.', { retryAfterMs: 7000 })
    const faulty = new FaultyStorage(
      storage,
      methods.map((method) => ({ method, error: away, when: method === 'putBlob' ? ('after' as const) : ('before' as const) })),
    )
    const clock = new FakeClock()
    const patient = retrying(faulty, { clock })
    await patient.putBlob('xn0_a', [utf8('abc')])
    expect(text(await patient.getBlob('xn0_a', { offset: 1 }))).toBe('bc')
    expect((await patient.statBlob('xn0_a'))?.length).toBe(3)
    expect(await ids(patient, 'xn')).toEqual(['xn0_a'])
    await patient.deleteBlob('xn0_a')
    expect(await ids(storage, '')).toEqual([])
    expect(clock.sleeps).toEqual(methods.map(() => 7000))
    expect(faulty.failures).toBe(methods.length)
  })
}
