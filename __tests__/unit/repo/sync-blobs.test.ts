/** Copies of a repository: what is copied, in which order, and what a reader of the copy sees in between. */
import { describe, expect, it } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { createFormat } from '../../../src/repo/format/index.ts'
import { checkSameRepository, executeSync, listAll, planSync } from '../../../src/repo/sync-blobs.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { seededRandom } from '../../support/test-repository.ts'

const { signal } = new AbortController()
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()

async function storageOf(blobs: Readonly<Record<string, string>>, clock = new FakeClock()): Promise<MapStorage> {
  const storage = new MapStorage({ clock })
  for (const [id, text] of Object.entries(blobs)) await storage.putBlob(id, [utf8(text)])
  return storage
}

describe('the plan', () => {
  it('copies what is missing, and removes only when asked to', async () => {
    const source = await storageOf({ p1: 'a', q1: 'bb' })
    const target = await storageOf({ q1: 'bb', p9: 'old' })
    const there = await listAll(target, signal)
    const keep = await planSync(source, there, { updates: true, deletes: false }, signal)
    expect([ids(keep.copy), ids(keep.remove), keep.inSync]).toEqual([['p1'], [], { count: 1, bytes: 2 }])
    const mirror = await planSync(source, there, { updates: true, deletes: true }, signal)
    expect(ids(mirror.remove)).toEqual(['p9'])
  })

  it.each(['empty', 'partial'] as const)('removes nothing because one listing of the source is %s', async (does) => {
    const blobs = { p1: 'a', q1: 'bb', xn0_1: 'ccc' }
    const source = new FaultyStorage(await storageOf(blobs), [{ method: 'listBlobs', does }])
    const target = await storageOf({ ...blobs, p9: 'old' })
    const plan = await planSync(source, await listAll(target, signal), { updates: true, deletes: true }, signal)
    expect([plan.copy, ids(plan.remove), plan.inSync]).toEqual([[], ['p9'], { count: 3, bytes: 6 }])
  })

  it('copies what is newer in the source again, unless told not to', async () => {
    const clock = new FakeClock()
    const target = await storageOf({ 'kopia.maintenance': 'old' }, clock)
    clock.advance(1000)
    const source = await storageOf({ 'kopia.maintenance': 'new' }, clock)
    const there = await listAll(target, signal)
    expect(ids((await planSync(source, there, { updates: true, deletes: false }, signal)).copy)).toEqual(['kopia.maintenance'])
    expect(ids((await planSync(source, there, { updates: false, deletes: false }, signal)).copy)).toEqual([])
  })
})

async function sync(source: BlobStorage, target: BlobStorage, options: { keepsTimes?: boolean } = {}): Promise<string[]> {
  const plan = await planSync(source, await listAll(target, signal), { updates: true, deletes: true }, signal)
  const gone: string[] = []
  const onCopied = (blob: { id: string }, isGone: boolean) => void (isGone && gone.push(blob.id))
  const keepsTimes = options.keepsTimes === true
  const onTimesLost = () => void gone.push('times')
  await executeSync({ source, target, plan, parallel: 3, keepsTimes, signal, onCopied, onTimesLost })
  return gone
}

describe('copying', () => {
  it('puts packs before the indexes that name them, and removes indexes before the packs', async () => {
    const source = await storageOf({ xn0_1: 'i', p1: 'a', n1: 'i', q1: 'b', 'kopia.repository': 'f' })
    const target = await storageOf({ xn0_0: 'i', p0: 'a', q0: 'b', s0: 's' })
    const steps: string[] = []
    const [put, remove] = [target.putBlob.bind(target), target.deleteBlob.bind(target)]
    target.putBlob = (id, parts, options) => {
      steps.push(`+${id}`)
      return put(id, parts, options)
    }
    target.deleteBlob = (id) => {
      steps.push(`-${id}`)
      return remove(id)
    }
    await sync(source, target)
    const at = (step: string) => steps.indexOf(step)
    for (const index of ['+xn0_1', '+n1']) for (const pack of ['+p1', '+q1']) expect(at(index)).toBeGreaterThan(at(pack))
    for (const pack of ['-p0', '-q0']) expect(at(pack)).toBeGreaterThan(at('-xn0_0'))
    expect(ids([...(await listAll(target, signal)).values()])).toEqual(ids([...(await listAll(source, signal)).values()]))
  })

  it('passes over a blob that went away after the listing', async () => {
    const source = await storageOf({ p1: 'a', p2: 'b' })
    const target = new MapStorage()
    const get = source.getBlob.bind(source)
    source.getBlob = (id, options) => {
      source.blobs.delete('p2')
      return get(id, options)
    }
    const gone = await sync(source, target)
    expect(gone).toEqual(['p2'])
    expect([...target.blobs.keys()]).toEqual(['p1'])
  })

  it('gives copies the times of their originals when asked to, so that nothing is copied twice', async () => {
    const early = new FakeClock()
    const source = await storageOf({ p1: 'a' }, early)
    const clock = new FakeClock()
    clock.advance(3_600_000)
    const target = new MapStorage({ clock })
    await sync(source, target, { keepsTimes: true })
    expect((await target.statBlob('p1'))?.timestampMs).toBe(early.nowMs())
  })
})

describe('an interrupted copy', () => {
  it('shows a reader no index without its packs, and is gone on with by the next run, wherever it ended', async () => {
    const blobs = Object.fromEntries([
      ...Array.from({ length: 6 }, (_, i) => [`p${i}`, `pack ${i}`]),
      ...Array.from({ length: 4 }, (_, i) => [`xn0_${i}`, `index ${i}`]),
      ['_log_1', 'words'],
    ])
    const source = await storageOf(blobs)
    const old = { p7: 'old pack', xn0_old: 'old index' }
    const total = Object.keys(blobs).length + Object.keys(old).length
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= total; call++) {
        const target = await storageOf(old)
        const isPut = call <= Object.keys(blobs).length
        const fault = isPut
          ? { method: 'putBlob' as const, call }
          : { method: 'deleteBlob' as const, call: call - Object.keys(blobs).length }
        await expect(sync(source, new FaultyStorage(target, [{ ...fault, when }])), `${when} ${call}`).rejects.toMatchObject({
          code: 'CAIRN_STORAGE_IO',
        })
        const names = [...target.blobs.keys()]
        if (names.some((id) => /^xn0_\d/.test(id))) expect(names.filter((id) => /^p[0-5]$/.test(id))).toHaveLength(6)
        if (names.includes('xn0_old')) expect(names).toContain('p7')
        await sync(source, target)
        expect(contentsOf(target)).toEqual(blobs)
      }
    }
  })
})

it('a store that holds no times but its own is told once, and gets the blobs all the same', async () => {
  const source = await storageOf({ p1: 'a', p2: 'b', xn0_1: 'c' })
  const target = await storageOf({})
  const without: BlobStorage = {
    displayName: 'a store without times',
    getBlob: (id, options) => target.getBlob(id, options),
    statBlob: (id) => target.statBlob(id),
    async putBlob(id, parts, options) {
      if (options?.modifiedNs !== undefined) throw new CairnError('CAIRN_NOT_SUPPORTED', 'No times.')
      return await target.putBlob(id, parts, options)
    },
    deleteBlob: (id) => target.deleteBlob(id),
    listBlobs: (prefix, listing) => target.listBlobs(prefix, listing),
    close: async () => {},
  }
  expect(await sync(source, without, { keepsTimes: true })).toEqual(['times'])
  expect(contentsOf(target)).toEqual(contentsOf(source))
})

function contentsOf({ blobs }: MapStorage): Record<string, string> {
  return Object.fromEntries([...blobs].map(([id, { bytes }]) => [id, new TextDecoder().decode(bytes)]))
}

it('a copy of another repository is told by its format blob', async () => {
  const one = await createFormat({ password: 'x', random: seededRandom('one') })
  const two = await createFormat({ password: 'x', random: seededRandom('two') })
  expect(() => checkSameRepository(one.formatBlob, one.formatBlob, 'there')).not.toThrow()
  expect(() => checkSameRepository(one.formatBlob, two.formatBlob, 'there')).toThrow(/there holds another repository/)
})
