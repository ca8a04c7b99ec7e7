import { ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import { parseAzureConfig } from '../../src/repo/blob/azure/config.ts'
import { openAzure } from '../../src/repo/blob/azure/open.ts'
import { azurePlaceOf } from '../../src/repo/blob/azure/place.ts'
import { AzureStorage } from '../../src/repo/blob/azure/storage.ts'
import type { BackendContext } from '../../src/repo/blob/backends.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { describeBlobStorage } from '../contract/blob-storage.ts'
import { AZURITE_ACCOUNT, AZURITE_KEY, type Azurite, startAzurite } from '../support/azurite.ts'
import { hasPeer, needPeer } from '../support/peers.ts'

const context: BackendContext = {
  env: {},
  platform: 'linux',
  clock: systemClock,
  random: systemRandom,
  log: nullLogger,
  isReadOnly: false,
}

async function open(config: Readonly<Record<string, unknown>>): Promise<BlobStorage> {
  return await openAzure({ type: 'azureBlob', config }, context)
}

if (!hasPeer('azurite-blob')) {
  it('Azure with Azurite', (test) => void needPeer('azurite-blob', test))
} else {
  let azurite: Azurite
  let count = 0
  beforeAll(async () => {
    azurite = await startAzurite({ skip: () => undefined as never })
  }, 60_000)
  afterAll(() => azurite?.stop())

  for (const prefix of ['', 'ci/repo/']) {
    describeBlobStorage(`Azure with prefix "${prefix}"`, async () => {
      const container = `contract-${count++}`
      await azurite.makeContainer(container)
      const config = azurite.config(container, prefix)
      return {
        storage: await open(config),
        other: await open(config),
        refusedIds: ['..'],
        manyBlobs: prefix === '' ? 1100 : 100,
      }
    })
  }

  describe('a container of Azure', () => {
    it('lists over pages', async () => {
      await azurite.makeContainer('pages')
      const place = azurePlaceOf(parseAzureConfig({ type: 'azureBlob', config: azurite.config('pages') }), {})
      const credential = new StorageSharedKeyCredential(AZURITE_ACCOUNT, AZURITE_KEY)
      const storage = new AzureStorage({
        container: new ContainerClient(`${place.accountUrl}/pages`, credential),
        prefix: 'r/',
        place,
        credentials: '',
        clock: systemClock,
        pageSize: 7,
      })
      const expected = Array.from({ length: 40 }, (_, i) => `p${i + 10}`)
      for (const id of expected) await storage.putBlob(id, [])
      const seen: string[] = []
      for await (const { id } of storage.listBlobs('p')) seen.push(id)
      expect(seen).toEqual(expected)
    })

    it('shows nothing of other folders beside the repository', async () => {
      await azurite.makeContainer('folders')
      const outer = await open(azurite.config('folders'))
      const inner = await open(azurite.config('folders', 'inner/'))
      await inner.putBlob('kopia.repository', [])
      await outer.putBlob('kopia.blobcfg', [])
      const names: string[] = []
      for await (const { id } of outer.listBlobs('')) names.push(id)
      expect(names).toEqual(['kopia.blobcfg'])
      expect(await outer.statBlob('kopia.repository')).toBeUndefined()
    })
  })
}
