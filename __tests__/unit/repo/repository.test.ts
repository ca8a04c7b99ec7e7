import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeMaintenanceSchedule, openFormat } from '../../../src/repo/format/index.ts'
import { type CreateOptions, createRepository, openRepository } from '../../../src/repo/repository.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { FakeClock, TEST_START_MS } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { TEST_IDENTITY } from '../../support/test-repository.ts'
import { digestsOf, WRITTEN_FORMATS, WRITTEN_PASSWORD, writeFixedRepository } from '../../support/written.ts'

function optionsFor(storage: CreateOptions['storage']): CreateOptions {
  return { storage, password: 'secret', identity: TEST_IDENTITY, clock: new FakeClock(), random: systemRandom, workers: 0 }
}

describe('a new repository', () => {
  test('has a policy with compression, its creator as owner of maintenance, and nothing due', async () => {
    const storage = new MapStorage()
    const repository = await createRepository(optionsFor(storage))
    const [policy, maintenance] = await Promise.all(
      ['policy', 'maintenance'].map(async (type) => {
        const [entry, ...others] = await repository.manifests.find({ type })
        expect(others).toEqual([])
        return await repository.manifests.get(entry?.id ?? '')
      }),
    )
    expect(policy?.entry.labels).toMatchObject({ policyType: 'global' })
    expect(JSON.parse(policy?.json ?? '')).toMatchObject({ compression: { compressorName: 'zstd-fastest' }, retention: { keepLatest: 10 } })
    expect(JSON.parse(maintenance?.json ?? '')).toMatchObject({ owner: 'builder@ci-runner', full: { enabled: true, interval: 86_400e9 } })
    const bytesOf = (id: string) => storage.blobs.get(id)?.bytes ?? new Uint8Array(0)
    const format = await openFormat(bytesOf('kopia.repository'), 'secret', 0n)
    const schedule = decodeMaintenanceSchedule(bytesOf('kopia.maintenance'), format)
    const nowNs = BigInt(TEST_START_MS) * 1_000_000n
    expect(schedule).toEqual({ nextFullNs: nowNs + 86_400_000_000_000n, nextQuickNs: nowNs + 3_600_000_000_000n, runs: {} })
    expect(repository.facts).toMatchObject({ formatVersion: 3, hash: 'HMAC-SHA256-128', indexVersion: 2, epochsEnabled: true })
    expect([...storage.blobs.keys()].filter((id) => id.startsWith('s'))).toEqual([])
  })

  test('takes the algorithms it is asked for', async () => {
    const options = {
      hash: 'BLAKE3-256',
      encryption: 'CHACHA20-POLY1305-HMAC-SHA256',
      splitter: 'FIXED-1M',
      keyDerivation: 'pbkdf2-sha256-600000',
    }
    const storage = new MapStorage()
    await (await createRepository({ ...optionsFor(storage), ...options })).close()
    const { facts } = await openRepository(optionsFor(storage))
    expect(facts).toMatchObject(options)
  })

  test('is refused where one is, and where half of one is', async () => {
    const storage = new MapStorage()
    await createRepository(optionsFor(storage))
    const before = digestsOf(storage.blobs)
    await expect(createRepository(optionsFor(storage))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_EXISTS' })
    expect(digestsOf(storage.blobs)).toEqual(before)
    storage.blobs.delete('kopia.repository')
    await expect(createRepository(optionsFor(storage))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_EXISTS' })
  })

  test('is made by one of two clients that try at the same time', async () => {
    const storage = new MapStorage()
    const settled = await Promise.allSettled([createRepository(optionsFor(storage)), createRepository(optionsFor(storage))])
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CAIRN_REPOSITORY_EXISTS' } })
    await openRepository(optionsFor(storage))
  })

  test('does not exist when its format blob could not be stored', async () => {
    const storage = new MapStorage()
    const faulty = new FaultyStorage(storage, [{ method: 'putBlob', prefix: 'kopia.repository' }])
    await expect(createRepository(optionsFor(faulty))).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    await expect(openRepository(optionsFor(storage))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_MISSING' })
    // Nothing is left in the way of trying again.
    await createRepository(optionsFor(storage))
  })
})

describe('opening', () => {
  test('tells a wrong password, a missing repository and a damaged one apart', async () => {
    const storage = new MapStorage()
    await expect(openRepository(optionsFor(storage))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_MISSING', kind: 'no-repository' })
    await createRepository(optionsFor(storage))
    await expect(openRepository({ ...optionsFor(storage), password: 'Secret' })).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG' })
    storage.blobs.set('kopia.repository', { bytes: utf8('no JSON'), timestampMs: 0 })
    await expect(openRepository(optionsFor(storage))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
    storage.blobs.set('kopia.repository', { bytes: new Uint8Array(64 * 1024 * 1024), timestampMs: 0 })
    await expect(openRepository(optionsFor(storage))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
  })

  test('for reading writes nothing and refuses to', async () => {
    const storage = new MapStorage()
    await createRepository(optionsFor(storage))
    const faulty = new FaultyStorage(storage, [{ method: 'putBlob', sticky: true }])
    const repository = await openRepository({ ...optionsFor(faulty), readonly: true })
    await expect(repository.objects.writeBytes(utf8('x'))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_READONLY' })
    await expect(repository.manifests.put({ type: 't' }, '{}')).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_READONLY' })
    await expect(repository.manifests.delete('x')).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_READONLY' })
    await repository.flush()
    await repository.close()
    expect(faulty.failures).toBe(0)
  })

  test('two clients that write the same at the same time both succeed', async () => {
    const storage = new MapStorage()
    await createRepository(optionsFor(storage))
    const [a, b] = await Promise.all([openRepository(optionsFor(storage)), openRepository(optionsFor(storage))])
    const ids = await Promise.all([a, b].map((client) => client.objects.writeBytes(utf8('same'))))
    await Promise.all([a.flush(), b.flush()])
    expect(ids[0]?.id).toBe(ids[1]?.id)
    const reader = await openRepository(optionsFor(storage))
    expect(await (await reader.objects.open(ids[0]?.id ?? '')).readAll()).toEqual(utf8('same'))
  })
})

describe('the bytes that are written', () => {
  test.each(Object.keys(WRITTEN_FORMATS))(
    'with a fixed clock and random source are those that stock kopia was seen to accept: %s',
    async (name) => {
      const storage = new MapStorage()
      await writeFixedRepository(storage, WRITTEN_FORMATS[name])
      const expected: { blobs: Record<string, Record<string, string>> } = JSON.parse(
        readFileSync(new URL('../../golden/written.json', import.meta.url), 'utf8'),
      )
      expect(digestsOf(storage.blobs)).toEqual(expected.blobs[name])
      await openRepository({ ...optionsFor(storage), password: WRITTEN_PASSWORD })
    },
  )
})
