/** The GCS backend against fake-gcs-server. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import type { BackendContext } from '../../src/repo/blob/backends.ts'
import { openGcs } from '../../src/repo/blob/gcs/open.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { formatTimestamp } from '../../src/util/timestamp.ts'
import { describeBlobStorage } from '../contract/blob-storage.ts'
import { type FakeGcs, startFakeGcs } from '../support/fake-gcs.ts'
import { hasPeer, needPeer } from '../support/peers.ts'

if (!hasPeer('fake-gcs-server')) {
  it('GCS with fake-gcs-server', (test) => void needPeer('fake-gcs-server', test))
} else {
  let gcs: FakeGcs
  let count = 0
  beforeAll(async () => {
    gcs = await startFakeGcs({ skip: () => undefined as never })
  }, 60_000)
  afterAll(() => gcs?.stop())

  const open = async (config: Readonly<Record<string, unknown>>): Promise<BlobStorage> => {
    const context: BackendContext = {
      env: { STORAGE_EMULATOR_HOST: gcs.origin },
      platform: 'linux',
      clock: systemClock,
      random: systemRandom,
      log: nullLogger,
      isReadOnly: false,
    }
    const storage = await openGcs({ type: 'gcs', config }, context)
    onTestFinished(() => storage.close())
    return storage
  }

  for (const prefix of ['', 'ci/repo/']) {
    describeBlobStorage(`GCS with the prefix "${prefix}"`, async () => {
      const bucket = `contract-${count++}`
      await gcs.makeBucket(bucket)
      return {
        storage: await open({ bucket, prefix }),
        other: await open({ bucket, prefix }),
        refusedIds: prefix === '' ? ['..'] : [],
        manyBlobs: prefix === '' ? 2200 : 100,
      }
    })
  }

  describe('a bucket of GCS', () => {
    it('shows nothing of other folders beside the repository', async () => {
      await gcs.makeBucket('folders')
      const outer = await open({ bucket: 'folders' })
      const inner = await open({ bucket: 'folders', prefix: 'inner/' })
      await inner.putBlob('kopia.repository', [])
      await outer.putBlob('kopia.blobcfg', [])
      const names: string[] = []
      for await (const { id } of outer.listBlobs('')) names.push(id)
      expect(names).toEqual(['kopia.blobcfg'])
      expect(await outer.statBlob('kopia.repository')).toBeUndefined()
    })

    it('is named when it does not exist, by reading, looking and listing alike', async () => {
      const storage = await open({ bucket: 'absent' })
      const missing = { code: 'CAIRN_BUCKET_MISSING', hint: expect.stringContaining('"absent"') }
      await expect(storage.statBlob('kopia.repository')).rejects.toMatchObject(missing)
      await expect(storage.getBlob('kopia.repository')).rejects.toMatchObject(missing)
      await expect(storage.putBlob('kopia.repository', [])).rejects.toMatchObject(missing)
      await expect(storage.deleteBlob('kopia.repository')).rejects.toMatchObject(missing)
      await expect(storage.listBlobs('')[Symbol.asyncIterator]().next()).rejects.toMatchObject(missing)
    })

    it('with versions can be read as it was', async () => {
      await gcs.makeBucket('versions', { hasVersions: true })
      const now = await open({ bucket: 'versions', prefix: 'r/' })
      await now.putBlob('kopia.repository', [Buffer.from('first')])
      const { timestampMs = 0 } = (await now.putBlob('p1', [Buffer.from('kept')])) ?? {}
      await new Promise((resolve) => setTimeout(resolve, 20))
      await now.putBlob('kopia.repository', [Buffer.from('second, longer')])
      await now.deleteBlob('p1')
      await now.putBlob('p2', [Buffer.from('new')])
      const pointInTime = formatTimestamp(BigInt(timestampMs + 5) * 1_000_000n)
      const then = await open({ bucket: 'versions', prefix: 'r/', pointInTime })
      const seen: [string, number][] = []
      for await (const { id, length } of then.listBlobs('')) seen.push([id, length])
      expect(seen.sort()).toEqual([
        ['kopia.repository', 5],
        ['p1', 4],
      ])
      expect(Buffer.from(await then.getBlob('kopia.repository')).toString()).toBe('first')
      expect(Buffer.from(await then.getBlob('p1', { offset: 2 })).toString()).toBe('pt')
      expect(await then.statBlob('p2')).toBeUndefined()
      await expect(then.putBlob('p3', [])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    })

    it('without versions refuses to show an earlier state', async () => {
      await gcs.makeBucket('unversioned')
      const refused = { code: 'CAIRN_NOT_SUPPORTED' }
      await expect(open({ bucket: 'unversioned', pointInTime: '2026-01-02T03:04:05Z' })).rejects.toMatchObject(refused)
    })
  })
}
