import { describe, expect, it } from 'vitest'
import { probeStorage } from '../../../src/commands/doctor-probe.ts'
import { Examination } from '../../../src/commands/examination.ts'
import { CairnError } from '../../../src/errors.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'

/** The outcome of probing what `change` makes of a storage in memory. */
async function probe(
  change: (storage: MapStorage) => Partial<BlobStorage> = () => ({}),
  options: { storeAheadMs?: number; isReadOnly?: boolean; refusal?: string } = {},
) {
  const clock = new FakeClock()
  const { storeAheadMs = 0, isReadOnly = false, refusal } = options
  const storeClock = Object.assign(Object.create(clock), { nowMs: () => clock.nowMs() + storeAheadMs })
  const map = new MapStorage({ clock: storeClock })
  const storage: BlobStorage = {
    displayName: 'memory',
    getBlob: (id, get) => map.getBlob(id, get),
    statBlob: (id) => map.statBlob(id),
    putBlob: (id, parts, put) => map.putBlob(id, parts, put),
    deleteBlob: (id) => map.deleteBlob(id),
    listBlobs: (prefix, signal) => map.listBlobs(prefix, signal),
    close: async () => {},
    ...change(map),
  }
  const examination = new Examination(clock)
  const context = { clock, random: systemRandom, signal: new AbortController().signal, isReadOnly, writeRefusal: async () => refusal }
  const result = await probeStorage(storage, context, examination)
  return {
    map,
    result,
    outcomes: Object.fromEntries(examination.checks.map(({ name, status }) => [name, status])),
    checks: examination.checks,
  }
}

const refuse = (code: 'CAIRN_STORAGE_FORBIDDEN' | 'CAIRN_NOT_SUPPORTED') => async (): Promise<never> => {
  throw new CairnError(code, 'It is not allowed.')
}

describe('the probe of the doctor', () => {
  it('finds nothing wrong with a good storage, and leaves nothing in it', async () => {
    const { map, outcomes, result } = await probe()
    expect(outcomes).toEqual({ write: 'ok', read: 'ok', create: 'ok', list: 'ok', latency: 'ok', clock: 'ok', delete: 'ok' })
    expect(result).toMatchObject({ clockSkewMs: 0, latency: { minimumMs: expect.any(Number), medianMs: expect.any(Number) } })
    expect(map.blobs.size).toBe(0)
  })

  it('removes what a doctor left who was killed, and nothing else', async () => {
    const { map } = await probe((storage) => {
      const bytes = new Uint8Array(1)
      const old = { bytes, timestampMs: 0 }
      storage.blobs.set('zz-cairn-doctor-0000', old)
      storage.blobs.set('zz-custom', old)
      storage.blobs.set('zz-cairn-doctor-1111', { bytes, timestampMs: new FakeClock().nowMs() })
      return {}
    })
    expect([...map.blobs.keys()].sort()).toEqual(['zz-cairn-doctor-1111', 'zz-custom'])
  })

  it('goes on where it may not write', async () => {
    const { outcomes, checks } = await probe(() => ({ putBlob: refuse('CAIRN_STORAGE_FORBIDDEN') }))
    expect(outcomes).toEqual({ write: 'failed', read: 'skipped', create: 'skipped', list: 'ok', latency: 'ok' })
    expect(checks[0]?.failure?.code).toBe('CAIRN_STORAGE_FORBIDDEN')
  })

  it('writes nothing through a connection for reading, nor to a store that gathers', async () => {
    const reading = await probe(undefined, { isReadOnly: true })
    expect(reading.outcomes).toMatchObject({ write: 'skipped', read: 'skipped', create: 'skipped', list: 'ok', latency: 'ok' })
    const gathering = await probe(() => ({ flush: async () => {} }))
    expect(gathering.outcomes).toMatchObject({ write: 'ok', read: 'skipped', create: 'skipped', list: 'ok', latency: 'ok' })
    for (const { map } of [reading, gathering]) expect(map.blobs.size).toBe(0)
  })

  it('reads the format blob where nothing was written', async () => {
    const withFormat = (map: MapStorage) => {
      map.blobs.set('kopia.repository', { bytes: new Uint8Array([1, 2, 3]), timestampMs: 0 })
      return {}
    }
    expect((await probe(withFormat, { isReadOnly: true })).outcomes).toMatchObject({ write: 'skipped', read: 'ok' })
    const changing = await probe(
      (map) => {
        withFormat(map)
        return { getBlob: async (id, get) => (get?.length === undefined ? map.getBlob(id) : new Uint8Array(get.length)) }
      },
      { isReadOnly: true },
    )
    expect(changing.checks.find(({ name }) => name === 'read')).toMatchObject({ failure: { code: 'CAIRN_STORAGE_UNFIT' } })
  })

  it('says that a job may only read a store that gathers', async () => {
    const { checks } = await probe(() => ({ flush: async () => {} }), { refusal: 'the cache-mode of this job is "read"' })
    expect(checks[0]).toMatchObject({
      name: 'write',
      failure: { code: 'CAIRN_STORAGE_FORBIDDEN', message: 'Nothing can be written to memory: the cache-mode of this job is "read".' },
    })
  })

  it('warns of a store that creates what exists, or only looks before it creates', async () => {
    const blind = await probe((map) => ({ putBlob: (id, parts) => map.putBlob(id, parts) }))
    expect(blind.outcomes).toMatchObject({ create: 'warning', delete: 'ok' })
    const looking = await probe((map) => ({
      putBlob: (id, parts, put) => (put?.onlyIfAbsent === true ? refuse('CAIRN_NOT_SUPPORTED')() : map.putBlob(id, parts)),
    }))
    expect(looking.outcomes).toMatchObject({ create: 'warning' })
  })

  it('notices bytes that changed, a part that is the whole, and a blob that no listing shows', async () => {
    const whole = await probe((map) => ({ getBlob: (id) => map.getBlob(id) }))
    expect(whole.checks.find(({ name }) => name === 'read')).toMatchObject({ status: 'failed', failure: { code: 'CAIRN_STORAGE_UNFIT' } })
    const late = await probe(() => ({ listBlobs: async function* () {} }))
    expect(late.checks.find(({ name }) => name === 'list')).toMatchObject({ status: 'failed', failure: { code: 'CAIRN_STORAGE_UNFIT' } })
    const undead = await probe(() => ({ deleteBlob: async () => {} }))
    expect(undead.checks.find(({ name }) => name === 'delete')).toMatchObject({
      status: 'failed',
      failure: { code: 'CAIRN_STORAGE_UNFIT' },
    })
  })

  it('measures how far the clocks are apart', async () => {
    expect((await probe(undefined, { storeAheadMs: 30_250 })).result.clockSkewMs).toBe(30_250)
    const warned = await probe(undefined, { storeAheadMs: -100_250 })
    expect(warned.checks.find(({ name }) => name === 'clock')).toMatchObject({ status: 'warning', detail: '100.3 s behind this machine' })
    const failed = await probe(undefined, { storeAheadMs: 600_250 })
    expect(failed.checks.find(({ name }) => name === 'clock')).toMatchObject({ status: 'failed', failure: { code: 'CAIRN_CLOCK_SKEW' } })
  })
})
