import { afterEach } from 'vitest'
import type { ActionsCacheStorage } from '../../src/repo/blob/actions-cache/storage.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { systemClock } from '../../src/util/clock.ts'
import { describeBlobStorage } from '../contract/blob-storage.ts'
import { cacheClients } from '../support/actions-cache.ts'
import { FakeActionsCache } from '../support/fake-actions-cache.ts'

const clients = cacheClients(true)
const services: FakeActionsCache[] = []
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop()
})

/** A client that sees what the others gathered: before it reads, they flush and it looks for newer heads. */
function settled(own: ActionsCacheStorage, others: readonly ActionsCacheStorage[]): BlobStorage {
  const settle = async () => {
    for (const other of others) await other.flush()
    if (others.length > 0) await own.refresh()
  }
  return {
    displayName: own.displayName,
    async getBlob(id, options) {
      await settle()
      return await own.getBlob(id, options)
    },
    async statBlob(id) {
      await settle()
      return await own.statBlob(id)
    },
    putBlob: (id, parts, options) => own.putBlob(id, parts, options),
    async deleteBlob(id) {
      await settle()
      await own.deleteBlob(id)
    },
    async *listBlobs(prefix, signal) {
      await settle()
      yield* own.listBlobs(prefix, signal)
    },
    close: () => own.close(),
  }
}

describeBlobStorage('Actions cache', async () => {
  const service = await FakeActionsCache.start()
  services.push(service)
  const [one, two] = [await clients.open(service), await clients.open(service)]
  const skewed = await clients.open(service, { clock: { ...systemClock, nowMs: () => systemClock.nowMs() - 86_400_000 } })
  return {
    storage: settled(one, [two, skewed]),
    other: settled(two, [one, skewed]),
    skewed: settled(skewed, [one, two]),
    manyBlobs: 60,
    createsIfAbsent: false,
    largeBytes: 1 << 20,
  }
})
