import { expect, test } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import { runMaintenance } from '../../../src/maintenance/run.ts'
import { planRewrite } from '../../../src/maintenance/steps/rewrite-contents.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { ContentIndex } from '../../../src/repo/content/index/content-index.ts'
import { HOUR_MS, World } from './world.ts'

const NS_PER_SECOND = 1_000_000_000n

interface Given {
  readonly pack: string
  readonly id: string
  readonly bytes?: number
  readonly seconds?: number
  readonly isDeleted?: boolean
}

function plan(entries: readonly Given[], kinds: readonly string[] = ['p', 'q'], shortBelowBytes = 600): string[] {
  const index = new ContentIndex(16)
  for (const [at, { pack, id, bytes = 100, seconds = 50, isDeleted = false }] of entries.entries()) {
    index.add({
      id: id.padEnd(id.length + 31, '0').slice(0, /^[g-z]/.test(id) ? 33 : 32),
      packBlobId: pack,
      packOffset: 10_000 - at * 200,
      packedLength: bytes,
      originalLength: bytes,
      timestampSeconds: seconds,
      isDeleted,
      compressionId: 0,
      formatVersion: 3,
      encryptionKeyId: 0,
    })
  }
  const { rows } = planRewrite(index, { kinds, shortBelowBytes, olderThanSeconds: 60n * NS_PER_SECOND })
  return Array.from(rows, (row) => index.idOfRow(row).replace(/0+$/, ''))
}

test('packs of large contents are a kind of their own: two short ones that would only become two again stay', () => {
  const large = 2 * 1024 * 1024
  const entries = [
    { pack: 'p1', id: 'a1' },
    { pack: 'p2', id: 'b1', bytes: large },
  ]
  const shortBelowBytes = 3 * large
  expect(plan(entries, ['p', 'q'], shortBelowBytes)).toEqual([])
  // A pack of both kinds, as kopia writes them, counts with the small ones.
  expect(plan([...entries, { pack: 'p3', id: 'c1' }, { pack: 'p3', id: 'c2', bytes: large }], ['p', 'q'], shortBelowBytes).sort()).toEqual([
    'a1',
    'c1',
    'c2',
  ])
  expect(plan([...entries, { pack: 'p3', id: 'c2', bytes: large }], ['p', 'q'], shortBelowBytes).sort()).toEqual(['b1', 'c2'])
})

test('contents of short packs are moved when there are two of a kind, in the order in which they lie', () => {
  expect(plan([{ pack: 'p1', id: 'a1' }])).toEqual([])
  expect(
    plan([
      { pack: 'p1', id: 'a1' },
      { pack: 'q1', id: 'ka1' },
    ]),
  ).toEqual([])
  expect(
    plan([
      { pack: 'p1', id: 'a1' },
      { pack: 'p1', id: 'a2' },
      { pack: 'p2', id: 'a3' },
    ]),
  ).toEqual(['a2', 'a1', 'a3'])
})

test('packs that are used for 60 percent stay, and what is deleted counts as used', () => {
  const full = [
    { pack: 'p1', id: 'a1', bytes: 600 },
    { pack: 'p2', id: 'a2' },
  ]
  expect(plan(full)).toEqual([])
  const deleted = [
    { pack: 'p1', id: 'a1' },
    { pack: 'p1', id: 'a3', bytes: 500, isDeleted: true },
    { pack: 'p2', id: 'a2' },
  ]
  expect(plan(deleted)).toEqual([])
})

test('young contents, deleted contents and manifests stay where they are', () => {
  const given = [
    { pack: 'q1', id: 'ka1' },
    { pack: 'q1', id: 'ka2', seconds: 61 },
    { pack: 'q1', id: 'ka3', isDeleted: true },
    { pack: 'q1', id: 'ma4' },
    { pack: 'q2', id: 'ka5' },
    { pack: 'q3', id: 'ma6' },
  ]
  expect(plan(given)).toEqual(['ka1', 'ka5'])
})

test('quick maintenance looks at metadata packs only', () => {
  const given = [
    { pack: 'p1', id: 'a1' },
    { pack: 'p2', id: 'a2' },
    { pack: 'q1', id: 'ka1' },
    { pack: 'q2', id: 'ka2' },
  ]
  expect(plan(given, ['q'])).toEqual(['ka1', 'ka2'])
})

test('contents that were moved are read from their new packs while the old ones are still there', async () => {
  const world = await World.create()
  for (let i = 0; i < 4; i++) {
    await world.begin(0, [i])
    await world.commit(0)
  }
  const reader = await world.open()
  await world.advance(3 * 60)
  const packs = world.countBlobs('p')
  await world.maintain('full')
  expect(world.countBlobs('p')).toBe(packs + 1)
  // Whoever has not seen the new index still finds everything.
  for (const { id, isDeleted } of reader.care.contents.entries()) if (!isDeleted) await reader.care.contents.read(id)
  await world.advance(26 * 60)
  await world.maintain('full')
  expect(world.countBlobs('p')).toBe(1)
  expect(await world.check()).toEqual([])
  await reader.close()
  await world.close()
})

test('a writer that commits packs which are days old, while maintenance looks at sessions and index, loses nothing', async () => {
  const world = await World.create()
  const writer = await world.open()
  const { id } = await writer.objects.writeBytes(new Uint8Array(13_000).fill(7))
  // The pack is full and uploaded; its index is not there yet.
  await new Promise((resolve) => setImmediate(resolve))
  expect(world.countBlobs('p')).toBe(1)
  world.clock.advance(30 * HOUR_MS)
  let isArmed = false
  const storage: BlobStorage = Object.assign(Object.create(world.storage) as BlobStorage, {
    getBlob: (...args: Parameters<BlobStorage['getBlob']>) => world.storage.getBlob(...args),
    putBlob: (...args: Parameters<BlobStorage['putBlob']>) => world.storage.putBlob(...args),
    statBlob: (...args: Parameters<BlobStorage['statBlob']>) => world.storage.statBlob(...args),
    deleteBlob: (...args: Parameters<BlobStorage['deleteBlob']>) => world.storage.deleteBlob(...args),
    async *listBlobs(prefix: string) {
      if (isArmed && prefix === 's') {
        isArmed = false
        await writer.flush()
      }
      yield* world.storage.listBlobs(prefix)
    },
  })
  const maintainer = await world.open(storage)
  // Contents are moved first; packs are erased an hour later.
  await runMaintenance(maintainer, { mode: 'full', log: nullLogger })
  world.clock.advance(2 * HOUR_MS)
  isArmed = true
  await runMaintenance(maintainer, { mode: 'full', log: nullLogger })
  expect(isArmed).toBe(false)
  expect(world.countBlobs('p')).toBe(1)
  const reader = await world.open()
  expect((await (await reader.objects.open(id)).readAll()).length).toBe(13_000)
  for (const repository of [reader, maintainer, writer]) await repository.close()
})
