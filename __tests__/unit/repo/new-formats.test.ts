import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/repo/blob/open.ts'
import { openFormat } from '../../../src/repo/format/index.ts'
import { type CreateOptions, createRepository, openRepository } from '../../../src/repo/repository.ts'
import { fromUtf8, utf8 } from '../../../src/util/bytes.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestContents, seededBytes, TEST_IDENTITY, testFormat } from '../../support/test-repository.ts'
import { readVectors } from '../../support/vectors.ts'

const DAY_NS = 86_400_000_000_000n

function optionsFor(storage: CreateOptions['storage']): CreateOptions {
  return { storage, password: 'secret', identity: TEST_IDENTITY, clock: new FakeClock(), random: systemRandom, workers: 0 }
}

const namesOf = (storage: MapStorage) => [...storage.blobs.keys()].sort()
const bytesOf = (storage: MapStorage, id: string) => storage.blobs.get(id)?.bytes ?? new Uint8Array(0)

describe('a new repository of format version 1', () => {
  it('has the payload that kopia writes', async () => {
    const storage = new MapStorage()
    await (await createRepository({ ...optionsFor(storage), formatVersion: 1, hash: 'BLAKE2B-256-128' })).close()
    const { payload } = await openFormat(bytesOf(storage, 'kopia.repository'), 'secret', 0n)
    const mine = JSON.parse(fromUtf8(payload) ?? '').format
    const { decryptedFormatJSON } = readVectors<{ decryptedFormatJSON: string }>('repo-v1-legacy')
    const { secret, masterKey, splitter } = JSON.parse(decryptedFormatJSON).format
    const expected = decryptedFormatJSON.replace(secret, mine.secret).replace(masterKey, mine.masterKey)
    expect(fromUtf8(payload)).toBe(expected.replace(splitter, 'DYNAMIC-4M-BUZHASH'))
  })

  it('keeps its index in n blobs, begins its packs with a copy of the format blob, and compresses before it hashes', async () => {
    const storage = new MapStorage()
    const repository = await createRepository({ ...optionsFor(storage), formatVersion: 1 })
    const text = utf8('again and again '.repeat(1000))
    const packed = await repository.objects.writeBytes(text, { compressor: 'zstd-fastest' })
    const plain = await repository.objects.writeBytes(seededBytes('plain', 100_000), { compressor: 'zstd-fastest' })
    await repository.flush()
    await repository.close()
    expect(packed.id).toMatch(/^Z[0-9a-f]{32}$/)
    expect(plain.id).toMatch(/^[0-9a-f]{32}$/)
    expect(namesOf(storage).filter((id) => /^n[0-9a-f]{32}-s/.test(id)).length).toBe(2)
    expect(namesOf(storage).filter((id) => id.startsWith('x'))).toEqual([])
    const format = fromUtf8(bytesOf(storage, 'kopia.repository')) ?? ''
    const packs = namesOf(storage).filter((id) => /^[pq]/.test(id))
    expect(packs.length).toBeGreaterThan(1)
    for (const id of packs) {
      const bytes = bytesOf(storage, id)
      expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(0, true)).toBe(format.length + 32)
      expect(fromUtf8(bytes.subarray(2, 2 + format.length))).toBe(format)
    }

    const again = await openRepository(optionsFor(storage))
    expect(again.facts).toMatchObject({ formatVersion: 1, indexVersion: 1, epochsEnabled: false, isPasswordChangeSupported: false })
    expect(Buffer.compare(await (await again.objects.open(packed.id)).readAll(), text)).toBe(0)
    expect((await again.manifests.find({ type: 'policy' })).length).toBe(1)
    expect(await again.advanceEpoch()).toBeUndefined()
  })

  it('has no error correction, even when asked for it', async () => {
    const storage = new MapStorage()
    const { facts } = await createRepository({ ...optionsFor(storage), formatVersion: 1, eccOverheadPercent: 10 })
    expect(facts).toMatchObject({ formatVersion: 1, ecc: '', eccOverheadPercent: 0 })
  })
})

describe('a new repository', () => {
  it('of version 2 differs from version 3 only in its number', async () => {
    const [two, three] = await Promise.all(
      [2, 3].map((formatVersion) => createRepository({ ...optionsFor(new MapStorage()), formatVersion })),
    )
    expect({ ...two?.facts, formatVersion: 3, uniqueId: '' }).toEqual({ ...three?.facts, uniqueId: '' })
    expect(two?.facts.formatVersion).toBe(2)
  })

  it('has no other version', async () => {
    for (const formatVersion of [4, -1, 1.5]) {
      const storage = new MapStorage()
      await expect(createRepository({ ...optionsFor(storage), formatVersion })).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
      expect(storage.blobs.size).toBe(0)
    }
  })

  it('gives error correction at most as much space again, and knows one kind of it', async () => {
    const storage = new MapStorage()
    const repository = await createRepository({ ...optionsFor(storage), eccOverheadPercent: 500 })
    expect(repository.facts).toMatchObject({ ecc: 'REED-SOLOMON-CRC32', eccOverheadPercent: 100 })
    const { facts } = await createRepository({ ...optionsFor(new MapStorage()), ecc: 'REED-SOLOMON-CRC32', eccOverheadPercent: -3 })
    expect(facts).toMatchObject({ ecc: '', eccOverheadPercent: 0 })
    const unknown = { ...optionsFor(new MapStorage()), ecc: 'TURBO', eccOverheadPercent: 5 }
    await expect(createRepository(unknown)).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
  })

  it('with error correction is read although every pack, index and local index was hit', async () => {
    const storage = new MapStorage()
    const repository = await createRepository({ ...optionsFor(storage), eccOverheadPercent: 5 })
    const bytes = seededBytes('hit', 2_500_000)
    const { id } = await repository.objects.writeBytes(bytes)
    await repository.flush()
    await repository.close()
    for (const [name, blob] of storage.blobs) {
      if (!/^[pqx]/.test(name)) continue
      const changed = blob.bytes.slice()
      // Not more than one shard of each block, and not the postamble, which has no parity.
      for (let at = 1000; at < changed.length - 200; at += 50_000) changed[at] = (changed[at] ?? 0) ^ 0x40
      storage.blobs.set(name, { ...blob, bytes: changed })
    }
    const again = await openRepository(optionsFor(storage))
    expect(Buffer.compare(await (await again.objects.open(id)).readAll(), bytes)).toBe(0)
    expect((await again.manifests.find({})).length).toBe(2)
  })
})

describe('the longest content', () => {
  it('is read back although parity makes it twice as long as anything a splitter cuts', async () => {
    const format = await testFormat({ ecc: 'REED-SOLOMON-CRC32', eccOverheadPercent: 100 })
    const contents = await openTestContents({ storage: new MapStorage(), format })
    const plain = new Uint8Array(16 * 1024 * 1024)
    const { id } = contents.write(plain, '', undefined)
    expect((await contents.find(id)).packedLength).toBeGreaterThan(32 * 1024 * 1024)
    expect(Buffer.compare(await contents.read(id), plain)).toBe(0)
    await contents.close()
  }, 60_000)
})

describe('retention of blobs', () => {
  const retention = { retentionMode: 'COMPLIANCE', retentionPeriodNs: 400n * DAY_NS }

  it('is asked of the storage for packs, indexes and configuration, now and whenever the repository is opened', async () => {
    const storage = new MapStorage()
    const created = await createRepository({ ...optionsFor(storage), retention })
    expect(created.facts.blobRetention).toEqual(retention)
    await created.close()
    const again = await openRepository(optionsFor(storage))
    expect(again.facts.blobRetention).toEqual(retention)
    await again.objects.writeBytes(utf8('kept'))
    await again.flush()
    const kept = [...storage.blobs].filter(([, blob]) => blob.retention !== undefined)
    expect(new Set(kept.map(([id]) => (id.startsWith('kopia') ? id : id.slice(0, 1))))).toEqual(
      new Set(['kopia.repository', 'kopia.blobcfg', 'p', 'q', 'x']),
    )
    for (const [, blob] of kept) expect(blob.retention).toEqual(retention)
    expect(namesOf(storage).filter((id) => storage.blobs.get(id)?.retention === undefined)).toEqual(['kopia.maintenance'])
  })

  it('is not asked for where the repository does not say so', async () => {
    const storage = new MapStorage()
    const { facts } = await createRepository({ ...optionsFor(storage), retention: { retentionMode: '', retentionPeriodNs: 0n } })
    expect(facts.blobRetention).toBeUndefined()
    expect([...storage.blobs.values()].filter((blob) => blob.retention !== undefined)).toEqual([])
  })

  it('needs a mode and a period of a day', async () => {
    const storage = new MapStorage()
    for (const wrong of [
      { retentionMode: 'GOVERNANCE', retentionPeriodNs: 0n },
      { retentionMode: '', retentionPeriodNs: DAY_NS },
      { retentionMode: 'GOVERNANCE', retentionPeriodNs: DAY_NS - 1n },
    ]) {
      await expect(createRepository({ ...optionsFor(storage), retention: wrong })).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    }
    expect(storage.blobs.size).toBe(0)
  })

  it('is refused by a folder, which is left as it was', async () => {
    const path = join(await tempDir('retention'), 'repo')
    const storage = await openStorage({ kind: 'filesystem', path }, { mode: 'create', clock: new FakeClock(), platform: process.platform })
    await expect(createRepository({ ...optionsFor(storage), retention })).rejects.toMatchObject({
      code: 'CAIRN_NOT_SUPPORTED',
      message: expect.stringContaining(path),
    })
    expect(await readdir(path)).toEqual([])
  })
})
