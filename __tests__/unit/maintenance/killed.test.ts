/** Maintenance that is killed at any put or delete: nothing is lost, and the next run finishes the work. */
import { describe, expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { LEGACY, SMALL, World } from './world.ts'

/** A storage behind a process that dies at its n-th put or delete: every second one still gets through. */
function mortal(storage: BlobStorage, last: number): BlobStorage {
  let changes = 0
  const change = async <R>(work: () => Promise<R>): Promise<R> => {
    changes++
    if (changes < last) return await work()
    if (changes === last && last % 2 === 0) await work()
    throw new CairnError('CAIRN_STORAGE_IO', `Killed at change ${last}.`)
  }
  return {
    displayName: storage.displayName,
    getBlob: (id, options) => storage.getBlob(id, options),
    statBlob: (id) => storage.statBlob(id),
    putBlob: (id, parts, options) => change(() => storage.putBlob(id, parts, options)),
    deleteBlob: (id) => change(() => storage.deleteBlob(id)),
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    close: () => storage.close(),
  }
}

/** A repository in which every step has something to do. */
async function busyWorld(format: typeof SMALL): Promise<World> {
  const world = await World.create(format)
  for (let i = 0; i < 9; i++) {
    await world.begin(0, [i, i + 1, 20])
    await world.commit(0)
    await world.advance(40)
    if (i % 3 === 0) await world.maintain('quick')
  }
  for (const snapshot of [0, 2, 4]) await world.deleteSnapshot(snapshot)
  await world.advance(30 * 60)
  await world.maintain('full')
  await world.deleteSnapshot(1)
  await world.advance(30 * 60)
  return world
}

describe.each([
  ['with epochs', SMALL],
  ['without epochs', LEGACY],
])('%s', (_, format) => {
  test.each(['full', 'none'] as const)('with --safety=%s', { timeout: 60_000 }, async (safety) => {
    const world = await busyWorld(format)
    expect(await world.check()).toEqual([])
    const blobs = new Map(world.storage.blobs)
    const counting = new FaultyStorage(world.storage)
    await world.maintain('full', counting, safety)
    const changes = counting.count('putBlob') + counting.count('deleteBlob')
    expect(changes).toBeGreaterThan(15)
    for (let change = 1; change <= changes; change++) {
      world.storage.blobs.clear()
      for (const [id, blob] of blobs) world.storage.blobs.set(id, blob)
      await world.maintain('full', mortal(world.storage, change), safety)
      const where = `killed at change ${change} of ${changes}`
      expect([where, ...(await world.check())]).toEqual([where])
      world.clock.advance(16 * 60_000)
      await world.maintain('full', world.storage, safety)
      expect([where, ...(await world.check())]).toEqual([where])
      world.clock.advance(-16 * 60_000)
    }
    await world.close()
  })
})
