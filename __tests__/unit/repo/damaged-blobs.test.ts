/** Every kind of blob, damaged in every way: what is said must name the blob, and what is intact must still be read. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { isCairnError } from '../../../src/errors.ts'
import { nullLogger } from '../../../src/log.ts'
import { readSessionMarker, sealSessionMarker } from '../../../src/repo/content/session.ts'
import { decodeMaintenanceSchedule, openFormat } from '../../../src/repo/format/index.ts'
import { createRepository, type OpenedRepository, openRepository } from '../../../src/repo/repository.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { readRepoVector } from '../../support/repo-vectors.ts'
import { openTestContents, seededBytes, seededRandom, TEST_IDENTITY } from '../../support/test-repository.ts'

/** Ways in which stored bytes go bad. */
const DAMAGES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'a changed bit': (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte)),
  'a cut': (bytes) => bytes.slice(0, bytes.length >> 1),
  'no bytes at all': () => new Uint8Array(0),
  'foreign bytes': (bytes) => seededBytes('foreign', bytes.length),
  zeros: (bytes) => new Uint8Array(bytes.length),
}

async function open(storage: MapStorage, choices: { readonly?: boolean; log?: string[] } = {}): Promise<OpenedRepository> {
  const log = { ...nullLogger, warning: (text: string) => void choices.log?.push(text) }
  const repository = await openRepository({
    ...{ storage, password: 'secret', readonly: choices.readonly, identity: TEST_IDENTITY },
    ...{ clock: new FakeClock(), random: systemRandom, workers: 0, log },
  })
  onTestFinished(() => repository.close())
  return repository
}

/** What went wrong, with the messages of its causes and its hint. */
async function failureOf(work: Promise<unknown>): Promise<{ readonly code: string; readonly text: string }> {
  try {
    await work
  } catch (error) {
    if (!isCairnError(error)) throw error
    return { code: error.code, text: `${error.message} ${error.hint ?? ''}` }
  }
  throw new Error('nothing went wrong')
}

/** One small repository for all tests, in memory: each damages a copy. */
const made = make()

/** One that has index blobs without epochs, and a compaction log. */
const legacy = readRepoVector('repo-v1-legacy').then(async (vector) => {
  const bytes = vector.storage.blobs.get('kopia.repository')?.bytes ?? new Uint8Array(0)
  return { ...vector, format: await openFormat(bytes, vector.password, 0n) }
})

async function make() {
  const storage = new MapStorage()
  const random = seededRandom('damaged')
  const repository = await createRepository({
    storage,
    password: 'secret',
    identity: TEST_IDENTITY,
    clock: new FakeClock(),
    random,
    workers: 0,
  })
  const first = (await repository.objects.writeBytes(seededBytes('first', 5000))).id
  await repository.flush()
  const second = (await repository.objects.writeBytes(seededBytes('second', 5000))).id
  await repository.flush()
  const { packBlobId } = await repository.care.contents.find(second)
  return { storage, first, second, packBlobId, format: repository.care.format, codec: repository.care.contents.codec }
}

function damaged(storage: MapStorage, id: string, damage: string): MapStorage {
  const copy = storage.snapshot()
  const blob = copy.blobs.get(id)
  const change = DAMAGES[damage]
  if (blob === undefined || change === undefined) throw new Error(`no blob ${id}`)
  copy.blobs.set(id, { ...blob, bytes: change(blob.bytes) })
  return copy
}

function blobOf(storage: MapStorage, prefix: string): string {
  const id = [...storage.blobs.keys()].sort().find((each) => each.startsWith(prefix))
  if (id === undefined) throw new Error(`no blob ${prefix}`)
  return id
}

describe.each(Object.keys(DAMAGES))('%s', (damage) => {
  it('in the format blob is told as such, or as a wrong password that may be damage', async () => {
    const { storage } = await made
    const { code, text } = await failureOf(open(damaged(storage, 'kopia.repository', damage)))
    expect(['CAIRN_FORMAT_DAMAGED', 'CAIRN_PASSWORD_WRONG', 'CAIRN_FORMAT_UNSUPPORTED']).toContain(code)
    expect(text).toContain('kopia.repository')
  })

  it('in the blob configuration keeps writers away, but not readers', async () => {
    const { storage, first } = await made
    const copy = damaged(storage, 'kopia.blobcfg', damage)
    expect(await failureOf(open(copy))).toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED', text: expect.stringContaining('kopia.blobcfg') })
    const log: string[] = []
    const reader = await open(copy, { readonly: true, log })
    expect(log.join()).toContain('kopia.blobcfg')
    expect((await (await reader.objects.open(first)).readAll()).length).toBe(5000)
  })

  it('in the maintenance schedule is told with its name', async () => {
    const { storage, format } = await made
    const { bytes = new Uint8Array(0) } = damaged(storage, 'kopia.maintenance', damage).blobs.get('kopia.maintenance') ?? {}
    expect(() => decodeMaintenanceSchedule(bytes, format)).toThrow(
      expect.objectContaining({ code: 'CAIRN_FORMAT_DAMAGED', message: expect.stringContaining('kopia.maintenance') }),
    )
  })

  it('in an index blob is told with its name', async () => {
    const { storage, format } = await made
    const id = blobOf(storage, 'xn0_')
    expect(await failureOf(openTestContents({ storage: damaged(storage, id, damage), format }))).toMatchObject({
      code: 'CAIRN_INDEX_DAMAGED',
      text: expect.stringContaining(id),
    })
  })

  it('in a pack is told with the names of content and pack, and leaves other packs readable', async () => {
    const { storage, format, first, second, packBlobId } = await made
    const copy = storage.snapshot()
    const entry = await (await openTestContents({ storage, format })).find(second)
    const bytes = (copy.blobs.get(packBlobId)?.bytes ?? new Uint8Array(0)).slice()
    const part = DAMAGES[damage]?.(bytes.subarray(entry.packOffset, entry.packOffset + entry.packedLength)) ?? bytes
    const whole =
      part.length === entry.packedLength
        ? Buffer.concat([bytes.subarray(0, entry.packOffset), part])
        : bytes.slice(0, entry.packOffset + part.length)
    copy.blobs.set(packBlobId, { bytes: new Uint8Array(whole), timestampMs: 0 })
    const contents = await openTestContents({ storage: copy, format })
    const { code, text } = await failureOf(contents.read(second))
    expect(code).toBe('CAIRN_CONTENT_DAMAGED')
    expect(text).toContain(second)
    expect(text).toContain(packBlobId)
    expect((await contents.read(first)).length).toBe(5000)
  })

  it('in a session marker is told with its name', async () => {
    const { codec } = await made
    const marker = { id: 's0123456789abcdef147', startNs: 1n, checkpointNs: 1n, userName: 'u', host: 'h' }
    const { id, bytes } = sealSessionMarker(codec, marker)
    const storage = new MapStorage()
    await storage.putBlob(id, [DAMAGES[damage]?.(bytes) ?? bytes])
    await expect(readSessionMarker(storage, codec, id)).rejects.toThrow(
      expect.objectContaining({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining(id) }),
    )
  })

  it.each(['n', 'm'])('in a legacy blob %s… is told with its name', async (prefix) => {
    const { storage, activeIndexBlobs, format } = await legacy
    const id = prefix === 'n' ? (activeIndexBlobs[0] ?? '') : blobOf(storage, prefix)
    const { code, text } = await failureOf(openTestContents({ storage: damaged(storage, id, damage), format }))
    expect(code).toBe('CAIRN_INDEX_DAMAGED')
    expect(text).toContain(id)
  })
})

describe('a blob that is gone', () => {
  it('is told with its name when it is a pack', async () => {
    const { storage, format, first, second, packBlobId } = await made
    const copy = storage.snapshot()
    copy.blobs.delete(packBlobId)
    const contents = await openTestContents({ storage: copy, format })
    expect(await failureOf(contents.read(second))).toMatchObject({
      code: 'CAIRN_BLOB_MISSING',
      text: expect.stringContaining(packBlobId),
    })
    expect((await contents.read(first)).length).toBe(5000)
  })

  it('is told with the content when it is an index blob', async () => {
    const { storage, format, second } = await made
    const copy = storage.snapshot()
    for (const id of copy.blobs.keys()) if (id.startsWith('xn0_')) copy.blobs.delete(id)
    const contents = await openTestContents({ storage: copy, format })
    expect(await failureOf(contents.read(second))).toMatchObject({
      code: 'CAIRN_CONTENT_MISSING',
      text: expect.stringContaining(second),
    })
  })
})
