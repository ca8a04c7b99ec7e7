import { beforeEach, describe, expect, it } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { EpochManager } from '../../../src/repo/content/epoch-manager.ts'
import { ContentIndex } from '../../../src/repo/content/index/content-index.ts'
import { encodeIndexEntries } from '../../../src/repo/content/index/encode-entries.ts'
import { activeLegacyBlobs, decodeCompactionLog, LegacyIndexManager } from '../../../src/repo/content/index/legacy-manager.ts'
import { loadIndex } from '../../../src/repo/content/index/load.ts'
import { sealBlob } from '../../../src/repo/content/sealed-blob.ts'
import { createEncryptor } from '../../../src/repo/encryption/index.ts'
import { createHasher } from '../../../src/repo/hashing/index.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { DEFAULT_EPOCHS } from './epoch-parameters.ts'

const SESSION = 's46d7afbe878c23d5147'
const keys = {
  hasher: await createHasher('HMAC-SHA256-128', new Uint8Array(32).fill(1)),
  encryptor: createEncryptor('AES256-GCM-HMAC-SHA256', new Uint8Array(32).fill(2)),
  random: (length: number) => new Uint8Array(length).fill(0xab),
}
const idOf = (n: number) => n.toString(16).padStart(32, '0')
/** The index file of one content. */
const shardOf = (n: number) =>
  encodeIndexEntries(2, 16, [
    {
      id: idOf(n),
      packBlobId: 'p1',
      packOffset: 32,
      packedLength: 128,
      originalLength: 100,
      timestampSeconds: 1000,
      isDeleted: false,
      compressionId: 0,
      formatVersion: 3,
      encryptionKeyId: 0,
    },
  ])

let clock: FakeClock
let storage: MapStorage
let watched: FaultyStorage
let manager: EpochManager
let index: ContentIndex

beforeEach(() => {
  clock = new FakeClock()
  storage = new MapStorage({ clock })
  watched = new FaultyStorage(storage)
  manager = new EpochManager({ storage: watched, keys, parameters: DEFAULT_EPOCHS, clock })
  index = new ContentIndex(16)
})

const load = (options: { tolerateDamage?: boolean; signal?: AbortSignal } = {}) =>
  loadIndex(watched, manager, keys, index, { clock, ...options })
const idsIn = () => [...index.entries()].map(({ id }) => id)
const putIndex = async (n: number) => (await manager.writeIndexBlobs([shardOf(n)], SESSION))[0]?.id ?? ''

function damage(id: string): void {
  const blob = storage.blobs.get(id)
  if (blob === undefined) throw new Error(`no blob ${id}`)
  storage.blobs.set(id, { ...blob, bytes: blob.bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) })
}

describe('loading the index', () => {
  it('reads every blob once, and on refresh only what is new', async () => {
    await putIndex(1)
    await putIndex(2)
    expect(await load()).toEqual({ activeBlobs: 2, loadedBlobs: 2, damaged: [] })
    await putIndex(3)
    expect(await load()).toEqual({ activeBlobs: 3, loadedBlobs: 1, damaged: [] })
    expect(watched.count('getBlob', 'xn')).toBe(3)
    expect(idsIn()).toEqual([idOf(1), idOf(2), idOf(3)])
  })

  it('sets the watermark, and never lowers it', async () => {
    storage.blobs.set('xw1200', { bytes: utf8('deletion-watermark'), timestampMs: 0 })
    await load()
    expect(index.watermarkSeconds).toBe(1200)
    storage.blobs.delete('xw1200')
    await load()
    expect(index.watermarkSeconds).toBe(1200)
  })

  it('lists again when a blob was compacted away between list and read', async () => {
    const old = await putIndex(1)
    const kept = await putIndex(2)
    watched.addFault({
      method: 'getBlob',
      prefix: old,
      error: () => {
        storage.blobs.delete(old)
        storage.blobs.set('xe2', { bytes: utf8('epoch-marker'), timestampMs: 0 })
        for (const [n, name] of [
          [1, '-saa-c2'],
          [2, '-saa-c2'],
        ] as const) {
          const { id, bytes } = sealBlob(keys, 'xs0_', name, shardOf(n))
          storage.blobs.set(id, { bytes, timestampMs: 0 })
        }
        return new CairnError('CAIRN_BLOB_NOT_FOUND', `Blob ${old} is gone.`)
      },
    })
    expect(await load()).toMatchObject({ activeBlobs: 2, loadedBlobs: 3 })
    expect(clock.sleeps).toEqual([100])
    expect(idsIn()).toEqual([idOf(1), idOf(2)])
    expect(index.loadedBlobs.has(old)).toBe(false)
    expect(index.loadedBlobs.has(kept)).toBe(true)
  })

  it('gives up on a blob that is listed ten times and never there, with growing pauses', async () => {
    const id = await putIndex(1)
    watched.addFault({ method: 'getBlob', prefix: id, sticky: true, error: 'CAIRN_BLOB_NOT_FOUND' })
    await expect(load()).rejects.toMatchObject({ code: 'CAIRN_INDEX_UNSTABLE', message: expect.stringContaining(id) })
    expect(clock.sleeps).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600])
  })

  it('names the damaged blob, or all of them', async () => {
    const first = await putIndex(1)
    const second = await putIndex(2)
    await putIndex(3)
    damage(first)
    await expect(load()).rejects.toMatchObject({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining(first) })
    damage(second)
    index = new ContentIndex(16)
    const both = expect.stringMatching(new RegExp(`${first}.*${second}|${second}.*${first}`))
    await expect(load()).rejects.toMatchObject({ code: 'CAIRN_INDEX_DAMAGED', message: both })
  })

  it('goes on without damaged blobs when told to, and lists them', async () => {
    const damagedId = await putIndex(1)
    await putIndex(2)
    damage(damagedId)
    const loaded = await load({ tolerateDamage: true })
    expect(loaded).toMatchObject({
      activeBlobs: 2,
      loadedBlobs: 1,
      damaged: [{ blobId: damagedId, error: { code: 'CAIRN_INDEX_DAMAGED' } }],
    })
    expect(idsIn()).toEqual([idOf(2)])
  })

  it('reports a sealed blob that holds no index', async () => {
    const [blob] = await manager.writeIndexBlobs([utf8('not an index')], SESSION)
    await expect(load()).rejects.toMatchObject({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining(blob?.id ?? '?') })
  })

  it('passes on a failure of the storage and loads the rest the next time', async () => {
    await putIndex(1)
    await putIndex(2)
    watched.addFault({ method: 'getBlob' })
    await expect(load()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    await load()
    expect(idsIn()).toEqual([idOf(1), idOf(2)])
  })

  it('stops when cancelled', async () => {
    await putIndex(1)
    await expect(load({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })
})

describe('legacy index blobs', () => {
  const blobOf = (id: string) => ({ id, length: 1, timestampMs: 0 })
  const namesOf = (blobs: readonly { id: string }[]) => blobs.map(({ id }) => id)

  it('no longer count when a compaction with all its outputs replaced them', () => {
    const blobs = ['n1', 'n2', 'n3', 'n4'].map(blobOf)
    expect(namesOf(activeLegacyBlobs(blobs, [{ inputs: ['n1', 'n2'], outputs: ['n3'] }]))).toEqual(['n3', 'n4'])
    expect(namesOf(activeLegacyBlobs(blobs, [{ inputs: ['n1', 'n2'], outputs: ['n3', 'n9'] }]))).toEqual(['n1', 'n2', 'n3', 'n4'])
    expect(namesOf(activeLegacyBlobs(blobs, [{ inputs: ['n1', 'n2'], outputs: [] }]))).toEqual(['n3', 'n4'])
  })

  it('are written with the session in the name and loaded through it', async () => {
    const legacy = new LegacyIndexManager(storage, keys)
    const [written] = await legacy.writeIndexBlobs([shardOf(1)], SESSION)
    expect(written?.id).toMatch(new RegExp(`^n[0-9a-f]{32}-${SESSION}$`))
    await loadIndex(storage, legacy, keys, index, { clock })
    expect(idsIn()).toEqual([idOf(1)])
  })

  it('are read without a compaction log that vanished', async () => {
    const legacy = new LegacyIndexManager(watched, keys)
    await legacy.writeIndexBlobs([shardOf(1)], SESSION)
    const log = sealBlob(keys, 'm', '', utf8('{"inputMetadata":[],"outputMetadata":null}'))
    storage.blobs.set(log.id, { bytes: log.bytes, timestampMs: 0 })
    watched.addFault({ method: 'getBlob', prefix: 'm', error: 'CAIRN_BLOB_NOT_FOUND' })
    expect((await legacy.loadActive()).blobs).toHaveLength(1)
  })

  it('with the mark of an upgrade are refused', async () => {
    const poison = `n${'0'.repeat(32)}-repository_unreadable_by_this_kopia_version_upgrade_required`
    storage.blobs.set(poison, { bytes: utf8('x'), timestampMs: 0 })
    await expect(new LegacyIndexManager(storage, keys).loadActive()).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_UPGRADED' })
  })

  it.each([
    '',
    'null',
    '7',
    '{',
    '{"inputMetadata":7}',
    '{"outputMetadata":[{}]}',
    '{"outputMetadata":[{"id":3}]}',
    '{"inputMetadata":[null]}',
  ])('are not read by a log that is none: %j', (text) => {
    expect(() => decodeCompactionLog(utf8(text), 'm00')).toThrowError(
      expect.objectContaining({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining('m00') }),
    )
  })
})
