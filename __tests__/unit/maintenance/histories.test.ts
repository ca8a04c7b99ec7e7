/** Maintenance beside writers: whatever happens in whatever order, what was saved can be restored. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import type { MapStorage } from '../../support/map-storage.ts'
import { HOUR_MS, LEGACY, MINUTE_MS, SMALL, World } from './world.ts'

/** More are tried with CAIRN_HISTORIES=500. */
const HISTORIES = Number(process.env['CAIRN_HISTORIES'] ?? 25)

type WriterAct =
  | { readonly kind: 'begin'; readonly writer: number; readonly files: readonly number[] }
  | { readonly kind: 'commit'; readonly writer: number }
  | { readonly kind: 'crash'; readonly writer: number }
  | { readonly kind: 'delete'; readonly snapshot: number }

type Act =
  | WriterAct
  | { readonly kind: 'wait'; readonly minutes: number }
  | {
      readonly kind: 'maintain'
      readonly mode: 'quick' | 'full'
      readonly meanwhile: readonly { readonly call: number; readonly act: WriterAct }[]
    }
  | { readonly kind: 'breakdown'; readonly call: number }
  | { readonly kind: 'race' }

const writer = fc.integer({ min: 0, max: 2 })
const writerAct: fc.Arbitrary<WriterAct> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('begin' as const), writer, files: fc.array(fc.nat(15), { minLength: 1, maxLength: 6 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('commit' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), writer }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), snapshot: fc.nat(9) }) },
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: writerAct },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 60, max: 600 }), fc.integer({ min: 1400, max: 6000 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('maintain' as const),
      mode: fc.constantFrom('full' as const, 'full' as const, 'quick' as const),
      meanwhile: fc.array(fc.record({ call: fc.integer({ min: 1, max: 60 }), act: writerAct }), { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('breakdown' as const), call: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('race' as const) }) },
)

async function perform(world: World, step: WriterAct): Promise<void> {
  if (step.kind === 'begin') await world.begin(step.writer, step.files)
  else if (step.kind === 'commit') await world.commit(step.writer)
  else if (step.kind === 'crash') await world.crash(step.writer)
  else await world.deleteSnapshot(step.snapshot)
}

/** One act after the other: a maintainer asks for several things at once, but each writer does one at a time. */
function inTurn(world: World): (act: WriterAct) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (step) => {
    last = last.then(() => perform(world, step))
    return last
  }
}

/** A storage that lets something happen before its n-th call. */
function withInterruptions(storage: MapStorage, at: ReadonlyMap<number, () => Promise<void>>): BlobStorage {
  let calls = 0
  const before = async (): Promise<void> => {
    await at.get(++calls)?.()
  }
  return {
    displayName: storage.displayName,
    getBlob: async (id, options) => {
      await before()
      return await storage.getBlob(id, options)
    },
    statBlob: async (id) => {
      await before()
      return await storage.statBlob(id)
    },
    putBlob: async (id, parts, options) => {
      await before()
      return await storage.putBlob(id, parts, options)
    },
    deleteBlob: async (id) => {
      await before()
      await storage.deleteBlob(id)
    },
    async *listBlobs(prefix, signal) {
      await before()
      yield* storage.listBlobs(prefix, signal)
    },
    close: () => storage.close(),
  }
}

async function play(world: World, acts: readonly Act[]): Promise<void> {
  for (const step of acts) {
    if (step.kind === 'wait') await world.advance(step.minutes)
    else if (step.kind === 'maintain') {
      const take = inTurn(world)
      const at = new Map(step.meanwhile.map(({ call, act: what }) => [call, () => take(what)]))
      await world.maintain(step.mode, withInterruptions(world.storage, at))
    } else if (step.kind === 'breakdown') {
      const method = step.call % 2 === 0 ? 'putBlob' : 'deleteBlob'
      await world.maintain(
        'full',
        new FaultyStorage(world.storage, [{ method, call: Math.ceil(step.call / 2), sticky: true, when: 'before' }]),
      )
    } else if (step.kind === 'race') await Promise.all([world.maintain('full'), world.maintain('full')])
    else await perform(world, step)
  }
}

describe.each([
  ['with epochs', SMALL],
  ['without epochs', LEGACY],
])('%s', (_, format) => {
  test('every saved snapshot can be restored after any history, and no deleted one comes back', {
    timeout: 120_000 + HISTORIES * 1000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 40 }), async (acts) => {
        const world = await World.create(format)
        try {
          await play(world, acts)
          expect(await world.check()).toEqual([])
          // What was marked wrongly is found at the latest when everything has been erased that can be.
          for (let day = 0; day < 4; day++) {
            await world.advance(25 * 60)
            await world.maintain('full')
          }
          expect(await world.check()).toEqual([])
        } finally {
          await world.close()
        }
      }),
      { numRuns: HISTORIES },
    )
  })

  test('everything that no snapshot uses is erased in the end', async () => {
    const world = await World.create(format)
    await world.begin(0, [1, 2, 3, 4, 5, 6, 7, 8])
    await world.commit(0)
    await world.begin(1, [1, 9])
    await world.commit(1)
    await world.deleteSnapshot(0)
    expect(world.countBlobs('p')).toBeGreaterThan(2)
    for (let day = 0; day < 8; day++) {
      await world.advance(25 * 60)
      await world.maintain('full')
    }
    expect(await world.check()).toEqual([])
    const left = [...world.storage.blobs].filter(([id]) => id.startsWith('p')).reduce((sum, [, { bytes }]) => sum + bytes.length, 0)
    // Files 1 and 9, padding and a local index.
    expect(left).toBeLessThan(20_000)
    await world.deleteSnapshot(0)
    for (let day = 0; day < 4; day++) {
      await world.advance(25 * 60)
      await world.maintain('full')
    }
    expect(world.countBlobs('p')).toBe(0)
    expect(world.countBlobs('s')).toBe(0)
    await world.close()
  })

  test('without the margins, a writer in the middle of its work loses data: the check finds it', async () => {
    const world = await World.create(format)
    await world.begin(0, [1, 2])
    await world.commit(0)
    await world.deleteSnapshot(0)
    // The writer finds both contents in the index and stores nothing but a directory.
    await world.begin(0, [1, 2])
    world.clock.advance(5 * MINUTE_MS)
    await world.maintain('full', world.storage, 'none')
    world.clock.advance(1000)
    await world.maintain('full', world.storage, 'none')
    await world.commit(0)
    expect((await world.check()).length).toBeGreaterThan(0)
    await world.close()
  })

  test('with the margins, the same writer loses nothing however long maintenance goes on', async () => {
    const world = await World.create(format)
    await world.begin(0, [1, 2])
    await world.commit(0)
    await world.deleteSnapshot(0)
    world.clock.advance(48 * HOUR_MS)
    await world.begin(0, [1, 2])
    world.clock.advance(5 * MINUTE_MS)
    await world.maintain('full')
    await world.commit(0)
    for (let day = 0; day < 5; day++) {
      await world.advance(25 * 60)
      await world.maintain('full')
    }
    expect(await world.check()).toEqual([])
    await world.close()
  })
})
