/** An S3 store of its own for a test file: MinIO on this machine. */
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import type { TestContext } from 'vitest'
import { type S3FlagOptions, s3StorageConfig } from '../../src/repo/blob/s3/config.ts'
import type { StorageConfig } from '../../src/repo/blob/storage-config.ts'
import { startLocalServer } from './local-server.ts'
import { needPeer } from './peers.ts'
import { makeTempDir, removeDir } from './temp-dir.ts'

export const MINIO_KEYS = { accessKeyId: 'cairn-tests', secretAccessKey: 'cairn-tests-secret' }

export interface Minio {
  /** `127.0.0.1:PORT`; plain HTTP. */
  readonly endpoint: string
  readonly client: S3Client
  /** Makes an empty bucket with a name of its own. */
  newBucket(options?: { readonly hasObjectLock?: boolean }): Promise<string>
  /** A connection to a bucket, with the keys of the server. */
  connection(bucket: string, options?: Partial<S3FlagOptions>): StorageConfig
  stop(): Promise<void>
}

/** Starts MinIO with an empty folder; the caller stops it. Skips the test when it is absent. */
export async function startMinio(context: Pick<TestContext, 'skip'>, env: Readonly<Record<string, string>> = {}): Promise<Minio> {
  const command = needPeer('minio', context)
  const folder = await makeTempDir('minio')
  const server = await startLocalServer({
    command,
    args: (port) => ['server', '--quiet', '--address', `127.0.0.1:${port}`, '--certs-dir', `${folder}/certs`, `${folder}/data`],
    env: {
      HOME: folder,
      MINIO_ROOT_USER: MINIO_KEYS.accessKeyId,
      MINIO_ROOT_PASSWORD: MINIO_KEYS.secretAccessKey,
      MINIO_BROWSER: 'off',
      MINIO_UPDATE: 'off',
      // Else it wants a disk that is not the root disk.
      MINIO_CI_CD: '1',
      GOMAXPROCS: '2',
      ...env,
    },
    isReady: async (port) => (await fetch(`http://127.0.0.1:${port}/minio/health/ready`)).ok,
  })
  const endpoint = `127.0.0.1:${server.port}`
  const client = new S3Client({ endpoint: `http://${endpoint}`, region: 'us-east-1', forcePathStyle: true, credentials: MINIO_KEYS })
  let buckets = 0
  return {
    endpoint,
    client,
    async newBucket({ hasObjectLock = false } = {}) {
      const name = `bucket-${++buckets}`
      await client.send(new CreateBucketCommand({ Bucket: name, ObjectLockEnabledForBucket: hasObjectLock }))
      return name
    },
    connection: (bucket, options = {}) => s3StorageConfig({ bucket, endpoint, hasTls: false, ...MINIO_KEYS, ...options }),
    async stop() {
      client.destroy()
      await server.stop()
      await removeDir(folder)
    },
  }
}
