/** The S3 backend against MinIO. */
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, it, onTestFinished } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import type { BackendContext } from '../../src/repo/blob/backends.ts'
import { openS3 } from '../../src/repo/blob/s3/open.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import type { StorageConfig } from '../../src/repo/blob/storage-config.ts'
import { mapConcurrent } from '../../src/util/async.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { describeBlobStorage } from '../contract/blob-storage.ts'
import { type Minio, startMinio } from '../support/minio.ts'
import { hasPeer, needPeer } from '../support/peers.ts'

const CONTEXT: BackendContext = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }

async function open(config: StorageConfig, context: Partial<BackendContext> = {}): Promise<BlobStorage> {
  const storage = await openS3(config, { ...CONTEXT, ...context })
  onTestFinished(() => storage.close())
  return storage
}

if (!hasPeer('minio')) {
  it('S3 with MinIO', (context) => void needPeer('minio', context))
} else {
  let minio: Minio
  beforeAll(async () => {
    minio = await startMinio({ skip: () => undefined as never })
  })
  afterAll(() => minio?.stop())

  for (const prefix of ['', 'team/backups/', 'half-']) {
    describeBlobStorage(`S3 with the prefix "${prefix}"`, async () => {
      const bucket = await minio.newBucket()
      const config = minio.connection(bucket, { prefix })
      return {
        storage: await open(config),
        other: await open(config),
        ...(prefix.endsWith('-') ? {} : { refusedIds: ['..'] }),
        ...(prefix === ''
          ? {
              manyBlobs: 10_000,
              fill: async (ids) => {
                await mapConcurrent(ids, 32, (Key) => minio.client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' })))
              },
            }
          : {}),
      }
    })
  }
  describe('S3', () => {})
}
