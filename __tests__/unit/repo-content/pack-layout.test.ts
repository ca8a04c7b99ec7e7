import { describe, expect, test } from 'vitest'
import { decodeIndex } from '../../../src/repo/content/index/codec.ts'
import { ContentIndex } from '../../../src/repo/content/index/content-index.ts'
import { decodePostamble, encodeFormatReplica, encodePostamble, paddingBytes } from '../../../src/repo/content/pack-layout.ts'
import { PackWriter } from '../../../src/repo/content/pack-writer.ts'
import { concatBytes, utf8 } from '../../../src/util/bytes.ts'
import { crc32, tableCrc32 } from '../../../src/util/crc32.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { readRepoVector } from '../../support/repo-vectors.ts'
import { openTestContents, seededBytes, testFormat } from '../../support/test-repository.ts'

const postamble = { indexIv: seededBytes('iv', 16), indexOffset: 20_975_616, indexLength: 99_000 }

describe('the checksum of postambles', () => {
  test('is CRC-32 with and without the help of the runtime', () => {
    expect(tableCrc32(utf8('123456789'))).toBe(0xcbf43926)
    expect(tableCrc32(seededBytes('crc', 1000))).toBe(crc32(seededBytes('crc', 1000)))
  })
})

describe('postambles', () => {
  test('come back as they were written, with bytes before them', () => {
    const bytes = encodePostamble(postamble)
    expect(bytes.at(-1)).toBe(bytes.length - 1)
    expect(decodePostamble(concatBytes([seededBytes('before', 100), bytes]))).toEqual(postamble)
  })

  test('with a changed byte anywhere are not accepted', () => {
    const bytes = encodePostamble(postamble)
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x41
      expect(decodePostamble(changed), `byte ${at}`).toBeUndefined()
    }
  })

  test('that are cut off are not accepted', () => {
    const bytes = encodePostamble(postamble)
    for (let start = 1; start <= bytes.length; start++) expect(decodePostamble(bytes.subarray(start)), `from ${start}`).toBeUndefined()
  })

  test('of packs made by kopia lead to a local index with the entries that kopia lists', async () => {
    const vector = await readRepoVector('repo-v3-default')
    let packs = 0
    for (const [id, { bytes }] of vector.storage.blobs) {
      if (!/^[pq]/.test(id)) continue
      packs++
      const found = decodePostamble(bytes.subarray(-8192))
      if (found === undefined) throw new Error(`${id} has no postamble`)
      expect(found.indexOffset % 4096).toBe(0)
      const sealed = bytes.subarray(found.indexOffset, found.indexOffset + found.indexLength)
      const index = new ContentIndex(vector.keys.hasher.sizeBytes)
      decodeIndex(vector.keys.encryptor.open(sealed, found.indexIv), id, index)
      for (const entry of index.entries()) expect(vector.entries).toContainEqual(entry)
      expect(index.count).toBeGreaterThan(0)
    }
    expect(packs).toBeGreaterThan(1)
  })
})

describe('padding', () => {
  test('ends at a multiple of 4096 and is never empty', () => {
    expect([0, 1, 4095, 4096, 4097].map(paddingBytes)).toEqual([4096, 4095, 1, 4096, 4095])
  })
})

describe('the format replica', () => {
  test('of packs made by kopia for a repository of format 1 is the one that Cairn writes', async () => {
    const { storage } = await readRepoVector('repo-v1-legacy')
    const json = storage.blobs.get('kopia.repository')?.bytes ?? new Uint8Array(0)
    const replica = encodeFormatReplica(json) ?? new Uint8Array(0)
    const packs = [...storage.blobs].filter(([id]) => /^[pq]/.test(id))
    expect(packs.length).toBeGreaterThan(0)
    for (const [, { bytes }] of packs) expect(Buffer.compare(bytes.subarray(0, replica.length), replica)).toBe(0)
  })

  test('is left out when the format blob is too long for it', () => {
    expect(encodeFormatReplica(new Uint8Array(65_000 - 32))).toBeDefined()
    expect(encodeFormatReplica(new Uint8Array(65_000 - 31))).toBeUndefined()
  })
})

describe('a pack', () => {
  test('begins with 32 random bytes, holds its contents without gaps, and lists them at its end', async () => {
    const format = await testFormat()
    const { codec } = await openTestContents({ storage: new MapStorage(), format })
    const pack = new PackWriter({ kind: 'q', sessionId: 's12', codec, indexVersion: 2, formatVersion: 3 })
    expect(pack.id).toMatch(/^q[0-9a-f]{32}-s12$/)
    const hashes = [seededBytes('a', 16), seededBytes('b', 16)]
    const sealed = [seededBytes('A', 50), seededBytes('B', 70)]
    const offsets = hashes.map((hash, at) =>
      pack.append({ prefixByte: 0x6b, hash, originalLength: at, compressionId: 0, timestampSeconds: 7 }, sealed[at] ?? new Uint8Array(0)),
    )
    expect(offsets).toEqual([32, 82])
    expect(pack.read(82, 70)).toEqual(sealed[1])
    const bytes = concatBytes(pack.finish())
    expect(bytes.length).toBe(pack.size)
    const found = decodePostamble(bytes.subarray(-8192))
    expect(found?.indexOffset).toBe(4096)
    const index = new ContentIndex(16)
    const local = bytes.subarray(found?.indexOffset, (found?.indexOffset ?? 0) + (found?.indexLength ?? 0))
    const plain = codec.encryptor.open(local, found?.indexIv ?? new Uint8Array(0))
    expect(codec.hasher.hash(plain)).toEqual(found?.indexIv)
    decodeIndex(plain, pack.id, index)
    expect([...index.entries({ prefix: 'k' })].map((entry) => [entry.packOffset, entry.packedLength, entry.packBlobId]).sort()).toEqual([
      [32, 50, pack.id],
      [82, 70, pack.id],
    ])
  })

  test('gives back every content before it is stored, small ones that were gathered and large ones in between', async () => {
    const format = await testFormat()
    const { codec } = await openTestContents({ storage: new MapStorage(), format })
    const pack = new PackWriter({ kind: 'p', sessionId: 's12', codec, indexVersion: 2, formatVersion: 3 })
    const lengths = [10, 70_000, 20, 30, 65_536, ...Array.from({ length: 40 }, (_, at) => 60_000 + at), 65_535, 1]
    const contents = lengths.map((length, at) => seededBytes(`content ${at}`, length))
    const offsets = contents.map((sealed, at) =>
      pack.append({ prefixByte: 0, hash: seededBytes(`hash ${at}`, 16), originalLength: 1, compressionId: 0, timestampSeconds: 7 }, sealed),
    )
    contents.forEach((sealed, at) => {
      expect(Buffer.compare(pack.read(offsets[at] ?? -1, sealed.length) ?? new Uint8Array(0), sealed)).toBe(0)
    })
    const bytes = concatBytes(pack.finish())
    contents.forEach((sealed, at) => {
      const offset = offsets[at] ?? -1
      expect(Buffer.compare(bytes.subarray(offset, offset + sealed.length), sealed)).toBe(0)
    })
    expect(pack.read(bytes.length, 1)).toBeUndefined()
  })
})
