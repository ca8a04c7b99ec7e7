import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIndex, encodeIndexRows } from '../../../src/repo/content/index/codec.ts'
import { ContentIndex } from '../../../src/repo/content/index/content-index.ts'
import { encodeIndexEntries } from '../../../src/repo/content/index/encode-entries.ts'
import type { IndexEntry } from '../../../src/repo/content/index/interface.ts'
import { emptyRow } from '../../../src/repo/content/index/rows.ts'

const idOf = (n: number, prefix = '') => prefix + n.toString(16).padStart(32, '0')
const hashOf = (id: string) => new Uint8Array(Buffer.from(id.slice(id.length % 2), 'hex'))

function entryOf(fields: Partial<IndexEntry> = {}): IndexEntry {
  return {
    id: idOf(1),
    packBlobId: 'p1',
    packOffset: 32,
    packedLength: 128,
    originalLength: 100,
    timestampSeconds: 1000,
    isDeleted: false,
    compressionId: 0,
    formatVersion: 3,
    encryptionKeyId: 0,
    ...fields,
  }
}

function indexOf(entries: Iterable<IndexEntry>): ContentIndex {
  const index = new ContentIndex(16)
  for (const entry of entries) index.add(entry)
  return index
}

/** The rows as the next index blob would have them. */
function pendingOf(rows: ReturnType<ContentIndex['takePending']>['rows']): IndexEntry[] {
  const decoded = new ContentIndex(16)
  if (rows.count > 0) decodeIndex(encodeIndexRows(2, rows), 'test', decoded)
  return [...decoded.entries()]
}

/** Merges as reading an index blob would: nothing becomes pending. */
function load(index: ContentIndex, ...entries: IndexEntry[]): void {
  decodeIndex(encodeIndexEntries(2, 16, entries), 'xn0_test', index)
}

describe('looking up contents', () => {
  it('finds an entry by ID and by prefix and hash, and no other', () => {
    const entry = entryOf({ id: idOf(5, 'k'), compressionId: 0x1101, encryptionKeyId: 2 })
    const index = indexOf([entry])
    expect(index.get(entry.id)).toEqual(entry)
    expect(index.getByHash('k'.charCodeAt(0), hashOf(entry.id))).toEqual(entry)
    expect(index.findLive('k'.charCodeAt(0), hashOf(entry.id))).toBe(true)
    expect(index.findLive(0, hashOf(entry.id))).toBe(false)
    expect(index.hasLive(idOf(5))).toBe(false)
    expect(index.get(idOf(6, 'k'))).toBeUndefined()
  })

  it('knows nothing under IDs that are malformed or of another length', () => {
    const index = indexOf([entryOf()])
    for (const id of ['', 'k', 'zz', idOf(1).toUpperCase().replace('0', 'G'), `${idOf(1)}00`, idOf(1).slice(2), `kk${idOf(1)}`]) {
      expect(index.get(id), id).toBeUndefined()
      expect(index.hasLive(id), id).toBe(false)
    }
    expect(index.findLive(0, new Uint8Array(15))).toBe(false)
    expect(() => index.add(entryOf({ id: 'nonsense' }))).toThrowError(/nonsense/)
  })

  it('keeps a hundred thousand entries apart that differ in few bits, within 70 bytes each', () => {
    const index = new ContentIndex(16)
    const row = emptyRow()
    row.source = new Uint8Array(17)
    const view = new DataView(row.source.buffer)
    row.pack = index.packNumber('p1')
    for (let n = 0; n < 100_000; n++) {
      view.setUint32(7, n)
      row.packOffset = n
      index.insert(row)
    }
    expect(index.count).toBe(100_000)
    expect(index.sizeBytes / index.count).toBeLessThan(70)
    for (const n of [0, 1, 255, 256, 65_535, 65_536, 99_999]) {
      const hash = new Uint8Array(16)
      new DataView(hash.buffer).setUint32(6, n)
      expect(index.getByHash(0, hash)?.packOffset).toBe(n)
    }
    const offsets = [...index.entries()].map(({ packOffset }) => packOffset)
    expect(offsets).toEqual(Array.from({ length: 100_000 }, (_, n) => n))
  })
})

describe('merging', () => {
  it.each([
    ['the newer', entryOf({ timestampSeconds: 2000, isDeleted: true }), entryOf({ timestampSeconds: 1999, packBlobId: 'pz' })],
    ['of the same second the one not deleted', entryOf({ packBlobId: 'p1' }), entryOf({ packBlobId: 'p2', isDeleted: true })],
    ['else the later pack name', entryOf({ packBlobId: 'p2' }), entryOf({ packBlobId: 'p10' })],
  ])('keeps %s', (_, winner, loser) => {
    for (const entries of [
      [winner, loser],
      [loser, winner],
    ]) {
      const index = indexOf(entries)
      expect(index.count).toBe(1)
      expect(index.get(winner.id)).toEqual(winner)
    }
  })

  it('gives the same result in any order and any grouping', () => {
    const arbitrary = fc.record({
      id: fc.integer({ min: 0, max: 6 }).map((n) => idOf(n, n % 2 === 0 ? '' : 'k')),
      packBlobId: fc.constantFrom('p1', 'p2', 'q1'),
      packOffset: fc.integer({ min: 0, max: 3 }),
      timestampSeconds: fc.integer({ min: 1, max: 3 }),
      isDeleted: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 30 }), fc.infiniteStream(fc.nat()), fc.nat(), (list, weights, cut) => {
        const entries = list.map((fields) => entryOf(fields))
        const shuffled = entries
          .map((entry) => ({ entry, weight: weights.next().value }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ entry }) => entry)
        const grouped = new ContentIndex(16)
        const at = cut % shuffled.length
        for (const group of [shuffled.slice(at), shuffled.slice(0, at)]) {
          if (group.length > 0) load(grouped, ...group)
        }
        expect([...grouped.entries()]).toEqual([...indexOf(entries).entries()])
      }),
    )
  })

  it('hides deleted entries up to the watermark, on reading only', () => {
    const deleted = entryOf({ isDeleted: true, timestampSeconds: 1000 })
    const index = indexOf([deleted, entryOf({ id: idOf(2), timestampSeconds: 1000 })])
    index.watermarkSeconds = 999
    expect(index.get(deleted.id)).toEqual(deleted)
    expect(index.hasLive(deleted.id)).toBe(false)
    index.watermarkSeconds = 1000
    expect(index.get(deleted.id)).toBeUndefined()
    expect([...index.entries()].map(({ id }) => id)).toEqual([idOf(2)])
    expect(index.hasLive(idOf(2))).toBe(true)
    expect(index.rows().count).toBe(2)
    index.watermarkSeconds = 0
    expect(index.get(deleted.id)).toEqual(deleted)
  })

  it('offers a timestamp that wins over the present entry, even over a hidden one from the future', () => {
    const index = indexOf([entryOf({ isDeleted: true, timestampSeconds: 5000 })])
    index.watermarkSeconds = 6000
    const hash = hashOf(idOf(1))
    expect(index.nextTimestamp(0, hash, 4000)).toBe(5001)
    expect(index.nextTimestamp(0, hash, 7000)).toBe(7000)
    expect(index.nextTimestamp(0, hashOf(idOf(2)), 4000)).toBe(4000)
    expect(index.add(entryOf({ timestampSeconds: 5001 }))).toBe(true)
    expect(index.hasLive(idOf(1))).toBe(true)
  })
})

describe('listing', () => {
  it('goes by prefix and in the order of IDs', () => {
    const ids = [idOf(3), idOf(1), idOf(2, 'm'), idOf(9, 'k'), idOf(1, 'k'), idOf(7, 'x')]
    const index = indexOf(ids.map((id) => entryOf({ id })))
    const listed = (prefix?: string) => [...index.entries(prefix === undefined ? {} : { prefix })].map(({ id }) => id)
    expect(listed()).toEqual([...ids].sort())
    expect(listed('')).toEqual([idOf(1), idOf(3)])
    expect(listed('k')).toEqual([idOf(1, 'k'), idOf(9, 'k')])
    expect(listed('g')).toEqual([])
  })

  it('orders IDs whose first bytes are equal', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom('', 'k', 'z'), fc.integer({ min: 0, max: 2 ** 40 })), { maxLength: 60 }),
        (pairs) => {
          const ids = [...new Set(pairs.map(([prefix, n]) => `${prefix}${'ff'.repeat(8)}${n.toString(16).padStart(16, '0')}`))]
          expect([...indexOf(ids.map((id) => entryOf({ id }))).entries()].map(({ id }) => id)).toEqual([...ids].sort())
        },
      ),
    )
  })
})

describe('entries for the next index blob', () => {
  it('are those added, not those loaded, in order and once', () => {
    const index = new ContentIndex(16)
    load(index, entryOf({ id: idOf(9) }))
    const added = [entryOf({ id: idOf(3) }), entryOf({ id: idOf(1, 'k') }), entryOf({ id: idOf(2) })]
    for (const entry of added) index.add(entry)
    expect(index.pendingCount).toBe(3)
    expect(pendingOf(index.takePending().rows)).toEqual([added[2], added[0], added[1]])
    expect(index.pendingCount).toBe(0)
    expect(index.takePending().rows.count).toBe(0)
    expect(index.hasLive(idOf(3))).toBe(true)
  })

  it('wait while their pack is not stored', () => {
    const index = indexOf([entryOf({ id: idOf(1), packBlobId: 'p1' }), entryOf({ id: idOf(2), packBlobId: 'p2' })])
    expect(pendingOf(index.takePending((pack) => pack === 'p2').rows).map(({ id }) => id)).toEqual([idOf(2)])
    expect(index.pendingCount).toBe(1)
    expect(pendingOf(index.takePending().rows).map(({ id }) => id)).toEqual([idOf(1)])
  })

  it('come back when the blob could not be written, once even if added again meanwhile', () => {
    const index = indexOf([entryOf({ id: idOf(1) }), entryOf({ id: idOf(2) })])
    const batch = index.takePending()
    index.add(entryOf({ id: idOf(2), isDeleted: true, timestampSeconds: 1001 }))
    batch.putBack()
    expect(index.pendingCount).toBe(2)
    expect(pendingOf(index.takePending().rows)).toEqual([
      entryOf({ id: idOf(1) }),
      entryOf({ id: idOf(2), isDeleted: true, timestampSeconds: 1001 }),
    ])
  })

  it('no longer hold one that a committed entry has overruled', () => {
    const index = indexOf([entryOf({ timestampSeconds: 1000 })])
    load(index, entryOf({ timestampSeconds: 1001, packBlobId: 'p9' }))
    expect(index.pendingCount).toBe(0)
    expect(index.takePending().rows.count).toBe(0)
    expect(index.get(idOf(1))?.packBlobId).toBe('p9')
  })

  it('do not include one that loses against what is there', () => {
    const index = new ContentIndex(16)
    load(index, entryOf({ timestampSeconds: 2000 }))
    expect(index.add(entryOf({ timestampSeconds: 1999, packBlobId: 'p9' }))).toBe(false)
    expect(index.pendingCount).toBe(0)
  })
})
