/** The S3 backend against MinIO. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GetObjectRetentionCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import type { BackendContext } from '../../src/repo/blob/backends.ts'
import { openS3 } from '../../src/repo/blob/s3/open.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import type { StorageConfig } from '../../src/repo/blob/storage-config.ts'
import { mapConcurrent } from '../../src/util/async.ts'
import { utf8 } from '../../src/util/bytes.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { describeBlobStorage } from '../contract/blob-storage.ts'
import { runInProcess } from '../support/cli-in-process.ts'
import { MINIO_KEYS, type Minio, startMinio } from '../support/minio.ts'
import { hasPeer, needPeer } from '../support/peers.ts'
import { tempDir } from '../support/temp-dir.ts'

const CONTEXT: BackendContext = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }

/** It makes and removes ten thousand objects, perhaps on a busy machine. */
const HOOK_TIMEOUT_MS = 60_000

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
    // MinIO is there, so that nothing is skipped.
    minio = await startMinio({ skip: () => undefined as never })
  }, HOOK_TIMEOUT_MS)
  afterAll(() => minio?.stop(), HOOK_TIMEOUT_MS)

  for (const prefix of ['', 'team/backups/']) {
    describeBlobStorage(`S3 with the prefix "${prefix}"`, async () => {
      const bucket = await minio.newBucket()
      const config = minio.connection(bucket, { prefix })
      return {
        storage: await open(config),
        other: await open(config),
        refusedIds: ['..'],
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
  describe('S3 with MinIO', () => {
    const RETENTION = { retentionMode: 'GOVERNANCE', retentionPeriodNs: 48n * 3_600_000_000_000n }

    it('locks blobs when they are written, and later for longer', async () => {
      const bucket = await minio.newBucket({ hasObjectLock: true })
      const storage = await open(minio.connection(bucket))
      const until = async () => (await minio.client.send(new GetObjectRetentionCommand({ Bucket: bucket, Key: 'p1' }))).Retention
      await storage.putBlob('p1', [utf8('x')], { retention: RETENTION })
      const first = await until()
      expect(first).toMatchObject({ Mode: 'GOVERNANCE' })
      expect(Math.abs((first?.RetainUntilDate?.getTime() ?? 0) - Date.now() - 48 * 3_600_000)).toBeLessThan(60_000)
      await storage.extendRetention?.('p1', { ...RETENTION, retentionPeriodNs: 2n * RETENTION.retentionPeriodNs })
      expect((await until())?.RetainUntilDate?.getTime()).toBeGreaterThan(Date.now() + 95 * 3_600_000)
      const plain = await open(minio.connection(await minio.newBucket()))
      await expect(plain.putBlob('p1', [utf8('x')], { retention: RETENTION })).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
    })

    it('asks the service of roles for the role that a connection names, and uses the keys that it gets', async () => {
      const bucket = await minio.newBucket()
      const plain = minio.connection(bucket)
      const role = { roleARN: 'arn:aws:iam::123456789012:role/backup', roleEndpoint: `http://${minio.endpoint}`, duration: '1h0m0s' }
      const masked: string[] = []
      const config = { ...plain, config: { ...plain.config, ...role } }
      const storage = await open(config, { mask: (secret) => void masked.push(secret) })
      await storage.putBlob('p1', [utf8('x')])
      expect(await storage.getBlob('p1')).toEqual(utf8('x'))
      // A secret and a token of the session, once: the keys hold for an hour.
      expect(masked).toHaveLength(2)
      expect(masked).not.toContain(MINIO_KEYS.secretAccessKey)
    })

    it('shows a bucket as it was before somebody deleted and replaced blobs', async () => {
      const bucket = await minio.newBucket({ hasObjectLock: true })
      const config = minio.connection(bucket, { prefix: 'shop/' })
      const storage = await open(config)
      await storage.putBlob('p1', [utf8('first')])
      const { timestampMs } = await storage.putBlob('p2', [utf8('second')])
      const waitMs = timestampMs + 1100 - Date.now()
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, waitMs)))
      const pointInTime = new Date().toISOString()
      await new Promise((resolve) => setTimeout(resolve, 50))
      await storage.putBlob('p1', [utf8('ransom')])
      await storage.deleteBlob('p2')
      await storage.putBlob('p3', [utf8('later')])
      const past = await open(minio.connection(bucket, { prefix: 'shop/', pointInTime }))
      const seen = []
      for await (const { id, length } of past.listBlobs('')) seen.push(`${id} ${length}`)
      expect(seen.sort()).toEqual(['p1 5', 'p2 6'])
      expect(await past.getBlob('p1')).toEqual(utf8('first'))
      expect(await past.getBlob('p2', { offset: 1, length: 2 })).toEqual(utf8('ec'))
      await expect(past.getBlob('p3')).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
      await expect(past.deleteBlob('p1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
      const unversioned = minio.connection(await minio.newBucket(), { pointInTime })
      await expect(open(unversioned)).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
    })

    it('does with a repository what the command line does with one in a folder, and copies it there and back', async () => {
      const [bucket, copy] = [await minio.newBucket(), await minio.newBucket()]
      const dir = await tempDir()
      const work = join(dir, 'work')
      mkdirSync(work)
      writeFileSync(join(work, 'notes.txt'), 'to be kept')
      const { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } = MINIO_KEYS
      const env = { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }
      const options = { dir: work, configPath: join(dir, 'c.config'), password: 'kept-in-the-vault', env }
      const cairn = (...argv: string[]) => runInProcess(argv, options)
      const flags = (name: string) => ['--bucket', name, '--prefix', 'shop/', '--endpoint', minio.endpoint, '--disable-tls']
      await cairn('repository', 'create', 's3', ...flags(bucket), '--region', 'us-east-1')
      expect(JSON.parse(readFileSync(options.configPath, 'utf8')).storage).toEqual({
        type: 's3',
        config: {
          bucket,
          prefix: 'shop/',
          endpoint: minio.endpoint,
          doNotUseTLS: true,
          accessKeyID: AWS_ACCESS_KEY_ID,
          secretAccessKey: AWS_SECRET_ACCESS_KEY,
          sessionToken: '',
          roleARN: '',
          sessionName: '',
          duration: '0s',
          roleEndpoint: '',
          roleRegion: '',
          region: 'us-east-1',
        },
      })
      await cairn('snapshot', 'create', work)
      const before = (await cairn('snapshot', 'list', '--all', '--json')).stdout
      const folder = join(dir, 'copy')
      mkdirSync(folder)
      await cairn('repository', 'sync-to', 'filesystem', '--path', folder)
      await cairn('repository', 'connect', 'filesystem', '--path', folder)
      await cairn('repository', 'sync-to', 's3', ...flags(copy))
      await cairn('repository', 'connect', 's3', ...flags(copy))
      expect((await cairn('snapshot', 'list', '--all', '--json')).stdout).toBe(before)
      expect((await cairn('snapshot', 'verify', '--verify-files-percent=100')).code).toBe(0)
      const status = (await cairn('repository', 'status')).stdout
      expect(status).toContain(copy)
      expect(status).not.toContain(AWS_SECRET_ACCESS_KEY)
      expect((await cairn('doctor', '--json')).code).toBe(0)
      await expect(cairn('repository', 'create', 's3', ...flags(copy))).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_EXISTS' })
      await expect(cairn('repository', 'connect', 's3', ...flags('no-such-bucket'))).rejects.toMatchObject({ code: 'CAIRN_BUCKET_MISSING' })
      const past = ['--point-in-time', '2026-01-01T00:00:00Z']
      await expect(cairn('repository', 'create', 's3', ...flags(copy), ...past)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    })
  })
}
