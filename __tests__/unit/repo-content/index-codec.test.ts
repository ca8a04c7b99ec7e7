import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CairnError, isCairnError } from '../../../src/errors.ts'
import { decodeIndex } from '../../../src/repo/content/index/codec.ts'
import { ContentIndex } from '../../../src/repo/content/index/content-index.ts'
import { encodeIndexEntries, encodeIndexShards } from '../../../src/repo/content/index/encode-entries.ts'
import type { IndexEntry } from '../../../src/repo/content/index/interface.ts'
import { indexVectors, manyPacksVector, shardingExample } from './index-vectors.ts'

function decode(bytes: Uint8Array, hashSizeBytes: number): IndexEntry[] {
  const index = new ContentIndex(hashSizeBytes)
  decodeIndex(bytes, 'xn0_test', index)
  return [...index.entries()]
}

const hashSizeOf = (entries: readonly IndexEntry[]) => (entries[0]?.id.length ?? 0) >>> 1

describe.each(indexVectors)('the kopia index $name', ({ version, bytes, entries }) => {
  const hashSize = hashSizeOf(entries)

  it('reads as the entries kopia lists', () => {
    expect(decode(bytes, hashSize)).toEqual(entries)
  })

  it('is written with the same bytes, in whatever order the entries come', () => {
    expect(Buffer.from(encodeIndexEntries(version, hashSize, [...entries].reverse())).toString('hex')).toBe(
      Buffer.from(bytes).toString('hex'),
    )
  })

  it('reads the same with random bytes behind it and inside a larger buffer', () => {
    const padded = new Uint8Array(bytes.length + 47).fill(0xa5)
    padded.set(bytes, 15)
    expect(decode(padded.subarray(15), hashSize)).toEqual(entries)
  })

  it('is refused as damaged when cut anywhere', () => {
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.slice(0, length)
      expect(() => decode(cut, hashSize), `cut to ${length}`).toThrowError(expect.objectContaining({ code: 'CAIRN_INDEX_DAMAGED' }))
    }
  })

  it('gives entries or a damage error, nothing else, whatever byte is changed', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const changed = bytes.slice()
        changed[at] = value
        try {
          decode(changed, hashSize)
        } catch (error) {
          expect(isCairnError(error, 'CAIRN_INDEX_DAMAGED'), `byte ${at} = ${value}: ${error}`).toBe(true)
        }
      }
    }
  })
})

describe('index files', () => {
  it('number more than 65536 packs as kopia does', () => {
    const { entries, length, sha256 } = manyPacksVector()
    const bytes = encodeIndexEntries(2, 16, entries)
    expect(bytes.length).toBe(length)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(
      decode(bytes, 16)
        .map(({ packBlobId }) => packBlobId)
        .sort(),
    ).toEqual(entries.map(({ packBlobId }) => packBlobId).sort())
  })

  it('split into shards as kopia does', () => {
    const index = new ContentIndex(16)
    for (const { indexHex } of shardingExample.shards) decodeIndex(new Uint8Array(Buffer.from(indexHex, 'hex')), 'n0', index)
    expect(index.count).toBe(shardingExample.total)
    expect(encodeIndexShards(2, index.rows(), shardingExample.maxPerShard).map((shard) => Buffer.from(shard).toString('hex'))).toEqual(
      shardingExample.shards.map(({ indexHex }) => indexHex),
    )
  })

  it('of another hash length or an unknown version are refused by name', () => {
    const bytes = indexVectors[0]?.bytes ?? new Uint8Array(0)
    expect(() => decode(bytes, 32)).toThrowError(/xn0_test.*17 bytes instead of 33/)
    expect(() => decode(Uint8Array.of(3, 0, 0), 16)).toThrowError(/xn0_test.*version 3/)
    expect(() => decode(new Uint8Array(0), 16)).toThrowError(/xn0_test.*empty/)
  })

  it('that claim four billion entries, packs or formats are refused before anything is allocated', () => {
    for (const version of [1, 2]) {
      const bytes = new Uint8Array(64)
      bytes.set([version, 17, 0, version === 1 ? 20 : 16, 255, 255, 255, 255])
      expect(() => decode(bytes, 16)).toThrowError(/4294967295 entries/)
    }
    const bytes = new Uint8Array(64)
    bytes.set([2, 17, 0, 16, 0, 0, 0, 1, 255, 255, 255, 255, 1])
    expect(() => decode(bytes, 16)).toThrowError(/4294967295 packs/)
  })

  it('of version 1 refuse a compressed content instead of losing its compression', () => {
    const entry = { ...manyPacksVector().entries[0], compressionId: 0x1101 } as IndexEntry
    expect(() => encodeIndexEntries(1, 16, [entry])).toThrowError(CairnError)
  })

  it('without entries are empty lists of shards', () => {
    expect(encodeIndexShards(2, new ContentIndex(16).rows())).toEqual([])
  })

  const entryOf = (hashSize: number, version: 1 | 2): fc.Arbitrary<IndexEntry> =>
    fc
      .record({
        prefix: fc.constantFrom('', 'g', 'k', 'm', 'x', 'z'),
        hash: fc.uint8Array({ minLength: hashSize, maxLength: hashSize }),
        packBlobId: fc.constantFrom('p1', 'q22', `p${'f'.repeat(254)}`),
        packOffset: fc.integer({ min: 0, max: 2 ** 30 - 1 }),
        packedLength: fc.oneof(fc.integer({ min: 28, max: 5000 }), fc.integer({ min: 28, max: 2 ** 28 - 1 })),
        originalLength: fc.integer({ min: 0, max: 2 ** 28 - 1 }),
        timestampSeconds: fc.integer({ min: 0, max: version === 1 ? 2 ** 48 - 1 : 2 ** 32 - 1 }),
        isDeleted: fc.boolean(),
        compressionId: fc.constantFrom(0, 0x1000, 0x1101, 0xffff_ffff),
        formatVersion: fc.integer({ min: 0, max: 255 }),
        encryptionKeyId: fc.constantFrom(0, 1),
      })
      .map(({ prefix, hash, ...rest }) => ({
        ...rest,
        ...(version === 1 ? { originalLength: rest.packedLength - 28, compressionId: 0, encryptionKeyId: 0 } : {}),
        id: prefix + Buffer.from(hash).toString('hex'),
      }))

  it.each([
    [1, 16],
    [1, 28],
    [2, 16],
    [2, 32],
  ] as const)('of version %i with hashes of %i bytes come back as they were written', (version, hashSize) => {
    fc.assert(
      fc.property(fc.uniqueArray(entryOf(hashSize, version), { selector: ({ id }) => id, minLength: 1, maxLength: 40 }), (entries) => {
        const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(decode(encodeIndexEntries(version, hashSize, entries), hashSize)).toEqual(sorted)
      }),
    )
  })
})
