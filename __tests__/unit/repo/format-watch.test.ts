import { beforeEach, describe, expect, it } from 'vitest'
import { encodeFormatBlob } from '../../../src/repo/format/format-blob.ts'
import { openFormat, type UnlockedFormat } from '../../../src/repo/format/index.ts'
import { createRepository, type OpenedRepository, openRepository } from '../../../src/repo/repository.ts'
import { fromUtf8, utf8 } from '../../../src/util/bytes.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { formatTimestamp } from '../../../src/util/timestamp.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { TEST_IDENTITY } from '../../support/test-repository.ts'

const MINUTE_MS = 60_000
const HOUR_NS = 3_600_000_000_000

let clock: FakeClock
let storage: MapStorage
let format: UnlockedFormat
let repository: OpenedRepository

beforeEach(async () => {
  clock = new FakeClock()
  storage = new MapStorage({ clock })
  const options = { storage, password: 'secret', identity: TEST_IDENTITY, clock, random: systemRandom, workers: 0 }
  await (await createRepository(options)).close()
  format = await openFormat(storage.blobs.get('kopia.repository')?.bytes ?? new Uint8Array(0), 'secret', 0n)
  repository = await openRepository(options)
})

/** What another client does to the format blob meanwhile. */
function change(edit: (format: Record<string, unknown>) => void): void {
  const json = JSON.parse(fromUtf8(format.payload) ?? '')
  edit(json.format)
  const sealedPayload = format.sealWithFormatKey(utf8(JSON.stringify(json)), systemRandom)
  storage.blobs.set('kopia.repository', { bytes: encodeFormatBlob({ ...format.blob, sealedPayload }), timestampMs: clock.nowMs() })
}

async function write(text: string): Promise<void> {
  await repository.objects.writeBytes(utf8(text))
  await repository.flush()
}

describe('a repository that stays open', () => {
  const lock = (json: Record<string, unknown>) => {
    const creationTime = formatTimestamp(clock.nowNs())
    const drain = { ioDrainTimeout: HOUR_NS / 4, maxPermittedClockDrift: HOUR_NS / 12, statusPollInterval: 1 }
    json['upgradeLock'] = { ownerID: 'upgrader', creationTime, advanceNoticeDuration: 0, message: 'moving on', ...drain }
  }

  it('stops writing and reading within a quarter of an hour of a lock', async () => {
    change(lock)
    clock.advance(14 * MINUTE_MS)
    await write('not yet seen')
    clock.advance(MINUTE_MS)
    await expect(write('too late')).rejects.toMatchObject({
      code: 'CAIRN_REPOSITORY_LOCKED',
      message: expect.stringContaining('moving on'),
    })
    await expect(repository.care.storage.getBlob('kopia.maintenance')).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_LOCKED' })
  })

  it('goes on when the lock is for later', async () => {
    change((json) => {
      lock(json)
      Object.assign(json['upgradeLock'] as object, { advanceNoticeDuration: 5 * HOUR_NS })
    })
    clock.advance(15 * MINUTE_MS)
    await write('still time')
    clock.advance(5 * 60 * MINUTE_MS)
    await expect(write('no more')).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_LOCKED' })
  })

  it('stops when its index is kept in another way now', async () => {
    change((json) => {
      json['epochParameters'] = { Enabled: false }
      json['indexVersion'] = 1
    })
    clock.advance(15 * MINUTE_MS)
    await expect(write('nobody would see this')).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_UPGRADED' })
  })

  it('stops when it would need something it does not know', async () => {
    change((json) => {
      json['requiredFeatures'] = [{ feature: 'index-v9', ifNotUnderstood: {} }]
    })
    clock.advance(15 * MINUTE_MS)
    await expect(write('x')).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED', message: expect.stringContaining('index-v9') })
  })

  it('goes on after a change of password, and when the blob is gone', async () => {
    const sealedPayload = format.sealWithFormatKey(format.payload, systemRandom)
    sealedPayload[20] = (sealedPayload[20] ?? 0) ^ 1
    storage.blobs.set('kopia.repository', { bytes: encodeFormatBlob({ ...format.blob, sealedPayload }), timestampMs: clock.nowMs() })
    clock.advance(15 * MINUTE_MS)
    await write('after a change of password')
    storage.blobs.delete('kopia.repository')
    clock.advance(15 * MINUTE_MS)
    await write('without format blob')
  })
})
