/** Bits that turn over between the storage and here: read once more before anything is called damaged. */
import { describe, expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import { runMaintenance } from '../../../src/maintenance/run.ts'
import { readChecked } from '../../../src/repo/blob/read-checked.ts'
import { changePassword, readFormat } from '../../../src/repo/change-format.ts'
import { createRepository, openRepository, repositoryOf } from '../../../src/repo/repository.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { type Fault, FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { seededBytes, seededRandom, TEST_IDENTITY } from '../../support/test-repository.ts'

const clock = new FakeClock()
const files = Array.from({ length: 6 }, (_, i) => seededBytes(`file ${i}`, 1000 + 40_000 * i))

let clients = 0

/** Nobody waits for a key to be derived from a password where it makes no difference. */
async function open(storage: FaultyStorage | MapStorage, password?: string) {
  const options = { storage, identity: TEST_IDENTITY, clock, random: seededRandom(`client ${clients++}`), workers: 0 }
  return password === undefined ? await repositoryOf(options, (await made).format) : await openRepository({ ...options, password })
}

/** A repository with three commits, and a marker of a session that never ended. */
const made = (async () => {
  const storage = new MapStorage({ clock })
  await createRepository({ storage, password: 'secret', identity: TEST_IDENTITY, clock, random: seededRandom('create'), format: {} })
  const { format } = await readFormat({ storage, password: 'secret', clock, random: seededRandom('read') })
  const ids: string[] = []
  for (let commit = 0; commit < 3; commit++) {
    const repository = await repositoryOf(
      { storage, identity: TEST_IDENTITY, clock, random: seededRandom(`client ${clients++}`), workers: 0 },
      format,
    )
    for (const bytes of files.slice(commit * 2, commit * 2 + 2)) ids.push((await repository.objects.writeBytes(bytes)).id)
    await repository.manifests.put({ type: 'note', number: String(commit) }, '{}')
    if (commit === 2) {
      const marker = [...storage.blobs.entries()].find(([id]) => id.startsWith('s'))
      await repository.flush()
      if (marker !== undefined) storage.blobs.set(...marker)
    } else await repository.flush()
    await repository.close()
  }
  return { storage, ids, format }
})()

/** Opens, reads everything, maintains. */
async function useAll(storage: FaultyStorage, ids: readonly string[]): Promise<void> {
  const repository = await open(storage)
  try {
    for (const [i, id] of ids.entries()) {
      expect(Buffer.compare(await (await repository.objects.open(id)).readAll(), files[i] ?? utf8(''))).toBe(0)
    }
    expect(await repository.manifests.find({ type: 'note' })).toHaveLength(3)
    await runMaintenance(repository, { mode: 'full', safety: 'none', isForced: true, log: nullLogger })
  } finally {
    await repository.close()
  }
}

async function faultyCopy(...faults: Fault[]): Promise<FaultyStorage> {
  return new FaultyStorage((await made).storage.snapshot(), faults)
}

describe('a bit that turns over on the way', () => {
  test.each(['flip', 'short'] as const)('is not even noticed when it happens once (%s), wherever it happens', async (does) => {
    const { ids } = await made
    const sound = await faultyCopy()
    await useAll(sound, ids)
    const reads = sound.count('getBlob')
    expect(reads).toBeGreaterThan(15)
    const met = new Set<string>()
    for (let call = 1; call <= reads; call++) {
      const storage = await faultyCopy({ method: 'getBlob', call, does, every: 64 })
      const outcome = await useAll(storage, ids).then(
        () => 'all is well',
        (error: unknown) => `${call} ${JSON.stringify(storage.calls.filter(({ does }) => does !== undefined))}: ${String(error)}`,
      )
      expect(outcome).toBe('all is well')
      expect(storage.failures).toBe(1)
      met.add(storage.calls.filter(({ method }) => method === 'getBlob')[call - 1]?.id.slice(0, 9) ?? '')
    }
    for (const kind of ['kopia.mai', 'cairn.lea', 'xn', 'p', 'q']) {
      expect(
        [...met].some((id) => id.startsWith(kind)),
        kind,
      ).toBe(true)
    }
  })

  test('is damage when it happens each time, and the error names the blob and the place', async () => {
    const { ids, storage } = await made
    for (const blob of storage.blobs.keys()) {
      const faulty = await faultyCopy({ method: 'getBlob', prefix: blob, does: 'flip', every: 64, sticky: true })
      const outcome = await useAll(faulty, ids).catch((error: unknown) => error)
      if (faulty.failures === 0) continue
      if (outcome === undefined) {
        // The time of a session is taken from the listing when its marker cannot be read.
        expect(blob).toMatch(/^s|^cairn.lease/)
        continue
      }
      expect(outcome).toBeInstanceOf(CairnError)
      if (!(outcome instanceof CairnError)) continue
      if (blob !== 'kopia.repository') expect(outcome.kind, `${blob}: ${outcome.message}`).toBe('damage')
      expect(`${outcome.message} ${outcome.hint}`).toContain(blob)
      if (/^[pq]/.test(blob)) expect(outcome.message).toMatch(/\d+ bytes from \d+/)
    }
  })

  test('does not keep a repository from being opened or its password from being changed, nor hides that it is wrong', async () => {
    const access = (storage: FaultyStorage) => ({ storage, password: 'secret', clock, random: seededRandom('change') })
    for (const prefix of ['kopia.repository', 'kopia.blobcfg']) {
      const opening = await faultyCopy({ method: 'getBlob', prefix, does: 'flip', every: 64 })
      await (await open(opening, 'secret')).close()
      expect(opening.failures).toBe(1)
      const storage = await faultyCopy({ method: 'getBlob', prefix, does: 'flip' })
      await changePassword(access(storage), 'new secret')
      expect(storage.failures).toBe(1)
      await expect(open(storage, 'secret')).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG' })
      await (await open(storage, 'new secret')).close()
      expect((await readFormat({ ...access(storage), password: 'new secret' })).format.content.hash).not.toBe('')
    }
  })
})

describe('readChecked', () => {
  const damage = (bytes: Uint8Array) => new CairnError('CAIRN_INDEX_DAMAGED', String(bytes[0]))

  test('reads twice at most, and opens the same bytes once', async () => {
    const opened: number[] = []
    const give =
      (...all: number[]) =>
      async () =>
        Uint8Array.of(all.shift() ?? -1)
    const open = (good: number) => (bytes: Uint8Array) => {
      opened.push(bytes[0] ?? -1)
      if (bytes[0] !== good) throw damage(bytes)
      return 'good'
    }
    await expect(readChecked(give(1, 2), open(1))).resolves.toBe('good')
    await expect(readChecked(give(2, 1), open(1))).resolves.toBe('good')
    await expect(readChecked(give(2, 2, 1), open(1))).rejects.toThrow('2')
    await expect(readChecked(give(2, 3, 1), open(1))).rejects.toThrow('3')
    expect(opened).toEqual([1, 2, 1, 2, 2, 3])
  })

  test('does not read again for what is no damage, nor when the second read fails', async () => {
    let reads = 0
    const read = async () => {
      if (++reads === 3) throw new CairnError('CAIRN_STORAGE_IO', 'away')
      return Uint8Array.of(reads)
    }
    const busy = () => {
      throw new CairnError('CAIRN_REPOSITORY_LOCKED', 'locked')
    }
    await expect(readChecked(read, busy)).rejects.toThrow('locked')
    expect(reads).toBe(1)
    await expect(
      readChecked(read, (bytes) => {
        throw damage(bytes)
      }),
    ).rejects.toThrow('away')
  })
})
