import { describe, expect, test } from 'vitest'
import type { Repository } from '../../../src/repo/api.ts'
import { retrying } from '../../../src/repo/blob/retrying.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { type Fault, FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestRepository, seededBytes, testFormat } from '../../support/test-repository.ts'

/** Small packs, so that one flush uploads several. */
const format = await testFormat({ maxPackSizeBytes: 64 * 1024 })

const first = seededBytes('first', 30_000)
const objects = Array.from({ length: 12 }, (_, number) => seededBytes(`object ${number}`, 20_000))

/** A repository with one committed object and manifest. */
async function committed(): Promise<{ storage: MapStorage; firstId: string }> {
  const storage = new MapStorage()
  const repository = await openTestRepository({ storage, format })
  const { id } = await repository.objects.writeBytes(first)
  await repository.manifests.put({ type: 'snapshot', name: 'first' }, `{"root":"${id}"}`)
  await repository.flush()
  await repository.close()
  return { storage, firstId: id }
}

/** What the runs that are made to fail do. */
async function writeMore(repository: Repository): Promise<void> {
  const ids: string[] = []
  for (const bytes of objects) ids.push((await repository.objects.writeBytes(bytes)).id)
  ids.push((await repository.objects.writeBytes(new TextEncoder().encode('{}'), { prefix: 'k' })).id)
  await repository.manifests.put({ type: 'snapshot', name: 'second' }, JSON.stringify({ ids }))
  await repository.flush()
}

/** Names of the snapshots that a new client sees; everything they refer to is read. */
async function visible(storage: MapStorage): Promise<string[]> {
  const repository = await openTestRepository({ storage, format, readonly: true })
  const names: string[] = []
  for (const { id, labels } of await repository.manifests.find({ type: 'snapshot' })) {
    names.push(labels['name'] ?? '')
    const payload: { root?: string; ids?: string[] } = JSON.parse((await repository.manifests.get(id))?.json ?? '')
    const expected = payload.root === undefined ? objects : [first]
    for (const [at, object] of (payload.ids ?? [payload.root ?? '']).entries()) {
      const bytes = await (await repository.objects.open(object)).readAll()
      if (expected[at] !== undefined) expect(Buffer.compare(bytes, expected[at])).toBe(0)
    }
  }
  await repository.close()
  return names.sort()
}

const base = await committed()

async function runWith(fault: Fault) {
  const storage = base.storage.snapshot()
  const faulty = new FaultyStorage(storage, [fault])
  const repository = await openTestRepository({ storage: faulty, format })
  const outcome = await writeMore(repository).then(
    () => 'done',
    (error: Error) => error.message,
  )
  return { storage, faulty, repository, outcome }
}

describe('a writer that fails at any of its uploads', () => {
  test.each(['before', 'after'] as const)('%s the upload took effect leaves what was committed, whole', async (when) => {
    let failures = 0
    for (let call = 1; ; call++) {
      const { storage, faulty, repository, outcome } = await runWith({ method: 'putBlob', call, when })
      const failed = faulty.calls.filter((each) => each.method === 'putBlob')[call - 1]?.id ?? ''
      await repository.close()
      if (faulty.failures === 0) {
        expect(outcome).toBe('done')
        expect(await visible(storage)).toEqual(['first', 'second'])
        break
      }
      failures++
      expect(outcome, failed).toContain(failed)
      // Only the index blob makes anything visible, and only when it is there.
      const isCommitted = failed.startsWith('xn') && when === 'after'
      expect(await visible(storage), failed).toEqual(isCommitted ? ['first', 'second'] : ['first'])
      if (!failed.startsWith('xn')) expect(faulty.count('putBlob', 'xn'), failed).toBe(0)
    }
    // The marker, three data packs, one metadata pack, the index.
    expect(failures).toBeGreaterThanOrEqual(6)
  })

  test('says so with the same error whatever is asked of it afterwards', async () => {
    const { repository, outcome } = await runWith({ method: 'putBlob', prefix: 'p' })
    await expect(repository.flush()).rejects.toThrow(outcome)
    await expect(repository.objects.writeBytes(first.slice(1))).rejects.toThrow(outcome)
    expect((await (await repository.objects.open(base.firstId)).readAll()).length).toBe(first.length)
    await repository.close()
  })

  test('because listings fail commits nothing', async () => {
    const storage = base.storage.snapshot()
    const faulty = new FaultyStorage(storage)
    const repository = await openTestRepository({ storage: faulty, format, clock: new FakeClock() })
    faulty.addFault({ method: 'listBlobs', sticky: true })
    await expect(writeMore(repository)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    await repository.close()
  })
})

describe('a writer', () => {
  test('puts the marker first, the index after every pack, and removes the marker last', async () => {
    const { faulty, repository } = await runWith({ method: 'getBlob', call: 1000 })
    const writes = faulty.calls.filter(({ method }) => method === 'putBlob' || method === 'deleteBlob')
    expect(writes.map(({ method, id }) => `${method} ${id.slice(0, id.startsWith('x') ? 2 : 1)}`)).toEqual([
      'putBlob s',
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^putBlob [pq]$/)),
      'putBlob q',
      'putBlob xn',
      'deleteBlob s',
    ])
    expect(writes.at(-1)?.id).toBe(writes[0]?.id)
    const session = writes[0]?.id.split('-')[1]
    for (const { id } of writes.slice(1)) expect(id).toContain(`-${session}`)
    await repository.close()
  })

  test('is done even when its marker cannot be removed', async () => {
    const { storage, repository, outcome } = await runWith({ method: 'deleteBlob' })
    expect(outcome).toBe('done')
    expect(await visible(storage)).toEqual(['first', 'second'])
    await repository.close()
  })

  test('uploads a pack again under the same name when the storage was away for a moment', async () => {
    const storage = base.storage.snapshot()
    const faulty = new FaultyStorage(storage, [{ method: 'putBlob', prefix: 'p', error: 'CAIRN_STORAGE_UNAVAILABLE', when: 'after' }])
    const clock = new FakeClock()
    const repository = await openTestRepository({ storage: retrying(faulty, { clock }), format, clock })
    await writeMore(repository)
    const packs = faulty.calls.filter(({ method, id }) => method === 'putBlob' && id.startsWith('p')).map(({ id }) => id)
    expect(packs.length).toBe(new Set(packs).size + 1)
    expect(await visible(storage)).toEqual(['first', 'second'])
    await repository.close()
  })

  test('that is cancelled while it commits publishes nothing more', async () => {
    const storage = base.storage.snapshot()
    const abort = new AbortController()
    const faulty = new FaultyStorage(storage, [
      {
        method: 'putBlob',
        prefix: 'q',
        error: () => {
          abort.abort()
          return new Error('broken off')
        },
      },
    ])
    const repository = await openTestRepository({ storage: faulty, format })
    await repository.objects.writeBytes(objects[0] ?? first)
    await repository.manifests.put({ type: 'snapshot', name: 'second' }, '{}')
    await expect(repository.flush(abort.signal)).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
    expect(faulty.count('putBlob', 'xn')).toBe(0)
    expect(await visible(storage)).toEqual(['first'])
    await repository.close()
  })

  test('may be asked to flush while it is writing', async () => {
    const storage = base.storage.snapshot()
    const repository = await openTestRepository({ storage, format })
    const ids: Promise<string>[] = []
    const flushes: Promise<void>[] = []
    for (let number = 0; number < 40; number++) {
      const bytes = seededBytes(`busy ${number}`, 9000)
      ids.push(repository.objects.writeBytes(bytes).then(({ id }) => id))
      if (number % 7 === 0) flushes.push(repository.flush())
      if (number % 5 === 0) await Promise.resolve()
    }
    const written = await Promise.all(ids)
    await Promise.all([...flushes, repository.flush()])
    await repository.close()
    const reader = await openTestRepository({ storage, format })
    for (const [number, id] of written.entries()) {
      expect(Buffer.compare(await (await reader.objects.open(id)).readAll(), seededBytes(`busy ${number}`, 9000))).toBe(0)
    }
    expect([...storage.blobs.keys()].filter((id) => id.startsWith('s'))).toEqual([])
  })
})
