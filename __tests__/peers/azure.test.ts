import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import { openAzure } from '../../src/repo/blob/azure/open.ts'
import type { BackendContext } from '../../src/repo/blob/backends.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { describeBlobStorage } from '../contract/blob-storage.ts'
import { type Azurite, startAzurite } from '../support/azurite.ts'
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
        // More than a page of the store holds, once.
        manyBlobs: prefix === '' ? 5100 : 100,
      }
    })
  }

  describe('a container of Azure', () => {
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
