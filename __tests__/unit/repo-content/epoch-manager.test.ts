import { beforeEach, describe, expect, it } from 'vitest'
import { isCairnError } from '../../../src/errors.ts'
import type { BlobId, BlobMetadata, PutOptions } from '../../../src/repo/blob/storage.ts'
import { EpochManager, shouldAdvance } from '../../../src/repo/content/epoch-manager.ts'
import { openSealedBlob } from '../../../src/repo/content/sealed-blob.ts'
import { createEncryptor } from '../../../src/repo/encryption/index.ts'
import { createHasher } from '../../../src/repo/hashing/index.ts'
import { toHex, utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { FaultyStorage } from '../../support/faulty-storage.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { DEFAULT_EPOCHS, HOUR_MS } from './epoch-parameters.ts'

const SESSION = 's46d7afbe878c23d5147'
const REFRESH_MS = HOUR_MS / 3
const keys = {
  hasher: await createHasher('HMAC-SHA256-128', new Uint8Array(32).fill(1)),
  encryptor: createEncryptor('AES256-GCM-HMAC-SHA256', new Uint8Array(32).fill(2)),
  random: (length: number) => new Uint8Array(length).fill(0xab),
}

/** A storage that lets something happen when a blob is put or a prefix is listed. */
class EventfulStorage extends MapStorage {
  onPut: (id: BlobId) => void = () => {}
  onList: (prefix: string) => void = () => {}

  override async putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions): Promise<BlobMetadata> {
    const stored = await super.putBlob(id, parts, options)
    this.onPut(id)
    return stored
  }

  override async *listBlobs(prefix: string, signal?: AbortSignal): AsyncIterable<BlobMetadata> {
    yield* super.listBlobs(prefix, signal)
    this.onList(prefix)
  }

  mark(epoch: number): void {
    this.blobs.set(`xe${epoch}`, { bytes: utf8('epoch-marker'), timestampMs: 0 })
  }

  names(prefix = ''): string[] {
    return [...this.blobs.keys()].filter((id) => id.startsWith(prefix)).sort()
  }
}

let clock: FakeClock
let storage: EventfulStorage
let manager: EpochManager

beforeEach(() => {
  clock = new FakeClock()
  storage = new EventfulStorage({ clock })
  manager = new EpochManager({ storage, keys, parameters: DEFAULT_EPOCHS, clock })
})

const nameOf = (epoch: number, plain: string, count: number) => `xn${epoch}_${toHex(keys.hasher.hash(utf8(plain)))}-${SESSION}-c${count}`

describe('writing index blobs', () => {
  it('names them after epoch, hash, session and number, and loads them again', async () => {
    storage.mark(3)
    const written = await manager.writeIndexBlobs([utf8('one'), utf8('two')], SESSION)
    expect(written.map(({ id }) => id)).toEqual([nameOf(3, 'one', 2), nameOf(3, 'two', 2)])
    const active = await manager.loadActive()
    expect(active.blobs.map(({ id }) => id).sort()).toEqual(written.map(({ id }) => id).sort())
    expect(openSealedBlob(keys, nameOf(3, 'two', 2), await storage.getBlob(nameOf(3, 'two', 2)))).toEqual(utf8('two'))
  })

  it('touches nothing when there is nothing to write', async () => {
    const watched = new FaultyStorage(storage)
    const idle = new EpochManager({ storage: watched, keys, parameters: DEFAULT_EPOCHS, clock })
    expect(await idle.writeIndexBlobs([], SESSION)).toEqual([])
    expect(watched.calls).toEqual([])
  })

  it('looks at the epoch again when it last looked more than a quarter of the refresh time ago', async () => {
    await manager.loadActive()
    storage.mark(1)
    await manager.writeIndexBlobs([utf8('soon')], SESSION)
    expect(storage.names('xn')).toEqual([nameOf(0, 'soon', 1)])
    storage.mark(2)
    clock.advance(REFRESH_MS / 4 + 1)
    await manager.writeIndexBlobs([utf8('late')], SESSION)
    expect(storage.names('xn')).toEqual([nameOf(0, 'soon', 1), nameOf(2, 'late', 1)])
  })

  it('keeps what was written when only one epoch began meanwhile', async () => {
    storage.onPut = () => storage.mark(1)
    const written = await manager.writeIndexBlobs([utf8('one')], SESSION)
    expect(written.map(({ id }) => id)).toEqual([nameOf(0, 'one', 1)])
    expect((await manager.loadActive()).blobs.map(({ id }) => id)).toEqual([nameOf(0, 'one', 1)])
  })

  it('starts again in the new epoch when the epoch changed during a slow write', async () => {
    let isFirst = true
    storage.onPut = () => {
      if (!isFirst) return
      isFirst = false
      clock.advance(REFRESH_MS + 1)
      storage.mark(1)
    }
    const written = await manager.writeIndexBlobs([utf8('one'), utf8('two')], SESSION)
    expect(written.map(({ id }) => id)).toEqual([nameOf(1, 'one', 2), nameOf(1, 'two', 2)])
    expect(storage.names('xn')).toEqual(written.map(({ id }) => id).sort())
  })

  it('goes on when a slow write saw no new epoch', async () => {
    storage.onPut = () => clock.advance(REFRESH_MS + 1)
    const written = await manager.writeIndexBlobs([utf8('one'), utf8('two')], SESSION)
    expect(written).toHaveLength(2)
    expect(storage.names('xn')).toHaveLength(2)
  })

  it('fails and removes what it wrote when its epoch settled meanwhile', async () => {
    storage.onPut = () => {
      storage.mark(2)
    }
    await expect(manager.writeIndexBlobs([utf8('one')], SESSION)).rejects.toMatchObject({ code: 'CAIRN_INDEX_WRITE_TOO_SLOW' })
    expect(storage.names('xn')).toEqual([])
  })

  it('fails as too slow even when what it wrote cannot be removed', async () => {
    storage.onPut = () => storage.mark(2)
    const faulty = new FaultyStorage(storage, [{ method: 'deleteBlob', sticky: true }])
    const stuck = new EpochManager({ storage: faulty, keys, parameters: DEFAULT_EPOCHS, clock })
    await expect(stuck.writeIndexBlobs([utf8('one')], SESSION)).rejects.toMatchObject({ code: 'CAIRN_INDEX_WRITE_TOO_SLOW' })
  })

  it('gives up when the epoch never stays the same', async () => {
    let epoch = 0
    storage.onPut = () => {
      clock.advance(REFRESH_MS + 1)
      storage.mark(++epoch)
    }
    await expect(manager.writeIndexBlobs([utf8('one'), utf8('two')], SESSION)).rejects.toMatchObject({
      code: 'CAIRN_INDEX_WRITE_TOO_SLOW',
    })
    expect(storage.names('xn')).toEqual([])
  })

  it('does not trust a listing from before the wall clock jumped or the machine slept', async () => {
    await manager.loadActive()
    storage.mark(1)
    clock.setMs(clock.nowMs() + HOUR_MS)
    await manager.writeIndexBlobs([utf8('one')], SESSION)
    expect(storage.names('xn')).toEqual([nameOf(1, 'one', 1)])
  })

  it('stops when cancelled', async () => {
    const signal = AbortSignal.abort()
    await expect(manager.writeIndexBlobs([utf8('one')], SESSION, signal)).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
    expect(storage.names()).toEqual([])
  })
})

describe('listing', () => {
  it('starts over when it took longer than listings may be trusted', async () => {
    let slowLists = 2
    storage.onList = (prefix) => {
      if (prefix === 'x' && slowLists-- > 0) {
        clock.advance(REFRESH_MS + 1)
        storage.mark(5)
      }
    }
    const survey = await manager.survey()
    expect(survey.state.writeEpoch).toBe(5)
    expect(slowLists).toBe(-1)
  })

  it('fails when it is always too slow', async () => {
    storage.onList = () => clock.advance(REFRESH_MS + 1)
    await expect(manager.loadActive()).rejects.toMatchObject({ code: 'CAIRN_INDEX_UNSTABLE' })
  })

  it('of more epochs than are listed one by one gives the same blobs', async () => {
    storage.mark(30)
    for (let epoch = 0; epoch <= 31; epoch++) storage.blobs.set(nameOf(epoch, 'x', 1), { bytes: utf8('x'), timestampMs: 0 })
    expect((await manager.loadActive()).blobs).toHaveLength(32)
  })

  it('is one request', async () => {
    storage.mark(3)
    await manager.writeIndexBlobs([utf8('one')], SESSION)
    const counted = new FaultyStorage(storage)
    const survey = await new EpochManager({ storage: counted, keys, parameters: DEFAULT_EPOCHS, clock }).survey()
    expect(survey.blobs.map(({ id }) => id)).toEqual([nameOf(3, 'one', 1)])
    expect(counted.calls).toEqual([{ method: 'listBlobs', id: 'x' }])
  })

  it('that follows a write also tells whether the next epoch is due', async () => {
    const counted = new FaultyStorage(storage)
    const writer = new EpochManager({
      storage: counted,
      keys,
      parameters: { ...DEFAULT_EPOCHS, advanceOnCount: 2, minEpochDurationNs: 1n },
      clock,
    })
    await writer.survey()
    counted.calls.length = 0
    await writer.writeIndexBlobs([utf8('one')], SESSION)
    expect(await writer.advanceIfNeeded()).toBeUndefined()
    expect(counted.calls.map(({ method, id }) => (method === 'listBlobs' ? id : method))).toEqual(['putBlob', 'x'])
    // What was put since is looked for.
    clock.advance(1)
    await writer.writeIndexBlobs([utf8('two')], SESSION)
    expect(await writer.advanceIfNeeded()).toBe(1)
    counted.calls.length = 0
    await writer.writeIndexBlobs([utf8('three')], SESSION)
    clock.advance(REFRESH_MS / 4 + 1)
    expect(await writer.advanceIfNeeded()).toBeUndefined()
    expect(counted.calls.map(({ method, id }) => (method === 'listBlobs' ? id : method))).toEqual(['putBlob', 'x', 'x'])
  })

  it('after a write is only of the markers where there is much else', async () => {
    for (let i = 0; i < 201; i++) storage.blobs.set(nameOf(0, String(i), 1), { bytes: utf8('x'), timestampMs: 0 })
    const counted = new FaultyStorage(storage)
    const writer = new EpochManager({ storage: counted, keys, parameters: { ...DEFAULT_EPOCHS, advanceOnCount: 1000 }, clock })
    await writer.survey()
    await writer.writeIndexBlobs([utf8('one')], SESSION)
    expect(await writer.advanceIfNeeded()).toBeUndefined()
    expect(counted.calls.filter(({ method }) => method === 'listBlobs').map(({ id }) => id)).toEqual(['x', 'xe', 'xn0_'])
  })

  it('of more blobs than a page holds asks for those that count, and sees the same', async () => {
    storage.mark(1)
    await manager.writeIndexBlobs([utf8('one')], SESSION)
    const few = await manager.survey()
    // Compacted long ago, and not removed yet.
    for (let epoch = 100; epoch < 1100; epoch++) storage.blobs.set(nameOf(epoch, 'x', 1), { bytes: utf8('x'), timestampMs: 0 })
    const counted = new FaultyStorage(storage)
    const many = await new EpochManager({ storage: counted, keys, parameters: DEFAULT_EPOCHS, clock }).survey()
    expect(many).toEqual({ ...few, all: undefined })
    expect(counted.calls.map(({ id }) => id)).toEqual(['x', 'xe', 'xw', 'xs', 'xr', 'xn0_', 'xn1_', 'xn2_'])
  })

  it('passes on a failure of the storage', async () => {
    const faulty = new FaultyStorage(storage, [{ method: 'listBlobs', prefix: 'x' }])
    const failing = new EpochManager({ storage: faulty, keys, parameters: DEFAULT_EPOCHS, clock })
    await expect(failing.loadActive()).rejects.toSatisfy((error) => isCairnError(error, 'CAIRN_STORAGE_IO'))
  })
})

describe('beginning the next epoch', () => {
  const blobsOf = (count: number, spanMs: number, length = 1): BlobMetadata[] =>
    Array.from({ length: count }, (_, i) => ({ id: `xn0_${i}`, length, timestampMs: i === 0 ? 0 : spanMs }))

  it.each([
    ['old and many', blobsOf(20, 24 * HOUR_MS), true],
    ['old and large', blobsOf(2, 24 * HOUR_MS, 5_242_880), true],
    ['many but young', blobsOf(500, 24 * HOUR_MS - 1), false],
    ['large but young', blobsOf(2, HOUR_MS, 10_485_760), false],
    ['old but few and small', blobsOf(19, 48 * HOUR_MS), false],
    ['empty', [], false],
  ])('depends on age together with number or size: %s', (_, blobs, expected) => {
    expect(shouldAdvance(blobs, DEFAULT_EPOCHS)).toBe(expected)
  })

  it('puts the marker of the next epoch, and the manager writes there from then on', async () => {
    storage.mark(4)
    for (const { id, timestampMs } of blobsOf(20, 24 * HOUR_MS)) {
      storage.blobs.set(id.replace('xn0_', 'xn4_'), { bytes: utf8('x'), timestampMs })
    }
    expect(await manager.advanceIfNeeded()).toBe(5)
    expect(new TextDecoder().decode(await storage.getBlob('xe5'))).toBe('epoch-marker')
    expect(await manager.advanceIfNeeded()).toBeUndefined()
    await manager.writeIndexBlobs([utf8('one')], SESSION)
    expect(storage.names('xn5_')).toEqual([nameOf(5, 'one', 1)])
  })
})

describe('compactions', () => {
  it('are read instead of what they replace', async () => {
    storage.mark(5)
    for (let epoch = 0; epoch <= 5; epoch++) storage.blobs.set(nameOf(epoch, 'x', 1), { bytes: utf8('x'), timestampMs: 0 })
    const single = await manager.writeCompaction(3, 3, [utf8('three')])
    const range = await manager.writeCompaction(0, 2, [utf8('a'), utf8('b')])
    expect(single.map(({ id }) => id)).toEqual([expect.stringMatching(/^xs3_[0-9a-f]{32}-sabababababababab-c1$/)])
    expect(range.map(({ id }) => id)).toEqual(Array(2).fill(expect.stringMatching(/^xr0_2_[0-9a-f]{32}-s(ab){8}-c2$/)))
    const { blobs } = await manager.loadActive()
    expect(blobs.map(({ id }) => id).sort()).toEqual(
      [nameOf(4, 'x', 1), nameOf(5, 'x', 1), ...[...range, ...single].map(({ id }) => id)].sort(),
    )
  })
})
