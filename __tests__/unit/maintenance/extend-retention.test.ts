import { expect, it } from 'vitest'
import { nullLogger } from '../../../src/log.ts'
import type { MaintenanceTools } from '../../../src/maintenance/step.ts'
import { extendRetention } from '../../../src/maintenance/steps/extend-retention.ts'
import { logging } from '../../../src/repo/blob/logging.ts'
import { retaining } from '../../../src/repo/blob/retaining.ts'
import { retrying } from '../../../src/repo/blob/retrying.ts'
import type { BlobRetention, BlobStorage } from '../../../src/repo/blob/storage.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MapStorage } from '../../support/map-storage.ts'

const RETENTION: BlobRetention = { retentionMode: 'GOVERNANCE', retentionPeriodNs: 48n * 3_600_000_000_000n }

/** What the step sees of a run, with this storage and retention. */
function tools(storage: BlobStorage, blobRetention: BlobRetention | undefined): MaintenanceTools {
  const partial = { repository: { facts: { blobRetention }, care: { storage } }, signal: undefined, keep: async () => {}, log: nullLogger }
  // The step uses nothing else.
  return partial as unknown as MaintenanceTools
}

it('locks packs, indexes and the configuration for longer, through every decorator, and counts them', async () => {
  const clock = new FakeClock()
  const extended: string[] = []
  const plain = new MapStorage({ clock })
  for (const id of ['p1', 'q2', 'xn0_a', 'n3', 'kopia.repository', 'kopia.blobcfg', 'kopia.maintenance', 's4', '_log_5'])
    await plain.putBlob(id, [])
  const locking = Object.assign(plain, {
    extendRetention: async (id: string, retention: BlobRetention) => {
      expect(retention).toEqual(RETENTION)
      extended.push(id)
    },
  })
  const storage = retaining(retrying(logging(locking, nullLogger, clock), { clock }), RETENTION)
  expect(await extendRetention.run(tools(storage, RETENTION))).toEqual({
    kind: 'extendBlobRetentionStats',
    data: { toExtendBlobCount: 6, extendedBlobCount: 6, retentionPeriod: '48h0m0s' },
  })
  expect(extended.sort()).toEqual(['kopia.blobcfg', 'kopia.repository', 'n3', 'p1', 'q2', 'xn0_a'])
})

it('does nothing in a repository without retention, and refuses a storage that cannot', async () => {
  expect(await extendRetention.run(tools(new MapStorage(), undefined))).toBeUndefined()
  await expect(extendRetention.run(tools(new MapStorage(), RETENTION))).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})
