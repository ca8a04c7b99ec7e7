import { ContainerClient, ContainerSASPermissions, generateBlobSASQueryParameters, StorageSharedKeyCredential } from '@azure/storage-blob'
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
    it('opens with a token that is signed for it alone, and with nothing more', async () => {
      await azurite.makeContainer('signed')
      await azurite.makeContainer('unsigned')
      const sasToken = generateBlobSASQueryParameters(
        {
          containerName: 'signed',
          permissions: ContainerSASPermissions.parse('racwdl'),
          expiresOn: new Date(systemClock.nowMs() + 600_000),
        },
        new StorageSharedKeyCredential(AZURITE_ACCOUNT, AZURITE_KEY),
      ).toString()
      const { storageKey, ...withoutKey } = azurite.config('signed', 'r/')
      expect(storageKey).toBe(AZURITE_KEY)
      const storage = await open({ ...withoutKey, sasToken })
      await storage.putBlob('kopia.repository', [Buffer.from('abc')])
      expect(Buffer.from(await storage.getBlob('kopia.repository', { offset: 1 })).toString()).toBe('bc')
      const seen: string[] = []
      for await (const { id } of storage.listBlobs('')) seen.push(id)
      expect(seen).toEqual(['kopia.repository'])
      await storage.deleteBlob('kopia.repository')
      const beside = await open({ ...withoutKey, container: 'unsigned', sasToken })
      await expect(beside.putBlob('p1', [])).rejects.toMatchObject({
        code: 'CAIRN_CREDENTIALS_REFUSED',
        message: expect.not.stringContaining(new URLSearchParams(sasToken).get('sig') ?? ''),
      })
    })

    it('is named when it does not exist, and so is a key that is not the right one', async () => {
      const absent = await open(azurite.config('absent'))
      await expect(absent.statBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_BUCKET_MISSING' })
      await expect(absent.putBlob('p1', [])).rejects.toMatchObject({ code: 'CAIRN_BUCKET_MISSING' })
      const wrong = await open({ ...azurite.config('absent'), storageKey: Buffer.alloc(64).toString('base64') })
      await expect(wrong.getBlob('p1')).rejects.toMatchObject({
        code: 'CAIRN_CREDENTIALS_REFUSED',
        hint: expect.stringContaining('the storage key of the connection'),
      })
    })

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
