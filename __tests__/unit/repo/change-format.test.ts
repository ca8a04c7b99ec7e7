/** Changing the two blobs of the format: parameters, password, and the way from the first format to epochs. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isCairnError } from '../../../src/errors.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { changeParameters, changePassword, readFormat } from '../../../src/repo/change-format.ts'
import { BLOB_CONFIG_BLOB_ID, createFormat, FORMAT_BLOB_ID } from '../../../src/repo/format/index.ts'
import { createRepository, openRepository } from '../../../src/repo/repository.ts'
import { shutOutOldClients, writeFirstEpoch } from '../../../src/repo/upgrade-indexes.ts'
import { fromUtf8, utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { seededRandom, TEST_IDENTITY } from '../../support/test-repository.ts'

const HOUR = 3_600_000_000_000n
let formatBlob: Uint8Array
let blobcfg: Uint8Array

const access = (storage: BlobStorage, password = 'old') => ({ storage, password, clock: new FakeClock(), random: seededRandom('change') })

beforeAll(async () => {
  const made = await createFormat({ password: 'old', random: seededRandom('format') })
  formatBlob = made.formatBlob
  blobcfg = made.blobcfg
})

async function storageWithFormat(): Promise<MapStorage> {
  const storage = new MapStorage()
  await storage.putBlob(FORMAT_BLOB_ID, [formatBlob])
  await storage.putBlob(BLOB_CONFIG_BLOB_ID, [blobcfg])
  return storage
}

describe('parameters', () => {
  it('change what was asked for and nothing else', async () => {
    const storage = await storageWithFormat()
    const before = await readFormat(access(storage))
    const change = { maxPackSizeBytes: 30 * 2 ** 20, epochs: { minEpochDurationNs: 30n * HOUR, advanceOnCount: 15 } }
    expect(await changeParameters(access(storage), change)).toBe(true)
    const after = await readFormat(access(storage))
    expect(after.format.content).toEqual({
      ...before.format.content,
      maxPackSizeBytes: 30 * 2 ** 20,
      epochs: { ...before.format.content.epochs, minEpochDurationNs: 30n * HOUR, advanceOnCount: 15 },
    })
    expect(after.format.blob.uniqueId).toEqual(before.format.blob.uniqueId)
  })

  it('keep members that are not known here, in their places', async () => {
    const storage = await storageWithFormat()
    const { format } = await readFormat(access(storage))
    const payload = (fromUtf8(format.payload) ?? '').replace('"version":3', '"future":{"a":[1,"<"]},"version":3')
    const sealed = format.sealWithFormatKey(utf8(payload), seededRandom('seal'))
    const text = (fromUtf8(formatBlob) ?? '').replace(/("encryptedBlockFormat": ")[^"]*/, `$1${Buffer.from(sealed).toString('base64')}`)
    await storage.putBlob(FORMAT_BLOB_ID, [utf8(text)])
    await changeParameters(access(storage), { maxPackSizeBytes: 30 * 2 ** 20 })
    const after = fromUtf8((await readFormat(access(storage))).format.payload)
    expect(after).toBe(payload.replace('"<"', '"\\u003c"').replace('"maxPackSize":20971520', '"maxPackSize":31457280'))
  })

  it('write nothing when nothing changes', async () => {
    const storage = await storageWithFormat()
    expect(await changeParameters(access(storage), { epochs: {}, isUpgrade: false, retention: { retentionMode: '' } })).toBe(false)
    expect(await storage.getBlob(FORMAT_BLOB_ID)).toEqual(formatBlob)
  })

  it.each([
    ['packs below 10 MiB', { maxPackSizeBytes: 5 * 2 ** 20 }],
    ['packs above 120 MiB', { maxPackSizeBytes: 121 * 2 ** 20 }],
    ['an older index', { indexVersion: 1 }],
    ['an unknown index', { indexVersion: 3 }],
    ['epochs below ten minutes', { epochs: { minEpochDurationNs: HOUR / 7n } }],
    ['refreshing too seldom for the length of an epoch', { epochs: { refreshFrequencyNs: 10n * HOUR } }],
    ['a cleanup margin too short', { epochs: { cleanupSafetyMarginNs: HOUR / 2n } }],
    ['epochs of fewer than ten blobs', { epochs: { advanceOnCount: 9 } }],
    ['retention below a day', { retention: { retentionMode: 'GOVERNANCE', retentionPeriodNs: HOUR } }],
    ['retention without a period', { retention: { retentionMode: 'GOVERNANCE' } }],
  ])('refuse %s before anything is written', async (_, change) => {
    const storage = await storageWithFormat()
    await expect(changeParameters(access(storage), change)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    expect(await storage.getBlob(FORMAT_BLOB_ID)).toEqual(formatBlob)
  })

  it('begin and end retention', async () => {
    const storage = await storageWithFormat()
    const retention = { retentionMode: 'COMPLIANCE', retentionPeriodNs: 48n * HOUR }
    await changeParameters(access(storage), { retention })
    expect((await readFormat(access(storage))).blobConfig).toMatchObject(retention)
    await changeParameters(access(storage), { retention: { retentionPeriodNs: 72n * HOUR } })
    expect((await readFormat(access(storage))).blobConfig).toMatchObject({ ...retention, retentionPeriodNs: 72n * HOUR })
    await changeParameters(access(storage), { retention: { retentionMode: '' } })
    expect((await readFormat(access(storage))).blobConfig.retentionMode).toBeUndefined()
  })
})

/** Which of the two passwords opens the repository. */
async function opens(storage: BlobStorage): Promise<string[]> {
  const passwords: string[] = []
  for (const password of ['old', 'new']) {
    try {
      await readFormat(access(storage, password))
      passwords.push(password)
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_PASSWORD_WRONG')) throw error
    }
  }
  return passwords
}

describe('a change of password', () => {
  it('leaves a repository that one of the two opens, wherever it stops', async () => {
    const storage = await storageWithFormat()
    const states: MapStorage[] = []
    const watched: BlobStorage = {
      ...bound(storage),
      async putBlob(id, parts, options) {
        const written = await storage.putBlob(id, parts, options)
        states.push(storage.snapshot())
        return written
      },
      async deleteBlob(id) {
        await storage.deleteBlob(id)
        states.push(storage.snapshot())
      },
    }
    await changePassword(access(watched), 'new')
    expect(await Promise.all(states.map(opens))).toEqual([['old'], ['new'], ['new']])
    expect(storage.blobs.has(BLOB_CONFIG_BLOB_ID)).toBe(true)
  })

  it('takes everything back when the storage refuses the new format blob', async () => {
    const storage = await storageWithFormat()
    let refusals = 1
    const failing: BlobStorage = {
      ...bound(storage),
      async putBlob(id, parts, options) {
        if (id === FORMAT_BLOB_ID && refusals-- > 0) throw new Error('the disk is full')
        return await storage.putBlob(id, parts, options)
      },
    }
    await expect(changePassword(access(failing), 'new')).rejects.toThrow('the disk is full')
    expect(await opens(storage)).toEqual(['old'])
    expect(await storage.getBlob(BLOB_CONFIG_BLOB_ID)).toEqual(blobcfg)
  })

  it('keeps the retention of blobs', async () => {
    const storage = await storageWithFormat()
    const retention = { retentionMode: 'GOVERNANCE', retentionPeriodNs: 48n * HOUR }
    await changeParameters(access(storage), { retention })
    await changePassword(access(storage), 'new')
    expect((await readFormat(access(storage, 'new'))).blobConfig).toMatchObject(retention)
  })
})

it('an upgrade takes every content of the first format into epochs, and shuts out old clients', async () => {
  const storage = new MapStorage()
  const clock = new FakeClock()
  const base = { storage, password: 'old', identity: TEST_IDENTITY, clock, random: seededRandom('v1'), workers: 0 }
  const first = await createRepository({ ...base, formatVersion: 1 })
  const id = await first.manifests.put({ type: 'note' }, '{"text":"kept"}')
  const gone = await first.manifests.put({ type: 'note' }, '{"text":"gone"}')
  await first.flush()
  await first.manifests.delete(gone)
  await first.flush()
  const { signal } = new AbortController()
  await changeParameters(access(storage), { isUpgrade: true }, async ({ format }, next) => {
    await writeFirstEpoch({ storage, before: format.content, after: next.content, clock, random: seededRandom('up'), signal })
  })
  await shutOutOldClients(storage)
  const second = await openRepository({ ...base, random: seededRandom('v2') })
  expect(second.facts).toMatchObject({ formatVersion: 2, indexVersion: 2, epochsEnabled: true, isPasswordChangeSupported: false })
  const notes = await second.manifests.find({ type: 'note' })
  expect(notes.map((note) => note.id)).toEqual([id])
  // A client of the old format that still runs finds out when it next looks at the index.
  await expect(first.refresh()).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_UPGRADED' })
})

function bound(storage: MapStorage): BlobStorage {
  return {
    displayName: storage.displayName,
    getBlob: (id, options) => storage.getBlob(id, options),
    statBlob: (id) => storage.statBlob(id),
    putBlob: (id, parts, options) => storage.putBlob(id, parts, options),
    deleteBlob: (id) => storage.deleteBlob(id),
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
    close: () => storage.close(),
  }
}
