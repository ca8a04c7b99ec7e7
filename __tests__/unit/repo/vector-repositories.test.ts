import { describe, expect, it, onTestFinished } from 'vitest'
import { openRepository } from '../../../src/repo/repository.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import type { MapStorage } from '../../support/map-storage.ts'
import { REPO_VECTORS, readRepoVector } from '../../support/repo-vectors.ts'
import { seededBytes, seededRandom, TEST_IDENTITY } from '../../support/test-repository.ts'
import { sha256Hex } from '../../support/vectors.ts'

let opened = 0

async function open(storage: MapStorage, password: string, readonly = false) {
  opened++
  // Later than everything in the vectors, so that new entries win.
  const clock = new FakeClock(Date.UTC(2027, 0, 1))
  const random = seededRandom(`writer ${opened}`)
  const repository = await openRepository({ storage, password, identity: TEST_IDENTITY, clock, random, workers: 0, readonly })
  onTestFinished(() => repository.close())
  return repository
}

describe.each(REPO_VECTORS)('the repository %s of kopia', (name) => {
  it('opens with its password, gives every content bit for bit, and takes more', async () => {
    const { storage, password, plainSha256, entries } = await readRepoVector(name)
    const before = await open(storage, password)
    expect(plainSha256.size).toBeGreaterThan(0)
    for (const [id, sha256] of plainSha256) {
      const plain = await before.care.contents.read(id)
      expect(sha256Hex(plain), id).toBe(sha256)
    }
    const manifests = await before.manifests.find({})
    const bytes = seededBytes('appended', 300_000)
    const written = await before.objects.writeBytes(bytes)
    const text = utf8('compressible '.repeat(5000))
    const packed = await before.objects.writeBytes(text, { compressor: 'gzip' })
    expect(packed.id.startsWith('Z')).toBe(name.startsWith('repo-v1'))
    await before.manifests.put({ type: 'test' }, '{"appended":true}')
    await before.flush()

    const after = await open(storage, password, true)
    expect([...after.care.contents.entries()].length).toBeGreaterThan(entries.length)
    expect(Buffer.compare(await (await after.objects.open(written.id)).readAll(), bytes)).toBe(0)
    expect(Buffer.compare(await (await after.objects.open(packed.id)).readAll(), text)).toBe(0)
    expect((await after.manifests.find({})).length).toBe(manifests.length + 1)
    for (const [id, sha256] of plainSha256) expect(sha256Hex(await after.care.contents.read(id)), id).toBe(sha256)
  })
})

describe('a repository with error correction', () => {
  it('reads every content although a byte of each, and of every index blob, was changed', async () => {
    const { storage, password, plainSha256, entries } = await readRepoVector('repo-v3-ecc10')
    for (const [id, blob] of storage.blobs) {
      const bytes = blob.bytes.slice()
      const places = id.startsWith('xn')
        ? [bytes.length >> 1]
        : entries.filter((entry) => entry.packBlobId === id).map((entry) => entry.packOffset + (entry.packedLength >> 1))
      for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ 0xff
      storage.blobs.set(id, { ...blob, bytes })
    }
    const repository = await open(storage, password, true)
    for (const [id, sha256] of plainSha256) expect(sha256Hex(await repository.care.contents.read(id)), id).toBe(sha256)
  })
})
